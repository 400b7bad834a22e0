import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import type { Boundary } from '../../src/asof/query.ts';
import { comparePlaces, type Place, placeOf } from '../histories/naive-game.ts';
import type { Cells } from '../histories/naive-totals.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase, testDatabase } from '../setup/database.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { type Asked, add, cutOf, earned, gamesOf, isKnown, named } from './naive-parts.ts';
import { loadCareer } from './real-career.ts';
import { drawEntity, drawInstant, league, type Told, tellHistories } from './told.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150);

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let histories: Told[];

beforeAll(async () => {
  database = await cloneDatabase();
  histories = await tellHistories(database.pool, 3, 11);
  ask = asking(database.pool);
});
afterAll(() => database.close());

const NOTHING = league.sport.counters.map(() => 0);
const ofHistory = (run: number) => histories[run % histories.length] as Told;

function draw(told: Told): Asked & { readonly boundary: Boundary } {
  const { random, bases } = told;
  return {
    ...drawEntity(told),
    basis: random.pick(bases),
    seasonType: random.pick(['all', 'all', 'regular', 'playoffs']),
    boundary: random.pick(['at', 'before'] as const),
  };
}

function pathOf({ kind, id, basis, seasonType }: Asked, query: string): string {
  return `/v1/nba/${kind}s/${id}/interval?season_type=${seasonType}&basis=${basis}&${query}`;
}

/** Every state of a line at an instant that plays in doubt leave open. */
function statesOf(told: Told, asked: Asked, at: number, boundary: Boundary): Place[] {
  for (const game of gamesOf(told, { ...asked, seasonType: 'all' })) {
    const [first, ...rest] = game.doubtful(at, boundary);
    if (first !== undefined) return [{ at: first.at, order: first.order - 1 }, first, ...rest];
  }
  return [cutOf(at, boundary)];
}

test('an interval is the difference of two naive sums, at every basis; intervals add up', async () => {
  let bounded = 0;
  for (let run = 0; run < RUNS; run++) {
    const told = ofHistory(run);
    const asked = draw(told);
    const { boundary } = asked;
    const near = drawInstant(told);
    const instants = [near, told.random.chance(0.5) ? drawInstant(told) : near + 9000, drawInstant(told)];
    const [a = 0, b = 0, c = 0] = instants.sort((x, y) => x - y);
    const get = async (from: number, to: number) => {
      const path = pathOf(asked, `from=${formatInstant(from)}&to=${formatInstant(to)}&boundary=${boundary}`);
      const reply = await ask(path);
      expect(reply.status, path).toBe(isKnown(told, asked) ? 200 : 404);
      return { path, ...reply };
    };
    const [ab, bc, ac] = [await get(a, b), await get(b, c), await get(a, c)];
    if (ab.status === 404) continue;
    for (const [{ body, path }, from, to] of [
      [ab, a, b],
      [bc, b, c],
      [ac, a, c],
    ] as const) {
      const cells = earned(told, asked, cutOf(from, boundary), cutOf(to, boundary));
      expect(body.counters, path).toEqual(named(cells));
      const derived = league.sport.derived.map(({ name, of }) => [name, of(named(cells))]);
      expect(body.derived, path).toEqual(Object.fromEntries(derived));
      expect(body.coverage.games_from_plays + body.coverage.games_from_totals).toBe(body.counters.games);
      const hasTotals = told.statements.some(({ playerId }) => playerId === asked.id);
      if (hasTotals || from === to) continue;
      const values = statesOf(told, asked, from, boundary).flatMap((start) =>
        statesOf(told, asked, to, boundary)
          .filter((end) => comparePlaces(start, end) <= 0)
          .map((end) => named(earned(told, asked, start, end))),
      );
      const of = (pick: (...all: number[]) => number) =>
        Object.fromEntries(
          Object.keys(body.counters).map((name) => [name, pick(...values.map((one) => one[name] ?? 0))]),
        );
      const [min, max] = [of(Math.min), of(Math.max)];
      const isExact = JSON.stringify(min) === JSON.stringify(max);
      if (!isExact) bounded++;
      const { bounds } = body;
      expect(bounds === null ? null : [bounds.min.counters, bounds.max.counters], path).toEqual(
        isExact ? null : [min, max],
      );
    }
    const whole = add(Object.values(ab.body.counters), Object.values(bc.body.counters));
    const rounded = whole.map((value) => (value === null ? null : Math.round(value * 100) / 100));
    expect(rounded, ac.path).toEqual(Object.values(ac.body.counters));
  }
  expect(bounded).toBeGreaterThan(0);
});

test('a stretch of a game by its clock is the difference of two naive sums; periods add up', async () => {
  for (let run = 0; run < RUNS / 2; run++) {
    const told = ofHistory(run);
    const { random } = told;
    const asked = { ...draw(told), seasonType: 'all' };
    const game = random.pick(told.telling.model.accepted).naive.game.id;
    const known = told.telling.model.knownAt(asked.basis).find((one) => one.game.id === game);
    if (known === undefined || !isKnown(told, asked)) continue;
    const last = Math.max(...known.game.plays.map(({ period }) => period));
    const place = (counts: (period: number, clock: number) => boolean): Place =>
      known.steps
        .filter(({ play }) => counts(play.period, play.clock))
        .map(({ play }) => placeOf(play))
        .at(-1) ?? { at: known.first, order: Number.NEGATIVE_INFINITY };
    const period = random.whole(1, last);
    const clock = random.pick(known.game.plays.map((play) => play.clock));
    const whole = await ask(pathOf(asked, `game_id=${game}&period=${period}`));
    const start = place((of) => of < period);
    const end = place((of) => of <= period);
    const said = `${game} period ${period}`;
    expect(whole.body.counters, said).toEqual(named(earned(told, asked, start, end)));
    expect(whole.body.bounds).toBeNull();
    const middle = place((of, left) => {
      const counts = asked.boundary === 'at' ? left >= clock : left > clock;
      return of < period || (of === period && counts);
    });
    const cut = `${Math.floor(clock / 6000)}:${((clock % 6000) / 100).toFixed(2).padStart(5, '0')}`;
    const query = `game_id=${game}&boundary=${asked.boundary}`;
    const early = await ask(pathOf(asked, `${query}&to_period=${period}&to_clock=${cut}`));
    const late = await ask(pathOf(asked, `${query}&from_period=${period}&from_clock=${cut}`));
    const opening = { at: known.first, order: Number.NEGATIVE_INFINITY };
    const closing = place(() => true);
    expect(early.body.counters, `${said} to ${cut}`).toEqual(named(earned(told, asked, opening, middle)));
    expect(late.body.counters, `${said} from ${cut}`).toEqual(named(earned(told, asked, middle, closing)));
  }
});

test('the last games are those played in as of the instant', async () => {
  for (let run = 0; run < RUNS / 2; run++) {
    const told = ofHistory(run);
    const asked = draw(told);
    if (!isKnown(told, asked)) continue;
    const [at, count] = [drawInstant(told), told.random.whole(1, 4)];
    const cut = cutOf(at, asked.boundary);
    const query = `last_games=${count}&as_of=${formatInstant(at)}&boundary=${asked.boundary}`;
    const { body } = await ask(pathOf(asked, query));
    const games = gamesOf(told, asked)
      .map((game) => ({ id: game.game.id, line: game.sum(asked.kind, asked.id, cut) }))
      .filter(({ line }) => (line[0] ?? 0) > 0)
      .slice(-count);
    expect(body.games, JSON.stringify([asked, query])).toEqual(games.map(({ id }) => id));
    const sum = games.map(({ line }) => line).reduce<Cells>(add, NOTHING);
    expect(body.counters).toEqual(named(sum));
  }
});

test('an answer at a basis stays when its games are told otherwise', async () => {
  const { pool } = await testDatabase();
  const [told] = await tellHistories(pool, 1, 11);
  if (told === undefined) throw new RangeError('nothing was told');
  const ends = 'from=2021-01-01T00:00:00Z&to=2031-01-01T00:00:00Z';
  const path = `/v1/nba/teams/${told.telling.ids.team(0)}/interval?${ends}`;
  const fixed = `${path}&basis=${told.bases.at(-1)}`;
  const askHere = asking(pool);
  const [before, newest] = [await askHere(fixed), await askHere(path)];
  expect(newest.text).toBe(before.text);
  const [again] = await tellHistories(pool, 1, 12);
  expect(again?.telling.told.some(({ outcome }) => outcome === 'loaded')).toBe(true);
  const after = await askHere(fixed);
  expect(after.text).toBe(before.text);
  expect(after.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await askHere(path)).body.basis).toBeGreaterThan(before.body.basis);
});

test.each([
  ['no ends', '', 'from'],
  ['one end', 'from=2021-01-01T00:00:00Z', 'to'],
  ['ends the wrong way round', 'from=2022-01-01T00:00:00Z&to=2021-01-01T00:00:00Z', 'from'],
  ['a clock without a game', 'from=2021-01-01T00:00:00Z&to=2022-01-01T00:00:00Z&period=1', 'period'],
  ['a period the game has not', 'game_id=GAME&period=9', 'period'],
  ['a first period the game has not', 'game_id=GAME&from_period=9', 'from_period'],
  ['a clock that no period has', 'game_id=GAME&from_period=1&from_clock=99:00', 'from_clock'],
  ['a clock without its period', 'game_id=GAME&from_clock=9:00', 'from_clock'],
  [
    'a stretch the wrong way round',
    'game_id=GAME&from_period=1&from_clock=3:00&to_period=1&to_clock=9:00',
    'from_period',
  ],
  ['no games', 'last_games=0&as_of=2021-01-01T00:00:00Z', 'last_games'],
  ['last games of no instant', 'last_games=3', 'as_of'],
])('%s is refused', async (_, query, parameter) => {
  const [game] = ofHistory(0).telling.model.accepted;
  const id = ofHistory(0).telling.ids.team(0);
  const path = `/v1/nba/teams/${id}/interval?${query.replace('GAME', game?.game.id ?? '')}`;
  const { status, body } = await ask(path);
  expect([status, body.type, body.parameter], JSON.stringify(body)).toEqual([
    400,
    'invalid-parameter',
    parameter,
  ]);
});

test('a game, a player or a basis nobody has is not found', async () => {
  const id = ofHistory(0).telling.ids.team(0);
  const ends = 'from=2021-01-01T00:00:00Z&to=2022-01-01T00:00:00Z';
  expect((await ask(`/v1/nba/teams/${id}/interval?game_id=nope`)).body.type).toBe('not-found');
  expect((await ask(`/v1/nba/players/nope/interval?${ends}`)).body.type).toBe('not-found');
  expect((await ask(`/v1/nba/teams/${id}/interval?${ends}&basis=99999`)).body.type).toBe('unknown-basis');
});

describeReal('real games', () => {
  let real: TestDatabase & { close(): Promise<void> };
  let askReal: (path: string) => Promise<Reply>;
  const GAME = '0021600270';
  beforeAll(async () => {
    real = await cloneDatabase();
    await loadCareer(real.pool, realPath('nba-stats-v2-json'));
    askReal = asking(real.pool);
  });
  afterAll(() => real.close());

  test('a team scored in each period what the official line score says', async () => {
    const { default: fs } = await import('node:fs');
    const file = fs
      .readdirSync(realPath('nba-stats-v2-json'))
      .find((name) => name.includes('summary') && name.includes(GAME));
    const summary = JSON.parse(fs.readFileSync(realPath('nba-stats-v2-json', file ?? ''), 'utf8'));
    const set = summary.resultSets.find((one: { name: string }) => one.name === 'LineScore');
    const column = (row: unknown[], name: string) => row[set.headers.indexOf(name)];
    for (const row of set.rowSet) {
      for (const [period, name] of ['PTS_QTR1', 'PTS_QTR2', 'PTS_QTR3', 'PTS_QTR4', 'PTS_OT1'].entries()) {
        const path = `/v1/nba/teams/${column(row, 'TEAM_ID')}/interval?game_id=${GAME}&period=${period + 1}`;
        const { body } = await askReal(path);
        expect(body.counters?.pts, `${path} ${JSON.stringify(body)}`).toBe(column(row, name));
      }
    }
  });

  test('an interval that crosses the end of a season counts its totals once', async () => {
    const between = async (from: string, to: string) =>
      (await askReal(`/v1/nba/players/977/interval?from=${from}&to=${to}&season_type=regular`)).body;
    const [autumn, spring, later] = ['2015-12-28T00:00:00Z', '2016-01-15T00:00:00Z', '2016-06-19T00:00:00Z'];
    expect((await between('1996-01-01T00:00:00Z', autumn)).counters).toMatchObject({
      games: 1280,
      pts: 32482,
    });
    const game = await between(autumn, spring);
    expect(game.counters.games).toBe(1);
    expect(game.counters.seconds).toBeGreaterThan(0);
    const rest = await between(spring, later);
    expect(rest.counters).toMatchObject({ games: 65, pts: 1161 - game.counters.pts, seconds: null });
    expect(rest.coverage).toEqual({ games_from_plays: 0, games_from_totals: 65 });
    expect((await between(later, '2018-01-01T00:00:00Z')).counters).toMatchObject({
      games: 0,
      pts: 0,
      seconds: 0,
    });
    const inside = await between('2005-12-25T20:00:00Z', '2006-06-01T00:00:00Z');
    expect(inside.counters.pts).toBe(2832);
    expect([inside.bounds.min.counters.pts, inside.bounds.max.counters.pts]).toEqual([0, 2832]);
  });
});
