/**
 * Instants for a feed without wall clock. Known are the scheduled start and, at each play, how much game clock and
 * how many breaks lie between; how long they take in the world is known within limits. Three paces give the first
 * instant a play may have had, the likeliest, and the last. Each is a sum of lengths that never shrink as the game
 * goes on, so instants and intervals rise with the game and the best lies within.
 */
import type { SeasonType } from '../../../plays/game.ts';
import type { Stamp } from '../../../plays/play.ts';
import { lengthOf, REGULATION_PERIODS } from '../periods.ts';

/** World seconds that the parts of a game take. */
export interface Pace {
  /** From the scheduled start to the opening faceoff. */
  readonly delay: number;
  /** One second of game clock, with the stoppages. */
  readonly second: number;
  readonly intermission: number;
  /** The break before overtime and shoot-out outside the playoffs. */
  readonly shortBreak: number;
  readonly attempt: number;
}

/** No game begins before its time, no clock runs faster than clocks do; intermissions have a least length. */
const FASTEST: Pace = {
  delay: 0,
  second: 1,
  intermission: 12 * 60,
  shortBreak: 0,
  attempt: 5,
};

/** As measured in 2022020148, the one game at hand with instants: 10:00, 34:44 a period, 18:58. */
export const USUAL: Pace = {
  delay: 10 * 60,
  second: 1.74,
  intermission: 19 * 60,
  shortBreak: 2 * 60,
  attempt: 40,
};

/** Two hours' late start, an hour for a period, half an hour between: past the worst evenings, short of a suspension. */
const SLOWEST: Pace = {
  delay: 120 * 60,
  second: 3,
  intermission: 30 * 60,
  shortBreak: 10 * 60,
  attempt: 3 * 60,
};

/** A moment of a game. */
export interface Moment {
  readonly period: number;
  /** Seconds of clock run in the period. */
  readonly run: number;
  /** Shoot-out attempts up to here, this one included. */
  readonly attempts: number;
}

/** World seconds from the scheduled start to a moment at that pace. */
export function secondsTo(moment: Moment, type: SeasonType, pace: Pace): number {
  let seconds = pace.delay + moment.run * pace.second + moment.attempts * pace.attempt;
  for (let period = 1; period < moment.period; period++) {
    const short = period >= REGULATION_PERIODS && type !== 'playoffs';
    seconds += lengthOf(period, type) * pace.second + (short ? pace.shortBreak : pace.intermission);
  }
  return seconds;
}

/** The stamp of a moment in a game that was to start at `start`. */
export function stampOf(moment: Moment, type: SeasonType, start: number): Stamp {
  const at = (pace: Pace) => start + Math.round(secondsTo(moment, type, pace) * 1000);
  return {
    at: at(USUAL),
    precision: 'game',
    earliest: at(FASTEST),
    latest: at(SLOWEST),
    method: 'interpolated',
  };
}
