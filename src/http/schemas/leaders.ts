/** Shape of the leaders' answer. */

import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../asof/combine.ts';
import { SEASON_TYPES } from '../../plays/game.ts';
import { KINDS } from '../../plays/kind.ts';
import { instant } from '../schemas.ts';

const named = z.object({ id: z.string(), name: z.string() });
const leader = z
  .object({
    rank: z.number().int(),
    tied: z.number().int(),
    player: named.optional(),
    team: named.optional(),
    game_id: z.string().nullable(),
    games: z.number().nullable(),
    value: z.number(),
    bounds: z.object({ min: z.number(), max: z.number() }).nullable(),
  })
  .openapi('Leader', {
    description: '`tied` says how many share the rank; `bounds`, where the instant leaves the value in doubt',
  });

export const Leaders = z
  .object({
    league: z.string(),
    of: z.enum(KINDS),
    counter: z.string(),
    scope: z.enum(SCOPES),
    season: z.string().nullable(),
    season_type: z.enum([...SEASON_TYPES, 'all']),
    as_of: instant,
    boundary: z.enum(['at', 'before']),
    basis: z.number().int(),
    order: z.enum(['desc', 'asc']),
    min: z.record(z.string(), z.number()),
    ranked: z.number().int().openapi({ description: 'How many have the stat and the minimums' }),
    leaders: z.array(leader),
    more_tied: z.number().int().openapi({ description: 'How many more share the last rank shown' }),
  })
  .openapi('Leaders');
