/** Shapes of answers about a whole league. */
import { z } from '@hono/zod-openapi';
import { SEASON_TYPES } from '../../plays/game.ts';
import { counters, echo, header, state } from '../schemas.ts';

const averages = z
  .object({
    lines: z.number().int().openapi({ description: 'How many lines the means are of' }),
    counters,
    derived: counters,
  })
  .nullable();

export const LeagueState = z
  .object({
    league: z.string(),
    ...echo,
    in_progress: z.object({
      games: z.array(z.object({ ...header, ...state })),
      per_team: averages.openapi({ description: 'Mean counters of the teams playing, so far' }),
      pace: z
        .object({ score_per_regulation: z.number() })
        .nullable()
        .openapi({ description: 'What a team would score in regulation at the rate so far' }),
    }),
    season: z
      .object({
        season: z.string(),
        teams: z.number().int(),
        per_team_and_game: averages,
      })
      .nullable(),
  })
  .openapi('LeagueState');

const tally = z.object({
  wins: z.number().int(),
  losses: z.number().int(),
  draws: z.number().int(),
  late_losses: z.number().int().openapi({ description: 'Of the losses, those after regulation' }),
});

export const Standings = z
  .object({
    league: z.string(),
    ...echo,
    season: z.string().nullable(),
    season_type: z.enum(SEASON_TYPES),
    ranked_by: z.enum(['share', 'points']),
    games_over: z.number().int(),
    games_in_progress: z.number().int(),
    games_in_doubt: z.number().int().openapi({
      description: 'Counted games whose last play may have been after the instant',
    }),
    teams: z.array(
      z.object({
        team: z.object({ id: z.string(), name: z.string(), tricode: z.string().nullable() }),
        rank: z.number().int(),
        tied: z.boolean(),
        games: z.number().int(),
        record: tally,
        home: tally,
        away: tally,
        last_ten: tally,
        streak: z.string(),
        scored: z.number().int(),
        conceded: z.number().int(),
        points: z.number().int().nullable(),
        share: z.number(),
        games_behind: z.number().nullable(),
      }),
    ),
  })
  .openapi('Standings');
