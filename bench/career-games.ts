/**
 * Games for long careers: two teams that play each other season after season with the same players, whom no
 * summer ages. A simulated league retires its players too soon to show what twenty seasons carry.
 */
import { type SimulatedGame, simulateGame } from '../src/simulate/game.ts';
import { leagueIn, type TeamRoster } from '../src/simulate/league.ts';
import { officialsOf } from '../src/simulate/officials.ts';
import type { ScheduledGame } from '../src/simulate/schedule.ts';
import { seasonSchedule } from '../src/simulate/season.ts';
import { leagueTeams, type Team } from '../src/simulate/teams.ts';

const SEED = 'career';
const TEAMS = 2;
/** The first season, and the year whose rosters play in all. */
export const FIRST_YEAR = 2001;

/**
 * Then all players change to two other teams: five players' hundredths of a second, carried through more than 1,490
 * games of one team, do not fit the columns.
 */
const SEASONS_WITH_A_TEAM = 19;

/** "2003-04" of 2003. */
export function seasonLabel(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The games of the season that begins in a year. */
export function careerSchedule(year: number, gamesPerTeam: number): ScheduledGame[] {
  const schedule = seasonSchedule({ seed: SEED, season: seasonLabel(year), teams: TEAMS, gamesPerTeam });
  return schedule.map((game) => ({
    ...game,
    home: teamIn(year, game.home),
    away: teamIn(year, game.away),
  }));
}

/** The team that the players of one of the two play for. */
function teamIn(year: number, team: Team): Team {
  if (year < FIRST_YEAR + SEASONS_WITH_A_TEAM) return team;
  const teams = leagueTeams(2 * TEAMS);
  return teams[teams.findIndex(({ teamId }) => teamId === team.teamId) + TEAMS] ?? team;
}

/** The game as first published. */
export function careerGame(scheduled: ScheduledGame, year: number): SimulatedGame {
  const [one, other] = leagueIn(SEED, TEAMS, FIRST_YEAR).map((roster) => ageless(roster, year));
  if (one === undefined || other === undefined) throw new RangeError('a league of two has two teams');
  const [home, away] = one.team.teamId === scheduled.home.teamId ? [one, other] : [other, one];
  return simulateGame({ seed: SEED, scheduled, home, away, officials: officialsOf(SEED) });
}

function ageless(roster: TeamRoster, year: number): TeamRoster {
  const young = roster.players.map((player) => ({ ...player, born: player.born + year - FIRST_YEAR }));
  return { team: teamIn(year, roster.team), players: young };
}
