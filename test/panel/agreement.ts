/** Whether every row of a panel is what the route of that player or team answers, at the same place on both clocks. */
import fc from 'fast-check';
import type pg from 'pg';
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { createApp } from '../../src/http/app.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { silent } from '../setup/log.ts';

const { sport } = leagueNamed('nba');
const counterNames = sport.counters.map(({ name }) => name);
const names = [...counterNames, ...sport.derived.map(({ name }) => name)];

/** What may be asked about in the league `nba` of a database. */
export interface Asked {
  readonly pool: pg.Pool;
  readonly playerIds: readonly string[];
  readonly teamIds: readonly string[];
  /** Instants at which something happened, epoch milliseconds. */
  readonly moments: readonly number[];
  readonly runs: number;
}

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
  readonly bounds: object | null;
}

/** So many questions about one line that it is read whole. */
const OFTEN = 60;

/** How many answers were compared, and how many of them lay within the uncertainty of some play. */
export interface Compared {
  readonly answers: number;
  readonly inDoubt: number;
}

/** Ask both ways, at random, and expect the same. */
export async function expectAgreement({ pool, playerIds, teamIds, moments, runs }: Asked): Promise<Compared> {
  const app = createApp({ pool, log: silent, keys: [] });
  const { basis: newest } = (await (await app.request('/v1/basis')).json()) as { basis: number };
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
  let answers = 0;
  let inDoubt = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(pair, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('at', 'before'),
      fc.constantFrom('game', 'season', 'career'),
      fc.constantFrom('all', 'all', 'regular', 'playoffs'),
      fc.option(fc.integer({ min: 1, max: newest }), { freq: 2 }),
      fc.option(fc.constantFrom(0, 1, 45, 3600, 86_400), { freq: 1 }),
      fc.boolean(),
      fc.option(fc.subarray(counterNames, { minLength: 1, maxLength: 3 })),
      async (pairs, boundary, scope, type, basis, maxAge, often, few) => {
        const asked = few ?? names;
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
            ...(maxAge === null ? {} : { max_age: maxAge }),
            scope,
            counters: asked,
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
          const last = answer.last_play?.wall_clock_time ?? null;
          const isStale = maxAge !== null && !(last !== null && at - Date.parse(last) <= maxAge * 1000);
          const total = isStale ? null : answer.totals[scope];
          const expected: Record<string, number | null> =
            total == null ? {} : { ...total.counters, ...total.derived };
          expect(row?.counters).toEqual(
            Object.fromEntries(asked.map((name) => [name, expected[name] ?? null])),
          );
          expect(row?.last_play_time).toBe(last);
          expect(row?.error).toBeUndefined();
          answers++;
          if (answer.bounds !== null) inDoubt++;
        }
      },
    ),
    { numRuns: runs },
  );
  return { answers, inDoubt };
}

/** Who was in the league's games, and the instants of their plays with both ends of what is uncertain. */
export async function readAsked(pool: pg.Pool): Promise<Pick<Asked, 'playerIds' | 'teamIds' | 'moments'>> {
  const column = async <T>(statement: string) => {
    const { rows } = await pool.query<{ it: T }>(statement);
    return rows.map(({ it }) => it);
  };
  return {
    playerIds: await column<string>(
      'select player_id as it from nba.players where player_key in (select player_key from nba.player_stats) order by 1',
    ),
    teamIds: await column<string>(
      'select team_id as it from nba.teams where team_key in (select team_key from nba.team_stats) order by 1',
    ),
    moments: await column<number>(
      `select distinct it from nba.play_by_play
       cross join unnest(array[wall_clock_time, coalesce(earliest, wall_clock_time), coalesce(latest, wall_clock_time)]) it order by 1`,
    ),
  };
}
