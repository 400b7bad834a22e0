/** MLB's StatsAPI, `game/{gamePk}/feed/live`. */
import { z } from 'zod';
import type { Format } from '../feed.ts';
import { FEED, readGame } from './game.ts';

/** The API's number for Major League Baseball; minor leagues have others, the NHL's documents none. */
const MAJOR_LEAGUES = 1;

const Team = z.looseObject({ sport: z.looseObject({ id: z.literal(MAJOR_LEAGUES) }) });
const Document = z.looseObject({
  gamePk: z.int().positive(),
  gameData: z.looseObject({ teams: z.looseObject({ home: Team, away: Team }) }),
  liveData: z.looseObject({ plays: z.looseObject({ allPlays: z.array(z.unknown()) }) }),
});

export const MLB_FORMATS: readonly Format[] = [
  {
    name: 'MLB StatsAPI feed/live',
    recognise(content) {
      const read = Document.safeParse(content.kind === 'json' ? content.value : null);
      if (!read.success) return null;
      const gameId = String(read.data.gamePk);
      return { format: this.name, feed: FEED, role: 'plays', league: 'mlb', gameId };
    },
    readGame,
  },
];
