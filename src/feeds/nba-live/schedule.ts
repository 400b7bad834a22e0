/** The CDN schedule, `scheduleleaguev2`. */
import { z } from 'zod';
import { check } from '../check.ts';
import type { Document, ScheduledTeam, ScheduleEntry } from '../feed.ts';
import { leagueOfGame, partOfGame } from '../game-id.ts';

const Team = z.looseObject({
  teamId: z.int(),
  teamTricode: z.string().nullish(),
  teamCity: z.string().nullish(),
  teamName: z.string().nullish(),
});
const Game = z.looseObject({
  gameId: z.string().regex(/^\d{10}$/, 'not a ten-digit game id'),
  gameDateEst: z.string().regex(/^\d{4}-\d\d-\d\dT/, 'not a date'),
  gameDateTimeUTC: z.iso.datetime(),
  arenaName: z.string().nullish(),
  homeTeam: Team,
  awayTeam: Team,
});
const Schedule = z.looseObject({
  leagueSchedule: z.looseObject({
    seasonYear: z.string(),
    gameDates: z.array(z.looseObject({ games: z.array(z.unknown()) })),
  }),
});

/** Games that count toward a season; All-Star games and games of teams not yet known are passed over. */
export function readSchedule(document: Document): ScheduleEntry[] {
  const value = document.content.kind === 'json' ? document.content.value : null;
  const { leagueSchedule } = check(Schedule, value, document.file, '$');
  return leagueSchedule.gameDates.flatMap((date, day) =>
    date.games.flatMap((entry, position): ScheduleEntry[] => {
      const place = `$.leagueSchedule.gameDates[${day}].games[${position}]`;
      const game = check(Game, entry, document.file, place);
      const part = partOfGame(game.gameId);
      const known = game.homeTeam.teamId !== 0 && game.awayTeam.teamId !== 0;
      if (part === null || !known || leagueOfGame(game.gameId) === null) return [];
      return [
        {
          gameId: game.gameId,
          part,
          date: game.gameDateEst.slice(0, 10),
          scheduledAt: Date.parse(game.gameDateTimeUTC),
          home: team(game.homeTeam),
          away: team(game.awayTeam),
          venue: game.arenaName || null,
        },
      ];
    }),
  );
}

function team(value: z.infer<typeof Team>): ScheduledTeam {
  const id = String(value.teamId);
  return { id, tricode: value.teamTricode || id, city: value.teamCity ?? null, name: value.teamName ?? null };
}
