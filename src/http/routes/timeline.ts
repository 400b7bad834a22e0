/** The step series of counters. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { SCOPES } from '../../asof/combine.ts';
import { parseInstant } from '../../asof/instant.ts';
import { answerTimeline } from '../../asof/timeline.ts';
import type { Kind } from '../../plays/kind.ts';
import { answer, notModified } from '../cache.ts';
import { readCounters } from '../counters.ts';
import { readPlaceCursor, resolvePageBasis, writeCursor } from '../cursor.ts';
import { durationParameter } from '../duration.ts';
import { found } from '../found.ts';
import {
  cursorParameter,
  integer,
  readLeague,
  readQuery,
  SHARED,
  seasonTypeParameter,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { timelineOf } from '../schemas/timeline.ts';

const MOST_POINTS = 5000;
export const QUERY = {
  from: z.string().openapi({ description: 'Start, exclusive: RFC 3339, or local time with `tz`' }),
  to: z.string().openapi({
    description: 'End, inclusive; with `boundary=before` it is the other way round',
  }),
  counters: z.string().openapi({ description: 'Names of counters, comma separated' }),
  scope: z
    .enum(SCOPES)
    .default('career')
    .openapi({ description: 'Values in the game, the season or the career' }),
  season_type: seasonTypeParameter,
  every: durationParameter.optional().openapi({
    type: 'string',
    description: 'Of each such stretch, counted from `from`, the last change only: an ISO 8601 duration',
    example: 'PT60S',
  }),
  max_points: integer(1, MOST_POINTS).optional().openapi({
    type: 'integer',
    description: 'The same, with the stretch that gives so many points at most',
  }),
  ...SHARED,
  limit: integer(1, MOST_POINTS).default(1000),
  cursor: cursorParameter,
};

export function timelineRoutes(app: OpenAPIHono, services: Services): void {
  route(app, services, 'player');
  route(app, services, 'team');
}

function route(app: OpenAPIHono, { pool }: Services, kind: Kind): void {
  const definition = {
    path: `/v1/{league}/${kind}s/{${kind}_id}/timeline`,
    summary: `Each instant at which a ${kind}'s counters changed, with the values from there on`,
    tag: 'Between instants',
    query: QUERY,
    answer: timelineOf(kind),
    example: { from: '2023-10-25T01:00:00Z', to: '2023-10-25T01:21:13.000Z', counters: 'pts,reb' },
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const [from, to] = [parseInstant(query.from, query.tz ?? null), parseInstant(query.to, query.tz ?? null)];
    if (from > to) throw new Problem('invalid-parameter', 'from: it is later than to', { parameter: 'from' });
    if (query.every !== undefined && query.max_points !== undefined) {
      throw new Problem('invalid-parameter', 'give every or max_points, not both', {
        parameter: 'max_points',
      });
    }
    const counters = readCounters(league, 'counters', query.counters);
    const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor);
    const held = await notModified(c, pool, cursor?.basis ?? query.basis ?? null);
    if (held !== null) return held;
    const stretch =
      query.max_points === undefined ? null : Math.max(1, Math.ceil((to - from) / query.max_points));
    const id = c.req.param(`${kind}_id`) ?? '';
    const timeline = await answerTimeline(pool, {
      league,
      kind,
      id,
      from,
      to,
      boundary: query.boundary,
      basis: await resolvePageBasis(pool, query, cursor),
      scope: query.scope,
      seasonType: query.season_type,
      counters,
      every: query.every ?? stretch,
      limit: query.limit,
      after: cursor?.after ?? null,
    });
    const { body, next } = found(timeline, league, kind, id);
    const page = {
      ...body,
      next_cursor: next === null ? null : writeCursor({ basis: body.basis, after: next }),
    };
    return answer(c, page, query.basis !== undefined);
  });
}
