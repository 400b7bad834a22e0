/** Shapes of what a team's players did together. */
import { z } from '@hono/zod-openapi';
import { SEASON_TYPES } from '../../plays/game.ts';
import { echo } from '../schemas.ts';

const player = z.object({ id: z.string(), name: z.string() });
const frame = {
  league: z.string(),
  team: player,
  ...echo,
  scope: z.enum(['game', 'season']),
  season: z.string().nullable(),
  season_type: z.enum([...SEASON_TYPES, 'all']),
  games: z.number().int(),
  game_id: z.string().nullable(),
};

export const Lineups = z
  .object({
    ...frame,
    size: z.number().int(),
    lineups_in_all: z.number().int(),
    lineups: z.array(
      z.object({
        players: z.array(player),
        games: z.number().int(),
        seconds: z.number().openapi({ description: 'By the game clock' }),
        plus_minus: z.number().int(),
      }),
    ),
  })
  .openapi('Lineups', { description: 'Longest together first' });

export const Assists = z
  .object({
    ...frame,
    by: z.string().openapi({ description: 'Counter of whoever hands on' }),
    of: z.string().openapi({ description: 'Counter of whoever makes use of it' }),
    pairs_in_all: z.number().int(),
    pairs: z.array(
      z.object({
        from: player,
        to: player,
        count: z.number().int(),
        score: z.number().int().openapi({ description: 'What the scoreboard gained by them' }),
      }),
    ),
  })
  .openapi('Assists', { description: 'Most frequent first' });
