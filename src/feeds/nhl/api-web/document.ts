/** api-web `play-by-play` of the NHL, as far as Playclock reads it. */
import { z } from 'zod';

const id = z.int().positive();
const text = z.looseObject({ default: z.string() });

export const Event = z.looseObject({
  eventId: z.int(),
  sortOrder: z.int(),
  periodDescriptor: z.looseObject({ number: z.int().min(1).max(20), periodType: z.string() }),
  timeInPeriod: z.string(),
  timeRemaining: z.string(),
  situationCode: z
    .string()
    .regex(/^\d{4}$/, 'not a situation like 1551')
    .optional(),
  typeDescKey: z.string(),
  details: z
    .looseObject({
      eventOwnerTeamId: id.optional(),
      scoringPlayerId: id.optional(),
      assist1PlayerId: id.optional(),
      assist2PlayerId: id.optional(),
      shootingPlayerId: id.optional(),
      goalieInNetId: id.optional(),
      blockingPlayerId: id.optional(),
      winningPlayerId: id.optional(),
      losingPlayerId: id.optional(),
      hittingPlayerId: id.optional(),
      hitteePlayerId: id.optional(),
      playerId: id.optional(),
      committedByPlayerId: id.optional(),
      duration: z.int().min(0).optional(),
      typeCode: z.string().optional(),
      descKey: z.string().optional(),
      reason: z.string().optional(),
      shotType: z.string().optional(),
      homeScore: z.int().min(0).optional(),
      awayScore: z.int().min(0).optional(),
    })
    .default({}),
});
export type Event = z.infer<typeof Event>;

const Team = z.looseObject({
  id,
  abbrev: z.string(),
  commonName: text.optional(),
  placeName: text.optional(),
  score: z.int().min(0).optional(),
  sog: z.int().min(0).optional(),
});
export type Team = z.infer<typeof Team>;

export const RosterSpot = z.looseObject({
  teamId: id,
  playerId: id,
  firstName: text,
  lastName: text,
  positionCode: z.string(),
});

export const PlayByPlay = z.looseObject({
  id: z.int(),
  season: z.int(),
  gameDate: z.iso.date(),
  startTimeUTC: z.string(),
  venue: text.optional(),
  venueLocation: text.optional(),
  homeTeam: Team,
  awayTeam: Team,
  plays: z.array(z.unknown()).min(1, 'a play-by-play without plays'),
  rosterSpots: z.array(z.unknown()),
});
