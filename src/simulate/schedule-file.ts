import { EASTERN, isoSeconds, wallClock } from './local-time.ts';
import type { ScheduledGame } from './schedule.ts';
import type { Team } from './teams.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const BROADCASTERS = [
  'nationalTv',
  'nationalRadio',
  'nationalOtt',
  'homeTv',
  'homeRadio',
  'homeOtt',
  'awayTv',
];
const MORE_BROADCASTERS = ['awayRadio', 'awayOtt', 'intlRadio', 'intlTv', 'intlOtt'];

/** The document of a league schedule, in the shape of scheduleleaguev2. */
export interface ScheduleFile {
  readonly meta: { version: number; request: string; time: string };
  readonly leagueSchedule: {
    seasonYear: string;
    leagueId: string;
    gameDates: { gameDate: string; games: ScheduleFileGame[] }[];
    weeks: { weekNumber: number; weekName: string; startDate: string; endDate: string }[];
    broadcasterList: never[];
  };
}

type ScheduleFileGame = ReturnType<typeof fileGame>;

/** Writes a calendar as a scheduleleaguev2 document; Eastern times carry a false "Z", as the feed's do. */
export function scheduleFile(season: string, games: readonly ScheduledGame[]): ScheduleFile {
  const first = games[0]?.date ?? '1990-10-01';
  const opening = mondayBefore(Date.parse(first));
  const byDate = Map.groupBy(games, (game) => game.date);
  const leagueId = (games[0]?.gameId ?? '99').slice(0, 2);
  return {
    meta: {
      version: 1,
      request: `http://playclock.invalid/league/${leagueId}/${season}/scheduleleaguev2?Format=json`,
      time: `${new Date(opening - 40 * DAY).toISOString()}`,
    },
    leagueSchedule: {
      seasonYear: season,
      leagueId,
      gameDates: [...byDate].map(([date, onDay]) => ({
        gameDate: `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)} 00:00:00`,
        games: onDay.map((game, index) => fileGame(game, index + 1, opening)),
      })),
      weeks: weeks(opening, games.at(-1)?.date ?? first),
      broadcasterList: [],
    },
  };
}

function fileGame(game: ScheduledGame, gameSequence: number, opening: number) {
  const day = Date.parse(game.date);
  const eastern = wallClock(EASTERN, game.tipoff);
  const midnight = day + (game.tipoff - eastern);
  const weekNumber = Math.floor((day - opening) / (7 * DAY)) + 1;
  return {
    gameId: game.gameId,
    gameCode: `${game.date.replaceAll('-', '')}/${game.away.tricode}${game.home.tricode}`,
    gameStatus: 1,
    gameStatusText: `${twelveHour(eastern)} ET`,
    gameSequence,
    gameDateEst: isoSeconds(day, 'Z'),
    gameTimeEst: `1900-01-01T${isoSeconds(eastern, 'Z').slice(11)}`,
    gameDateTimeEst: isoSeconds(eastern, 'Z'),
    gameDateUTC: isoSeconds(midnight, 'Z'),
    gameTimeUTC: `1900-01-01T${isoSeconds(game.tipoff, 'Z').slice(11)}`,
    gameDateTimeUTC: isoSeconds(game.tipoff, 'Z'),
    awayTeamTime: isoSeconds(wallClock(game.away.timezone, game.tipoff), 'Z'),
    homeTeamTime: isoSeconds(wallClock(game.home.timezone, game.tipoff), 'Z'),
    day: WEEKDAYS[new Date(day).getUTCDay()] ?? '',
    monthNum: new Date(day).getUTCMonth() + 1,
    weekNumber,
    weekName: `Week ${weekNumber}`,
    ifNecessary: false,
    seriesGameNumber: '',
    seriesText: '',
    arenaName: game.home.arenaName,
    arenaState: game.home.state,
    arenaCity: game.home.city,
    postponedStatus: 'A',
    branchLink: '',
    gameSubtype: '',
    broadcasters: Object.fromEntries(
      [...BROADCASTERS, ...MORE_BROADCASTERS].map((kind): [string, never[]] => [`${kind}Broadcasters`, []]),
    ),
    homeTeam: fileTeam(game.home),
    awayTeam: fileTeam(game.away),
    pointsLeaders: [] as never[],
  };
}

function fileTeam(team: Team) {
  return {
    teamId: team.teamId,
    teamName: team.name,
    teamCity: team.city,
    teamTricode: team.tricode,
    teamSlug: team.name.toLowerCase(),
    wins: 0,
    losses: 0,
    score: 0,
    seed: 0,
  };
}

function weeks(opening: number, last: string) {
  const count = Math.floor((Date.parse(last) - opening) / (7 * DAY)) + 1;
  return Array.from({ length: count }, (_, index) => ({
    weekNumber: index + 1,
    weekName: `Week ${index + 1}`,
    startDate: isoSeconds(opening + index * 7 * DAY, 'Z'),
    endDate: isoSeconds(opening + index * 7 * DAY + 6 * DAY, 'Z'),
  }));
}

function mondayBefore(day: number): number {
  return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
}

function twelveHour(wall: number): string {
  const date = new Date(wall);
  const hour = date.getUTCHours();
  const minute = String(date.getUTCMinutes()).padStart(2, '0');
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}
