/** When a counter first reached a number, and the round numbers ahead. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { SCOPES } from '../../asof/combine.ts';
import { parseInstant } from '../../asof/instant.ts';
import { answerMilestone } from '../../asof/milestone.ts';
import { answerNextMilestones, risingCounters } from '../../asof/next-milestones.ts';
import type { Kind } from '../../plays/kind.ts';
import type { League } from '../../sports/leagues.ts';
import { answer, notModified } from '../cache.ts';
import { checkCounter } from '../counters.ts';
import { found } from '../found.ts';
import {
  readLeague,
  readQuery,
  resolveAsOf,
  resolveBasis,
  SHARED,
  seasonTypeParameter,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { milestonesOf } from '../schemas/milestones.ts';

export const QUERY = {
  counter: z
    .string()
    .optional()
    .openapi({ description: 'A counter; without `reaches` all are answered unless one is named' }),
  reaches: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/, 'not a number above zero of two decimals at most')
    .transform(Number)
    .refine((value) => value > 0, 'not a number above zero')
    .optional()
    .openapi({ type: 'number', description: 'The number to be reached, in the unit of the counter' }),
  scope: z
    .enum(SCOPES)
    .default('career')
    .openapi({ description: 'Reached in a single game, in a single season, or in the career' }),
  season_type: seasonTypeParameter,
  as_of: z.string().optional().openapi({
    description: 'Only what counts at this instant; without `reaches` it is required',
    example: '2023-10-25T01:21:13.000Z',
  }),
  ...SHARED,
};
type Query = ReturnType<typeof readQuery<typeof QUERY>>;

export function milestoneRoutes(app: OpenAPIHono, services: Services): void {
  route(app, services, 'player');
  route(app, services, 'team');
}

function route(app: OpenAPIHono, { pool }: Services, kind: Kind): void {
  const definition = {
    path: `/v1/{league}/${kind}s/{${kind}_id}/milestones`,
    summary: `When a ${kind}'s counter first reached a number; without one, the round numbers ahead`,
    tag: 'Between instants',
    query: QUERY,
    answer: milestonesOf(kind),
    example: { counter: 'pts', reaches: '10', scope: 'game' },
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    if (query.counter !== undefined) checkCounter(league, 'counter', query.counter);
    const id = c.req.param(`${kind}_id`) ?? '';
    const subject = { league, kind, id, scope: query.scope, seasonType: query.season_type };
    const { counter, reaches, as_of } = query;
    if (reaches !== undefined && counter === undefined) required('counter');
    if (reaches === undefined && as_of === undefined) required('as_of');
    if (reaches === undefined) checkAhead(league, query);
    const at = as_of === undefined ? null : parseInstant(as_of, query.tz ?? null);
    const held = await notModified(c, pool, query.basis ?? null);
    if (held !== null) return held;
    const body =
      reaches === undefined || counter === undefined
        ? await answerNextMilestones(pool, {
            ...subject,
            counter: counter ?? null,
            asOf: await resolveAsOf(pool, { ...query, as_of: as_of ?? '' }),
          })
        : await answerMilestone(pool, {
            ...subject,
            counter,
            reaches,
            at,
            boundary: query.boundary,
            basis: await resolveBasis(pool, query),
          });
    return answer(c, found(body, league, kind, id), query.basis !== undefined);
  });
}

function required(parameter: string): never {
  throw new Problem('invalid-parameter', `${parameter}: it is required`, { parameter });
}

function checkAhead(league: League, { counter, scope }: Query): void {
  if (scope === 'game') {
    throw new Problem('invalid-parameter', 'scope: numbers lie ahead in a season or a career', {
      parameter: 'scope',
    });
  }
  if (counter === undefined || risingCounters(league).includes(counter)) return;
  throw new Problem('invalid-parameter', `counter: ${counter} may go down, so no number lies ahead of it`, {
    parameter: 'counter',
  });
}
