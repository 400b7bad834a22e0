/** Records and cells of a CSV in bytes, without parsing it. */

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** A record that is not closed after so many bytes has a quote too many. */
const LONGEST = 1024 ** 2;

/** Finds the ends of records in one piece of text. */
export class RecordEnds {
  readonly #bytes: Buffer;
  readonly #isLast: boolean;
  #quote: number;

  /** @param isLast nothing follows these bytes. */
  constructor(bytes: Buffer, isLast: boolean) {
    this.#bytes = bytes;
    this.#isLast = isLast;
    this.#quote = bytes.indexOf(QUOTE);
  }

  /**
   * Where the record that begins here ends, its line feed included; -1 where that is not in these bytes. A quote that
   * stands where none may, or is never closed, ends the record with its line: the damage stays in one game.
   */
  after(from: number): number {
    const bytes = this.#bytes;
    const feed = bytes.indexOf(LINE_FEED, from);
    if (this.#quote >= 0 && this.#quote < from) this.#quote = bytes.indexOf(QUOTE, from);
    if (this.#quote < 0 || (feed >= 0 && this.#quote > feed)) {
      return feed >= 0 ? feed + 1 : this.#isLast ? bytes.length : -1;
    }
    const end = this.#quoted(from);
    if (end >= 0) return end;
    const isLong = this.#isLast || bytes.length - from > LONGEST;
    if (end === INCOMPLETE && !isLong) return -1;
    return feed >= 0 ? feed + 1 : this.#isLast ? bytes.length : -1;
  }

  /** The end of a record with quotes; `INCOMPLETE` or `DAMAGED`. */
  #quoted(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (at < bytes.length) {
      if (bytes[at] === QUOTE) {
        at = closing(bytes, at) + 1;
        if (at === 0 || (at >= bytes.length && !this.#isLast)) return INCOMPLETE;
        if (bytes[at] === RETURN) at++;
        if (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) return DAMAGED;
      } else {
        while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at++;
      }
      if (bytes[at] === LINE_FEED) return at + 1;
      at++;
    }
    return this.#isLast ? bytes.length : INCOMPLETE;
  }
}

const INCOMPLETE = -1;
const DAMAGED = -2;

/** The quote that closes the one at `open`, or -1. Two in a row are one that is meant. */
function closing(bytes: Buffer, open: number): number {
  let at = bytes.indexOf(QUOTE, open + 1);
  while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at;
}

/** Text of a cell of the record `[from, end)`, without its quotes; '' where the record has no such cell. */
export function cellAt(bytes: Buffer, from: number, end: number, column: number): string {
  let at = from;
  for (let passed = 0; passed < column; passed++) {
    if (bytes[at] === QUOTE) at = closing(bytes, at) + 1;
    at = bytes.indexOf(COMMA, at) + 1;
    if (at === 0 || at >= end) return '';
  }
  let stop = at;
  while (stop < end && bytes[stop] !== COMMA && bytes[stop] !== LINE_FEED && bytes[stop] !== RETURN) stop++;
  const text = bytes.toString('latin1', at, stop);
  return text.startsWith('"') ? text.slice(1, -1) : text;
}

/** Line ends in `[from, end)`. */
export function lineEnds(bytes: Buffer, from: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) {
    count++;
  }
  return count;
}
