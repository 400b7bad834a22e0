import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { partOfOrder, seasonOrder } from '../../src/plays/game.ts';
import { comparePlaces, type Place, placeOf } from '../histories/naive-game.ts';
import type { Cells } from '../histories/naive-totals.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { describeReal } from '../setup/real-data.ts';
import { type Asked, add, careerAt, cutOf, gamesOf, isKnown, named, partsAt } from './naive-parts.ts';
import type { Scope } from './naive-scopes.ts';
import { loadCareer } from './real-career.ts';
import { drawEntity, drawInstant, league, type Told, tellHistories } from './told.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150);

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let histories: Told[];

beforeAll(async () => {
  database = await cloneDatabase();
  histories = await tellHistories(database.pool, 3, 31);
  ask = asking(database.pool);
});
afterAll(() => database.close());

interface Candidate extends Place {
  readonly playId: string | null;
  readonly value: number | null;
}

/** Every place at which something may change, in order, with a counter's value in the scope. */
function valuesOf(told: Told, asked: Asked, scope: Scope, counter: string): Candidate[] {
  // Added up in stored units: hundredths of seconds do not add up exactly.
  const inYear = (place: Place, year: number) =>
    [...partsAt(told, asked, place)]
      .filter(([order]) => partOfOrder(order).year === year)
      .map(([, { values }]) => values)
      .reduce<Cells>(
        add,
        league.sport.counters.map(() => 0),
      );
  const value = (place: Place, year: number) =>
    named(scope === 'career' ? careerAt(told, asked, place) : inYear(place, year))[counter] ?? null;
  const played = gamesOf(told, asked).flatMap((game) =>
    game.steps.map(({ play }) => {
      const place = placeOf(play);
      const own = () => named(game.sum(asked.kind, asked.id, place))[counter] ?? null;
      const { year } = partOfOrder(seasonOrder(game.game.part));
      return { ...place, playId: play.id, value: scope === 'game' ? own() : value(place, year) };
    }),
  );
  const stated = told.statements.filter((one) => one.playerId === asked.id && one.basis <= asked.basis);
  const marks = stated
    .filter(({ part }) => asked.seasonType === 'all' || part.type === asked.seasonType)
    .map(({ at, part }) => {
      const place = { at, order: 0 };
      return { ...place, playId: null, value: value(place, partOfOrder(seasonOrder(part)).year) };
    });
  const all = scope === 'game' || asked.kind === 'team' ? played : [...played, ...marks];
  return all.sort(comparePlaces);
}

test('the first play is the first at which a naive sum reaches the number, in every scope, at every basis', async () => {
  const found = { plays: 0, totals: 0, never: 0 };
  for (let run = 0; run < RUNS; run++) {
    const told = histories[run % histories.length] as Told;
    const { random } = told;
    const asked = {
      ...drawEntity(told),
      basis: random.pick([told.bases.at(-1) ?? 0, random.pick(told.bases)]),
      seasonType: random.pick(['all', 'all', 'regular', 'playoffs']),
    };
    const scope = random.pick(['game', 'season', 'career'] as const satisfies Scope[]);
    const counter = random.pick([
      'pts',
      'games',
      'reb',
      'plus_minus',
      'seconds',
      random.pick(league.sport.counters).name,
    ]);
    const boundary = random.pick(['at', 'before'] as const);
    const at = random.chance(0.4) ? drawInstant(told) : null;
    const until = at === null ? null : cutOf(at, boundary);
    if (!isKnown(told, asked)) continue;
    const values = valuesOf(told, asked, scope, counter);
    const reachable = values.map(({ value }) => value ?? 0).filter((value) => value > 0);
    const goal = reachable.length > 0 && random.chance(0.9) ? random.pick(reachable) : 5000;
    const path =
      `/v1/nba/${asked.kind}s/${asked.id}/milestones?counter=${counter}&reaches=${goal}&scope=${scope}` +
      `&season_type=${asked.seasonType}&basis=${asked.basis}&boundary=${boundary}` +
      (at === null ? '' : `&as_of=${formatInstant(at)}`);
    const { body, status } = await ask(path);
    expect(status, `${path} ${JSON.stringify(body)}`).toBe(200);
    const first = values
      .filter((place) => until === null || comparePlaces(place, until) <= 0)
      .find(({ value }) => value !== null && value >= goal);
    const { reached } = body;
    if (first === undefined) {
      expect(reached, path).toBeNull();
      found.never++;
    } else if (first.playId === null) {
      expect([reached?.wall_clock_time, reached?.precision, reached?.latest, reached?.value], path).toEqual([
        null,
        'season',
        formatInstant(first.at),
        first.value,
      ]);
      found.totals++;
    } else {
      expect([reached?.wall_clock_time, reached?.play_id, reached?.value], path).toEqual([
        formatInstant(first.at),
        first.playId,
        first.value,
      ]);
      found.plays++;
    }
  }
  expect(Math.min(...Object.values(found)), JSON.stringify(found)).toBeGreaterThan(RUNS / 30);
});

test('a counter that falls again is found at its highest and just below, and never above', async () => {
  const found = { reached: 0, never: 0 };
  for (let run = 0; run < RUNS; run++) {
    const told = histories[run % histories.length] as Told;
    const { random } = told;
    const asked = {
      ...drawEntity(told),
      basis: random.pick(told.bases),
      seasonType: random.pick(['all', 'regular']),
    };
    if (!isKnown(told, asked)) continue;
    const scope = random.pick(['game', 'season', 'career'] as const satisfies Scope[]);
    const values = valuesOf(told, asked, scope, 'plus_minus');
    const highest = Math.max(0, ...values.map(({ value }) => value ?? 0));
    const goal = Math.max(1, highest + random.pick([-2, -1, 0, 0, 1]));
    const { body } = await ask(
      `/v1/nba/${asked.kind}s/${asked.id}/milestones?counter=plus_minus&reaches=${goal}&scope=${scope}` +
        `&season_type=${asked.seasonType}&basis=${asked.basis}`,
    );
    const first = values.find(({ value }) => value !== null && value >= goal);
    found[first === undefined ? 'never' : 'reached']++;
    expect([body.reached?.play_id ?? null, body.reached?.value ?? null], JSON.stringify(asked)).toEqual([
      first?.playId ?? null,
      first?.value ?? null,
    ]);
  }
  expect(Math.min(...Object.values(found)), JSON.stringify(found)).toBeGreaterThan(0);
});

test('the numbers ahead are round, and as far as the as-of says', async () => {
  for (let run = 0; run < RUNS / 5; run++) {
    const told = histories[run % histories.length] as Told;
    const asked = { ...drawEntity(told), basis: told.bases.at(-1) ?? 0, seasonType: 'all' };
    if (!isKnown(told, asked)) continue;
    const at = drawInstant(told);
    const query = `as_of=${formatInstant(at)}&basis=${asked.basis}`;
    const { body } = await ask(`/v1/nba/${asked.kind}s/${asked.id}/milestones?${query}`);
    const values = named(careerAt(told, asked, cutOf(at, 'at')));
    const rising = Object.entries(values).filter(([name, value]) => name !== 'plus_minus' && value !== null);
    expect(
      body.milestones.map((one: { counter: string; value: number }) => [one.counter, one.value]),
    ).toEqual(rising);
    for (const { value, next } of body.milestones) {
      for (const { reaches, distance } of next) {
        expect(reaches).toBeGreaterThan(value);
        expect(reaches % 10).toBe(0);
        expect(distance).toBeCloseTo(reaches - value, 6);
      }
    }
  }
});

test.each([
  ['nothing', '', 'as_of'],
  ['a number of no counter', 'reaches=100', 'counter'],
  ['an unknown counter', 'counter=goals&reaches=10', 'counter'],
  ['zero', 'counter=pts&reaches=0', 'reaches'],
  ['less than zero', 'counter=pts&reaches=-5', 'reaches'],
  ['a word', 'counter=pts&reaches=many', 'reaches'],
  ['numbers ahead of what may go down', 'counter=plus_minus&as_of=2024-01-01T00:00:00Z', 'counter'],
  ['numbers ahead in a game', 'scope=game&as_of=2024-01-01T00:00:00Z', 'scope'],
  ['another scope', 'counter=pts&reaches=10&scope=life', 'scope'],
])('%s is refused', async (_, query, parameter) => {
  const id = (histories[0] as Told).telling.ids.team(0);
  const { status, body } = await ask(`/v1/nba/teams/${id}/milestones?${query}`);
  expect([status, body.type, body.parameter], JSON.stringify(body)).toEqual([
    400,
    'invalid-parameter',
    parameter,
  ]);
});

describeReal('a real career', () => {
  let real: TestDatabase & { close(): Promise<void> };
  let milestone: (query: string) => Promise<Reply['body']>;
  beforeAll(async () => {
    real = await cloneDatabase();
    await loadCareer(real.pool);
    const askReal = asking(real.pool);
    milestone = async (query) => (await askReal(`/v1/nba/players/977/milestones?${query}`)).body;
  });
  afterAll(() => real.close());

  test('30,000 points were reached within a season that only totals tell of: its bounds, and no instant', async () => {
    const { reached, may_be_earlier } = await milestone('counter=pts&reaches=30000&season_type=regular');
    expect(reached).toMatchObject({
      wall_clock_time: null,
      precision: 'season',
      season: '2012-13',
      play_id: null,
      earliest: '2012-10-30T04:00:00.000Z',
      latest: '2013-04-18T07:00:00.000Z',
    });
    expect(may_be_earlier).toBe(false);
  });

  test('a number reached in a game has its play, though games before it are not loaded', async () => {
    const { reached, may_be_earlier } = await milestone('counter=pts&reaches=32490&season_type=regular');
    expect(reached).toMatchObject({ game_id: '0021500476', precision: 'minute', season: '2015-16' });
    expect([reached.value >= 32490, reached.value - 3 < 32490, may_be_earlier]).toEqual([true, true, true]);
    expect(await milestone('counter=pts&reaches=33644')).toMatchObject({
      reached: null,
      unknown_since: null,
    });
    expect((await milestone('counter=seconds&reaches=100000')).unknown_since).toMatch(/^1997-04/);
  });

  test('the numbers ahead', async () => {
    const { milestones } = await milestone('as_of=2016-06-20T00:00:00Z&counter=pts');
    expect(milestones).toEqual([
      {
        counter: 'pts',
        value: 33643,
        bounds: null,
        next: [
          { reaches: 34000, distance: 357 },
          { reaches: 35000, distance: 1357 },
          { reaches: 40000, distance: 6357 },
        ],
      },
    ]);
  });
});
