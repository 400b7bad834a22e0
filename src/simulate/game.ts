import { type BoxScoreFile, boxScoreFile } from './boxscore.ts';
import { writeUp } from './clerk.ts';
import type { GameFacts } from './game-facts.ts';
import type { TeamRoster } from './league.ts';
import { gameDay } from './lineup.ts';
import { playByPlayFile } from './live-file.ts';
import type { PlayByPlayFile } from './live-types.ts';
import { Match } from './match.ts';
import { crew, type Official } from './officials.ts';
import { playGame } from './period.ts';
import type { Play } from './play.ts';
import { randomFor } from './random.ts';
import type { ScheduledGame } from './schedule.ts';
import { startYear } from './season-label.ts';

/** What a game is simulated from. */
export interface GameSpec {
  readonly seed: string | number;
  readonly scheduled: ScheduledGame;
  readonly home: TeamRoster;
  readonly away: TeamRoster;
  /** The referees to choose three from. */
  readonly officials: readonly Official[];
}

/** A simulated game: the two documents of the live feed, and what they were written from. */
export interface SimulatedGame {
  readonly gameId: string;
  readonly season: string;
  /** 1 for the first version; each revision adds one. */
  readonly version: number;
  readonly playbyplay: PlayByPlayFile;
  readonly boxscore: BoxScoreFile;
  readonly facts: GameFacts;
  /** What happened, untold changes included. */
  readonly script: readonly Play[];
}

/**
 * Simulates one game. The result depends on the seed, the season and the game's number, and on the two
 * rosters; not on which other games are simulated.
 */
export function simulateGame(spec: GameSpec): SimulatedGame {
  const { scheduled } = spec;
  const part = scheduled.gameId.slice(2, 3);
  const random = randomFor(spec.seed, 'game', scheduled.season, part, scheduled.number);
  const year = startYear(scheduled.season);
  const home = gameDay(random, spec.home, year);
  const away = gameDay(random, spec.away, year);
  const officials = crew(random, spec.officials);
  // The tip comes some minutes after the scheduled time.
  const start = scheduled.tipoff + random.between(5, 13) * 60_000;
  const match = new Match(random, { home, away }, officials, start);
  playGame(match);
  writeUp(random, match.plays);
  return writeGame({ scheduled, home, away, officials }, match.plays, 1);
}

/** Writes a script as the live feed's documents. */
export function writeGame(facts: GameFacts, script: readonly Play[], version: number): SimulatedGame {
  const { gameId, season } = facts.scheduled;
  const { file: playbyplay, book } = playByPlayFile(facts, script);
  const boxscore = boxScoreFile(facts, script, book);
  return { gameId, season, version, playbyplay, boxscore, facts, script };
}
