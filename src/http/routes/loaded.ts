/** What is loaded, and what of it does not reconcile. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { newestBasis } from '../../asof/ledger.ts';
import { readLeagueDifferences, readLoaded } from '../../asof/loaded.ts';
import { inSnapshot } from '../../asof/query.ts';
import { answer, notModified } from '../cache.ts';
import { integer, readLeague, readQuery } from '../parameters.ts';
import { get, type Services } from '../route.ts';
import { difference, instant } from '../schemas.ts';

export const LIMIT = { limit: integer(1, 1000).default(200) };

const part = z.object({
  season: z.string(),
  season_type: z.string(),
  games: z.number().int(),
  games_with_plays: z.number().int(),
  precisions: z.record(z.string(), z.number().int()),
  first_play_at: instant.nullable(),
  last_play_at: instant.nullable(),
  players_with_totals: z.number().int(),
});
export const Loaded = z
  .object({
    basis: z.number().int(),
    leagues: z.array(
      z.object({
        league: z.string(),
        name: z.string(),
        sport: z.string(),
        zone: z.string(),
        seasons: z.array(part),
        latest_game: z
          .object({ id: z.string(), first_play_at: instant, last_play_at: instant, is_final: z.boolean() })
          .nullable(),
        differences: z.number().int(),
        games_with_differences: z.number().int(),
      }),
    ),
  })
  .openapi('Loaded', { description: 'Seasons and games that are loaded now, those with games first' });
export const Differences = z
  .object({
    league: z.string(),
    basis: z.number().int(),
    total: z.number().int(),
    differences: z.array(
      z.object({
        ...difference.shape,
        game_id: z.string(),
        game: z.string(),
        player: z.string().nullable(),
      }),
    ),
  })
  .openapi('Differences');

export function loadedRoutes(app: OpenAPIHono, { pool }: Services): void {
  get(
    app,
    {
      path: '/v1/loaded',
      summary: 'Which leagues, seasons and games are loaded, and how well their instants are known',
      tag: 'Ledger',
      query: {},
      answer: Loaded,
    },
    async (c) => {
      readQuery(c, {});
      const held = await notModified(c, pool, null);
      if (held !== null) return held;
      const body = await inSnapshot(pool, async (db) => ({
        basis: await newestBasis(db),
        leagues: await readLoaded(db),
      }));
      return answer(c, body, false);
    },
  );

  get(
    app,
    {
      path: '/v1/{league}/differences',
      summary: 'What does not reconcile with the feed’s own totals or the official box score',
      tag: 'Ledger',
      query: LIMIT,
      answer: Differences,
    },
    async (c) => {
      const league = readLeague(c);
      const { limit } = readQuery(c, LIMIT);
      const held = await notModified(c, pool, null);
      if (held !== null) return held;
      const body = await inSnapshot(pool, async (db) => ({
        league: league.code,
        basis: await newestBasis(db),
        ...(await readLeagueDifferences(db, league, limit)),
      }));
      return answer(c, body, false);
    },
  );
}
