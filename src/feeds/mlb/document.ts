/** The parts of a StatsAPI `feed/live` document that Playclock reads. */
import { z } from 'zod';

/** Stamps before this year, or far ahead, are placeholders. */
const YEARS = [1946, 2100] as const;

const Instant = z.iso.datetime('not a UTC instant').refine((text) => {
  const year = Number(text.slice(0, 4));
  return year >= YEARS[0] && year < YEARS[1];
}, 'not a believable instant');

const PersonRef = z.looseObject({ id: z.int().positive() });
const outs = z.int().min(0).max(3);
const tally = z.int().min(0);

const Position = z.looseObject({ code: z.string() });

/** Something within a plate appearance: a pitch, a throw to a base, a steal, a substitution, a delay. */
export const PlayEvent = z.looseObject({
  index: tally,
  type: z.string().min(1),
  isPitch: z.boolean(),
  startTime: Instant,
  endTime: Instant.optional(),
  count: z.looseObject({ balls: tally, strikes: tally, outs }),
  details: z.looseObject({
    description: z.string().nullish(),
    eventType: z.string().nullish(),
    isBall: z.boolean().default(false),
    isStrike: z.boolean().default(false),
    isInPlay: z.boolean().default(false),
  }),
  player: PersonRef.nullish(),
  replacedPlayer: PersonRef.nullish(),
  position: Position.nullish(),
  isSubstitution: z.boolean().default(false),
});
export type PlayEvent = z.infer<typeof PlayEvent>;

/** A runner from one base to another, home, or out; the batter is a runner too. */
export const Runner = z.looseObject({
  movement: z.looseObject({
    end: z.string().nullable(),
    isOut: z.boolean().nullable(),
  }),
  details: z.looseObject({
    runner: PersonRef,
    eventType: z.string().nullish(),
    movementReason: z.string().nullish(),
    responsiblePitcher: PersonRef.nullish(),
    earned: z.boolean(),
    teamUnearned: z.boolean(),
    playIndex: tally.nullish(),
  }),
  credits: z.array(z.looseObject({ player: PersonRef, credit: z.string() })).default([]),
});
export type Runner = z.infer<typeof Runner>;

/** Order keys leave room for so many events; real plate appearances have had some thirty. */
export const MOST_EVENTS = 999;

/** A plate appearance, with everything that happened while it lasted. */
export const PlateAppearance = z.looseObject({
  atBatIndex: tally,
  about: z.looseObject({
    isTopInning: z.boolean(),
    inning: z.int().min(1).max(99),
    endTime: Instant.optional(),
    isComplete: z.boolean(),
  }),
  result: z.looseObject({
    eventType: z.string().optional(),
    description: z.string().nullish(),
    rbi: tally.default(0),
    awayScore: tally.optional(),
    homeScore: tally.optional(),
  }),
  count: z.looseObject({ outs }),
  matchup: z.looseObject({ batter: PersonRef, pitcher: PersonRef }),
  runners: z.array(Runner),
  playEvents: z.array(z.unknown()).max(MOST_EVENTS, 'more events than a plate appearance can have'),
});
export type PlateAppearance = z.infer<typeof PlateAppearance>;

const Team = z.looseObject({
  id: z.int().positive(),
  abbreviation: z.string().min(1),
  locationName: z.string().nullish(),
  teamName: z.string().nullish(),
  sport: z.looseObject({ id: z.int() }),
});
export type Team = z.infer<typeof Team>;

const Venue = z.looseObject({
  id: z.int(),
  name: z.string(),
  location: z.looseObject({ city: z.string().nullish() }).nullish(),
  timeZone: z.looseObject({ id: z.string().nullish() }).nullish(),
});

const Line = z.looseObject({ runs: tally.nullish() });

/** The document; plate appearances and box score are checked one by one, so that a fault is placed well. */
export const FeedLive = z.looseObject({
  gamePk: z.int().positive(),
  metaData: z.looseObject({ timeStamp: z.string().nullish() }).nullish(),
  gameData: z.looseObject({
    game: z.looseObject({ type: z.string(), season: z.string().regex(/^\d{4}$/, 'not a year') }),
    datetime: z.looseObject({
      dateTime: Instant.nullish(),
      officialDate: z.iso.date('not a date'),
    }),
    status: z.looseObject({ abstractGameState: z.string() }),
    teams: z.looseObject({ home: Team, away: Team }),
    venue: Venue.nullish(),
  }),
  liveData: z.looseObject({
    plays: z.looseObject({ allPlays: z.array(z.unknown()).min(1, 'a game without plays') }),
    linescore: z.looseObject({ teams: z.looseObject({ home: Line, away: Line }).nullish() }).nullish(),
    boxscore: z.unknown(),
  }),
});
export type FeedLive = z.infer<typeof FeedLive>;
