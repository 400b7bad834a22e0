import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { readText } from '../fold/text-totals.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { isKnown, named } from './naive-parts.ts';
import { type Scope, scopeAt } from './naive-scopes.ts';
import { loadCareer } from './real-career.ts';
import { drawEntity, drawInstant, league, type Told, tellHistories } from './told.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150);

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let histories: Told[];

beforeAll(async () => {
  database = await cloneDatabase();
  histories = await tellHistories(database.pool, 3, 21);
  ask = asking(database.pool);
});
afterAll(() => database.close());

interface Point {
  readonly wall_clock_time: string;
  readonly game_id: string | null;
  readonly play_id: string | null;
  readonly counters: Record<string, number | null>;
}

const NAMES = league.sport.counters.map(({ name }) => name);

/** All pages of a timeline. */
async function pagesOf(path: string): Promise<{ start: Point | null; points: Point[] }> {
  const points: Point[] = [];
  let cursor: string | null = null;
  let start: Point | null = null;
  do {
    const reply: Reply = await ask(cursor === null ? path : `${path}&cursor=${cursor}`);
    expect(reply.status, reply.text).toBe(200);
    if (cursor === null) start = reply.body.start;
    points.push(...reply.body.points);
    cursor = reply.body.next_cursor;
  } while (cursor !== null);
  return { start, points };
}

test('the last value at an instant is the as-of of a naive sum, in every scope and at every basis', async () => {
  let seen = 0;
  for (let run = 0; run < RUNS; run++) {
    const told = histories[run % histories.length] as Told;
    const { random } = told;
    const boundary = random.pick(['at', 'before'] as const);
    const asked = {
      ...drawEntity(told),
      basis: random.pick([told.bases.at(-1) ?? 0, random.pick(told.bases)]),
      seasonType: random.pick(['all', 'all', 'regular', 'playoffs']),
    };
    const scope = random.pick(['game', 'season', 'career'] as const satisfies Scope[]);
    const drawn = random.shuffled(NAMES).slice(0, random.whole(1, 3));
    const counters = random.chance(0.4) ? [...new Set([...drawn, 'seconds'])] : drawn;
    const early = random.chance(0.5) ? Math.min(...told.instants) : drawInstant(told);
    const [from = 0, to = 0] = [early, drawInstant(told)].sort((a, b) => a - b);
    const every = random.chance(0.3) ? random.pick([1000, 60_000, 3_600_000]) : null;
    const path =
      `/v1/nba/${asked.kind}s/${asked.id}/timeline?from=${formatInstant(from)}&to=${formatInstant(to)}` +
      `&counters=${counters}&scope=${scope}&season_type=${asked.seasonType}&basis=${asked.basis}` +
      `&boundary=${boundary}&limit=${random.pick([1, 3, 1000])}` +
      (every === null ? '' : `&every=PT${every / 1000}S`);
    if (!isKnown(told, asked)) {
      expect((await ask(path)).status, path).toBe(404);
      continue;
    }
    const { start, points } = await pagesOf(path);
    seen += points.length;
    const wanted = (at: number) => {
      const values = scopeAt(told, asked, scope, at, boundary);
      const all = values === null ? null : named(values);
      return all === null ? null : Object.fromEntries(counters.map((name) => [name, all[name]]));
    };
    expect(start?.counters ?? null, path).toEqual(wanted(from));
    const instants = new Set(
      told.instants
        .flatMap((at) => [at, at + 1])
        .map((at) => (every === null ? at : from + Math.ceil((at - from) / every) * every))
        .filter((at) => at >= from && at <= to)
        .concat(to),
    );
    for (const at of random.shuffled([...instants]).slice(0, 40)) {
      const counts = (time: number) => (boundary === 'at' ? time <= at : time < at);
      const before = points.filter((point) => counts(Date.parse(point.wall_clock_time)));
      const expected = wanted(at);
      // Between games the scope of a game has no value; the points of a game hold within it.
      if (scope !== 'game')
        expect(before.at(-1)?.counters ?? start?.counters, `${path} ${at}`).toEqual(expected);
      else if (expected !== null) {
        const game = told.telling.model.answer({ ...asked, at, boundary, seasonType: 'all' })?.game?.id;
        const zeros = Object.fromEntries(counters.map((name) => [name, 0]));
        const since = before.filter((point) => point.game_id === game).at(-1)?.counters;
        const isAtStart = start !== null && at === from;
        const opening = startsIn(told, asked.basis, game ?? '', from, boundary) ? start?.counters : zeros;
        expect(since ?? (isAtStart ? start.counters : opening), `${path} ${at}`).toEqual(expected);
      }
    }
    for (const { game_id, play_id, wall_clock_time } of points) {
      if (game_id === null) continue;
      const game = told.telling.model.knownAt(asked.basis).find((one) => one.game.id === game_id);
      const play = game?.game.plays.find(({ id }) => id === play_id);
      expect(play?.stamp.at, `${game_id} ${play_id}`).toBe(Date.parse(wall_clock_time));
    }
    if (every === null) continue;
    const round = boundary === 'at' ? Math.ceil : Math.floor;
    const stretches = points.map(({ wall_clock_time }) =>
      round((Date.parse(wall_clock_time) - from) / every),
    );
    expect(new Set(stretches).size).toBe(stretches.length);
  }
  expect(seen).toBeGreaterThan(RUNS / 2);
});

/** Whether a game was going on at `from`. */
function startsIn({ telling }: Told, basis: number, id: string, from: number, boundary: string): boolean {
  const game = telling.model.knownAt(basis).find((one) => one.game.id === id);
  return game !== undefined && (boundary === 'at' ? game.first <= from : game.first < from);
}

test('so many points at most are given on request', async () => {
  const told = histories[1] as Told;
  const ends = 'from=2021-01-01T00:00:00Z&to=2025-01-01T00:00:00Z';
  const path = `/v1/nba/teams/${told.telling.ids.team(0)}/timeline?${ends}&counters=seconds,pts`;
  const [all, few] = [await pagesOf(path), await pagesOf(`${path}&max_points=3`)];
  expect(all.points.length).toBeGreaterThan(10);
  expect(few.points.length).toBeLessThanOrEqual(3);
  expect(few.points.at(-1)?.counters).toEqual(all.points.at(-1)?.counters);
});

test.each([
  ['no counters', '', 'counters'],
  ['an unknown counter', 'counters=pts,goals', 'counters'],
  ['ends the wrong way round', 'counters=pts&from=2026-01-01T00:00:00Z', 'from'],
  ['a limit below one', 'counters=pts&limit=-1', 'limit'],
  ['a length that is none', 'counters=pts&every=1h', 'every'],
  ['a length that varies', 'counters=pts&every=P1M', 'every'],
  ['two ways of thinning', 'counters=pts&every=PT1S&max_points=3', 'max_points'],
  ['a cursor of nobody', 'counters=pts&cursor=abc', 'cursor'],
])('%s is refused', async (_, query, parameter) => {
  const id = (histories[0] as Told).telling.ids.team(0);
  const asked = new URLSearchParams({ from: '2021-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' });
  for (const [name, value] of new URLSearchParams(query)) asked.set(name, value);
  const { status, body } = await ask(`/v1/nba/teams/${id}/timeline?${asked}`);
  expect([status, body.type, body.parameter], JSON.stringify(body)).toEqual([
    400,
    'invalid-parameter',
    parameter,
  ]);
});

describeReal('real games', () => {
  test('points are the running totals of the text; season totals take over when the season is over', async () => {
    const real = await cloneDatabase();
    try {
      await loadCareer(real.pool);
      const askReal = asking(real.pool);
      await expectTextTotals(askReal);
      const { body } = await askReal(
        '/v1/nba/players/977/timeline?from=2015-12-01T00:00:00Z&to=2017-01-01T00:00:00Z&counters=pts&season_type=regular',
      );
      expect(body.start.counters.pts).toBe(32482);
      const points = body.points.map((point: Point) => point.counters.pts);
      expect(points).toEqual([...points].sort((a, b) => a - b));
      expect(body.points.at(-1)).toMatchObject({
        counters: { pts: 33643 },
        precision: 'season',
        play_id: null,
        game_id: null,
        earliest: '2015-10-27T04:00:00.000Z',
        latest: '2016-04-14T07:00:00.000Z',
      });
    } finally {
      await real.close();
    }
  });
});

/** Every total that the league's own text states of a play is the value at the point of that play. */
async function expectTextTotals(askReal: (path: string) => Promise<Reply>): Promise<void> {
  const { content } = realDocument('nba-stats-v2', 'events', '0021500476.csv.gz');
  if (content.kind !== 'csv') throw new TypeError('not a CSV');
  const idAt = content.header.indexOf('EVENTNUM');
  const { totals } = readText(content);
  const day = 'from=2015-12-30T00:00:00Z&to=2016-01-01T00:00:00Z&scope=game';
  let held = 0;
  for (const playerId of new Set(totals.map((total) => total.playerId))) {
    const { body } = await askReal(`/v1/nba/players/${playerId}/timeline?${day}&counters=pts,ast,stl,blk`);
    const at = new Map((body.points as Point[]).map((point) => [point.play_id, point.counters]));
    for (const { row, counter, stated } of totals.filter((total) => total.playerId === playerId)) {
      if (!['pts', 'ast', 'stl', 'blk'].includes(counter)) continue;
      expect(at.get(content.rows[row]?.[idAt] ?? '')?.[counter], `${playerId} ${counter} in row ${row}`).toBe(
        stated,
      );
      held++;
    }
  }
  expect(held).toBeGreaterThan(80);
}
