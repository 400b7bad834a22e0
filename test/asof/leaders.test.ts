import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { rank } from '../../src/asof/ranking.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { drawInstant, league, type Told, tellHistories } from './told.ts';

const RUNS = Math.ceil(Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150) / 5);

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let histories: Told[];
let everybody: Record<'player' | 'team', string[]>;

beforeAll(async () => {
  database = await cloneDatabase();
  histories = await tellHistories(database.pool, 2, 41);
  ask = asking(database.pool);
  const idsOf = async (kind: string) => {
    const { rows } = await database.pool.query<{ id: string }>(`select ${kind}_id as id from nba.${kind}s`);
    return rows.map(({ id }) => id);
  };
  everybody = { player: await idsOf('player'), team: await idsOf('team') };
});
afterAll(() => database.close());

interface Line {
  readonly id: string;
  readonly game: string | null;
  readonly season: string | null;
  readonly counters: Record<string, number | null>;
  readonly derived: Record<string, number | null>;
}

/** What everybody's own answer says. */
async function linesOf(kind: 'player' | 'team', scope: string, shared: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const id of everybody[kind]) {
    const { status, body } = await ask(`/v1/nba/${kind}s/${id}/stats?${shared}&derived=all`);
    const season = status === 404 ? null : body.totals.season.season;
    if (season === null) continue;
    const { counters, derived } = body.totals[scope];
    lines.push({ id, game: null, season, counters, derived });
  }
  const newest = lines
    .map(({ season }) => season ?? '')
    .sort()
    .at(-1);
  return scope === 'season' ? lines.filter(({ season }) => season === newest) : lines;
}

/** What the boxes of the games of the instant say. */
async function boxLines(kind: 'player' | 'team', shared: string, types: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { id, status, season_type } of (await ask(`/v1/nba/games?${shared}`)).body.games) {
    if (status === 'scheduled' || (types !== 'all' && types !== season_type)) continue;
    const { box } = (await ask(`/v1/nba/games/${id}?${shared}`)).body;
    for (const side of [box.home, box.away]) {
      const all = kind === 'team' ? [{ player: { id: side.team.id }, ...side.team }] : side.players;
      for (const { player, counters, derived } of all) {
        const stats = league.sport.derived.map(({ name, of }) => [name, of(counters)] as const);
        const own = { ...derived, ...Object.fromEntries(stats) };
        lines.push({ id: player.id, game: id, season: null, counters, derived: own });
      }
    }
  }
  return lines;
}

/** What is asked often is answered from the games kept in the process. */
async function askOften(): Promise<void> {
  for (const told of histories) {
    for (const of of ['player', 'team']) {
      for (const scope of ['season', 'career']) {
        const instants = told.instants.filter((_, position) => position % 40 === 0);
        for (const at of [...instants, ...instants, ...instants].slice(0, 60)) {
          await ask(`/v1/nba/leaders?counter=pts&scope=${scope}&of=${of}&as_of=${formatInstant(at)}&limit=1`);
        }
      }
    }
  }
}

test.each([
  ['read', async () => {}],
  ['kept', askOften],
])(
  'leaders are the sort of what everybody’s own answer says, at any instant and basis: %s',
  async (_, prepare) => {
    await prepare();
    const stats = [...league.sport.counters, ...league.sport.derived].map(({ name }) => name);
    let [led, figured] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      const told = histories[run % histories.length] as Told;
      const { random } = told;
      const kind = random.pick(['player', 'player', 'team'] as const);
      const scope = random.pick(['game', 'season', 'career']);
      const type = random.pick(['all', 'all', 'regular', 'playoffs']);
      const figures = league.sport.gameFigures.filter(({ whose }) => whose === kind);
      const stat =
        scope !== 'career' && random.chance(0.5)
          ? random.pick(figures).name
          : random.pick(['pts', 'seconds', 'games', 'ppg', random.pick(stats)]);
      const [least, games] = [random.whole(0, 3), random.whole(0, 2)];
      const order = random.pick(['desc', 'desc', 'asc']);
      const limit = random.pick([1, 3, 200]);
      const at = random.chance(0.5) ? random.pick(told.instants) : drawInstant(told);
      const boundary = random.pick(['at', 'before']);
      const shared = `as_of=${formatInstant(at)}&boundary=${boundary}&basis=${random.pick(told.bases)}`;
      const path =
        `/v1/nba/leaders?counter=${stat}&scope=${scope}&of=${kind}&${shared}&season_type=${type}` +
        `&min_games=${games}&min=reb:${least}&limit=${limit}&order=${order}`;
      const { body, status } = await ask(path);
      expect(status, `${path} ${JSON.stringify(body)}`).toBe(200);
      const lines =
        scope === 'game'
          ? await boxLines(kind, shared, type)
          : await linesOf(kind, scope, `${shared}&season_type=${type}`);
      const valued = lines
        .filter(({ counters }) => (counters.reb ?? -1) >= least && (counters.games ?? -1) >= games)
        .flatMap(({ counters, derived, ...rest }) => {
          const value = counters[stat] ?? derived[stat] ?? null;
          return value === null ? [] : [{ ...rest, value }];
        });
      // A line of nobody who has done a thing is no line in a box.
      const counted = scope === 'game' && games === 0 ? null : valued;
      if (counted === null) continue;
      expect(body.ranked, path).toBe(counted.length);
      const better = (value: number) =>
        counted.filter((other) => (order === 'desc' ? other.value > value : other.value < value)).length;
      const values = counted.map(({ value }) => value).sort((a, b) => (order === 'desc' ? b - a : a - b));
      expect(
        body.leaders.map((one: { value: number }) => one.value),
        path,
      ).toEqual(values.slice(0, limit));
      for (const { rank: place, tied, value, game_id, ...one } of body.leaders) {
        expect(
          counted.some(
            ({ id, game, value: own }) => id === one[kind].id && game === game_id && own === value,
          ),
        ).toBe(true);
        expect(place).toBe(better(value) + 1);
        expect(tied).toBe(counted.filter((other) => other.value === value).length);
      }
      const last = body.leaders.at(-1);
      const rest = counted.length - body.leaders.length;
      expect(body.more_tied).toBe(
        last === undefined ? 0 : Math.min(rest, last.tied - shownWith(body.leaders, last.value)),
      );
      led += body.leaders.length;
      if (figures.some(({ name }) => name === stat)) figured += body.leaders.length;
    }
    expect(figured).toBeGreaterThan(0);
    expect(led).toBeGreaterThan(RUNS / 6);
  },
);

function shownWith(leaders: readonly { value: number }[], value: number): number {
  return leaders.filter((one) => one.value === value).length;
}

test('a leader’s bounds are those of his own answer', async () => {
  let bounded = 0;
  const told = histories[0] as Told;
  for (const at of told.instants.slice(2, 40)) {
    const shared = `as_of=${formatInstant(at)}&basis=${told.bases.at(-1)}`;
    const { body } = await ask(`/v1/nba/leaders?counter=pts&scope=career&${shared}&limit=3`);
    for (const { player, bounds } of body.leaders) {
      const own = (await ask(`/v1/nba/players/${player.id}/stats?${shared}&scope=career`)).body.bounds;
      const [min, max] = [own?.min.career.counters.pts, own?.max.career.counters.pts];
      expect(bounds, `${at} ${player.id}`).toEqual(own === null || min === max ? null : { min, max });
      if (bounds !== null) bounded++;
    }
  }
  expect(bounded).toBeGreaterThan(0);
});

test('equal figures share a rank and the next is counted on', () => {
  const entry = fc.record({ id: fc.uuid(), name: fc.string(), value: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.array(entry), fc.integer({ min: 1, max: 9 }), (entries, limit) => {
      const { leaders, moreTied } = rank(entries, 'desc', limit);
      expect(leaders).toHaveLength(Math.min(limit, entries.length));
      for (const { rank: place, tied, entry: one } of leaders) {
        expect(place).toBe(1 + entries.filter(({ value }) => value > one.value).length);
        expect(tied).toBe(entries.filter(({ value }) => value === one.value).length);
      }
      const last = leaders.at(-1)?.entry.value;
      const tied = entries.filter(({ value }) => value === last).length;
      expect(moreTied).toBe(tied - leaders.filter(({ entry: { value } }) => value === last).length);
    }),
  );
});

test.each([
  ['no counter', 'as_of=2024-01-01T00:00:00Z', 'counter'],
  ['no instant', 'counter=pts', 'as_of'],
  ['an unknown counter', 'counter=goals&as_of=2024-01-01T00:00:00Z', 'counter'],
  ['a limit below one', 'counter=pts&limit=-1&as_of=2024-01-01T00:00:00Z', 'limit'],
  ['a minimum of nothing', 'counter=pts&min=fga&as_of=2024-01-01T00:00:00Z', 'min'],
  ['a minimum of an unknown counter', 'counter=pts&min=goals:3&as_of=2024-01-01T00:00:00Z', 'min'],
  ['a figure of teams for players', 'counter=pace&as_of=2024-01-01T00:00:00Z', 'counter'],
  ['a figure of games for careers', 'counter=usg_pct&scope=career&as_of=2024-01-01T00:00:00Z', 'counter'],
  ['leaders of nobody there is', 'counter=pts&of=coach&as_of=2024-01-01T00:00:00Z', 'of'],
])('%s is refused', async (_, query, parameter) => {
  const { status, body } = await ask(`/v1/nba/leaders?${query}`);
  expect([status, body.type, body.parameter], JSON.stringify(body)).toEqual([
    400,
    'invalid-parameter',
    parameter,
  ]);
});

test('before anything has happened nobody leads', async () => {
  for (const scope of ['game', 'season', 'career']) {
    const { body } = await ask(`/v1/nba/leaders?counter=pts&scope=${scope}&as_of=1950-01-01T00:00:00Z`);
    expect([body.leaders, body.ranked, body.season]).toEqual([[], 0, null]);
  }
});
