/** Every row of a panel is what the route of that player or team answers, at the same place on both clocks. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { createApp } from '../../src/http/app.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { silent } from '../setup/log.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { loadPanelLeague, moments, playerIds, teamIds } from './league.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 25);
const { sport } = leagueNamed('nba');
const names = [...sport.counters, ...sport.derived].map((stat) => stat.name);

let database: TestDatabase & { close(): Promise<void> };
let app: ReturnType<typeof createApp>;
let newest = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  await loadPanelLeague(database.pool);
  app = createApp({ pool: database.pool, log: silent, keys: [] });
  newest = ((await (await app.request('/v1/basis')).json()) as { basis: number }).basis;
});
afterAll(async () => {
  expect(database.pool.totalCount).toBe(database.pool.idleCount);
  await database.close();
});

const pair = fc.record({
  entity: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...playerIds).map((id) => ({ kind: 'player', id })) },
    { weight: 1, arbitrary: fc.constantFrom(...teamIds).map((id) => ({ kind: 'team', id })) },
  ),
  at: fc
    .tuple(
      fc.nat({ max: moments.length - 1 }),
      fc.constantFrom(-1, 0, 0, 0, 1, 700, 3_600_000, -86_400_000, 400 * 86_400_000),
    )
    .map(([place, shift]) => (moments[place] ?? 0) + shift),
});

interface Row {
  readonly counters: Record<string, number | null>;
  readonly last_play_time: string | null;
  readonly basis: number;
  readonly error?: string;
}

interface Answer {
  readonly totals: Record<
    string,
    { counters: Record<string, number | null>; derived: Record<string, number | null> } | null
  >;
  readonly last_play: { wall_clock_time: string } | null;
}

/** So many questions about one line that it is read whole. */
const OFTEN = 60;

test('a row has the counters, the derived stats and the last play of the single answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pair, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('at', 'before'),
      fc.constantFrom('game', 'season', 'career'),
      fc.constantFrom('all', 'all', 'regular', 'playoffs'),
      fc.option(fc.integer({ min: 1, max: newest }), { freq: 2 }),
      fc.boolean(),
      async (pairs, boundary, scope, type, basis, often) => {
        const shared = { boundary, season_type: type, basis: basis ?? newest };
        const response = await app.request('/v1/nba/panel', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            rows: [...pairs, ...(often ? pairs.flatMap((one) => Array(OFTEN).fill(one)) : [])].map(
              ({ entity, at }: (typeof pairs)[number]) => ({
                [`${entity.kind}_id`]: entity.id,
                as_of: formatInstant(at),
              }),
            ),
            ...shared,
            scope,
            counters: names,
          }),
        });
        expect(response.status).toBe(200);
        const { rows } = (await response.json()) as { rows: Row[] };
        expect(rows).toHaveLength(pairs.length * (often ? OFTEN + 1 : 1));
        for (const [index, { entity, at }] of pairs.entries()) {
          const query = new URLSearchParams({
            ...shared,
            basis: String(shared.basis),
            as_of: formatInstant(at),
          });
          const single = await app.request(`/v1/nba/${entity.kind}s/${entity.id}/stats?${query}`);
          const row = rows[index];
          expect(row).toMatchObject({ [`${entity.kind}_id`]: entity.id, as_of: formatInstant(at) });
          expect(row?.basis).toBe(shared.basis);
          if (single.status === 404) {
            expect(row?.error).toMatch(/^not-found: /);
            continue;
          }
          const answer = (await single.json()) as Answer;
          const total = answer.totals[scope];
          const expected =
            total == null
              ? Object.fromEntries(names.map((name) => [name, null]))
              : { ...total.counters, ...total.derived };
          expect(row?.counters).toEqual(expected);
          expect(row?.last_play_time).toBe(answer.last_play?.wall_clock_time ?? null);
          expect(row?.error).toBeUndefined();
        }
      },
    ),
    { numRuns: RUNS },
  );
});
