/** A game's changes, for whoever works out its instants himself. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { readChanges } from '../../asof/changes.ts';
import { inSnapshot } from '../../asof/query.ts';
import { PRECISIONS, SIDES } from '../../plays/play.ts';
import { answer, notModified } from '../cache.ts';
import { found } from '../found.ts';
import { readLeague, readQuery, resolveBasis, SHARED } from '../parameters.ts';
import { get, type Services } from '../route.ts';
import { difference, header, Play } from '../schemas.ts';

export const QUERY = { basis: SHARED.basis, known_at: SHARED.known_at, tz: SHARED.tz };

const values = z.array(z.number().nullable());
const line = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(SIDES),
  starter: z.boolean().nullable(),
  position: z.string().nullable(),
  rows: z.array(
    z.object({
      play: z.number().int(),
      values,
      elapsed: z.number().int().nullable(),
      margin: z.number().int().nullable(),
    }),
  ),
});
export const Changes = z
  .object({
    league: z.string(),
    basis: z.number().int(),
    game: z.object(header),
    is_final: z.boolean(),
    precision: z.enum(PRECISIONS).nullable(),
    counters: z.array(z.object({ name: z.string(), per_unit: z.number().int() })),
    plays: z.array(Play),
    players: z.array(line),
    teams: z.array(line),
    late_edits: z.number().int(),
    differences: z.array(difference),
  })
  .openapi('GameChanges', {
    description:
      'Plays in order, and each line’s row at every play that changed it otherwise than by running on. `play` is the position of the play. `values` are whole numbers, `per_unit` of which make one. While `elapsed` is not null, counters that accrue run on from the row: with the game clock (elapsed, centiseconds) and with the side’s margin',
  });

export function changeRoutes(app: OpenAPIHono, { pool }: Services): void {
  const path = '/v1/{league}/games/{game_id}/changes';
  app.use(path.replace(/\{(\w+)\}/g, ':$1'), compress());
  const definition = {
    path,
    summary: 'Everything that happened in a game, to work out any instant of it without asking again',
    tag: 'As of an instant',
    query: QUERY,
    answer: Changes,
  };
  get(app, definition, async (c) => {
    const league = readLeague(c);
    const query = readQuery(c, QUERY);
    const held = await notModified(c, pool, query.basis ?? null);
    if (held !== null) return held;
    const basis = await resolveBasis(pool, query);
    const id = c.req.param('game_id') ?? '';
    const body = await inSnapshot(pool, (db) => readChanges(db, league, id, basis));
    return answer(c, found(body, league, 'game', id), query.basis !== undefined);
  });
}
