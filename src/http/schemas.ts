/** Shapes of answers, for the OpenAPI document. */
import { z } from '@hono/zod-openapi';
import { BIRTH_PRECISIONS } from '../asof/age.ts';
import { CHANGES } from '../fold/contributions.ts';
import { DISCREPANCY_KINDS } from '../fold/reconcile.ts';
import { SEASON_TYPES } from '../plays/game.ts';
import { METHODS, PRECISIONS, SIDES } from '../plays/play.ts';
import { DROP_REASONS } from './event-stream.ts';
import { PROBLEMS, type ProblemType } from './problem.ts';

export const instant = z.iso.datetime().openapi({ example: '2016-06-20T00:02:34.560Z' });
export const counters = z.record(z.string(), z.number().nullable()).openapi('Counters', {
  description: 'Counters by name, in the order of the sport; null where the record does not hold one',
  example: { games: 1346, pts: 33643 },
});
// Shapes are spread, not extended: the document would say `allOf`, and then null is nowhere allowed.
export const line = z
  .object({ counters, derived: z.record(z.string(), z.number().nullable()) })
  .openapi('StatLine', {
    description:
      'Counters and what is derived from them; null where a denominator is zero or a counter is not known',
  });
/** Where a play stands in its season and game; no game and no play where season totals speak. */
export const playPlace = {
  season: z.string(),
  season_type: z.enum(SEASON_TYPES),
  game_id: z.string().nullable(),
  play_id: z.string().nullable(),
  period: z.number().int().nullable(),
  clock_seconds: z.number().nullable(),
};
export const lastPlay = z
  .object({
    game_id: z.string().nullable(),
    wall_clock_time: instant,
    precision: z.enum(PRECISIONS),
    earliest: instant,
    latest: instant,
  })
  .openapi('CountedPlay', { description: 'The last play that counted, and how well its instant is known' });
const seasonType = z.enum([...SEASON_TYPES, 'all']).nullable();
const team = z.object({ team_id: z.string().nullable(), tricode: z.string(), name: z.string().nullable() });
export const header = {
  id: z.string(),
  season: z.string(),
  season_type: z.enum(SEASON_TYPES),
  date: z.string().nullable(),
  scheduled_at: instant.nullable(),
  venue: z.string().nullable(),
  feed: z.string().nullable(),
  home: team,
  away: team,
};
const clockSeconds = z.number().openapi({
  description:
    'Time left in the period by the scoreboard; null in sports whose scoreboard counts no time down',
});
const clock = z
  .object({ unit: z.enum(['seconds', 'outs']), played: z.number(), left: z.number().nullable() })
  .openapi({
    description:
      'The clock of the period in what the sport counts; `left` is null where the referee ends the period',
  });
export const state = {
  status: z.enum(['scheduled', 'in_progress', 'final']),
  period: z.number().int().nullable(),
  clock_seconds: clockSeconds.nullable(),
  clock: clock.nullable(),
  home_score: z.number().int(),
  away_score: z.number().int(),
};
export const echo = { as_of: instant, boundary: z.enum(['at', 'before']), basis: z.number().int() };
/** Of fields that need to know who is on. */
const UNTOLD = 'On the floor now; null in sports whose feeds do not tell who is on';
/** Least and greatest true value, where the instant lies inside the interval of some play. */
export const bounds = <T extends z.ZodType>(value: T) =>
  z.object({ min: value, max: value, plays_in_doubt: z.number().int() });

export const counted = z.object({ counters });
const scopes = {
  game: z
    .object({ game_id: z.string(), ...line.shape })
    .nullable()
    .optional(),
  season: z.object({ season: z.string().nullable(), season_type: seasonType, ...line.shape }).optional(),
  career: line.optional(),
};
const scopeBounds = z.object({
  game: counted.optional(),
  season: counted.optional(),
  career: counted.optional(),
});
const span = z.object({ years: z.number().int(), seconds: z.number().int() });
const age = z
  .object({
    precision: z.enum(BIRTH_PRECISIONS),
    years: z.number().int().nullable(),
    seconds: z.number().int().nullable(),
    bounds: z.object({ min: span, max: span }),
  })
  .openapi('Age', {
    description:
      'Whole years and seconds since the birth date began in UTC. Nobody states the hour or the zone of a birth: ' +
      '`bounds` hold the true age. Of a birth known to the month or the year only, what is not sure is null',
  });
/** Everything of a stats answer but whose it is. */
const stats = {
  ...echo,
  totals: z.object(scopes),
  bounds: bounds(scopeBounds).nullable(),
  game: z
    .object({
      ...header,
      ...state,
      on_floor: z.boolean().nullable().openapi({ description: UNTOLD }),
    })
    .nullable(),
  last_play: lastPlay.nullable(),
  staleness_ms: z.number().int().nullable(),
  coverage: z.object({ games_from_plays: z.number().int(), games_from_totals: z.number().int() }),
};
const named = { id: z.string(), name: z.string() };

export const PlayerStats = z
  .object({
    league: z.string(),
    player: z.object({ ...named, birth_date: z.iso.date().nullable(), age: age.nullable() }),
    ...stats,
  })
  .openapi('PlayerStats');
export const TeamStats = z
  .object({ league: z.string(), team: z.object({ ...named, tricode: z.string().nullable() }), ...stats })
  .openapi('TeamStats');

const side = z.object({
  team: z.object({ id: z.string().optional(), name: z.string().optional(), ...line.shape }),
  players: z.array(
    z.object({
      player: z.object({ id: z.string(), name: z.string() }),
      starter: z.boolean().nullable().openapi({ description: 'Null where the feed does not say who starts' }),
      position: z.string().nullable(),
      on_court: z.boolean().nullable().openapi({ description: UNTOLD }),
      ...line.shape,
    }),
  ),
});
const score = z.object({ home_score: z.number().int(), away_score: z.number().int() });
const sideName = z.enum(SIDES);

/** What of a game does not reconcile. */
export const difference = z.object({
  kind: z.enum(DISCREPANCY_KINDS),
  side: sideName,
  player_id: z.string().nullable(),
  counter: z.string().nullable(),
  play_id: z.string().nullable(),
  stated: z.number().nullable(),
  counted: z.number().nullable(),
  note: z.string(),
});

export const Play = z
  .object({
    id: z.string(),
    order_key: z.number().int().openapi({
      description: 'Orders plays that share an instant: plays go by wall_clock_time, order_key, id',
    }),
    wall_clock_time: instant,
    precision: z.enum(PRECISIONS),
    method: z.enum(METHODS),
    earliest: instant,
    latest: instant,
    period: z.number().int(),
    clock_seconds: clockSeconds.nullable(),
    clock,
    elapsed_seconds: z.number().openapi({ description: 'Game clock run so far in the game' }),
    home_score: z.number().int(),
    away_score: z.number().int(),
    kind: z.string(),
    description: z.string().nullable(),
    team_id: z.string().nullable(),
    player_id: z.string().nullable(),
    edited_at: instant.nullable(),
    edited_after_ms: z.number().int().nullable(),
    note: z.string().nullable(),
    feed: z.string(),
  })
  .openapi('Play');

export const Game = z
  .object({
    league: z.string(),
    game: z.object(header),
    ...echo,
    as_of: instant.nullable(),
    state: z.object(state),
    lineups: z
      .object({ home: z.array(z.string()).nullable(), away: z.array(z.string()).nullable() })
      .openapi({ description: 'Who is on; null in sports whose feeds do not tell' }),
    box: z.object({ home: side, away: side }),
    last_play: z
      .object({
        ...lastPlay.shape,
        play_id: z.string(),
        period: z.number().int(),
        description: z.string().nullable(),
      })
      .nullable(),
    bounds: bounds(score).nullable(),
    period_starters: z
      .array(
        z.object({
          period: z.number().int(),
          side: sideName,
          player_id: z.string(),
          known_by: z.enum(['acted', 'box', 'carried']),
        }),
      )
      .nullable()
      .openapi({ description: 'Who began each period; null in sports whose feeds do not tell who is on' }),
    late_edits: z.number().int().openapi({
      description: 'Plays that the feed edited more than a minute after they happened',
    }),
    notes: z.array(z.object({ note: z.string(), plays: z.number().int() })).openapi({
      description:
        'Notes of the plays counted, each with how many have it, in order of play, twenty at most: what was mended of the file, or the word of the feed itself. The plays have them all',
    }),
    differences: z.array(difference),
  })
  .openapi('Game');
export const Games = z
  .object({
    league: z.string(),
    ...echo,
    date: z.string(),
    games: z.array(z.object({ ...header, ...state })),
  })
  .openapi('Games');
export const Plays = z
  .object({
    league: z.string(),
    game_id: z.string(),
    basis: z.number().int(),
    plays: z.array(Play),
    next_cursor: z.string().nullable(),
  })
  .openapi('Plays');
export const Corrections = z
  .object({
    league: z.string(),
    since_basis: z.number().int(),
    basis: z.number().int(),
    corrections: z.array(
      z.object({
        player: z.object({ id: z.string(), name: z.string() }).optional(),
        team: z.object({ id: z.string(), tricode: z.string() }).optional(),
        game_id: z.string(),
        play_id: z.string().nullable(),
        change: z.enum(CHANGES),
        counter: z.string(),
        before: z.number(),
        after: z.number(),
        before_basis: z.number().int(),
        after_basis: z.number().int(),
        edited_at: instant.nullable(),
        note: z.string().nullable(),
      }),
    ),
    next_cursor: z.string().nullable(),
  })
  .openapi('Corrections');
const changeOf = <T extends z.ZodType>(play: T) => ({
  league: z.string(),
  basis: z.number().int(),
  committed_at: instant,
  format: z.string().nullable(),
  plays: z.object({ added: z.array(play), changed: z.array(play), removed: z.array(z.string()) }),
  corrections: z.number().int(),
});
/** Data of a game stream's `change` events. */
export const GameEvent = z
  .object({ ...changeOf(Play), game: z.object(header), state: z.object(state) })
  .openapi('GameEvent');
/** Data of a league stream's `change` events; without a game where the ingest was of reference data. */
export const LeagueEvent = z
  .object({
    ...changeOf(z.string()),
    game: z.object(header).nullable(),
    state: z.object(state).nullable(),
    plays: changeOf(z.string()).plays.nullable(),
  })
  .openapi('LeagueEvent');
/** Data of a stream's `dropped` event. */
export const Dropped = z.object({ reason: z.enum(DROP_REASONS), basis: z.number().int() }).openapi('Dropped');
export const EventStream = z.string().openapi('EventStream', {
  description:
    'Server-sent events. `change`: data is a GameEvent or LeagueEvent, id the basis. `dropped`: data says why ' +
    'the stream ends; come back with the id of the last event. Comments are signs of life.',
});
export const SearchResult = z
  .object({
    query: z.string(),
    results: z.array(
      z.object({
        league: z.string(),
        kind: z.enum(['player', 'team', 'game']),
        id: z.string(),
        name: z.string(),
        score: z.number(),
      }),
    ),
  })
  .openapi('SearchResult');
export const Basis = z.object({ basis: z.number().int(), committed_at: instant }).openapi('Basis');
export const Ingests = z
  .object({
    basis: z.number().int(),
    ingests: z.array(
      z.object({
        ingest_id: z.number().int(),
        league: z.string().nullable(),
        source: z.string(),
        format: z.string().nullable(),
        game_id: z.string().nullable(),
        outcome: z.enum(['loaded', 'unchanged', 'rejected']),
        place: z.string().nullable(),
        reason: z.string().nullable(),
        plays: z.number().int(),
        rows_written: z.number().int(),
        discrepancies: z.number().int(),
        started_at: instant,
        committed_at: instant,
        duration_ms: z.number().int(),
        files: z.array(z.object({ source: z.string(), sha256: z.string(), bytes: z.number().int() })),
      }),
    ),
    next_before: z.number().int().nullable(),
  })
  .openapi('Ingests');

export const ProblemSchema = z
  .object({
    type: z.enum(Object.keys(PROBLEMS) as [ProblemType, ...ProblemType[]]),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
  })
  .openapi('Problem', { description: 'RFC 9457' });
