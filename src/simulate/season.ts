import { type SimulatedGame, simulateGame } from './game.ts';
import type { LeaguePrefix, SeasonPart } from './ids.ts';
import { leagueIn } from './league.ts';
import { officialsOf } from './officials.ts';
import { calendar, type ScheduledGame } from './schedule.ts';
import { startYear } from './season-label.ts';
import { leagueTeams } from './teams.ts';

/** What a season is made from. */
export interface SeasonOptions {
  readonly seed: string | number;
  /** Like "2023-24". */
  readonly season: string;
  /** Number of teams, even, at most 30 (the default). */
  readonly teams?: number;
  /** Games a team plays; 82 by default, which makes 1,230 games with 30 teams. */
  readonly gamesPerTeam?: number;
  /** First two digits of the game ids: "99", the demo league, by default. */
  readonly prefix?: LeaguePrefix;
  /** Which ids and months: the regular season by default. */
  readonly part?: SeasonPart;
}

const TEAMS = 30;
const GAMES_PER_TEAM = 82;

/** The games of a season in order of date and time. */
export function seasonSchedule(options: SeasonOptions): ScheduledGame[] {
  return calendar({
    seed: options.seed,
    season: options.season,
    teams: leagueTeams(options.teams ?? TEAMS),
    gamesPerTeam: options.gamesPerTeam ?? GAMES_PER_TEAM,
    prefix: options.prefix ?? '99',
    part: options.part ?? 'regular',
  });
}

/** Simulates a season game by game, in the schedule's order; nothing is kept of a game once it is taken. */
export function* simulateSeason(options: SeasonOptions): Generator<SimulatedGame> {
  const simulate = gameSimulator(options);
  for (const scheduled of seasonSchedule(options)) yield simulate(scheduled);
}

/** A function that simulates single games of the season; a game is the same in whatever order they are asked for. */
export function gameSimulator(options: SeasonOptions): (scheduled: ScheduledGame) => SimulatedGame {
  const { seed, season } = options;
  const rosters = new Map(
    leagueIn(seed, options.teams ?? TEAMS, startYear(season)).map((roster) => [roster.team.teamId, roster]),
  );
  const officials = officialsOf(seed);
  return (scheduled) => {
    const home = rosters.get(scheduled.home.teamId);
    const away = rosters.get(scheduled.away.teamId);
    if (!home || !away) throw new ForeignGameError(scheduled.gameId);
    return simulateGame({ seed, scheduled, home, away, officials });
  };
}

/** A game whose teams are not of this league. */
export class ForeignGameError extends Error {
  constructor(gameId: string) {
    super(`the teams of game ${gameId} are not in this season's league`);
    this.name = 'ForeignGameError';
  }
}
