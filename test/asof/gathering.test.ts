/** Questions that are asked together are answered as each would be alone, and never as of before they came in. */
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardOf, readEntityAndBoard } from '../../src/asof/entities.ts';
import { readEntity } from '../../src/asof/entity.ts';
import { askTogether } from '../../src/asof/gathering.ts';
import { newestBasis } from '../../src/asof/ledger.ts';
import type { Kind } from '../../src/plays/kind.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { blankEntry, ingest, type LedgerEntry } from '../../src/store/ledger.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { lastPlayOf } from './last-play.ts';

const league = leagueNamed('demo');

let database: TestDatabase & { close(): Promise<void> };
let pool: pg.Pool;
let keys: Record<Kind, readonly number[]>;
let [first, last] = [0, 0];

beforeAll(async () => {
  database = await cloneDatabase();
  ({ pool } = database);
  await loadGames(pool, [
    ...simulateSeason({ seed: 'together', teams: 4, gamesPerTeam: 2, season: '2021-22' }),
  ]);
  const keysOf = async (kind: Kind) => {
    const { rows } = await pool.query<{ key: number }>(`select ${kind}_key as key from demo.${kind}s`);
    return rows.map((row) => row.key);
  };
  keys = { player: await keysOf('player'), team: await keysOf('team') };
  const { rows } = await pool.query<{ first: number; last: number }>(
    'select min(wall_clock_time) as first, max(wall_clock_time) as last from demo.play_by_play',
  );
  ({ first, last } = rows[0] ?? { first, last });
});

afterAll(() => database.close());

test('lines and boards asked together are those asked alone', async () => {
  const newest = await newestBasis(pool);
  const aQuestion = fc.record({
    kind: fc.constantFrom('player' as const, 'team' as const),
    place: fc.nat(),
    // Some before all plays, and one from before the first year.
    at: fc.oneof(fc.integer({ min: first - 60_000, max: last + 60_000 }), fc.constant(-63_000_000_000_000)),
    boundary: fc.constantFrom('at' as const, 'before' as const),
    basis: fc.constantFrom(null, newest, Math.ceil(newest / 2)),
    seasonType: fc.constantFrom('all' as const, 'regular' as const),
    doubts: fc.constantFrom('sought' as const, 'none' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(aQuestion, { minLength: 1, maxLength: 40 }), async (questions) => {
      const asked = questions.map(({ kind, place, at, boundary, basis, seasonType, doubts }) => {
        const key = keys[kind][place % keys[kind].length] ?? 0;
        return [league, kind, key, { at, boundary, basis }, seasonType, doubts] as const;
      });
      const together = await Promise.all(asked.map((question) => readEntityAndBoard(pool, ...question)));
      for (const [place, question] of asked.entries()) {
        const row = together[place];
        const alone = await readEntity(pool, ...question);
        expect(row).toMatchObject(alone);
        if (row === undefined || alone.current_game_key === null) continue;
        const [, , , asOf] = question;
        const play = await lastPlayOf(pool, league.code, alone.current_game_key, asOf);
        expect(play).toMatchObject(boardOf(row));
      }
    }),
    { numRuns: 25 },
  );
});

test('an answer knows what had been committed when its question came in, also while others are being asked', async () => {
  let committed = await newestBasis(pool);
  const stale: { asked: number; told: number }[] = [];
  let over = false;
  const ask = async () => {
    const asked = committed;
    const key = keys.player[0] ?? 0;
    const asOf = { at: last, boundary: 'at', basis: null } as const;
    const { basis } = await readEntityAndBoard(pool, league, 'player', key, asOf, 'all', 'none');
    if (basis < asked) stale.push({ asked, told: basis });
  };
  const askers = Array.from({ length: 12 }, async () => {
    while (!over) await ask();
  });
  for (let times = 0; times < 60; times++) {
    ({ basis: committed } = await ingest(pool, Date.now(), async () => REJECTED));
    await ask();
  }
  over = true;
  await Promise.all(askers);
  expect(stale).toEqual([]);
});

test('a statement that fails fails those asked by it, and nobody after', async () => {
  const statements: number[] = [];
  const read = async (divisors: readonly number[]) => {
    statements.push(divisors.length);
    const { rows } = await pool.query<{ quotient: number }>(
      'select 12 / divisor as quotient from unnest($1::int[]) with ordinality a (divisor, place) order by place',
      [divisors],
    );
    return rows.map((row) => row.quotient);
  };
  const ask = (divisors: readonly number[]) =>
    Promise.allSettled(divisors.map((divisor) => askTogether(pool, 'quotients', read, divisor)));
  const quotients = async (divisors: readonly number[]) =>
    (await ask(divisors)).map((result) => (result.status === 'fulfilled' ? result.value : 'failed'));
  expect(await quotients([1, 0, 2])).toEqual(['failed', 'failed', 'failed']);
  expect(await quotients([3, 4, 6])).toEqual([4, 3, 2]);
  expect(statements).toEqual([3, 3]);
  const many = Array.from({ length: 200 }, (_, place) => (place % 12) + 1);
  expect(await quotients(many)).toEqual(many.map((divisor) => Math.trunc(12 / divisor)));
  expect(Math.max(...statements)).toBeLessThan(many.length);
});

const REJECTED: LedgerEntry = { ...blankEntry('test'), league: 'demo', outcome: 'rejected', reason: 'told' };
