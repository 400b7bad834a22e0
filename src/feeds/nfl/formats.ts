/** The NFL's game documents: one file a game, with its drive chart. */
import { z } from 'zod';
import type { Format } from '../feed.ts';
import { NFL_FEED, readNflGame } from './game.ts';

/** Little, so that a damaged document is still known for what it is and refused at its place. */
const Game = z.looseObject({ id: z.string(), seasonType: z.string(), driveChart: z.looseObject({}) });

export const NFL_FORMATS: readonly Format[] = [
  {
    name: 'NFL game with drive chart',
    recognise(content) {
      const read = Game.safeParse(content.kind === 'json' ? content.value : null);
      return read.success
        ? { format: this.name, feed: NFL_FEED, role: 'plays', league: 'nfl', gameId: read.data.id }
        : null;
    },
    readGame: readNflGame,
  },
];
