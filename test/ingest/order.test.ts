import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { cloneDatabase, testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { openState, type State, versions } from '../setup/state.ts';
import { naiveBefore, sum } from './naive-carries.ts';

const base = { seed: 31, teams: 4, gamesPerTeam: 2 } as const;
/** Two seasons and a playoff round between them, in order of play: careers, types and carries all have work. */
const games = [
  ...simulateSeason({ ...base, season: '2021-22' }),
  ...simulateSeason({ ...base, season: '2021-22', part: 'playoffs', gamesPerTeam: 1 }),
  ...simulateSeason({ ...base, season: '2022-23' }),
];

/** The state after loading the games one call each, in that order. */
async function stateAfter(order: readonly number[]): Promise<State> {
  const database = await cloneDatabase();
  try {
    for (const index of order) {
      const game = games[index];
      if (game !== undefined) await loadGames(database.pool, [game]);
    }
    return await openState(database.pool, 'demo');
  } finally {
    await database.close();
  }
}

test('games loaded in any order leave the same state: lines, season-to-date, careers', async () => {
  const inOrder = games.map((_, index) => index);
  const expected = await stateAfter(inOrder);
  expect(expected.player_stats?.length).toBeGreaterThan(200);
  expect(expected.player_season_totals?.length).toBeGreaterThan(100);
  const orders = fc.shuffledSubarray(inOrder, { minLength: inOrder.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(await stateAfter(order)).toEqual(expected);
    }),
    { numRuns: 4, examples: [[inOrder.toReversed()]], endOnFailure: true },
  );
});

test('what came before each game and each season part is the plain sum of the games before it', async () => {
  const { pool } = await testDatabase();
  await loadGames(pool, games.toReversed());
  const expected = naiveBefore(games);
  const open = async (level: 'game' | 'season', prefix: string) =>
    (await versions(pool, 'demo', 'player', level, prefix)).filter(({ to }) => to === null);
  const seasons = async (prefix: string) =>
    new Map((await open('season', prefix)).map((row) => [`${row.id} ${row.season}`, row.values]));
  const carries = {
    career: await seasons('career_before_type'),
    all: await seasons('career_before'),
    year: await seasons('season_before'),
  };
  const rows = await open('game', 'season_before');
  expect(rows.length).toBe(expected.size);
  for (const row of rows) {
    const before = expected.get(`${row.id} ${row.game}`);
    expect(row.values, `${row.id} before ${row.game}`).toEqual(before?.part);
    for (const carry of ['career', 'all', 'year'] as const) {
      const carried = carries[carry].get(`${row.id} ${row.season}`) ?? [];
      expect(sum(carried, row.values), `${carry} of ${row.id} before ${row.game}`).toEqual(before?.[carry]);
    }
  }
});
