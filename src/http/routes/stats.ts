/** Player and team stats as of an instant. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { DERIVED_FROM, writeStats } from '../../asof/stats.ts';
import type { Kind } from '../../plays/kind.ts';
import { answerText, notModified } from '../cache.ts';
import { found } from '../found.ts';
import {
  asOfParameter,
  readLeague,
  readQuery,
  resolveAsOf,
  SHARED,
  scopeParameter,
  seasonTypeParameter,
} from '../parameters.ts';
import { get, type Services } from '../route.ts';
import { PlayerStats, TeamStats } from '../schemas.ts';

export const QUERY = {
  as_of: asOfParameter,
  ...SHARED,
  scope: scopeParameter,
  season_type: seasonTypeParameter,
  derived: z
    .enum(DERIVED_FROM)
    .default('line')
    .openapi({
      description:
        "Figures of the game and the season: from the line's own counters (`line`), or `all`, with those that other lines of " +
        'the same games give besides, such as usage, pace and ratings; null where one of the games is known by season totals alone',
    }),
};

export function statsRoutes(app: OpenAPIHono, services: Services): void {
  route(app, services, 'player');
  route(app, services, 'team');
}

function route(app: OpenAPIHono, { pool }: Services, kind: Kind): void {
  const definition = {
    path: `/v1/{league}/${kind}s/{${kind}_id}/stats`,
    summary: `What a ${kind}'s counters were at an instant: in the game, the season, the career`,
    tag: 'As of an instant',
    query: QUERY,
    answer: kind === 'player' ? PlayerStats : TeamStats,
    ...(kind === 'team' ? { example: { derived: 'all' } } : null),
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const held = await notModified(c, pool, query.basis ?? null);
    if (held !== null) return held;
    const asOf = await resolveAsOf(pool, query);
    const id = c.req.param(`${kind}_id`) ?? '';
    const body = await writeStats(pool, {
      league,
      kind,
      id,
      asOf,
      scope: query.scope,
      seasonType: query.season_type,
      derived: query.derived,
    });
    return answerText(c, found(body, league, kind, id), query.basis !== undefined);
  });
}
