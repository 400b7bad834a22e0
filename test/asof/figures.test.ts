/** Figures from other lines of the games against the boxes of the game route, under histories that were revised. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readChanges } from '../../src/asof/changes.ts';
import { readBoxesAt } from '../../src/asof/game-box.ts';
import { type FoldableGame, foldable, lineAfter } from '../../src/asof/game-fold.ts';
import { formatInstant } from '../../src/asof/instant.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import type { CounterValues } from '../../src/sports/formula.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { valuesInDoubt } from './figure-bounds.ts';
import { drawEntity, drawInstant, league, type Told, tellHistories } from './told.ts';

const RUNS = Math.ceil(Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150) / 2);
const { sport } = league;
const LONG_AGO = 'as_of=1990-01-01T00:00:00Z';
const LATE = 'as_of=2031-01-01T00:00:00Z';

const [game] = simulateSeason({ seed: 'figures', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let histories: Told[];
let games: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  histories = await tellHistories(database.pool, 2, 77);
  await loadGames(database.pool, [game]);
  ask = asking(database.pool);
  const { rows } = await database.pool.query<{ game_id: string }>('select game_id from nba.games');
  games = rows.map(({ game_id }) => game_id);
});
afterAll(() => database.close());

type Line = { readonly counters: CounterValues; readonly derived: CounterValues };
interface Box {
  readonly game: { readonly id: string; readonly season: string; readonly season_type: string };
  readonly own: Line;
  readonly lines: Readonly<Record<'team' | 'opponent' | 'players' | 'opposing', CounterValues>>;
}

/** Boxes of all games that an entity was listed in. */
async function boxesOf(kind: 'player' | 'team', id: string, shared: string): Promise<Box[]> {
  const boxes: Box[] = [];
  const { rows } = await database.pool.query<{ game_id: string }>(
    `select distinct game_id from nba.${kind}_stats join nba.games using (game_key)
     join nba.${kind}s using (${kind}_key) where ${kind}_id = $1`,
    [id],
  );
  for (const { game_id: game } of rows) {
    const { status, body } = await ask(`/v1/nba/games/${game}?${shared}`);
    if (status === 404) continue;
    for (const [side, other] of [
      [body.box.home, body.box.away],
      [body.box.away, body.box.home],
    ]) {
      const own =
        kind === 'team'
          ? side.team.id === id && side.team
          : side.players.find((line: { player: { id: string } }) => line.player.id === id);
      if (!own) continue;
      const players = (of: { players: Line[] }) => sum(of.players.map(({ counters }) => counters));
      const teams = { team: side.team.counters, opponent: other.team.counters };
      boxes.push({
        game: body.game,
        own,
        lines: { ...teams, players: players(side), opposing: players(other) },
      });
    }
  }
  return boxes;
}

function sum(lines: readonly CounterValues[]): CounterValues {
  // In stored units: hundredths of seconds do not add up exactly.
  return Object.fromEntries(
    sport.counters.map(({ name, perUnit = 1 }) => [
      name,
      lines.reduce((total, line) => total + Math.round((line[name] ?? 0) * perUnit), 0) / perUnit,
    ]),
  );
}

describe('figures from other lines of the games', () => {
  test('are those of the boxes of the games added up, at any instant, boundary, type and basis', async () => {
    const tally = { known: 0, unknown: 0, inGame: 0 };
    for (let run = 0; run < RUNS; run++) {
      const told = histories[run % histories.length] as Told;
      const { random } = told;
      const { kind, id } = drawEntity(told);
      const at = random.chance(0.5) ? random.pick(told.instants) : drawInstant(told);
      const boundary = random.pick(['at', 'before']);
      const shared = `as_of=${formatInstant(at)}&boundary=${boundary}&basis=${random.pick(told.bases)}`;
      const type = random.pick(['all', 'all', 'regular', 'playoffs']);
      const path = `/v1/nba/${kind}s/${id}/stats?${shared}&season_type=${type}&derived=all`;
      const { status, body } = await ask(path);
      if (status === 404) continue;
      expect(status, `${path} ${JSON.stringify(body)}`).toBe(200);

      const figures = sport.gameFigures.filter(({ whose }) => whose === kind);
      const boxes = await boxesOf(kind, id, shared);
      const { season, counters, derived } = body.totals.season;
      const counted = boxes.filter(
        ({ game, own }) =>
          game.season === season && (type === 'all' || game.season_type === type) && own.counters.games === 1,
      );
      const isKnown = counted.length === counters.games;
      const total = (of: keyof Box['lines']) => (isKnown ? sum(counted.map(({ lines }) => lines[of])) : {});
      const lines = {
        own: counters,
        team: total('team'),
        opponent: total('opponent'),
        players: total('players'),
        opposing: total('opposing'),
      };
      for (const { name, of } of figures) expect(derived[name], `${path} ${name}`).toBe(of(lines));
      tally[isKnown ? 'known' : 'unknown']++;
      expect(body.totals.career.derived).not.toHaveProperty(figures[0]?.name ?? '');

      if (body.totals.game === null || type !== 'all') continue;
      const box = boxes.find(({ game }) => game.id === body.game.id);
      if (box === undefined) throw new RangeError(`${path}: in a game that has no box`);
      expect(body.totals.game.counters, path).toEqual(box.own.counters);
      expect(body.totals.game.derived, path).toEqual(box.own.derived);
      tally.inGame++;
    }
    expect(Math.min(...Object.values(tally)), JSON.stringify(tally)).toBeGreaterThan(0);
  });

  test('have bounds in the leaders that hold every state that plays in doubt allow', async () => {
    const told = histories[0] as Told;
    const basis = told.bases.at(-1);
    const folded: FoldableGame[] = [];
    for (const id of games) {
      const changes = await readChanges(database.pool, league, id, basis ?? null);
      if (changes !== null) folded.push(foldable(changes, league));
    }
    const stated = new Set(told.statements.map(({ playerId }) => playerId));
    let bounded = 0;
    for (let run = 0; run < RUNS / 2; run++) {
      const { random } = told;
      const [figure, scope] = [random.pick(sport.gameFigures), random.pick(['game', 'season'])];
      const at = random.pick(told.instants);
      const path =
        `/v1/nba/leaders?counter=${figure.name}&of=${figure.whose}&scope=${scope}&limit=200` +
        `&as_of=${formatInstant(at)}&basis=${basis}`;
      const { body } = await ask(path);
      for (const { value, bounds, game_id, ...leader } of body.leaders) {
        const { id } = leader[figure.whose];
        if (stated.has(id)) continue;
        const counted = folded.filter(({ changes: { game } }) =>
          scope === 'game' ? game.id === game_id : game.season === body.season,
        );
        const values = valuesInDoubt(sport, figure, id, counted, at).filter((one) => one !== null);
        const [min, max] = [Math.min(value, ...values), Math.max(value, ...values)];
        expect(bounds, `${path} ${id}`).toEqual(min === max ? null : { min, max });
        if (min !== max) bounded++;
      }
    }
    expect(bounded).toBeGreaterThan(0);
  });

  test('stand on the lines of a game up to a play, and not beyond it among plays of one instant', async () => {
    const basis = (histories[0] as Told).bases.at(-1) ?? 0;
    let seen = 0;
    for (const id of games.slice(0, 3)) {
      const changes = await readChanges(database.pool, league, id, basis);
      if (changes === null) continue;
      const key = (
        await database.pool.query<{ key: number }>(
          'select game_key as key from nba.games where game_id = $1',
          [id],
        )
      ).rows[0]?.key;
      for (const [position, play] of changes.plays.entries()) {
        const asOf = {
          at: Date.parse(play.wall_clock_time),
          boundary: 'at',
          order: play.order_key,
          basis,
        } as const;
        const box = (await readBoxesAt(database.pool, league, [key ?? 0], asOf)).get(key ?? 0);
        for (const line of changes.teams) {
          const counters = box?.teams.find((team) => team.id === line.id)?.counters;
          expect(counters ?? null, `${id} ${play.id}`).toEqual(
            lineAfter(sport, 'team', line, changes, position + 1),
          );
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('of a season of one game are those of the game, at its last play and ever after', async () => {
    const { body } = await ask(`/v1/demo/games/${game.gameId}`);
    let some = 0;
    for (const side of [body.box.home, body.box.away]) {
      for (const [path, { derived }] of [
        [`teams/${side.team.id}`, side.team],
        ...side.players.map((line: Line & { player: { id: string } }) => [`players/${line.player.id}`, line]),
      ]) {
        const asked = `/v1/demo/${path}/stats?derived=all&as_of=`;
        const last = (await ask(`${asked}${body.last_play.wall_clock_time}`)).body.totals;
        expect(last.game.derived, path).toEqual(derived);
        expect(last.season.derived, path).toEqual(derived);
        expect((await ask(`${asked}2031-01-01T00:00:00Z`)).body.totals.season.derived, path).toEqual(derived);
        some += sport.gameFigures.filter(({ name }) => derived[name] != null).length;
      }
    }
    expect(some).toBeGreaterThan(20);
  });

  test('are null over zero', async () => {
    const before = (
      await ask(`/v1/demo/teams/${game.boxscore.game.homeTeam.teamId}/stats?derived=all&${LONG_AGO}`)
    ).body.totals;
    expect(before.season.derived).toMatchObject({
      possessions: 0,
      pace: null,
      off_rtg: null,
      oreb_pct: null,
    });
    const [player] = game.boxscore.game.homeTeam.players;
    const his = (await ask(`/v1/demo/players/${player?.personId}/stats?derived=all&${LONG_AGO}`)).body.totals;
    expect(his.season.derived).toMatchObject({ usg_pct: null, ast_pct: null, reb_pct: null });
  });

  test('of an old basis stay as they were, to the byte, after a correction', async () => {
    const { basis } = (await ask('/v1/basis')).body;
    const paths = ['counter=ast_pct', 'counter=off_rtg&of=team', 'counter=usg_pct&scope=game'].map(
      (query) => `/v1/demo/leaders?limit=200&${query}`,
    );
    for (const { personId } of game.boxscore.game.homeTeam.players)
      paths.push(`/v1/demo/players/${personId}/stats?derived=all`);
    const answers = async (known: string) => {
      const texts: string[] = [];
      for (const path of paths) texts.push((await ask(withQuery(path, `${LATE}${known}`))).text);
      return texts;
    };
    const told = await answers(`&basis=${basis}`);
    await loadGames(database.pool, [reviseGame(game, 'figures', 'assist moved').game]);
    expect(await answers(`&basis=${basis}`)).toEqual(told);
    const derived = (texts: string[]) => texts.map((text) => JSON.parse(text).totals?.season.derived.ast_pct);
    expect(derived(await answers(''))).not.toEqual(derived(told));
  });
});

function withQuery(path: string, query: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
