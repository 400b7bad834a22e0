/** Shape of a timeline's answer. */

import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../asof/combine.ts';
import { SEASON_TYPES } from '../../plays/game.ts';
import type { Kind } from '../../plays/kind.ts';
import { PRECISIONS } from '../../plays/play.ts';
import { counters, instant, playPlace } from '../schemas.ts';

const point = z
  .object({
    wall_clock_time: instant,
    precision: z.enum(PRECISIONS),
    earliest: instant,
    latest: instant,
    ...playPlace,
    counters,
  })
  .openapi('TimelinePoint', {
    description: 'The values from a play on; no play and no game where season totals take over',
  });

export function timelineOf(kind: Kind) {
  return z
    .object({
      league: z.string(),
      [kind]: z.object({ id: z.string(), name: z.string() }),
      scope: z.enum(SCOPES),
      season_type: z.enum([...SEASON_TYPES, 'all']),
      from: instant,
      to: instant,
      boundary: z.enum(['at', 'before']),
      basis: z.number().int(),
      every_ms: z.number().int().nullable(),
      start: z.object({ as_of: instant, counters }).nullable(),
      points: z.array(point),
      next_cursor: z.string().nullable(),
    })
    .openapi(kind === 'player' ? 'PlayerTimeline' : 'TeamTimeline', {
      description: 'A step series: `start` holds until the first point, each point until the next',
    });
}
