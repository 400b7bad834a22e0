/** Shape of a milestone's answer. */

import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../asof/combine.ts';
import { SEASON_TYPES } from '../../plays/game.ts';
import type { Kind } from '../../plays/kind.ts';
import { PRECISIONS } from '../../plays/play.ts';
import { instant, playPlace } from '../schemas.ts';

const reached = z
  .object({
    wall_clock_time: instant.nullable(),
    precision: z.enum(PRECISIONS),
    earliest: instant,
    latest: instant,
    ...playPlace,
    description: z.string().nullable(),
    value: z.number().nullable(),
  })
  .openapi('Reached', {
    description:
      'The first play from which the counter stood at the number or above. Where only season totals tell of it ' +
      'there is no play and no instant: it happened between `earliest` and `latest`',
  });

const ahead = z.object({
  counter: z.string(),
  value: z.number(),
  bounds: z.object({ min: z.number(), max: z.number() }).nullable(),
  next: z.array(z.object({ reaches: z.number(), distance: z.number() })),
});

export function milestonesOf(kind: Kind) {
  return z
    .object({
      league: z.string(),
      [kind]: z.object({ id: z.string(), name: z.string() }),
      counter: z.string().nullable(),
      scope: z.enum(SCOPES),
      season_type: z.enum([...SEASON_TYPES, 'all']),
      reaches: z.number().nullable(),
      as_of: instant.nullable(),
      boundary: z.enum(['at', 'before']),
      basis: z.number().int(),
      reached: reached.nullable().optional(),
      may_be_earlier: z.boolean().optional().openapi({
        description:
          'Games before it are known by season totals alone, and it may have been reached in one of them',
      }),
      unknown_since: instant.nullable().optional().openapi({
        description: 'From then on the record does not hold the counter, so nothing later could be found',
      }),
      coverage: z
        .object({ games_from_plays: z.number().int(), games_from_totals: z.number().int() })
        .optional(),
      milestones: z
        .array(ahead)
        .optional()
        .openapi({ description: 'Without `reaches`: round numbers ahead' }),
    })
    .openapi(kind === 'player' ? 'PlayerMilestones' : 'TeamMilestones');
}
