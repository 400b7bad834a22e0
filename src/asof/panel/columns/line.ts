/**
 * One entity's whole line, packed, at a basis: every running row that a panel's counters need, what its games and
 * season parts carry. Any instant is a binary search and the reading of some tens of bytes away, without the database.
 */

import { countUpTo } from '../../count-up-to.ts';
import { ByteReader } from './bytes.ts';
import { type Shapes, TOLD } from './shapes.ts';

/** Stands for a game that there is none of: rows of season totals. */
export const NO_GAME = -1;

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
  /** `endOfGame`; NaN where it goes on for ever. */
  readonly endedAt: Float64Array;
}

/**
 * Rows are kept in segments: rows of one game, of which a long one takes several, or one row of season totals. The bytes
 * of a segment: game key + 1 (0 for none), (place of the season part + 1) * 2 + home side, what the season part had
 * before the game (a counter each: 0 for unknown, else one more than the signed number), then the rows: how its
 * counters change (`shapes.ts`), told differences, and before all but the first the time since the row before.
 * Counters of a line that runs on are kept less what the game's clock or the side's margin adds to them.
 */
export interface LineData {
  readonly shapes: Shapes;
  /** Milliseconds that times between rows are counted in. */
  readonly unit: number;
  /** Instant of each segment's first row, ascending. */
  readonly at: Float64Array;
  /** Where each segment begins in the bytes, and where the last ends. */
  readonly from: Uint32Array;
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  /** Null where no panel has asked for the game going on. */
  readonly games: Games | null;
}

/** What the objects themselves take. */
const OVERHEAD = 1500;

/** A packed line, which tells its values at any instant. */
export class LineColumns {
  readonly data: LineData;
  readonly bytes: number;

  constructor(data: LineData) {
    this.data = data;
    const { shapes, at, from, bytes, parts, games } = data;
    const { counters } = shapes;
    this.bytes =
      OVERHEAD +
      bytes.byteLength +
      at.byteLength +
      from.byteLength +
      parts.statedAt.length * (8 + 24 * counters.length) +
      counters.length * 300 +
      (games === null ? 0 : games.key.length * 20);
  }

  /** Segment of the last row at or before an instant; -1 where nothing had happened. */
  segmentAt(limit: number): number {
    const { at } = this.data;
    return countUpTo(at, limit, 0, at.length) - 1;
  }

  /** Key of the game going on, first play to last; `NO_GAME` where there is none. */
  gameAt(at: number, limit: number): number {
    const { games } = this.data;
    if (games === null) return NO_GAME;
    const { key, startedAt, endedAt } = games;
    const last = countUpTo(startedAt, limit, 0, startedAt.length) - 1;
    if (last < 0) return NO_GAME;
    const end = endedAt[last] ?? Number.NaN;
    return Number.isNaN(end) || end >= at ? (key[last] ?? NO_GAME) : NO_GAME;
  }
}

/** Where a line stands: one for many questions, for nothing is made anew. */
export class Standing {
  readonly #reader = new ByteReader();
  /** The row's game, its season part's place, and the side: 1 at home, -1 away. */
  game = NO_GAME;
  part = -1;
  side = -1;
  /** Instant of the row. */
  at = Number.NaN;
  /** Whether the line runs on from the row. */
  isActive = false;
  /** Of each counter, what the season part had before the game; NaN where unknown. */
  readonly before: Float64Array;
  /** Of each counter, within the game, less what the game adds to a line that runs on. */
  readonly within: Float64Array;

  /** `width`: how many counters the lines have. */
  constructor(width: number) {
    this.before = new Float64Array(width);
    this.within = new Float64Array(width);
  }

  /** Read up to the last row of a segment at or before an instant. */
  read({ data }: LineColumns, segment: number, limit: number): void {
    const { shapes, unit, from } = data;
    const { steps } = shapes;
    const reader = this.#open(data, segment);
    const { before, within } = this;
    for (let index = 0; index < before.length; index++) {
      const value = reader.next();
      before[index] = value === 0 ? Number.NaN : value % 2 === 1 ? (value - 1) / 2 : -value / 2;
    }
    within.fill(0);
    let at = data.at[segment] ?? Number.NaN;
    let code = 0;
    for (const end = from[segment + 1] ?? 0; ; ) {
      code = reader.next();
      for (let step = shapes.startOf(code); step < shapes.startOf(code + 1); step += 2) {
        const index = steps[step] ?? 0;
        const difference = steps[step + 1] ?? 0;
        within[index] = (within[index] ?? 0) + (difference === TOLD ? reader.nextSigned() : difference);
      }
      if (reader.place >= end) break;
      const next = at + reader.next() * unit;
      if (next > limit) break;
      at = next;
    }
    this.at = at;
    this.isActive = shapes.isActive(code);
  }

  /** Instant of the last row of a game before a segment of season totals; NaN where there is none. */
  behind(line: LineColumns, segment: number): number {
    for (let before = segment - 1; before >= 0; before--) {
      this.#open(line.data, before);
      if (this.game === NO_GAME) continue;
      this.read(line, before, Number.POSITIVE_INFINITY);
      return this.at;
    }
    return Number.NaN;
  }

  /** Read a segment's game and season part. */
  #open({ bytes, from }: LineData, segment: number): ByteReader {
    const reader = this.#reader;
    reader.open(bytes, from[segment] ?? 0);
    this.game = reader.next() - 1;
    const part = reader.next();
    this.part = (part >>> 1) - 1;
    this.side = (part & 1) === 1 ? 1 : -1;
    return reader;
  }
}
