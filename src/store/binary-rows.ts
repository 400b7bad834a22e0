/**
 * Rows in PostgreSQL's binary COPY format. The server takes them in a fifth less time than text, above all the instants, and
 * here a row costs a third: no text is made of numbers.
 */
import type { RowSink, Values } from './row-sink.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** PostgreSQL counts instants from the beginning of 2000. */
const EPOCH = Date.UTC(2000);
const FIRST_BYTES = 131_072;
/** More than any cell of fixed width takes, and any element of an array. */
const CELL = 12;
const HALF = 2 ** 32;
/** Dimensions, whether there are nulls, type of the elements, how many, and the first one's subscript. */
const ARRAY_HEAD = 20;
/** PostgreSQL's numbers of types. */
const OID = { byte: 18, bigint: 20, smallint: 21, integer: 23, instant: 1184 } as const;

/** A value that its column cannot hold: the server words the refusal when it is told as text. */
export class UnfitValueError extends Error {
  override readonly name = 'UnfitValueError';
  constructor(value: number) {
    super(`${value} does not fit its column`);
  }
}

export class BinaryRows implements RowSink {
  #bytes: Buffer;
  #at: number;
  #rows = 0;
  readonly #columns: number;
  readonly #basis: number;

  /**
   * @param columns of each row, with `basis_from`, which comes last.
   * @param basis what that one holds.
   * @param room bytes that it will take, as far as is known.
   */
  constructor(columns: number, basis: number, room = FIRST_BYTES) {
    this.#bytes = Buffer.allocUnsafe(Math.max(room, SIGNATURE.length));
    this.#at = SIGNATURE.copy(this.#bytes);
    this.#columns = columns;
    this.#basis = basis;
  }

  get rows(): number {
    return this.#rows;
  }

  begin(): void {
    this.#room(CELL);
    this.#two(this.#columns);
  }

  smallint(value: number | null): void {
    if (value === null) {
      this.#nothing();
      return;
    }
    if ((value << 16) >> 16 !== value) throw new UnfitValueError(value);
    this.#room(CELL);
    this.#four(2);
    this.#two(value);
  }

  integer(value: number | null): void {
    if (value === null) {
      this.#nothing();
      return;
    }
    if ((value | 0) !== value) throw new UnfitValueError(value);
    this.#room(CELL);
    this.#four(4);
    this.#four(value);
  }

  bigint(value: string | null): void {
    if (value === null) {
      this.#nothing();
      return;
    }
    this.#room(CELL);
    this.#four(8);
    this.#at = this.#bytes.writeBigInt64BE(BigInt(value), this.#at);
  }

  instant(at: number | null): void {
    if (at === null) {
      this.#nothing();
      return;
    }
    this.#room(CELL);
    this.#four(8);
    this.#eight(microseconds(at));
  }

  text(value: string | null): void {
    if (value === null) {
      this.#nothing();
      return;
    }
    this.#room(CELL + 3 * value.length);
    const length = this.#bytes.write(value, this.#at + 4, 'utf8');
    this.#four(length);
    this.#at += length;
  }

  boolean(value: boolean | null): void {
    if (value === null) {
      this.#nothing();
      return;
    }
    this.#room(CELL);
    this.#four(1);
    this.#bytes[this.#at++] = value ? 1 : 0;
  }

  integers(values: Values | null): void {
    this.#array(values, OID.integer, 4, (value) => {
      if ((value | 0) !== value) throw new UnfitValueError(value);
      this.#four(value);
    });
  }

  smallints(values: Values | null): void {
    this.#array(values, OID.smallint, 2, (value) => {
      if ((value << 16) >> 16 !== value) throw new UnfitValueError(value);
      this.#two(value);
    });
  }

  bigints(values: Values | null): void {
    this.#array(values, OID.bigint, 8, (value) => this.#eight(value));
  }

  /** The most by far: a football player's run holds 57 times its rows. */
  bytes(values: ArrayLike<number> | null): void {
    if (values === null) {
      this.#nothing();
      return;
    }
    const { length } = values;
    this.#arrayHead(OID.byte, length, 5 * length, false);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let place = 0; place < length; place++) {
      const value = values[place] ?? 0;
      if ((value << 24) >> 24 !== value) throw new UnfitValueError(value);
      bytes[at] = 0;
      bytes[at + 1] = 0;
      bytes[at + 2] = 0;
      bytes[at + 3] = 1;
      bytes[at + 4] = value;
      at += 5;
    }
    this.#at = at;
  }

  instants(values: Values | null): void {
    this.#array(values, OID.instant, 8, (at) => this.#eight(microseconds(at)));
  }

  end(): void {
    this.integer(this.#basis);
    this.#rows++;
  }

  /** Everything told, as COPY wants it. */
  done(): Buffer {
    this.#room(CELL);
    this.#two(-1);
    return this.#bytes.subarray(0, this.#at);
  }

  /** An array of one dimension, or null: its head, then the elements as cells are. */
  #array(values: Values | null, type: number, width: number, write: (value: number) => void): void {
    if (values === null) {
      this.#nothing();
      return;
    }
    let nulls = 0;
    for (let place = 0; place < values.length; place++) if (values[place] === null) nulls++;
    this.#arrayHead(type, values.length, (4 + width) * values.length - width * nulls, nulls > 0);
    for (let place = 0; place < values.length; place++) {
      const value = values[place] ?? null;
      this.#four(value === null ? -1 : width);
      if (value !== null) write(value);
    }
  }

  /** Makes room for the elements too. */
  #arrayHead(type: number, length: number, bytes: number, hasNulls: boolean): void {
    this.#room(CELL + ARRAY_HEAD + bytes);
    this.#four(ARRAY_HEAD + bytes);
    this.#four(1);
    this.#four(hasNulls ? 1 : 0);
    this.#four(type);
    this.#four(length);
    this.#four(1);
  }

  #nothing(): void {
    this.#room(CELL);
    this.#four(-1);
  }

  #two(value: number): void {
    const bytes = this.#bytes;
    bytes[this.#at++] = value >> 8;
    bytes[this.#at++] = value;
  }

  #four(value: number): void {
    const bytes = this.#bytes;
    bytes[this.#at++] = value >>> 24;
    bytes[this.#at++] = value >>> 16;
    bytes[this.#at++] = value >>> 8;
    bytes[this.#at++] = value;
  }

  #eight(value: number): void {
    if (!Number.isSafeInteger(value)) throw new UnfitValueError(value);
    const high = Math.floor(value / HALF);
    this.#four(high);
    this.#four(value - high * HALF);
  }

  #room(needed: number): void {
    if (this.#at + needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + needed));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function microseconds(at: number): number {
  return (Math.trunc(at) - EPOCH) * 1000;
}
