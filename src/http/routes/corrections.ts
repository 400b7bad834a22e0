/** What later ingests changed. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type pg from 'pg';
import { readCorrections } from '../../asof/corrections.ts';
import { isBasis } from '../../asof/knowledge.ts';
import { newestBasis } from '../../asof/ledger.ts';
import { inSnapshot } from '../../asof/query.ts';
import { answer, notModified } from '../cache.ts';
import { readCorrectionCursor, resolvePageBasis, writeCursor } from '../cursor.ts';
import { cursorParameter, integer, readLeague, readQuery, SHARED } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { get, type Services } from '../route.ts';
import { Corrections } from '../schemas.ts';

export const QUERY = {
  since_basis: integer(0, 2_147_483_647).default(0).openapi({
    type: 'integer',
    description: 'Corrections by ingests after this one',
  }),
  basis: SHARED.basis,
  known_at: SHARED.known_at,
  tz: SHARED.tz,
  player_id: z.string().optional(),
  team_id: z.string().optional(),
  game_id: z.string().optional(),
  limit: integer(1, 1000).default(100),
  cursor: cursorParameter,
};

export function correctionRoutes(app: OpenAPIHono, { pool }: Services): void {
  const definition = {
    path: '/v1/{league}/corrections',
    summary: 'What later ingests changed: a counter, before and after, and the play that caused it',
    tag: 'Two clocks',
    query: QUERY,
    answer: Corrections,
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const cursor = query.cursor === undefined ? null : readCorrectionCursor(query.cursor);
    const held = await notModified(c, pool, cursor?.basis ?? query.basis ?? null);
    if (held !== null) return held;
    const asked = await resolvePageBasis(pool, query, cursor);
    await checkSince(pool, query.since_basis, asked);
    const body = await inSnapshot(pool, async (db) => {
      const until = asked ?? (await newestBasis(db));
      const page = await readCorrections(db, {
        league: league.code,
        after: cursor?.after ?? { basis: query.since_basis, position: 2_147_483_647 },
        until,
        playerId: query.player_id ?? null,
        teamId: query.team_id ?? null,
        gameId: query.game_id ?? null,
        limit: query.limit,
      });
      const next = page.next === null ? null : writeCursor({ basis: until, after: page.next });
      return {
        league: league.code,
        since_basis: query.since_basis,
        basis: until,
        corrections: page.corrections,
        next_cursor: next,
      };
    });
    return answer(c, body, query.basis !== undefined);
  });
}

/** Nothing can have changed since a state of knowledge that never was, or that is later than the one asked about. */
async function checkSince(pool: pg.Pool, since: number, asked: number | null): Promise<void> {
  if (since > 0 && !(await isBasis(pool, since)))
    throw new Problem('unknown-basis', `no ingest has the id ${since}`, { parameter: 'since_basis' });
  if (asked !== null && since > asked)
    throw new Problem('invalid-parameter', `since_basis: it is later than basis ${asked}`, {
      parameter: 'since_basis',
    });
}
