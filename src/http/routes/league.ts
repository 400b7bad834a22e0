/** A whole league at an instant: its state and its tables. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { DateTime } from 'luxon';
import { answerLeagueState } from '../../asof/league-state.ts';
import { answerStandings } from '../../asof/standings.ts';
import { SEASON_TYPES } from '../../plays/game.ts';
import { answer, notModified } from '../cache.ts';
import { asOfParameter, readLeague, readQuery, resolveAsOf, SHARED } from '../parameters.ts';
import { get, type Services } from '../route.ts';
import { LeagueState, Standings } from '../schemas/league.ts';

export const STATE = { as_of: asOfParameter, ...SHARED };
export const STANDINGS = {
  as_of: asOfParameter,
  ...SHARED,
  season: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/, 'not a season such as 2015-16 or 2024')
    .optional()
    .openapi({ description: 'Default: the season of the last game begun by the instant' }),
  season_type: z.enum(SEASON_TYPES).default('regular').openapi({ description: 'Which games count' }),
};

export function leagueRoutes(app: OpenAPIHono, { pool }: Services): void {
  const tag = 'As of an instant';
  get(
    app,
    {
      path: '/v1/{league}/state',
      summary: 'Games going on at an instant, and what teams average in them and in the season so far',
      tag,
      query: STATE,
      answer: LeagueState,
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, STATE);
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const asOf = await resolveAsOf(pool, query);
      const date = DateTime.fromMillis(asOf.at, { zone: league.zone }).toISODate() ?? '';
      return answer(c, await answerLeagueState(pool, league, date, asOf), query.basis !== undefined);
    },
  );
  get(
    app,
    {
      path: '/v1/{league}/standings',
      summary: 'The table as of an instant: games that were over by then',
      tag,
      query: STANDINGS,
      answer: Standings,
      example: { as_of: '2023-10-26T12:00:00.000Z' },
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, STANDINGS);
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const asOf = await resolveAsOf(pool, query);
      const question = { league, asOf, season: query.season ?? null, seasonType: query.season_type };
      return answer(c, await answerStandings(pool, question), query.basis !== undefined);
    },
  );
}
