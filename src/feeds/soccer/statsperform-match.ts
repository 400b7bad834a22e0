/** The shape of an MA1 document. */
import { z } from 'zod';
import { MatchInfo } from './statsperform-header.ts';

export const Player = z.looseObject({
  playerId: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  shortFirstName: z.string().optional(),
  shortLastName: z.string().optional(),
  knownName: z.string().optional(),
  matchName: z.string(),
  position: z.string(),
  subPosition: z.string().optional(),
});

const clock = z.string().regex(/^\d{1,3}:[0-5]\d$/, 'not a match clock like 60:46');
const happening = { contestantId: z.string(), periodId: z.int(), timeMinSec: clock };

const Goal = z.looseObject({
  ...happening,
  type: z.string(),
  scorerId: z.string().optional(),
  assistPlayerId: z.string().optional(),
});
const Card = z.looseObject({ ...happening, type: z.string(), playerId: z.string().optional() });
const Substitute = z.looseObject({
  ...happening,
  playerOnId: z.string().optional(),
  playerOffId: z.string().optional(),
});

export const MatchBox = z.looseObject({
  matchInfo: MatchInfo,
  liveData: z.looseObject({
    matchDetails: z.looseObject({
      matchStatus: z.string().optional(),
      period: z
        .array(z.looseObject({ id: z.int(), lengthMin: z.int().optional(), lengthSec: z.int().optional() }))
        .default([]),
      scores: z.looseObject({ total: z.object({ home: z.int(), away: z.int() }).optional() }).optional(),
    }),
    goal: z.array(Goal).default([]),
    card: z.array(Card).default([]),
    substitute: z.array(Substitute).default([]),
    lineUp: z.array(z.looseObject({ contestantId: z.string(), player: z.array(Player).default([]) })),
    matchDetailsExtra: z
      .looseObject({
        matchOfficial: z
          .array(z.looseObject({ id: z.string(), firstName: z.string().default(''), lastName: z.string() }))
          .default([]),
      })
      .optional(),
  }),
});
export type MatchBox = z.infer<typeof MatchBox>;
