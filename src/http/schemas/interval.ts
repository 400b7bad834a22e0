/** Shape of an interval's answer. */

import { z } from '@hono/zod-openapi';
import { SEASON_TYPES } from '../../plays/game.ts';
import type { Kind } from '../../plays/kind.ts';
import { bounds, counted, instant, lastPlay, line } from '../schemas.ts';

const end = z.object({ as_of: instant.nullable(), last_play: lastPlay.nullable() });

export function intervalOf(kind: Kind) {
  return z
    .object({
      league: z.string(),
      [kind]: z.object({ id: z.string(), name: z.string() }),
      from: end,
      to: end,
      game_id: z.string().nullable(),
      games: z
        .array(z.string())
        .optional()
        .openapi({ description: 'With `last_games`: the games, oldest first' }),
      boundary: z.enum(['at', 'before']),
      basis: z.number().int(),
      season_type: z.enum([...SEASON_TYPES, 'all']),
      ...line.shape,
      bounds: bounds(counted).nullable(),
      coverage: z.object({ games_from_plays: z.number().int(), games_from_totals: z.number().int() }),
    })
    .openapi(kind === 'player' ? 'PlayerInterval' : 'TeamInterval', {
      description: 'Counters earned after `from`, up to and with `to`, and what is derived from them',
    });
}
