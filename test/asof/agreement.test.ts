import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEntity } from '../../src/asof/entity.ts';
import { readGamesCounted, type Stand } from '../../src/asof/games-counted.ts';
import { noteRead, OFTEN, readHeld } from '../../src/asof/held.ts';
import { formatInstant } from '../../src/asof/instant.ts';
import { standOf } from '../../src/asof/season-lines.ts';
import { lastCounted } from '../../src/asof/window.ts';
import { createApp } from '../../src/http/app.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import { SIDES } from '../../src/plays/play.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { lastPlayOf } from './last-play.ts';
import { type Figures, naiveFigures } from './naive-figures.ts';
import { NaiveModel } from './naive-model.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 150);

/** Two seasons with playoffs of a four-team league, loaded, and the same games for the naive sum. */
const options = { seed: 'agreement', teams: 4, gamesPerTeam: 4 };
const games = [
  ...simulateSeason({ ...options, season: '2021-22' }),
  ...simulateSeason({ ...options, season: '2021-22', part: 'playoffs', gamesPerTeam: 2 }),
  ...simulateSeason({ ...options, season: '2022-23' }),
];
const league = leagueNamed('demo');
const normal: NormalGame[] = games.map((game) => foldSimulated(game).game);
const model = new NaiveModel(league, normal);
let database: TestDatabase & { close(): Promise<void> };
let get: (path: string) => Promise<unknown>;

beforeAll(async () => {
  database = await cloneDatabase();
  const reports = await loadGames(database.pool, games);
  expect(reports.filter((report) => report.outcome !== 'loaded')).toEqual([]);
  const app = createApp({ pool: database.pool, log: silent, keys: [] });
  get = async (path) => {
    const response = await app.request(path);
    const body = await response.json();
    if (response.status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
});
afterAll(() => database.close());

/** Instants that matter: plays, a millisecond on either side, between, before everything and after. */
const instants = normal.flatMap((game) => game.plays.map((play) => play.stamp.at)).sort((a, b) => a - b);
const anInstant = fc
  .tuple(
    fc.nat({ max: instants.length - 1 }),
    fc.constantFrom(-1, 0, 0, 0, 1, 700, 3_600_000, -86_400_000, 400 * 86_400_000),
  )
  .map(([position, shift]) => (instants[position] ?? 0) + shift);
const playerIds = [...new Set(normal.flatMap((game) => game.players.map((player) => player.id)))];
const teamIds = [...new Set(normal.flatMap((game) => [game.home.id, game.away.id]))];
const anEntity = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...playerIds).map((id) => ({ kind: 'player' as const, id })) },
  { weight: 1, arbitrary: fc.constantFrom(...teamIds).map((id) => ({ kind: 'team' as const, id })) },
);

interface Answer {
  readonly basis: number;
  readonly totals: Record<
    'game' | 'season' | 'career',
    { counters: Record<string, number>; derived: Figures } | null
  >;
  readonly game: { readonly id: string } | null;
}

/** Figures from other lines, as an answer has them. */
function figuresIn(line: Answer['totals']['game']): Figures | null {
  if (line === null) return null;
  const names = league.sport.gameFigures.map(({ name }) => name);
  return Object.fromEntries(
    names.flatMap((name) => (name in line.derived ? [[name, line.derived[name] ?? null]] : [])),
  );
}

function published(values: readonly number[] | null): Record<string, number> | null {
  if (values === null) return null;
  return Object.fromEntries(
    league.sport.counters.map((counter, position) => [
      counter.name,
      (values[position] ?? 0) / (counter.perUnit ?? 1),
    ]),
  );
}

describe('player route, team route, game route, SQL function and a naive sum', () => {
  test('agree at any instant, boundary, season type and basis', async () => {
    const { basis } = (await get('/v1/basis')) as { basis: number };
    await fc.assert(
      fc.asyncProperty(
        anEntity,
        anInstant,
        fc.constantFrom('at' as const, 'before' as const),
        fc.constantFrom('all' as const, 'all' as const, 'regular' as const, 'playoffs' as const),
        async ({ kind, id }, at, boundary, type) => {
          const naive = model.line(kind, id, at, boundary, type);
          const query = `as_of=${formatInstant(at)}&boundary=${boundary}&season_type=${type}`;
          const route = `/v1/demo/${kind}s/${id}/stats?${query}`;
          const answer = (await get(route)) as Answer;
          const counters = (scope: keyof Answer['totals']) => answer.totals[scope]?.counters ?? null;
          expect(counters('career')).toEqual(published(naive.career));
          expect(counters('season')).toEqual(published(naive.season));
          if (type === 'all') expect(counters('game')).toEqual(published(naive.game));

          expect(await get(`${route}&basis=${basis}`)).toEqual(answer);

          const { rows } = await database.pool.query(
            `select * from demo.${kind}_stats_as_of($1, $2, $3, null, $4)`,
            [id, new Date(at), type, boundary],
          );
          for (const { scope, season: _season, ...line } of rows) {
            const numbers = Object.fromEntries(
              Object.entries(line).map(([name, value]) => [name, Number(value)]),
            );
            if (scope !== 'game' || type === 'all') expect(numbers).toEqual(counters(scope));
          }
          expect(rows.some((row) => row.scope === 'game')).toBe(answer.totals.game !== null);

          if (answer.game === null || type !== 'all') return;
          const box = (await get(
            `/v1/demo/games/${answer.game.id}?as_of=${formatInstant(at)}&boundary=${boundary}`,
          )) as {
            box: Record<
              string,
              {
                team: { id: string; counters: object };
                players: { player: { id: string }; counters: object }[];
              }
            >;
          };
          const sides = Object.values(box.box);
          const lines =
            kind === 'team'
              ? sides.map((side) => side.team).filter((team) => team.id === id)
              : sides.flatMap((side) => side.players).filter((entry) => entry.player.id === id);
          expect(lines.map((line) => line.counters)).toEqual([counters('game')]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('give figures from other lines of the games as the boxes of the games added up do', async () => {
    const { basis } = (await get('/v1/basis')) as { basis: number };
    const sport = league.sport;
    let known = 0;
    await fc.assert(
      fc.asyncProperty(
        anEntity,
        anInstant,
        fc.constantFrom('at' as const, 'before' as const),
        fc.constantFrom('all' as const, 'all' as const, 'regular' as const, 'playoffs' as const),
        async ({ kind, id }, at, boundary, type) => {
          const query = `as_of=${formatInstant(at)}&boundary=${boundary}&season_type=${type}`;
          const route = `/v1/demo/${kind}s/${id}/stats?${query}`;
          const plain = (await get(route)) as Answer;
          const answer = (await get(`${route}&derived=all`)) as Answer;
          const naive = naiveFigures(model, kind, id, { at, boundary }, type);
          expect(figuresIn(answer.totals.season)).toEqual(naive.season);
          if (type === 'all') expect(figuresIn(answer.totals.game)).toEqual(naive.game);
          expect(await get(`${route}&derived=all&basis=${basis}`)).toEqual(answer);
          known += Object.values(naive.season).filter((value) => value !== null).length;

          const names = new Set(sport.gameFigures.map(({ name }) => name));
          const without = JSON.parse(JSON.stringify(answer), (key, value) =>
            names.has(key) ? undefined : value,
          );
          expect(without).toEqual(plain);
        },
      ),
      { numRuns: Math.ceil(RUNS / 3) },
    );
    expect(known).toBeGreaterThan(RUNS / 3);
  });

  test('find the games of many as those of each', async () => {
    const { rows } = await database.pool.query<{ key: number }>('select player_key as key from demo.players');
    const { basis } = (await get('/v1/basis')) as { basis: number };
    let found = 0;
    for (const [position, known] of [null, basis, Math.ceil(basis / 2), null].entries()) {
      const at = instants[Math.floor((instants.length * (position + 1)) / 5)] ?? 0;
      const asOf = { at, boundary: 'at', basis: known } as const;
      const stands: Stand[] = [];
      for (const { key } of rows) {
        const row = await readEntity(database.pool, league, 'player', key, asOf, 'all', 'none');
        stands.push(standOf(key, row, null, 'all', asOf));
      }
      const together = await readGamesCounted(database.pool, league, 'player', stands, known);
      for (const stand of stands) {
        const [alone] = await readGamesCounted(database.pool, league, 'player', [stand], known);
        const one = together.find(({ key }) => key === stand.key);
        for (const side of SIDES) expect(new Set(one?.[side])).toEqual(new Set(alone?.[side]));
        if (alone === undefined) continue;
        expect(one?.ended_at).toBe(alone.ended_at);
        found++;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  test('a line kept in the process is the line that would be read', async () => {
    const key = new Map<string, number>();
    for (const kind of ['player', 'team'] as const) {
      const { rows } = await database.pool.query(
        `select ${kind}_id as id, ${kind}_key as key from demo.${kind}s`,
      );
      for (const row of rows) key.set(`${kind} ${row.id}`, row.key);
    }
    const { basis } = (await get('/v1/basis')) as { basis: number };
    const middle = Math.ceil(basis / 2);
    await fc.assert(
      fc.asyncProperty(
        anEntity,
        anInstant,
        fc.constantFrom('at' as const, 'before' as const),
        fc.constantFrom(null, basis, middle),
        async ({ kind, id }, at, boundary, asked) => {
          const asOf = { at, boundary, basis: asked };
          const entity = key.get(`${kind} ${id}`) ?? 0;
          const read = await readEntity(database.pool, league, kind, entity, asOf, 'all', 'sought');
          // The first questions about a stretch are not worth keeping anything for.
          for (let times = 0; times < OFTEN; times++)
            await noteRead(database.pool, league, kind, entity, asOf, read);
          const held = await readHeld(database.pool, league, kind, entity, asOf);
          expect(held?.row).toEqual(read);
          if (held === null || read.current_game_key === null) return;
          const play = await lastPlayOf(database.pool, 'demo', read.current_game_key, asOf);
          expect((await held.playsOf(read.current_game_key)).upTo(lastCounted(asOf))).toEqual(play);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('counters of the board and of the two boundaries differ by the plays of the instant alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...instants), async (at) => {
        const game = normal.find((candidate) => candidate.plays.some((play) => play.stamp.at === at));
        const answers = await Promise.all(
          ['before', 'at'].map((boundary) =>
            get(`/v1/demo/games/${game?.id}?as_of=${formatInstant(at)}&boundary=${boundary}`),
          ),
        );
        const [before, after] = answers.map(
          (answer) => (answer as { state: { home_score: number; away_score: number } }).state,
        );
        const points = (side: 'home' | 'away') =>
          (game?.plays ?? [])
            .filter((play) => play.stamp.at === at)
            .flatMap((play) => play.credits)
            .filter((credit) => credit.side === side && credit.counter === 'pts')
            .reduce((sum, credit) => sum + credit.by, 0);
        expect((after?.home_score ?? 0) - (before?.home_score ?? 0)).toBe(points('home'));
        expect((after?.away_score ?? 0) - (before?.away_score ?? 0)).toBe(points('away'));
      }),
      { numRuns: 60 },
    );
  });
});
