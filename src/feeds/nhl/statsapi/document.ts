/** StatsAPI `feed/live` of the NHL, as far as Playclock reads it. */
import { z } from 'zod';

const id = z.int().positive();
const count = z.int().min(0);

export const Event = z.looseObject({
  result: z.looseObject({
    eventTypeId: z.string(),
    description: z.string().nullish(),
    secondaryType: z.string().optional(),
    penaltySeverity: z.string().optional(),
    penaltyMinutes: count.optional(),
    strength: z.looseObject({ code: z.string() }).optional(),
  }),
  about: z.looseObject({
    eventId: z.int(),
    period: z.int().min(1).max(20),
    periodType: z.string(),
    periodTimeRemaining: z.string(),
    dateTime: z.string(),
    goals: z.object({ home: count, away: count }),
  }),
  players: z
    .array(z.looseObject({ player: z.looseObject({ id, fullName: z.string() }), playerType: z.string() }))
    .default([]),
  team: z.looseObject({ id }).optional(),
});
export type Event = z.infer<typeof Event>;

const Team = z.looseObject({
  id,
  triCode: z.string(),
  teamName: z.string().nullish(),
  locationName: z.string().nullish(),
  venue: z
    .looseObject({
      name: z.string(),
      city: z.string().nullish(),
      timeZone: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
});
export type Team = z.infer<typeof Team>;

export const BoxTeam = z.looseObject({
  team: z.looseObject({ id }).optional(),
  teamStats: z.looseObject({ teamSkaterStats: z.looseObject({}).optional() }),
  players: z.record(z.string(), z.unknown()),
});

export const BoxPlayer = z.looseObject({
  person: z.looseObject({ id, fullName: z.string() }),
  position: z.looseObject({ abbreviation: z.string() }),
  stats: z.looseObject({
    skaterStats: z.looseObject({ timeOnIce: z.string() }).optional(),
    goalieStats: z
      .looseObject({ timeOnIce: z.string(), shots: count.optional(), saves: count.optional() })
      .optional(),
  }),
});
export type BoxPlayer = z.infer<typeof BoxPlayer>;

export const FeedLive = z.looseObject({
  gamePk: z.int(),
  metaData: z.looseObject({ timeStamp: z.string().optional() }).optional(),
  gameData: z.looseObject({
    game: z.looseObject({ season: z.string().regex(/^\d{8}$/, 'not a season like 20222023') }),
    datetime: z.looseObject({ dateTime: z.string() }),
    teams: z.looseObject({ home: Team, away: Team }),
    venue: z.looseObject({ id: z.int().optional(), name: z.string() }).optional(),
  }),
  liveData: z.looseObject({
    plays: z.looseObject({ allPlays: z.array(z.unknown()).min(1, 'a play-by-play without plays') }),
    linescore: z.looseObject({
      hasShootout: z.boolean().optional(),
      teams: z.looseObject({
        home: z.looseObject({ goals: count }),
        away: z.looseObject({ goals: count }),
      }),
    }),
    boxscore: z.looseObject({
      teams: z.looseObject({ home: z.unknown(), away: z.unknown() }),
      officials: z
        .array(z.looseObject({ official: z.looseObject({ id: z.int().optional(), fullName: z.string() }) }))
        .default([]),
    }),
  }),
});
export type FeedLive = z.infer<typeof FeedLive>;
