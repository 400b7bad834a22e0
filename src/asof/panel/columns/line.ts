/**
 * One entity's whole line as columns, at a basis: every running row, what its games and season parts carry. Any
 * instant is two binary searches away, without the database.
 */
import { countUpTo } from './growing.ts';

/** Stands for a game that there is none of: rows of season totals. */
export const NO_GAME = -1;

/** A run of rows of one game, or one row of season totals. */
export interface Segments {
  /** Instant of the first row, ascending. */
  readonly at: Float64Array;
  /** First row; one more than there are segments, so that the last one ends too. */
  readonly row: Int32Array;
  readonly game: Int32Array;
  readonly part: Int32Array;
  /** 1 at home, -1 away. */
  readonly side: Int8Array;
  /** Of each counter, what the season part had before the game; NaN where unknown. */
  readonly before: readonly Float64Array[];
}

/** What season parts carry, a column a counter; NaN where unknown. */
export interface Parts {
  /** When official totals are certain; infinite where there are none. */
  readonly statedAt: Float64Array;
  readonly stated: readonly Float64Array[];
  readonly carry: readonly Float64Array[];
  readonly earlier: readonly Float64Array[];
}

/** Games of the entity, by start. */
export interface Games {
  readonly key: Int32Array;
  readonly startedAt: Float64Array;
  /** NaN where the end is not told. */
  readonly endedAt: Float64Array;
}

export interface LineData {
  /** Positions of the counters that the columns are of. */
  readonly counters: readonly number[];
  /** Milliseconds since the segment's first row. */
  readonly since: Uint32Array;
  /** 1 where the line runs on from the row. */
  readonly active: Uint8Array;
  /** Of each counter, within the game. */
  readonly values: readonly (Int16Array | Int32Array)[];
  /** The game's clock and the side's margin at the row; null where no counter asked for accrues. */
  readonly elapsed: Int32Array | null;
  readonly margin: Int16Array | null;
  readonly segments: Segments;
  readonly parts: Parts;
  readonly games: Games;
}

/** Where a line stands. */
export interface Place {
  readonly segment: number;
  readonly row: number;
}

export class LineColumns {
  readonly data: LineData;
  readonly bytes: number;

  constructor(data: LineData) {
    this.data = data;
    const { since, values, elapsed, segments, parts, games } = data;
    const width = values.length;
    const row = 5 + values.reduce((sum, column) => sum + column.BYTES_PER_ELEMENT, 0) + (elapsed ? 6 : 0);
    this.bytes =
      1000 +
      since.length * row +
      segments.at.length * (21 + 8 * width) +
      parts.statedAt.length * (8 + 24 * width) +
      games.key.length * 20;
  }

  /** Segment of the last row at or before an instant; -1 where nothing had happened. */
  segmentAt(limit: number): number {
    const { at } = this.data.segments;
    return countUpTo(at, limit, 0, at.length) - 1;
  }

  /** The last row of a segment at or before an instant. */
  rowAt(segment: number, limit: number): number {
    const { since, segments } = this.data;
    const from = segments.row[segment] ?? 0;
    const to = segments.row[segment + 1] ?? from;
    return countUpTo(since, limit - (segments.at[segment] ?? 0), from, to) - 1;
  }

  /** Instant of a row. */
  instantOf(segment: number, row: number): number {
    return (this.data.segments.at[segment] ?? 0) + (this.data.since[row] ?? 0);
  }

  /** Instant of the last row of a game before a segment of season totals; NaN where there is none. */
  behind(segment: number): number {
    const { segments } = this.data;
    for (let before = segment - 1; before >= 0; before--) {
      if (segments.game[before] === NO_GAME) continue;
      return this.instantOf(before, (segments.row[before + 1] ?? 0) - 1);
    }
    return Number.NaN;
  }

  /** Key of the game going on, first play to last; `NO_GAME` where there is none. */
  gameAt(at: number, limit: number): number {
    const { key, startedAt, endedAt } = this.data.games;
    const last = countUpTo(startedAt, limit, 0, startedAt.length) - 1;
    if (last < 0) return NO_GAME;
    const end = endedAt[last] ?? Number.NaN;
    return Number.isNaN(end) || end >= at ? (key[last] ?? NO_GAME) : NO_GAME;
  }
}
