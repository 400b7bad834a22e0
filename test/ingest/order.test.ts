import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { finalLine } from '../fold/reader.ts';
import { cloneDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { openState, type State, versions } from '../setup/state.ts';

const base = { seed: 31, teams: 4, gamesPerTeam: 2 } as const;
/** Two seasons and a playoff round between them, in order of play: careers, types and carries all have work. */
const games = [
  ...simulateSeason({ ...base, season: '2021-22' }),
  ...simulateSeason({ ...base, season: '2021-22', part: 'playoffs', gamesPerTeam: 1 }),
  ...simulateSeason({ ...base, season: '2022-23' }),
];
const demo = leagueNamed('demo');

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
  const database = await cloneDatabase();
  try {
    await loadGames(database.pool, games.toReversed());
    const add = (a: readonly number[], b: readonly number[]) =>
      demo.sport.counters.map((_, i) => (a[i] ?? 0) + (b[i] ?? 0));
    const zero = demo.sport.counters.map(() => 0);
    const stored = demo.sport.counters.map(({ perUnit }) => perUnit ?? 1);
    const before = new Map<
      string,
      {
        season: readonly number[];
        career: readonly number[];
        all: readonly number[];
        year: readonly number[];
      }
    >();
    const part = new Map<string, readonly number[]>();
    const career = new Map<string, readonly number[]>();
    const all = new Map<string, readonly number[]>();
    const year = new Map<string, readonly number[]>();
    for (const game of games) {
      const folded = foldSimulated(game);
      const type = game.gameId[2];
      for (const line of folded.players) {
        const id = line.player.id;
        const at = {
          part: `${id} ${game.season} ${type}`,
          career: `${id} ${type}`,
          year: `${id} ${game.season}`,
        };
        const known = {
          season: part.get(at.part) ?? zero,
          career: career.get(at.career) ?? zero,
          all: all.get(id) ?? zero,
          year: year.get(at.year) ?? zero,
        };
        before.set(`${id} ${game.gameId}`, known);
        const final = Object.values(finalLine(demo, line)).map(
          (value, index) => value * (stored[index] ?? 1),
        );
        part.set(at.part, add(known.season, final));
        career.set(at.career, add(known.career, final));
        all.set(id, add(known.all, final));
        year.set(at.year, add(known.year, final));
      }
    }
    const open = (rows: Awaited<ReturnType<typeof versions>>) => rows.filter(({ to }) => to === null);
    const seasons = (prefix: string) =>
      versions(database.pool, 'demo', 'player', 'season', prefix).then(
        (rows) => new Map(open(rows).map((row) => [`${row.id} ${row.season}`, row.values])),
      );
    const [careers, alls, years] = [
      await seasons('career_'),
      await seasons('all_'),
      await seasons('season_'),
    ];
    const rows = open(await versions(database.pool, 'demo', 'player', 'game', 'before_'));
    expect(rows.length).toBe(before.size);
    for (const row of rows) {
      const expected = before.get(`${row.id} ${row.game}`);
      expect(row.values, `${row.id} before ${row.game}`).toEqual(expected?.season);
      // Before a part's first game, the career is what the season row carries.
      const key = `${row.id} ${row.season}`;
      expect(add((careers.get(key) ?? []) as number[], row.values as number[]), key).toEqual(
        expected?.career,
      );
      expect(add((alls.get(key) ?? []) as number[], row.values as number[]), key).toEqual(expected?.all);
      expect(add((years.get(key) ?? []) as number[], row.values as number[]), key).toEqual(expected?.year);
    }
  } finally {
    await database.close();
  }
});
