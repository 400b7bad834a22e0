/** Text written straight into bytes: a million rows as strings would keep the garbage collector busier than the answer. */

const ZERO = 48;
const DAY = 86_400_000;
/** Longest number or instant. */
const ROOM = 64;

/** Collects text as bytes; it grows as it must. */
export class ByteText {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #length = 0;
  /** `YYYY-MM-DDT` of days, by days from 1970. */
  readonly #dates = new Map<number, Uint8Array>();

  get length(): number {
    return this.#length;
  }

  /** What has been written since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(Math.max(64 * 1024, this.#length + ROOM));
    this.#length = 0;
    return taken;
  }

  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** One character of ASCII. */
  character(code: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = code;
  }

  number(value: number): void {
    if (!(Number.isInteger(value) && value >= 0 && value < 1e9)) {
      this.text(String(value));
      return;
    }
    this.#reserve(ROOM);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tens = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - tens * 10;
      rest = tens;
    }
    this.#length += digits;
  }

  /** An instant like `formatInstant`, from epoch milliseconds. */
  instant(at: number): void {
    const day = Math.floor(at / DAY);
    this.bytes(this.#dates.get(day) ?? this.#date(day));
    this.#reserve(ROOM);
    const within = at - day * DAY;
    const seconds = Math.floor(within / 1000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const milliseconds = within - seconds * 1000;
    this.#two(hours, 58);
    this.#two(minutes - hours * 60, 58);
    this.#two(seconds - minutes * 60, 46);
    const hundreds = Math.floor(milliseconds / 100);
    this.#bytes[this.#length++] = ZERO + hundreds;
    this.#two(milliseconds - hundreds * 100, 90);
  }

  #date(day: number): Uint8Array {
    const bytes = Buffer.from(new Date(day * DAY).toISOString().slice(0, -13));
    this.#dates.set(day, bytes);
    return bytes;
  }

  #two(value: number, next: number): void {
    const tens = Math.floor(value / 10);
    this.#bytes[this.#length++] = ZERO + tens;
    this.#bytes[this.#length++] = ZERO + value - tens * 10;
    this.#bytes[this.#length++] = next;
  }

  #reserve(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + room));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}
