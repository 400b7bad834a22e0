/** Many rows of whole numbers out of the database: COPY in its binary format, a third of the driver's own cost. */
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Growing } from './growing.ts';

/** Signature, flags and the length of an extension nobody uses. */
const HEADER = 19;
const HIGH = 4_294_967_296;
/** Microseconds from 2000-01-01, as the database counts instants. */
const EPOCH_2000 = 946_684_800_000;

/** Of an array: dimensions, whether it has nulls, its type, and the length and the lower bound of one dimension. */
const ARRAY_HEADER = 20;

/** What a select gives: numbers, and after them arrays of numbers. */
export interface Width {
  readonly cells: number;
  readonly arrays?: number;
}

/** A row's cells, and its arrays: both are used again for the next row. */
export type OnRow = (cells: Float64Array, arrays: readonly Growing[]) => void;

/**
 * Run a select whose columns are integers, booleans or instants, and last arrays of integers, and call `onRow` for each row: NaN for
 * null, 0 or 1 for booleans, no element where an array is null.
 */
export async function copyOut(pool: pg.Pool, select: string, width: Width, onRow: OnRow): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const reader = new TupleReader(width, onRow);
    for await (const chunk of client.query(copyTo(`copy (${select}) to stdout (format binary)`))) {
      reader.push(chunk as Buffer);
    }
  } catch (cause) {
    // In the middle of a COPY a connection is of no further use.
    broken = cause instanceof Error ? cause : new Error('COPY failed', { cause });
    throw cause;
  } finally {
    client.release(broken);
  }
}

/** An instant as the database sends it, in epoch milliseconds. */
export function instantOf(cell: number): number {
  return Math.round(cell / 1000) + EPOCH_2000;
}

class TupleReader {
  readonly #onRow: OnRow;
  readonly #cells: Float64Array;
  readonly #arrays: readonly Growing[];
  #rest: Buffer = Buffer.alloc(0);
  #skip = HEADER;

  constructor({ cells, arrays = 0 }: Width, onRow: OnRow) {
    this.#onRow = onRow;
    this.#cells = new Float64Array(cells);
    this.#arrays = Array.from({ length: arrays }, () => new Growing());
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    if (this.#skip > 0) {
      if (bytes.length < this.#skip) {
        this.#rest = bytes;
        return;
      }
      at = this.#skip;
      this.#skip = 0;
    }
    for (let end = this.#tuple(view, at); end > 0; end = this.#tuple(view, at)) at = end;
    this.#rest = bytes.subarray(at);
  }

  /** Read the tuple there; returns where it ends, or 0 where it is not whole, or where the rows are over. */
  #tuple(view: DataView, start: number): number {
    const cells = this.#cells;
    const { byteLength } = view;
    if (start + 2 > byteLength || view.getInt16(start) < 0) return 0;
    let at = start + 2;
    for (let cell = 0; cell < cells.length; cell++) {
      if (at + 4 > byteLength) return 0;
      const length = view.getInt32(at);
      at += 4;
      if (length < 0) {
        cells[cell] = Number.NaN;
        continue;
      }
      if (at + length > byteLength) return 0;
      cells[cell] = numberAt(view, at, length);
      at += length;
    }
    for (const array of this.#arrays) {
      if (at + 4 > byteLength) return 0;
      const length = view.getInt32(at);
      at += 4;
      array.clear();
      if (length < 0) continue;
      if (at + length > byteLength) return 0;
      readArray(view, at, at + length, array);
      at += length;
    }
    this.#onRow(cells, this.#arrays);
    return at;
  }
}

function readArray(view: DataView, start: number, end: number, into: Growing): void {
  for (let at = start + ARRAY_HEADER; at < end; ) {
    const length = view.getInt32(at);
    at += 4;
    if (length < 0) {
      into.push(Number.NaN);
      continue;
    }
    into.push(length === 1 ? view.getInt8(at) : length === 2 ? view.getInt16(at) : view.getInt32(at));
    at += length;
  }
}

function numberAt(view: DataView, at: number, length: number): number {
  switch (length) {
    case 2:
      return view.getInt16(at);
    case 4:
      return view.getInt32(at);
    case 8:
      return view.getInt32(at) * HIGH + view.getUint32(at + 4);
    default:
      return view.getUint8(at);
  }
}
