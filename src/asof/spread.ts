/**
 * Least and greatest difference of two ends in doubt. Plays happened in their order, so what counts at the first
 * end counts at the second too: only states in that order are paired.
 */
import type { Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { subtract } from './difference.ts';
import type { Place } from './doubt.ts';
import type { Candidate, End } from './interval-end.ts';
import { toCounters } from './published.ts';

export interface Spread {
  readonly min: Vector;
  readonly max: Vector;
  /** Plays, or season totals, that may or may not count at an end and would change the line. */
  readonly playsInDoubt: number;
}

/** Bounds of the difference, or null where it is exact. `earned` gives it between two states in order. */
export function spreadOf(
  from: End,
  to: End,
  earned: (from: Candidate, to: Candidate) => Vector,
): Spread | null {
  const isPoint = from.asOf.at === to.asOf.at;
  if (isPoint || (from.doubtful.length === 0 && to.doubtful.length === 0)) return null;
  const origin = from.best;
  const zero = earned(origin, origin);
  const measured = (states: readonly Candidate[]) =>
    states
      .map((state) => ({
        at: state.at,
        value:
          comparePlaces(state.at, origin.at) >= 0
            ? earned(origin, state)
            : subtract(zero, earned(state, origin)),
      }))
      .sort((a, b) => comparePlaces(a.at, b.at));
  const starts = measured([...from.doubtful, from.best]);
  const ends = measured([...to.doubtful, to.best]);
  let low: Vector | null = null;
  let high: Vector | null = null;
  let [min, max] = [earned(from.best, to.best), earned(from.best, to.best)];
  let taken = 0;
  for (const end of ends) {
    for (let start = starts[taken]; start && comparePlaces(start.at, end.at) <= 0; start = starts[++taken]) {
      low = low === null ? start.value : extreme(Math.min, low, start.value);
      high = high === null ? start.value : extreme(Math.max, high, start.value);
    }
    if (low === null || high === null) continue;
    min = extreme(Math.min, min, subtract(end.value, high));
    max = extreme(Math.max, max, subtract(end.value, low));
  }
  if (min.every((value, position) => value === max[position])) return null;
  const doubts = [...from.doubtful, ...to.doubtful].filter(({ changes }) => changes);
  return { min, max, playsInDoubt: new Set(doubts.map(({ at }) => `${at.at} ${at.order}`)).size };
}

/** In the order in which places come: below zero where the first does. */
export function comparePlaces(a: Place, b: Place): number {
  return a.at - b.at || a.order - b.order;
}

function extreme(pick: (a: number, b: number) => number, a: Vector, b: Vector): Vector {
  return a.map((value, position) => {
    const other = b[position] ?? null;
    return value === null || other === null ? null : pick(value, other);
  });
}

/** Bounds as published. */
export function describeSpread(sport: Sport, { min, max, playsInDoubt }: Spread) {
  return {
    min: { counters: toCounters(sport, min) },
    max: { counters: toCounters(sport, max) },
    plays_in_doubt: playsInDoubt,
  };
}
