/** NBA live CDN: play-by-play, box score, season schedule. */
import { z } from 'zod';
import type { Format, Role } from '../feed.ts';
import { leagueOfGame } from '../game-id.ts';
import { readLiveGame } from './game.ts';
import { readSchedule } from './schedule.ts';

const FEED = 'nba_live';

const Game = z.object({ game: z.looseObject({ gameId: z.string() }) });
const Season = z.object({
  leagueSchedule: z.looseObject({
    gameDates: z.array(z.looseObject({ games: z.array(z.looseObject({ gameId: z.string() })) })),
  }),
});

function ofGame(name: string, role: Role, field: string): Format {
  return {
    name,
    recognise(content) {
      const read = Game.safeParse(content.kind === 'json' ? content.value : null);
      if (!read.success || !(field in read.data.game)) return null;
      const league = leagueOfGame(read.data.game.gameId);
      return league === null
        ? null
        : { format: name, feed: FEED, role, league: league.code, gameId: read.data.game.gameId };
    },
  };
}

export const NBA_LIVE_FORMATS: readonly Format[] = [
  { ...ofGame('NBA live play-by-play', 'plays', 'actions'), readGame: readLiveGame },
  ofGame('NBA live box score', 'box', 'homeTeam'),
  {
    name: 'NBA CDN schedule',
    recognise(content) {
      const read = Season.safeParse(content.kind === 'json' ? content.value : null);
      const first = read.data?.leagueSchedule.gameDates.flatMap((date) => date.games)[0];
      const league = first === undefined ? null : leagueOfGame(first.gameId);
      return league === null
        ? null
        : { format: this.name, feed: FEED, role: 'schedule', league: league.code, gameId: null };
    },
    readSchedule,
  },
];
