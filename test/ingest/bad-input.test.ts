import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf, gameFiles } from '../setup/files.ts';
import { filledTemplate, leagueContents, ledger, loadAll, loadGames } from '../setup/loading.ts';
import { small } from '../simulate/games.ts';
import { BAD_CASES } from './bad-files.ts';

const [before, beside] = simulateSeason(small(11));
if (before === undefined || beside === undefined) throw new RangeError('a season without games');

describe('input that cannot be loaded', () => {
  /** A database with a game in it, to copy for each test. */
  let filled = '';

  beforeAll(async () => {
    const template = await filledTemplate((pool) => loadGames(pool, [before]));
    filled = template.name;
    return template.close;
  });

  test.each(BAD_CASES)(
    '$name: is reported and recorded, and changes nothing',
    async ({ files, bad, place, reason }) => {
      const { pool } = await testDatabase(filled);
      const folder = folderOf(files);
      const file = join(folder, bad);
      // What the case needs besides (a schedule) is loaded first, so that all that is left is the bad file.
      const helpers = Object.keys(files).filter((name) => name !== bad && name.startsWith('a_'));
      for (const report of await loadAll(pool, ...helpers.map((name) => join(folder, name)))) {
        expect(report.outcome).toBe('loaded');
      }
      const contents = await leagueContents(pool);
      const known = await ledger(pool);

      const rest = Object.keys(files).filter((name) => !helpers.includes(name));
      const reports = await loadAll(pool, ...rest.map((name) => join(folder, name)));

      expect(reports).toHaveLength(1);
      expect(reports[0]).toMatchObject({
        outcome: 'rejected',
        source: file,
        place,
        plays: 0,
        rowsWritten: 0,
      });
      expect(reports[0]?.reason).toMatch(reason);
      expect(reports[0]?.remedy).toMatch(/\w+ \w+/);
      expect(await leagueContents(pool)).toEqual(contents);
      const recorded = (await ledger(pool)).slice(known.length);
      expect(recorded).toEqual([expect.objectContaining({ outcome: 'rejected', source: file, place })]);
      expect(recorded[0]?.basis).toBe(reports[0]?.basis);
      expect(recorded[0]?.reason).toContain(reports[0]?.reason);
      const { rows } = await pool.query(
        'select source, sha256 from playclock.ingest_files where ingest_id = $1',
        [reports[0]?.basis],
      );
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      const unreadable = /gzip|empty|UTF-8/.test(reports[0]?.reason ?? '');
      expect(rows).toEqual(unreadable ? [] : [{ source: file, sha256 }]);
    },
  );

  test('does not keep the other files of the call from being loaded', async () => {
    const { pool } = await testDatabase();
    // Live cases would find each other's box scores.
    const cases = BAD_CASES.filter(({ name }) => !name.startsWith('live:'));
    const files = Object.fromEntries(
      cases.flatMap(({ files, bad }, index) =>
        Object.entries(files)
          .filter(([name]) => name === bad)
          .map(([name, content]) => [`case${index}/${name}`, content]),
      ),
    );
    const folder = folderOf({ ...files, ...gameFiles(before), ...gameFiles(beside) });
    const reports = await loadAll(pool, folder);
    const loaded = reports.filter(({ outcome }) => outcome === 'loaded').map(({ gameId }) => gameId);
    expect(loaded.sort()).toEqual([before.gameId, beside.gameId]);
    const rejected = reports.filter(({ outcome }) => outcome === 'rejected').map(({ source }) => source);
    expect(new Set(rejected)).toEqual(new Set(Object.keys(files).map((name) => join(folder, name))));
    expect(reports).toHaveLength(loaded.length + rejected.length);

    const { pool: clean } = await testDatabase();
    await loadGames(clean, [before, beside]);
    const count = async (of: typeof pool) =>
      (await of.query('select count(*)::int as n from demo.play_by_play')).rows[0]?.n;
    expect(await count(pool)).toBe(await count(clean));
  });

  test('is a path that leads nowhere', async () => {
    const { pool } = await testDatabase();
    const missing = join(folderOf({}), 'nowhere.json');
    const reports = await loadAll(pool, missing, folderOf(gameFiles(before)));
    expect(reports).toHaveLength(2);
    expect(reports[0]).toMatchObject({
      outcome: 'rejected',
      source: missing,
      place: 'path',
      reason: 'there is no such file',
    });
    expect(reports[1]).toMatchObject({ outcome: 'loaded', gameId: before.gameId });
  });

  test('is the same content twice in one call: once loaded, once refused', async () => {
    const { pool } = await testDatabase();
    const files = gameFiles(before);
    const name = `playbyplay_${before.gameId}.json`;
    const folder = folderOf({ ...files, 'z_again.json': files[name] });
    const reports = await loadAll(pool, folder);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['loaded', 'rejected']);
    const refused = reports.find(({ outcome }) => outcome === 'rejected');
    expect(refused).toMatchObject({
      source: join(folder, 'z_again.json'),
      reason: `the same content as ${join(folder, name)}`,
    });
    const { pool: clean } = await testDatabase();
    await loadGames(clean, [before]);
    const plays = 'select count(*)::int as n from demo.play_by_play';
    expect((await pool.query(plays)).rows).toEqual((await clean.query(plays)).rows);
  });

  test('does not keep the corrected file from being loaded afterwards', async () => {
    const { pool } = await testDatabase();
    const name = `playbyplay_${before.gameId}.json`;
    const broken = folderOf({ ...gameFiles(before), [name]: JSON.stringify(before.playbyplay).slice(0, -9) });
    expect((await loadAll(pool, broken)).map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
    expect(await loadGames(pool, [before])).toEqual([
      expect.objectContaining({ outcome: 'loaded', gameId: before.gameId, discrepancies: 0 }),
    ]);
  });
});
