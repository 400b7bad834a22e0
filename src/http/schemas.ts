/** Shapes of answers, for the OpenAPI document. */
import { z } from '@hono/zod-openapi';
import { CHANGES } from '../fold/contributions.ts';
import { SEASON_TYPES } from '../plays/game.ts';
import { PRECISIONS } from '../plays/play.ts';
import { PROBLEMS, type ProblemType } from './problem.ts';

export const instant = z.iso.datetime().openapi({ example: '2016-06-20T00:02:34.560Z' });
const counters = z.record(z.string(), z.number().nullable()).openapi('Counters', {
  description: 'Counters by name, in the order of the sport; null where the record does not hold one',
  example: { games: 1346, pts: 33643 },
});
const line = z
  .object({ counters, derived: z.record(z.string(), z.number().nullable()) })
  .openapi('StatLine', {
    description: 'Counters and what is derived from them; null where a denominator is zero',
  });
const lastPlay = z
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
const header = {
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
const state = {
  status: z.enum(['scheduled', 'in_progress', 'final']),
  period: z.number().int().nullable(),
  clock_seconds: z.number().nullable(),
  home_score: z.number().int(),
  away_score: z.number().int(),
};
const echo = { as_of: instant, boundary: z.enum(['at', 'before']), basis: z.number().int() };
const bounds = z
  .object({
    min: z.record(z.string(), z.unknown()),
    max: z.record(z.string(), z.unknown()),
    plays_in_doubt: z.number().int(),
  })
  .openapi('Bounds', {
    description: 'Least and greatest true value, where the instant lies inside the interval of some play',
  });

function stats(kind: 'player' | 'team') {
  return {
    league: z.string(),
    [kind]: z.object({ id: z.string(), name: z.string() }),
    ...echo,
    totals: z.object({
      game: line.extend({ game_id: z.string() }).nullable().optional(),
      season: line.extend({ season: z.string().nullable(), season_type: seasonType }).optional(),
      career: line.optional(),
    }),
    bounds: bounds.nullable(),
    game: z.object({ ...header, ...state, on_floor: z.boolean() }).nullable(),
    last_play: lastPlay.nullable(),
    staleness_ms: z.number().int().nullable(),
    coverage: z.object({ games_from_plays: z.number().int(), games_from_totals: z.number().int() }),
  };
}

export const PlayerStats = z.object(stats('player')).openapi('PlayerStats');
export const TeamStats = z.object(stats('team')).openapi('TeamStats');

const side = z.object({
  team: line,
  players: z.array(
    z.object({
      player: z.object({ id: z.string(), name: z.string() }),
      starter: z.boolean(),
      position: z.string().nullable(),
      on_court: z.boolean(),
      counters,
    }),
  ),
});
export const Game = z
  .object({
    league: z.string(),
    game: z.object(header),
    ...echo,
    as_of: instant.nullable(),
    state: z.object(state),
    lineups: z.object({ home: z.array(z.string()), away: z.array(z.string()) }),
    box: z.object({ home: side, away: side }),
    last_play: lastPlay.nullable(),
    bounds: bounds.nullable(),
    period_starters: z.array(z.record(z.string(), z.unknown())),
    late_edits: z.number().int().openapi({
      description: 'Plays that the feed edited more than a minute after they happened',
    }),
    differences: z.array(z.record(z.string(), z.unknown())),
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
    plays: z.array(z.record(z.string(), z.unknown())),
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
  .object({ ingests: z.array(z.record(z.string(), z.unknown())), next_before: z.number().int().nullable() })
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
