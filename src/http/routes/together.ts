/** Who was on together, and who assisted whom. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { answerAssists, answerLineups } from '../../asof/together.ts';
import { answer, notModified } from '../cache.ts';
import { found } from '../found.ts';
import {
  asOfParameter,
  integer,
  readLeague,
  readQuery,
  resolveAsOf,
  SHARED,
  seasonTypeParameter,
} from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { Assists, Lineups } from '../schemas/together.ts';

export const ASSISTS = {
  as_of: asOfParameter,
  ...SHARED,
  scope: z.enum(['game', 'season']).default('season').openapi({
    description: 'The last game begun (or `game_id`), or the season so far',
  }),
  season_type: seasonTypeParameter,
  game_id: z.string().optional().openapi({ description: 'This game; `scope` is then `game`' }),
  player_id: z.string().optional().openapi({ description: 'Only what this player had part in' }),
  limit: integer(1, 500).default(20).openapi({ type: 'integer', description: 'At most so many' }),
};
export const LINEUPS = {
  ...ASSISTS,
  size: integer(2, 11).optional().openapi({
    type: 'integer',
    description: 'How many players: 2 for pairs. Default: all who are on at once',
  }),
};

export function togetherRoutes(app: OpenAPIHono, { pool }: Services): void {
  const tag = 'As of an instant';
  get(
    app,
    {
      path: '/v1/{league}/teams/{team_id}/lineups',
      summary: 'Who was on together up to an instant: units or pairs, their time and plus/minus',
      tag,
      query: LINEUPS,
      answer: Lineups,
      example: { size: '2' },
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, LINEUPS);
      const { floorSize, name } = league.sport;
      if (floorSize === null) {
        throw new Problem('not-found', `${name.toLowerCase()}: its feeds do not tell who is on at a time`);
      }
      const size = query.size ?? floorSize;
      if (size > floorSize) {
        throw new Problem('invalid-parameter', `size: at most ${floorSize} are on at once`, {
          parameter: 'size',
        });
      }
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const body = await answerLineups(pool, {
        ...(await questionOf(query)),
        league,
        size,
        teamId: teamOf(c),
      });
      return answer(c, found(body, league, 'team', teamOf(c)), query.basis !== undefined);
    },
  );
  get(
    app,
    {
      path: '/v1/{league}/teams/{team_id}/assists',
      summary: 'Who assisted whom up to an instant, and what the scoreboard gained by it',
      tag,
      query: ASSISTS,
      answer: Assists,
    },
    async (c) => {
      const league = readLeague(c);
      const query = readQuery(c, ASSISTS);
      if (league.sport.assisted === null) {
        throw new Problem('not-found', `${league.sport.name.toLowerCase()} has no assists`);
      }
      const held = await notModified(c, pool, query.basis ?? null);
      if (held !== null) return held;
      const body = await answerAssists(pool, { ...(await questionOf(query)), league, teamId: teamOf(c) });
      return answer(c, found(body, league, 'team', teamOf(c)), query.basis !== undefined);
    },
  );

  const teamOf = (c: { req: { param(name: string): string | undefined } }) => c.req.param('team_id') ?? '';
  const questionOf = async (query: ReturnType<typeof readQuery<typeof ASSISTS>>) => ({
    asOf: await resolveAsOf(pool, query),
    scope: query.game_id === undefined ? query.scope : ('game' as const),
    gameId: query.game_id ?? null,
    seasonType: query.season_type,
    playerId: query.player_id ?? null,
    limit: query.limit,
  });
}
