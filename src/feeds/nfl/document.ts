/**
 * The NFL's game document, as far as Playclock reads it: the game, its drive chart, its official stat rows. What else an
 * object holds is passed over: copying it was most of checking it.
 */
import { z } from 'zod';

const Team = z.object({
  id: z.string().min(1),
  currentLogo: z.string().nullish(),
  fullName: z.string().min(1),
});

const points = z.int().min(0);
const TeamSummary = z.object({
  score: z.object({ q1: points, q2: points, q3: points, q4: points, ot: points, total: points }),
});
export type QuarterScores = z.infer<typeof TeamSummary>['score'];

export const Game = z.object({
  id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not a game id'),
  homeTeam: Team,
  awayTeam: Team,
  time: z.string(),
  season: z.int().min(1920).max(2100),
  seasonType: z.string(),
  venue: z
    .looseObject({
      id: z.string(),
      name: z.string(),
      city: z.string().nullish(),
      country: z.string().nullish(),
    })
    .nullish(),
  summary: z
    .looseObject({ phase: z.string().nullish(), homeTeam: TeamSummary, awayTeam: TeamSummary })
    .nullish(),
  driveChart: z.object({
    plays: z.array(z.unknown()).min(1, 'a drive chart without plays'),
    scoringSummaries: z
      .array(
        z.object({
          homeScore: points,
          awayScore: points,
          patPlayId: z.int().nullish(),
          scoringPlayId: z.int().nullish(),
        }),
      )
      .default([]),
  }),
});
export type Game = z.infer<typeof Game>;

/** What even a deleted play has. */
export const Identity = z.object({ playId: z.int().min(0), playDeleted: z.boolean() });

const StatRow = z.object({
  gsisPlayerId: z.string().min(1).nullable(),
  gsisPlayerName: z.string().nullable(),
  statType: z.int(),
  teamId: z.string(),
  yards: z.int().min(-150).max(150).nullable(),
});
export type StatRow = z.infer<typeof StatRow>;

export const FilePlay = z.object({
  playId: z.int().min(0),
  playSequenceNumber: z.number().min(0).max(2_000_000),
  quarter: z.int().min(0).max(12),
  clockTime: z
    .string()
    .regex(/^(1[0-5]|0?\d):[0-5]\d$/, 'not a game clock like 14:32')
    .nullable(),
  driveSequence: z.int().nullish(),
  playType: z.string(),
  playStartTime: z.string().nullable(),
  playEndTime: z.string().nullable(),
  playDescription: z.string().nullish(),
  prePlayByPlay: z.string().nullish(),
  stats: z.array(StatRow),
});
export type FilePlay = z.infer<typeof FilePlay>;

/** A play that counts, in order of play, with its place in the file and the file's own text. */
export interface ReadPlay {
  readonly play: FilePlay;
  readonly place: string;
  readonly raw: string;
  readonly orderKey: number;
  /** Quarter and centiseconds left in it; taken from the play before where the row has none. */
  readonly period: number;
  readonly clock: number;
}
