import { gameId, type LeaguePrefix, type SeasonPart } from './ids.ts';
import { instantOf } from './local-time.ts';
import { type Random, randomFor } from './random.ts';
import { startYear } from './season-label.ts';
import type { Team } from './teams.ts';

/** One game of the calendar. */
export interface ScheduledGame {
  readonly gameId: string;
  readonly season: string;
  readonly number: number;
  readonly home: Team;
  readonly away: Team;
  /** Scheduled start, ms since 1970, UTC. */
  readonly tipoff: number;
  /** The day of the game at the league's office, "2023-10-25". */
  readonly date: string;
}

/** More games a team than the calendar has days for. */
export class CalendarFullError extends Error {
  constructor(games: number) {
    super(`cannot place ${games} games a team in one season: wanted 1 to ${SEASON_DAYS}`);
    this.name = 'CalendarFullError';
  }
}

const SEASON_DAYS = 166;
const DAY = 86_400_000;

/**
 * The calendar of a season: every team plays exactly `gamesPerTeam` games, opponents as even as can be,
 * home and away within one of each other where the count allows, never twice on a day.
 */
export function calendar(wanted: {
  seed: string | number;
  season: string;
  teams: readonly Team[];
  gamesPerTeam: number;
  prefix: LeaguePrefix;
  part: SeasonPart;
}): ScheduledGame[] {
  const { season, teams, gamesPerTeam } = wanted;
  if (!Number.isInteger(gamesPerTeam) || gamesPerTeam < 1 || gamesPerTeam > SEASON_DAYS) {
    throw new CalendarFullError(gamesPerTeam);
  }
  const year = startYear(season);
  const random = randomFor(wanted.seed, 'calendar', season, teams.length, gamesPerTeam, wanted.part);
  // The regular season opens late in October, the playoffs in the middle of April.
  const opening = wanted.part === 'regular' ? Date.UTC(year, 9, 24) : Date.UTC(year + 1, 3, 15);
  const daysPerRound = Math.max(1, Math.min(2, Math.floor(SEASON_DAYS / gamesPerTeam)));
  const games: Omit<ScheduledGame, 'gameId' | 'number'>[] = [];
  const order = random.shuffled(teams);
  const homeLess = new Map<Team, number>();
  for (let round = 0; round < gamesPerTeam; round += 1) {
    for (const pair of random.shuffled(pairings(order, round % (order.length - 1)))) {
      const [home, away] = hosts(random, homeLess, pair);
      // About half of a round's games fall on each of its days, so that some teams play on successive days.
      const day = opening + DAY * (round * daysPerRound + random.whole(0, daysPerRound - 1));
      games.push({ season, home, away, tipoff: tipoffOn(random, day, home), date: isoDay(day) });
    }
  }
  games.sort((a, b) => a.date.localeCompare(b.date) || a.tipoff - b.tipoff || a.home.teamId - b.home.teamId);
  return games.map((game, index) => ({
    ...game,
    number: index + 1,
    gameId: gameId(wanted.prefix, wanted.part, year, index + 1),
  }));
}

/** One round of the circle method: the first stays, the others turn by one place a round. */
function pairings(teams: readonly Team[], round: number): [Team, Team][] {
  const [fixed, ...rest] = teams;
  if (!fixed) return [];
  const turned = [...rest.slice(round), ...rest.slice(0, round)];
  const circle = [fixed, ...turned];
  const pairs: [Team, Team][] = [];
  for (let i = 0; i < circle.length / 2; i += 1) {
    const one = circle[i];
    const other = circle[circle.length - 1 - i];
    if (one && other) pairs.push([one, other]);
  }
  return pairs;
}

/** Whoever has been at home less often plays at home; equal teams toss. */
function hosts(random: Random, homeLess: Map<Team, number>, [one, other]: [Team, Team]): [Team, Team] {
  const lead = (homeLess.get(one) ?? 0) - (homeLess.get(other) ?? 0);
  const oneHosts = lead === 0 ? random.chance(0.5) : lead > 0;
  const [home, away] = oneHosts ? [one, other] : [other, one];
  homeLess.set(home, (homeLess.get(home) ?? 0) - 1);
  homeLess.set(away, (homeLess.get(away) ?? 0) + 1);
  return [home, away];
}

/** Evening starts in the home team's own zone, with a few afternoons at weekends. */
function tipoffOn(random: Random, day: number, home: Team): number {
  const weekday = new Date(day).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  const halfHours =
    weekend && random.chance(0.3) ? random.pick([26, 31, 35, 36]) : random.pick([38, 38, 39, 40]);
  return instantOf(home.timezone, day + halfHours * 1_800_000);
}

function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
