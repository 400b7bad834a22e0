/** Files of many games: split into what one file a game would have been, and loaded the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../src/ingest/bundle/bundle.ts';
import { toStatsV2Csv } from '../../src/simulate/stats-v2.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf } from '../setup/files.ts';
import { leagueContents, ledger, loadAll } from '../setup/loading.ts';
import { asLines, inTurn, type ManyGames, manyGames, mixed } from '../setup/many-games.ts';

let many: ManyGames;
let ids: string[];
beforeAll(() => {
  many = manyGames({ seed: 'bundles', season: '2023-24', teams: 4, gamesPerTeam: 2 });
  ids = many.games.map((game) => game.gameId);
});

async function split(content: string | Uint8Array, read?: number): Promise<Record<string, string> | null> {
  const folder = folderOf({ 'bundle.csv': content });
  const bundle = await openBundle(join(folder, 'bundle.csv'), join(folder, 'members'), read);
  if (bundle === null) return null;
  return Object.fromEntries([...bundle].map(([name, path]) => [name, readFileSync(path, 'utf8')]));
}

test('rows of many games, mixed or in turn, packed or not, become the files of one game each', async () => {
  const expected = Object.fromEntries(many.games.map((game) => [`game=${game.gameId}`, toStatsV2Csv(game)]));
  for (const text of [inTurn(many), mixed(many)]) {
    expect(await split(text)).toEqual(expected);
    expect(await split(gzipSync(text))).toEqual(expected);
  }
  // A packed file may be several, one behind the other.
  const text = inTurn(many);
  const parts = [text.slice(0, 70_001), text.slice(70_001)].map((part) => gzipSync(part));
  expect(await split(Buffer.concat(parts))).toEqual(expected);
});

test('documents one a line become files; blank lines are passed over, lines keep their numbers', async () => {
  const [first = '', second = ''] = asLines(many.games).split('\n');
  expect(await split(`${first}\n\n${second}`)).toEqual({ 'line=1': `${first}\n`, 'line=3': second });
});

test('a file of one game is no bundle, and so is whatever else there may be', async () => {
  const [game] = many.games;
  const pretty = JSON.stringify(game?.playbyplay, null, 1);
  const files = [
    toStatsV2Csv(game as never),
    asLines([]),
    pretty,
    `${JSON.stringify({ a: 1 })}\n\n`,
    '[1]\n[2]',
  ];
  for (const text of [...files, 'a,b\n1,2\n', '{', '\n', many.schedule]) expect(await split(text)).toBeNull();
});

test('any cells, quoted as may be, come to the game of their row, whatever the pieces that are read', async () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc
      .constantFrom('a', 'b"c', 'x,y', 'two\nlines', 'é', '"', '\r\n')
      .map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
  );
  const row = fc.tuple(fc.constantFrom('0021500001', '0021500002', '0021500003'), cell, cell);
  const rows = fc.array(row, { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), fc.integer({ min: 1, max: 99 }), async (given, before, read) => {
      const line = ([game, a, b]: (typeof given)[number]) => (before ? [a, game, b] : [game, a, b]).join(',');
      const header = before ? 'EVENTMSGTYPE,GAME_ID,B' : 'GAME_ID,EVENTMSGTYPE,B';
      const expected = Object.fromEntries(
        [...Map.groupBy(given, ([game]) => game)].map(([game, own]) => [
          `game=${game}`,
          `${[header, ...own.map(line)].join('\n')}\n`,
        ]),
      );
      const text = `${[header, ...given.map(line)].join('\n')}\n`;
      const found = await split(text, read);
      expect(found).toEqual(Object.keys(expected).length > 1 ? expected : null);
    }),
    { numRuns: 60 },
  );
});

test('a quote too many hurts the game of its row and no other', async () => {
  const { header, rows } = many;
  const hurt = rows.map((lines, game) => (game !== 1 ? lines : lines.with(5, `${lines[5]},"never closed`)));
  const members = await split(inTurn({ header, rows: hurt }));
  expect(Object.keys(members ?? {})).toHaveLength(ids.length);
  for (const [place, game] of many.games.entries()) {
    if (place !== 1) expect(members?.[`game=${game.gameId}`]).toBe(toStatsV2Csv(game));
  }
});

/** Rows with one that names the game at `names` in place of its own. */
function misnamed(game: number, row: number, names: string): { header: string; rows: string[][] } {
  const column = many.header.split(',').indexOf('GAME_ID');
  const rows = many.rows.map((lines, place) => {
    const cells = lines[row]?.split(',').with(column, names) ?? [];
    return place === game ? lines.with(row, cells.join(',')) : [...lines];
  });
  return { header: many.header, rows };
}

test('a row within a game that names another goes with the game it stands in, in files in turn', async () => {
  for (const names of [ids[2] ?? '', '9922399999']) {
    const hurt = misnamed(1, 40, names);
    const expected = Object.fromEntries(
      hurt.rows.map((lines, game) => [`game=${ids[game]}`, `${[hurt.header, ...lines].join('\n')}\n`]),
    );
    expect(await split(inTurn(hurt))).toEqual(expected);
    expect(await split(inTurn(hurt), 5000)).toEqual(expected);
  }
  const [alone = []] = misnamed(0, 40, '9922399999').rows;
  expect(await split(inTurn({ header: many.header, rows: [alone] }))).toBeNull();
  // Where games stand mixed every row goes where it says.
  const members = await split(mixed(misnamed(1, 40, ids[2] ?? '')));
  expect(members?.[`game=${ids[2]}`]?.split('\n').length).toBe((many.rows[2]?.length ?? 0) + 3);
});

test('a row that names another game rejects its own, by line; the others are loaded, whole', async () => {
  const { pool } = await testDatabase();
  const text = inTurn(misnamed(1, 40, ids[2] ?? ''));
  const line = 2 + (many.rows[0]?.length ?? 0) + 40;
  const folder = folderOf({ 'season.csv': text, 'schedule.csv': many.schedule });
  const reports = await loadAll(pool, folder);
  expect(reports.filter(({ outcome }) => outcome === 'rejected')).toMatchObject([
    {
      source: `${join(folder, 'season.csv')}#game=${ids[1]}`,
      place: `line ${line}`,
      reason: `a play of game ${ids[2]} among those of ${ids[1]}`,
    },
  ]);
  const loaded = reports.filter(({ outcome, gameId }) => outcome === 'loaded' && gameId !== null);
  expect(loaded.map(({ gameId, plays }) => [gameId, plays])).toEqual(
    [0, 2, 3].map((game) => [ids[game], many.rows[game]?.length]),
  );
});

const everything = async (pool: pg.Pool) => {
  const { demo: _, ...contents } = { ...(await leagueContents(pool)), demo: null };
  return contents;
};

test('a bundle leaves the database that its games would, each an ingest; again, nothing', async () => {
  const apart = await testDatabase();
  const files = many.games.map((game) => [`${game.gameId}.csv`, toStatsV2Csv(game)]);
  await loadAll(apart.pool, folderOf({ ...Object.fromEntries(files), 'schedule.csv': many.schedule }));
  const { pool } = await testDatabase();
  const folder = folderOf({ 'season.csv.gz': gzipSync(mixed(many)), 'schedule.csv': many.schedule });
  const reports = await loadAll(pool, folder);
  expect(reports.map(({ outcome }) => outcome)).toEqual(['loaded', ...ids.map(() => 'loaded')]);
  expect(await everything(pool)).toEqual(await everything(apart.pool));
  const sources = (await ledger(pool)).slice(1).map(({ source }) => source);
  expect(sources.sort()).toEqual(ids.map((id) => `${join(folder, 'season.csv.gz')}#game=${id}`).sort());
  expect((await loadAll(pool, folder)).map(({ outcome }) => outcome)).toEqual(reports.map(() => 'unchanged'));
});

test('a bad row rejects its game, by file, game and line of the bundle; the others are loaded', async () => {
  const { pool } = await testDatabase();
  const { header, rows } = many;
  const hurt = rows.map((lines, game) => {
    const cells = lines[6]?.split(',') ?? [];
    cells[header.split(',').indexOf('PCTIMESTRING')] = 'noon';
    return game === 1 ? lines.with(6, cells.join(',')) : lines;
  });
  const text = mixed({ header, rows: hurt });
  const folder = folderOf({ 'season.csv': text, 'schedule.csv': many.schedule });
  const reports = await loadAll(pool, folder);
  const rejected = reports.filter(({ outcome }) => outcome === 'rejected');
  const line = text.split('\n').findIndex((one) => one.includes('noon')) + 1;
  expect(rejected).toMatchObject([
    {
      source: `${join(folder, 'season.csv')}#game=${ids[1]}`,
      gameId: ids[1],
      place: `line ${line}`,
      reason: 'PCTIMESTRING "noon" is not a game clock like 11:41',
    },
  ]);
  expect(reports.filter(({ outcome }) => outcome === 'loaded')).toHaveLength(ids.length);
});

test('a bad line of documents is rejected by its number; box scores find their games', async () => {
  const { pool } = await testDatabase();
  const lines = asLines(many.games).split('\n');
  lines[4] = lines[4]?.slice(0, 999) ?? '';
  const folder = folderOf({ 'season.ndjson.gz': gzipSync(lines.join('\n')) });
  const reports = await loadAll(pool, folder);
  expect(reports.filter(({ outcome }) => outcome === 'loaded')).toHaveLength(ids.length - 1);
  const rejected = reports.filter(({ outcome }) => outcome === 'rejected');
  // And its box score, which belongs to nothing now.
  expect(rejected.map(({ source, place }) => [source.split('#')[1], place])).toEqual([
    ['line=5', 'line 5'],
    ['line=6', 'start'],
  ]);
});

test('a packed bundle that is cut off is refused whole', async () => {
  const { pool } = await testDatabase();
  const packed = gzipSync(inTurn(many));
  const folder = folderOf({ 'season.csv.gz': packed.subarray(0, packed.length / 2) });
  const reports = await loadAll(pool, folder);
  expect(reports).toMatchObject([
    { outcome: 'rejected', reason: expect.stringContaining('damaged or cut off') },
  ]);
});
