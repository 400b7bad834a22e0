import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { readDocuments } from '../../src/store/documents.ts';
import { testDatabase } from '../setup/database.ts';
import { leagueContents, loadGames } from '../setup/loading.ts';
import { small } from '../simulate/games.ts';

const [first] = simulateSeason(small(71));
if (first === undefined) throw new RangeError('a season without games');

/** The game as told before its end, and as corrected twice. */
const half = beginning(first, 200);
const revised = reviseGame(first, 1, 'assist moved').game;
const again = reviseGame(revised, 2).game;

function beginning(game: SimulatedGame, plays: number): SimulatedGame {
  const copy = structuredClone(game);
  copy.playbyplay.game.actions.length = plays;
  return copy;
}

/** The feed's own rows of the plays seen at a basis, by play. */
async function documentsAt(pool: pg.Pool, basis: number): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ key: number; id: string; basis: number }>(
    `select game_key as key, play_id as id, basis_from as basis from demo.play_by_play
     where basis_from <= $1 and (basis_to is null or basis_to > $1)`,
    [basis],
  );
  return Object.fromEntries(await readDocuments(pool, 'demo', rows[0]?.key ?? 0, rows));
}

const told = ({ playbyplay }: SimulatedGame) =>
  Object.fromEntries(playbyplay.game.actions.map((action) => [String(action.actionNumber), action]));

describe("the feed's own rows", () => {
  test('are found by the basis of their plays, at every basis, with a bundle for what each ingest opened', async () => {
    const { pool } = await testDatabase();
    const versions = [half, first, revised, again];
    for (const version of versions) await loadGames(pool, [version]);
    for (const [position, version] of versions.entries()) {
      expect(await documentsAt(pool, position + 1)).toEqual(told(version));
    }
    const { rows } = await pool.query<{ basis: number; opened: number; kept: number }>(
      `select d.basis, count(p.*)::int as opened from demo.play_documents d
       left join demo.play_by_play p on p.game_key = d.game_key and p.basis_from = d.basis
       group by 1 order by 1`,
    );
    expect(rows.map(({ basis }) => basis)).toEqual([1, 2, 3, 4]);
    expect(rows.every(({ opened }) => opened > 0)).toBe(true);
  });

  test('that alone have changed make a changed play', async () => {
    const { pool } = await testDatabase();
    await loadGames(pool, [first]);
    const other = structuredClone(first);
    const action = other.playbyplay.game.actions[40];
    if (action === undefined) throw new RangeError('a game of few plays');
    Object.assign(action, { unheardOf: 'news' });
    const [report] = await loadGames(pool, [other]);
    expect(report).toMatchObject({ outcome: 'loaded', rowsWritten: 1 });
    expect(await documentsAt(pool, 1)).toEqual(told(first));
    expect(await documentsAt(pool, 2)).toEqual(told(other));
  });
});

describe('plays carried over without digests', () => {
  /** As the migration leaves what an older version has loaded: `jsonb`, as text. */
  async function carryOver(pool: pg.Pool): Promise<void> {
    const documents = await documentsAt(pool, 1);
    await pool.query(
      `update demo.play_documents set format = 'json', documents = convert_to($1::jsonb::text, 'UTF8')`,
      [JSON.stringify(documents)],
    );
    await pool.query('update demo.play_by_play set document_digest = null');
  }

  test('are compared by their documents: only those that a correction touches change', async () => {
    const [{ pool: carried }, { pool: usual }] = [await testDatabase(), await testDatabase()];
    for (const pool of [carried, usual]) await loadGames(pool, [first]);
    await carryOver(carried);
    const [[report], [expected]] = [await loadGames(carried, [revised]), await loadGames(usual, [revised])];
    expect(report?.rowsWritten).toBe(expected?.rowsWritten);
    expect(await documentsAt(carried, 1)).toEqual(told(first));
    expect(await documentsAt(carried, 2)).toEqual(told(revised));
  });

  test('are the same when told again', async () => {
    const { pool } = await testDatabase();
    await loadGames(pool, [first]);
    await carryOver(pool);
    const contents = await leagueContents(pool);
    // Another file, so that it is compared, with the same plays.
    const same = structuredClone(first);
    Object.assign(same.playbyplay, { further: true });
    const [report] = await loadGames(pool, [same]);
    expect(report).toMatchObject({ outcome: 'unchanged', reason: 'every play was known' });
    expect(await leagueContents(pool)).toEqual(contents);
  });
});
