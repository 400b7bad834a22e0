/** The moments of a game that have names: its start, the ends of its periods, its end, a reading of its clock. */
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import { periodName } from '../game/periods.ts';

export interface Period {
  readonly period: number;
  readonly name: string;
  /** Instants of its first and last play. */
  readonly from: number;
  readonly to: number;
}

/** What a phrase about a game is read against. */
export interface Marks {
  readonly periods: readonly Period[];
  readonly first: number;
  readonly last: number;
  readonly isFinal: boolean;
  /** Period after which the game is half over. */
  readonly half: number;
  /** The instant at which the clock of a period first showed that much or less, or null. */
  clockAt(period: number, seconds: number): number | null;
}

/** Read them off a game; null where it has no plays. */
export function marksOf({ changes, times, league }: FoldableGame): Marks | null {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const periods = new Map<number, { from: number; to: number }>();
  changes.plays.forEach((play, position) => {
    const at = times[position] ?? first;
    const known = periods.get(play.period);
    if (known === undefined) periods.set(play.period, { from: at, to: at });
    else periods.set(play.period, { from: Math.min(known.from, at), to: Math.max(known.to, at) });
  });
  return {
    periods: [...periods]
      .sort(([a], [b]) => a - b)
      .map(([period, { from, to }]) => ({ period, name: periodName(league, period), from, to })),
    first,
    last,
    isFinal: changes.is_final,
    half: league.clock.regulationPeriods / 2,
    clockAt(period, seconds) {
      const found = changes.plays.findIndex(
        ({ period: of, clock }) =>
          of === period && (clock.left === null ? clock.played >= seconds : clock.left <= seconds),
      );
      return times[found] ?? null;
    },
  };
}
