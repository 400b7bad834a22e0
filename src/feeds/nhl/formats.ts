/** The NHL's feeds: StatsAPI `feed/live` and api-web `play-by-play`. */
import { z } from 'zod';
import type { Format } from '../feed.ts';
import { readApiWebGame } from './api-web/game.ts';
import { API_WEB, STATSAPI } from './feeds.ts';
import { LEAGUE, looksLikeGameId } from './game-id.ts';
import { readStatsApiGame } from './statsapi/game.ts';

const gameId = z.int().refine(looksLikeGameId);

/** Baseball's feed/live has the same keys on top; its ids have six digits and its seasons four. */
const FeedLive = z.object({
  gamePk: gameId,
  gameData: z.object({ game: z.object({ season: z.string().regex(/^\d{8}$/) }) }),
  liveData: z.object({ plays: z.object({ allPlays: z.array(z.unknown()) }) }),
});

const PlayByPlay = z.object({
  id: gameId,
  season: z.int().min(10_000_000).max(99_999_999),
  gameType: z.int(),
  homeTeam: z.object({ id: z.int() }),
  awayTeam: z.object({ id: z.int() }),
  plays: z.array(z.unknown()),
  rosterSpots: z.array(z.unknown()),
});

export const NHL_FORMATS: readonly Format[] = [
  {
    name: 'NHL StatsAPI feed/live',
    recognise(content) {
      const read = FeedLive.safeParse(content.kind === 'json' ? content.value : null);
      return read.success ? claim(this.name, STATSAPI, read.data.gamePk) : null;
    },
    readGame: readStatsApiGame,
  },
  {
    name: 'NHL api-web play-by-play',
    recognise(content) {
      const read = PlayByPlay.safeParse(content.kind === 'json' ? content.value : null);
      return read.success ? claim(this.name, API_WEB, read.data.id) : null;
    },
    readGame: readApiWebGame,
  },
];

function claim(format: string, feed: string, id: number) {
  return { format, feed, role: 'plays', league: LEAGUE, gameId: String(id) } as const;
}
