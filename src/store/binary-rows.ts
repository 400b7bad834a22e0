/**
 * Rows in PostgreSQL's binary COPY format. The server takes them in a fifth less time than text, above all the instants, and
 * here a row costs a third: no text is made of numbers.
 */
import type { RowSink } from './row-sink.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** PostgreSQL counts instants from the beginning of 2000. */
const EPOCH = Date.UTC(2000);
const FIRST_BYTES = 131_072;
/** More than any cell of fixed width takes. */
const CELL = 12;
const HALF = 2 ** 32;
/** Dimensions, whether there are nulls, type of the elements, how many, and the first one's subscript. */
const ARRAY_HEAD = 20;
/** PostgreSQL's numbers of types. */
const OID = { byte: 18, smallint: 21, integer: 23, instant: 1184 } as const;

/** A value that its column cannot hold: the server words the refusal when it is told as text. */
export class UnfitValueError extends Error {
  override readonly name = 'UnfitValueError';
  constructor(value: number) {
    super(`${value} does not fit its column`);
  }
}

export class BinaryRows implements RowSink {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #at = SIGNATURE.copy(this.#bytes);
  #rows = 0;
  readonly #columns: number;
  readonly #basis: number;

  /**
   * @param columns of each row, with `basis_from`, which comes last.
   * @param basis what that one holds.
   */
  constructor(columns: number, basis: number) {
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
    const microseconds = (Math.trunc(at) - EPOCH) * 1000;
    if (!Number.isSafeInteger(microseconds)) throw new UnfitValueError(at);
    const high = Math.floor(microseconds / HALF);
    this.#room(CELL);
    this.#four(8);
    this.#four(high);
    this.#four(microseconds - high * HALF);
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

  integers(values: readonly (number | null)[] | null): void {
    if (this.#array(values, OID.integer, 4)) for (const value of values ?? []) this.integer(value);
  }

  smallints(values: readonly (number | null)[] | null): void {
    if (this.#array(values, OID.smallint, 2)) for (const value of values ?? []) this.smallint(value);
  }

  bytes(values: readonly number[] | null): void {
    if (!this.#array(values, OID.byte, 1)) return;
    for (const value of values ?? []) {
      if ((value << 24) >> 24 !== value) throw new UnfitValueError(value);
      this.#room(CELL);
      this.#four(1);
      this.#bytes[this.#at++] = value;
    }
  }

  instants(values: readonly (number | null)[] | null): void {
    if (this.#array(values, OID.instant, 8)) for (const value of values ?? []) this.instant(value);
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

  /** The head of an array of one dimension, or null; its elements follow as cells do. */
  #array(values: readonly (number | null)[] | null, type: number, width: number): boolean {
    if (values === null) {
      this.#nothing();
      return false;
    }
    const nulls = values.reduce<number>((count, value) => count + (value === null ? 1 : 0), 0);
    this.#room(CELL + ARRAY_HEAD);
    this.#four(ARRAY_HEAD + 4 * values.length + width * (values.length - nulls));
    this.#four(1);
    this.#four(nulls === 0 ? 0 : 1);
    this.#four(type);
    this.#four(values.length);
    this.#four(1);
    return true;
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

  #room(needed: number): void {
    if (this.#at + needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + needed));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}
