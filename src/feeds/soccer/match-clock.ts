/** From a count-up match clock to the countdown of a play, and the order of plays that share an instant. */
import { SHOOT_OUT, SOCCER_CLOCK } from '../../sports/soccer.ts';
import { periodLength } from '../../sports/sport.ts';
import { BadInput } from '../bad-input.ts';

/** Centiseconds left when `run` centiseconds of the period have been played. No time runs in a shoot-out. */
export function clockLeft(period: number, run: number, file: string, place: string): number {
  const length = periodLength(SOCCER_CLOCK, period);
  if (period === SHOOT_OUT) return length;
  if (run < 0 || run > length) {
    throw new BadInput(
      file,
      place,
      `${Math.floor(run / 100)} seconds into period ${period} is outside the period`,
      'compare the match clock with its source and fetch the file again',
    );
  }
  return length - run;
}

/** The countdown of a play that stands at the very start of its period. */
export function fullClock(period: number): number {
  return periodLength(SOCCER_CLOCK, period);
}

/**
 * Order keys by instant: the first play of an instant is 0, the next of the same instant 1. A position in the
 * file would do as well for one file, but an event put in later would shift all that follow it, and a play
 * whose key changes is a correction.
 */
export function rankWithinInstant(): (at: number) => number {
  const seen = new Map<number, number>();
  return (at) => {
    const rank = seen.get(at) ?? 0;
    seen.set(at, rank + 1);
    return rank;
  };
}

/** The league whose matches these feeds tell; neither file format names one that is ours. */
export const LEAGUE = 'soccer';
