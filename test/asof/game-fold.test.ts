/** What a page works out from a game's changes is what the server answers, at every play, at and before it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GameChanges } from '../../src/asof/changes.ts';
import { type FoldableGame, foldAt, foldable } from '../../src/asof/game-fold.ts';
import { formatInstant } from '../../src/asof/instant.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadAll, loadGames } from '../setup/loading.ts';
import { describeReal, realDocument, realPath } from '../setup/real-data.ts';

interface OfficialTeam {
  readonly statistics: {
    readonly fieldGoalsAttempted: number;
    readonly freeThrowsAttempted: number;
    readonly reboundsOffensive: number;
    readonly reboundsDefensive: number;
    readonly turnoversTotal: number;
  };
}
interface OfficialBox {
  readonly game: { readonly homeTeam: OfficialTeam; readonly awayTeam: OfficialTeam };
}

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string, headers?: Record<string, string>) => Promise<Reply>;

async function changesOf(league: string, id: string): Promise<FoldableGame> {
  const { body } = await ask(`/v1/${league}/games/${id}/changes`);
  return foldable(body as GameChanges, leagueNamed(league));
}

/** Answers of both at an instant, as far as they are about it. */
async function bothAt(game: FoldableGame, at: number, boundary: 'at' | 'before') {
  const { league, changes } = game;
  const query = `as_of=${formatInstant(at)}&boundary=${boundary}&basis=${changes.basis}`;
  const { body, status } = await ask(`/v1/${league.code}/games/${changes.game.id}?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const folded = foldAt(game, { at, boundary });
  return {
    server: {
      state: body.state,
      lineups: body.lineups,
      box: body.box,
      bounds: body.bounds,
      last: body.last_play?.play_id ?? null,
    },
    page: {
      state: folded.state,
      lineups: folded.lineups,
      box: folded.box,
      bounds: folded.bounds,
      last: folded.last?.id ?? null,
    },
  };
}

async function expectAgreement(game: FoldableGame, instants: readonly number[]): Promise<void> {
  for (const at of instants) {
    for (const boundary of ['at', 'before'] as const) {
      const { server, page } = await bothAt(game, at, boundary);
      expect(page, `${formatInstant(at)} ${boundary}`).toEqual(server);
    }
  }
}

beforeAll(async () => {
  database = await cloneDatabase();
  ask = asking(database.pool);
});
afterAll(() => database.close());

describe('the changes of a simulated game', () => {
  const [game] = simulateSeason({ seed: 'fold', season: '2023-24', teams: 2, gamesPerTeam: 1 });
  if (game === undefined) throw new RangeError('no game');
  beforeAll(() => loadGames(database.pool, [game]));

  test('fold to the server’s answer at its plays, a millisecond beside them, before it and after it', async () => {
    const folded = await changesOf('demo', game.gameId);
    const { times } = folded;
    expect(times.length).toBeGreaterThan(300);
    const chosen = [...new Set(times)].filter((_, position) => position % 9 === 0);
    const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
    await expectAgreement(folded, [
      first - 1,
      first,
      last,
      last + 1,
      last + 86_400_000,
      ...chosen.flatMap((at) => [at, at + 1]),
    ]);
  });

  test('are known by their basis: kept for ever with it, asked again without it', async () => {
    const path = `/v1/demo/games/${game.gameId}/changes`;
    const newest = await ask(path);
    expect(newest.headers.get('cache-control')).toBe('no-cache');
    const held = await ask(path, { 'if-none-match': newest.headers.get('etag') ?? '' });
    expect(held.status).toBe(304);
    const fixed = await ask(`${path}?basis=${newest.body.basis}`);
    expect(fixed.headers.get('cache-control')).toContain('immutable');
    expect(fixed.body).toEqual(newest.body);
    expect((await ask('/v1/demo/games/none/changes')).body.type).toBe('not-found');
  });
});

describeReal('the changes of real games', () => {
  beforeAll(() =>
    loadAll(
      database.pool,
      realPath('nba-live'),
      realPath('nba-stats-v2', 'schedule.csv'),
      realPath('nba-stats-v2', 'events', '0021500017.csv.gz'),
      realPath('mlb'),
    ),
  );

  test('fold to the server’s answer at every play of 0022000001, at and before', async () => {
    const game = await changesOf('nba', '0022000001');
    expect(new Set(game.times).size).toBeGreaterThan(400);
    await expectAgreement(game, [...new Set(game.times)]);
  });

  test('give the possessions and shares of rebounds that the official box gives', async () => {
    const { content } = realDocument('nba-live', 'boxscore_0022000001.json');
    if (content.kind !== 'json') throw new RangeError('not JSON');
    const { homeTeam, awayTeam } = (content.value as OfficialBox).game;
    const [home, away] = [homeTeam.statistics, awayTeam.statistics];
    const used = [home, away].map(
      (side) =>
        side.fieldGoalsAttempted +
        0.44 * side.freeThrowsAttempted -
        side.reboundsOffensive +
        side.turnoversTotal,
    );
    const { body } = await ask('/v1/nba/games/0022000001');
    const { derived } = body.box.home.team;
    expect(derived.possessions).toBeCloseTo(((used[0] ?? 0) + (used[1] ?? 0)) / 2, 1);
    expect(derived.oreb_pct).toBeCloseTo(
      home.reboundsOffensive / (home.reboundsOffensive + away.reboundsDefensive),
      3,
    );
    expect(derived.dreb_pct).toBeCloseTo(
      home.reboundsDefensive / (home.reboundsDefensive + away.reboundsOffensive),
      3,
    );
  });

  test('carry the doubt of minute stamps', async () => {
    const game = await changesOf('nba', '0021500017');
    const instants = [...new Set(game.times)].filter((_, position) => position % 6 === 0);
    await expectAgreement(game, instants);
    const doubts = instants.map((at) => foldAt(game, { at, boundary: 'at' }).bounds?.plays_in_doubt ?? 0);
    expect(Math.max(...doubts)).toBeGreaterThan(1);
  });

  test('fold where nothing accrues and the clock counts outs', async () => {
    const game = await changesOf('mlb', '715720');
    await expectAgreement(
      game,
      [...new Set(game.times)].filter((_, position) => position % 8 === 0),
    );
  });
});
