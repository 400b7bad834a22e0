/** One action of the NBA live play-by-play, as far as Playclock reads it. */
import { z } from 'zod';

const personId = z.int().min(0);
const total = z.int().min(0);

export const Action = z.looseObject({
  actionNumber: z.int(),
  orderNumber: z.int(),
  clock: z.string(),
  timeActual: z.string(),
  period: z.int().min(1).max(14),
  actionType: z.string(),
  subType: z.string().optional(),
  descriptor: z.string().optional(),
  qualifiers: z.array(z.string()).default([]),
  personId,
  teamId: personId.optional(),
  playerName: z.string().nullish(),
  playerNameI: z.string().nullish(),
  shotResult: z.enum(['Made', 'Missed']).optional(),
  scoreHome: z.string().regex(/^\d+$/, 'not a score'),
  scoreAway: z.string().regex(/^\d+$/, 'not a score'),
  edited: z.string().optional(),
  value: z.string().nullish(),
  description: z.string().nullish(),
  assistPersonId: personId.optional(),
  foulDrawnPersonId: personId.optional(),
  jumpBallWonPersonId: personId.optional(),
  jumpBallLostPersonId: personId.optional(),
  jumpBallRecoverdPersonId: personId.optional(),
  pointsTotal: total.optional(),
  assistTotal: total.optional(),
  reboundTotal: total.optional(),
  reboundOffensiveTotal: total.optional(),
  reboundDefensiveTotal: total.optional(),
  turnoverTotal: total.optional(),
  foulPersonalTotal: total.optional(),
});
export type Action = z.infer<typeof Action>;

export const PlayByPlay = z.looseObject({
  meta: z.looseObject({ time: z.string().optional() }).optional(),
  game: z.looseObject({
    gameId: z.string().regex(/^\d{10}$/, 'not a ten-digit game id'),
    actions: z.array(z.unknown()).min(1, 'a play-by-play without plays'),
  }),
});
