/** JSON documents, one a line: a file a line. */
import type { Pieces } from './pieces.ts';

const LINE_FEED = 10;
const BRACE = 123;

/** Splits a text, given piece by piece. A line may be longer than memory. */
export class NdjsonSplitter {
  readonly #pieces: Pieces;
  #line = 1;
  #isBlank = true;
  #documents = 0;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** Take all of these bytes. False where it is no such file after all: the second line does not begin a document. */
  take(bytes: Buffer): boolean {
    for (let from = 0; from < bytes.length; ) {
      const feed = bytes.indexOf(LINE_FEED, from);
      const end = feed < 0 ? bytes.length : feed + 1;
      const first = this.#isBlank ? firstOf(bytes, from, end) : null;
      if (first !== null) {
        this.#documents++;
        if (this.#documents === 2 && first !== BRACE) return false;
        this.#isBlank = false;
      }
      if (!this.#isBlank) {
        const ends = feed < 0 ? 0 : 1;
        this.#pieces.add(`line=${this.#line}`, bytes.subarray(from, end), this.#line, ends);
      }
      if (feed >= 0) {
        this.#line++;
        this.#isBlank = true;
      }
      from = end;
    }
    return true;
  }
}

/** The first byte that is no space, or null. */
function firstOf(bytes: Buffer, from: number, end: number): number | null {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 32) return byte;
  }
  return null;
}
