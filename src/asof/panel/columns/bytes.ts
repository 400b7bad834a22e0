/** Whole numbers as bytes, seven bits each, the least first: small numbers take one byte, and any safe integer fits. */

const MORE = 128;
/** From here on bit operations, which know 32 bits, would cut numbers off. */
const WIDE = 1 << 28;

/** Writes numbers one after another; it grows as it must. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A number from 0 up. */
  push(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const bytes = this.#bytes;
      this.#bytes = new Uint8Array(bytes.length * 2);
      this.#bytes.set(bytes);
    }
    let rest = value;
    for (; rest >= WIDE; rest = Math.floor(rest / MORE)) this.#bytes[this.#length++] = (rest % MORE) + MORE;
    for (; rest >= MORE; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | MORE;
    this.#bytes[this.#length++] = rest;
  }

  /** A number of either sign. */
  pushSigned(value: number): void {
    this.push(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** What was written so far, in an array of its own size. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

const NONE = new Uint8Array(0);

/** Reads them again, from any place at which one begins. */
export class ByteReader {
  #bytes: Uint8Array = NONE;
  #place = 0;

  get place(): number {
    return this.#place;
  }

  open(bytes: Uint8Array, place: number): void {
    this.#bytes = bytes;
    this.#place = place;
  }

  next(): number {
    const byte = this.#bytes[this.#place++] ?? 0;
    if (byte < MORE) return byte;
    const second = this.#bytes[this.#place++] ?? 0;
    if (second < MORE) return (byte & 127) | (second << 7);
    return this.#long((byte & 127) | ((second & 127) << 7));
  }

  nextSigned(): number {
    const value = this.next();
    if (value >= WIDE) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    return (value & 1) === 0 ? value >>> 1 : -((value + 1) >>> 1);
  }

  /** The rest of a number of three bytes or more. */
  #long(low: number): number {
    let value = low;
    for (let unit = 1 << 14; ; unit *= MORE) {
      const byte = this.#bytes[this.#place++] ?? 0;
      if (byte < MORE) return value + byte * unit;
      value += (byte - MORE) * unit;
    }
  }
}
