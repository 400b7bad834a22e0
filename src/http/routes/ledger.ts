/** The ledger and the search: what is loaded, and where to find it. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { formatInstant, parseInstant } from '../../asof/instant.ts';
import { basisKnownAt, listIngests, newestBasis } from '../../asof/ledger.ts';
import { search } from '../../asof/search.ts';
import { integer, leagueAsked, readQuery, SHARED } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { Basis, Ingests, SearchResult } from '../schemas.ts';

export const BASIS = { known_at: SHARED.known_at, tz: SHARED.tz };
export const INGESTS = {
  outcome: z.enum(['loaded', 'unchanged', 'rejected']).optional(),
  game_id: z.string().optional().openapi({ description: 'Ingests of this game only' }),
  before: integer(1, 2_147_483_647)
    .optional()
    .openapi({ type: 'integer', description: 'Ids below this one' }),
  limit: integer(1, 1000).default(100),
};
export const SEARCH = {
  q: z
    .string()
    .min(1)
    .max(200)
    .openapi({ description: 'A name, misspelt or not', example: 'quinvis ravrige' }),
  league: z.string().optional().openapi({ description: 'Of this league alone' }),
  limit: integer(1, 100).default(20),
};

export function ledgerRoutes(app: OpenAPIHono, { pool }: Services): void {
  get(
    app,
    {
      path: '/v1/basis',
      summary: 'The newest basis, or the one known at an instant',
      tag: 'Ledger',
      query: BASIS,
      answer: Basis,
    },
    async (c) => {
      const query = readQuery(c, BASIS);
      const at =
        query.known_at === undefined
          ? Number.MAX_SAFE_INTEGER / 1000
          : parseInstant(query.known_at, query.tz ?? null);
      const found = await basisKnownAt(pool, at);
      if (found === null) throw new Problem('unknown-basis', 'nothing was known yet');
      return c.json({ basis: found.basis, committed_at: formatInstant(found.committedAt) });
    },
  );

  get(
    app,
    {
      path: '/v1/ingests',
      summary: 'What was loaded, newest first, rejections included',
      tag: 'Ledger',
      query: INGESTS,
      answer: Ingests,
    },
    async (c) => {
      const query = readQuery(c, INGESTS);
      const rows = await listIngests(pool, {
        before: query.before ?? null,
        outcome: query.outcome ?? null,
        gameId: query.game_id ?? null,
        limit: query.limit,
      });
      const ingests = rows.map((row) => ({
        ...row,
        started_at: formatInstant(row.started_at),
        committed_at: formatInstant(row.committed_at),
      }));
      const next = rows.length === query.limit ? (rows.at(-1)?.ingest_id ?? null) : null;
      return c.json({ basis: await newestBasis(pool), ingests, next_before: next });
    },
  );

  get(
    app,
    {
      path: '/v1/search',
      summary: 'Players, teams and games by name',
      tag: 'Search',
      query: SEARCH,
      answer: SearchResult,
      example: { q: 'quinvis ravrige' },
    },
    async (c) => {
      const query = readQuery(c, SEARCH);
      const league = query.league === undefined ? null : leagueAsked(query.league).code;
      return c.json({ query: query.q, results: await search(pool, query.q, query.limit, league) });
    },
  );
}
