/** How the running rows of a sport lie in the arrays of a run. */
import type { Sport } from '../sports/sport.ts';

export interface RunShape {
  /** Positions, in the sport's order, of counters that lie in `counters_1` or `counters_2`. */
  readonly narrow: readonly number[];
  /** Of those that need four bytes, in `counters_4`. */
  readonly wide: readonly number[];
  /** Running rows of a run at most: where every narrow counter fits a byte, and where one does not. */
  readonly rows: { readonly bytes: number; readonly words: number };
}

/**
 * A run should stay below the 2,032 bytes from which PostgreSQL compresses a row: four of them fill a page, and a
 * reader of one would have to unpack it.
 */
const MOST_BYTES = 2000;
/** Columns besides the arrays, and the arrays' own headers. */
const FIXED_BYTES = 250;
/** Offset of the instant, and order key. */
const PLACE_BYTES = 8;
/** Clock and margin of a line that accrues. */
const ACCRUAL_BYTES = 6;

/** Instants are offsets of four bytes: with gaps no longer than this, the longest run reaches half of what they hold. */
export const LONGEST_GAP = 6 * 3_600_000;

const shapes = new WeakMap<Sport, RunShape>();

export function shapeOf(sport: Sport): RunShape {
  const known = shapes.get(sport);
  if (known !== undefined) return known;
  const fresh = makeShape(sport);
  shapes.set(sport, fresh);
  return fresh;
}

function makeShape(sport: Sport): RunShape {
  const positions = sport.counters.map((_, position) => position);
  const isWide = (position: number) => sport.counters[position]?.wide === true;
  const wide = positions.filter(isWide);
  const narrow = positions.filter((position) => !isWide(position));
  const accrual = sport.counters.some((counter) => counter.accrues !== undefined) ? ACCRUAL_BYTES : 0;
  const rows = (each: number) =>
    Math.floor((MOST_BYTES - FIXED_BYTES) / (PLACE_BYTES + accrual + each * narrow.length + 4 * wide.length));
  return { narrow, wide, rows: { bytes: rows(1), words: rows(2) } };
}
