/** A league and its teams over HTTP, against what the simulated games themselves say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { foldSimulated } from '../setup/simulated.ts';

const games = [...simulateSeason({ seed: 'together', season: '2023-24', teams: 4, gamesPerTeam: 4 })];
const folded = games.map(foldSimulated);
const over = Math.max(...folded.map((game) => game.plays.at(-1)?.play.stamp.at ?? 0));
const at = (instant: number) => new Date(instant).toISOString();
const [first] = folded;
if (first === undefined) throw new RangeError('no games');
const home = first.game.home.id;
const late = first.plays[Math.floor(first.plays.length * 0.7)]?.play.stamp.at ?? 0;

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string, headers?: Record<string, string>) => Promise<Reply>;

beforeAll(async () => {
  database = await cloneDatabase();
  await loadGames(database.pool, games);
  ask = asking(database.pool);
});
afterAll(async () => {
  expect(database.pool.totalCount).toBe(database.pool.idleCount);
  await database.close();
});

async function body(path: string) {
  const reply = await ask(path);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}

/** Wins by team of games over by an instant. */
function winsAt(instant: number): Map<string, number> {
  const wins = new Map<string, number>();
  for (const { game, plays } of folded) {
    const last = plays.at(-1);
    if (last === undefined || last.play.stamp.at > instant) continue;
    const winner = last.home > last.away ? game.home.id : game.away.id;
    wins.set(winner, (wins.get(winner) ?? 0) + 1);
  }
  return wins;
}

describe('standings', () => {
  test('are those of the games over by the instant, at every game’s end and just before it', async () => {
    for (const { plays } of folded) {
      const end = plays.at(-1)?.play.stamp.at ?? 0;
      for (const [boundary, instant] of [
        ['at', end],
        ['before', end - 1],
      ] as const) {
        const { teams, games_over: count } = await body(
          `/v1/demo/standings?as_of=${at(end)}&boundary=${boundary}`,
        );
        const wins = winsAt(instant);
        expect(count).toBe(
          folded.filter((game) => (game.plays.at(-1)?.play.stamp.at ?? 0) <= instant).length,
        );
        for (const row of teams) expect(row.record.wins).toBe(wins.get(row.team.id) ?? 0);
      }
    }
  });

  test('of a season nobody played are empty, and of no such season refused', async () => {
    expect((await body(`/v1/demo/standings?as_of=${at(over)}&season=1999-00`)).teams).toEqual([]);
    expect((await ask(`/v1/demo/standings?as_of=${at(over)}&season=last`)).status).toBe(400);
  });

  test('at a basis stay as they are', async () => {
    const path = `/v1/demo/standings?as_of=${at(over)}&basis=2`;
    const reply = await ask(path);
    expect(reply.headers.get('cache-control')).toContain('immutable');
    expect(reply.body.games_over).toBe(2);
    expect((await ask(path)).text).toBe(reply.text);
  });
});

describe('the state of a league', () => {
  test('averages the teams playing at the instant, and the season so far', async () => {
    const state = await body(`/v1/demo/state?as_of=${at(late)}`);
    const playing: string[] = state.in_progress.games.map((game: { id: string }) => game.id);
    expect(playing).toContain(first.game.id);
    let [sum, lines] = [0, 0];
    for (const id of playing) {
      const game = await body(`/v1/demo/games/${id}?as_of=${at(late)}`);
      for (const side of ['home', 'away']) {
        sum += game.box[side].team.counters.pts;
        lines++;
      }
    }
    expect(state.in_progress.per_team.lines).toBe(lines);
    expect(state.in_progress.per_team.counters.pts).toBeCloseTo(sum / lines, 3);
    expect(state.in_progress.pace.score_per_regulation).toBeGreaterThan(0);
    const done = await body(`/v1/demo/state?as_of=${at(over + 60_000)}`);
    expect(done.in_progress).toEqual({ games: [], per_team: null, pace: null });
    const points = folded.reduce(
      (total, { plays }) => total + (plays.at(-1)?.home ?? 0) + (plays.at(-1)?.away ?? 0),
      0,
    );
    expect(done.season).toMatchObject({ season: '2023-24', teams: 4 });
    expect(done.season.per_team_and_game.counters.pts).toBeCloseTo(points / folded.length / 2, 3);
  });

  test('before the first play has nothing', async () => {
    const state = await body('/v1/demo/state?as_of=2000-01-01T00:00:00Z');
    expect(state.in_progress.games).toEqual([]);
    expect(state.season).toBeNull();
  });
});

describe('lineups', () => {
  test('of a game add up to each player’s time and plus/minus at the instant', async () => {
    const box = await body(`/v1/demo/games/${first.game.id}?as_of=${at(late)}`);
    const { lineups } = await body(
      `/v1/demo/teams/${home}/lineups?as_of=${at(late)}&game_id=${first.game.id}&limit=500`,
    );
    for (const { player, counters } of box.box.home.players) {
      const own = lineups.filter((unit: { players: { id: string }[] }) =>
        unit.players.some(({ id }) => id === player.id),
      );
      const sum = (name: string) =>
        own.reduce((total: number, unit: Record<string, number>) => total + (unit[name] ?? 0), 0);
      expect(Math.round(sum('seconds') * 100), player.name).toBe(Math.round(counters.seconds * 100));
      expect(sum('plus_minus'), player.name).toBe(counters.plus_minus);
    }
  });

  test('of a season are the sums of its games, asked again from memory too', async () => {
    const path = `/v1/demo/teams/${home}/lineups?as_of=${at(over)}&size=2&limit=500`;
    const season = await body(path);
    const own = folded.filter(({ game }) => [game.home.id, game.away.id].includes(home));
    expect(season.games).toBe(own.length);
    const clock = own.reduce((total, { plays }) => total + (plays.at(-1)?.elapsed ?? 0), 0);
    const together = season.lineups.reduce(
      (total: number, unit: { seconds: number }) => total + unit.seconds,
      0,
    );
    expect(Math.round(together * 100)).toBe(clock * 10);
    expect((await ask(path)).body).toEqual(season);
    const [pair] = season.lineups;
    const his = await body(`${path}&player_id=${pair.players[0].id}`);
    expect(his.lineups[0]).toEqual(pair);
    expect(his.lineups.length).toBeLessThan(season.lineups.length);
  });

  test('are refused where they cannot be known', async () => {
    const query = `as_of=${at(over)}`;
    expect((await ask(`/v1/nhl/teams/1/lineups?${query}`)).body.detail).toContain('do not tell who is on');
    expect((await ask(`/v1/demo/teams/${home}/lineups?${query}&size=6`)).status).toBe(400);
    expect((await ask(`/v1/demo/teams/${home}/lineups?${query}&limit=-1`)).status).toBe(400);
    expect((await ask(`/v1/demo/teams/nobody/lineups?${query}`)).status).toBe(404);
    expect((await ask(`/v1/demo/teams/${home}/lineups?${query}&scope=career`)).status).toBe(400);
    expect((await ask(`/v1/demo/teams/${home}/lineups?${query}&game_id=nope`)).body.type).toBe('not-found');
  });
});

describe('assists', () => {
  test('of a season add up to each player’s assists', async () => {
    const { pairs } = await body(`/v1/demo/teams/${home}/assists?as_of=${at(over)}&limit=500`);
    const given = Map.groupBy(pairs as { from: { id: string }; count: number }[], ({ from }) => from.id);
    expect(given.size).toBeGreaterThan(3);
    for (const [id, own] of given) {
      const stats = await body(`/v1/demo/players/${id}/stats?as_of=${at(over)}&scope=season`);
      expect(own.reduce((total, { count }) => total + count, 0)).toBe(stats.totals.season.counters.ast);
    }
    for (const pair of pairs) expect(pair.score).toBeGreaterThanOrEqual(2 * pair.count);
  });

  test('are refused where a sport has none', async () => {
    const reply = await ask(`/v1/mlb/teams/1/assists?as_of=${at(over)}`);
    expect(reply.body).toMatchObject({ status: 404, type: 'not-found' });
  });
});
