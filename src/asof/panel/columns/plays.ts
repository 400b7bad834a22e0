/** Plays of a game, packed: what a line that runs on needs of them. */
import { ByteReader, ByteWriter } from './bytes.ts';
import { instantOf } from './copy-out.ts';
import { commonDivisor, type Growing, ordered } from './growing.ts';

/** Cells of a game's plays as they are read, in any order: instants in the database's microseconds. */
export interface PlayCells {
  readonly at: Growing;
  /** Null where nothing but the instants is wanted. */
  readonly state: PlayStateCells | null;
}

export interface PlayStateCells {
  readonly order: Growing;
  readonly elapsed: Growing;
  /** Home score less away score. */
  readonly lead: Growing;
}

/** The last play at or before an instant: its own instant, the game's clock, home score less away score. */
export interface PlayFound {
  readonly at: number;
  readonly elapsed: number;
  readonly lead: number;
}

/** Plays of a game, as far as they can be found. */
export interface Plays {
  /** The last play at or before an instant; null before the first. */
  upTo(limit: number): PlayFound | null;
}

/** Every so many plays one stands in a mark, whole; the others say how they differ from the one before. */
const MARK_EVERY = 32;
/** Bytes of a word. */
const WORD = 4;
const HIGH = 2 ** 32;
const OVERHEAD = 500;

/**
 * Marks come first, of fixed width, so that the last one at or before an instant is found by halves: the time since
 * the first play (two words), where the plays after it begin, and, if they are wanted, clock and lead.
 */
export class PlayColumns implements Plays {
  readonly #first: number;
  readonly #unit: number;
  readonly #marks: number;
  readonly #runs: boolean;
  readonly #packed: Uint8Array;

  /** Of plays of one instant the last counts. */
  constructor({ at, state }: PlayCells) {
    const places = inOrder(at, state);
    this.#first = places.length === 0 ? 0 : instantOf(at.at(places[0] ?? 0));
    this.#unit = unitOf(at, places);
    this.#marks = Math.ceil(places.length / MARK_EVERY);
    this.#runs = state !== null;
    this.#packed = this.#pack(at, state, places);
  }

  #pack(at: Growing, state: PlayStateCells | null, places: Uint32Array): Uint8Array {
    const since = (place: number) => (instantOf(at.at(place)) - this.#first) / this.#unit;
    const elapsed = (place: number) => state?.elapsed.at(place) ?? 0;
    const lead = (place: number) => state?.lead.at(place) ?? 0;
    const stream = new ByteWriter();
    const marks = new Uint8Array(this.#marks * this.#markWidth);
    const view = new DataView(marks.buffer);
    places.forEach((place, index) => {
      if (index % MARK_EVERY === 0) {
        const mark = (index / MARK_EVERY) * this.#markWidth;
        // A game broken off may go on after months: more milliseconds than a word holds.
        view.setUint32(mark, since(place) % HIGH, true);
        view.setUint32(mark + WORD, since(place) / HIGH, true);
        view.setUint32(mark + 2 * WORD, marks.length + stream.length, true);
        if (state === null) return;
        view.setInt32(mark + 3 * WORD, elapsed(place), true);
        view.setInt32(mark + 4 * WORD, lead(place), true);
        return;
      }
      const before = places[index - 1] ?? 0;
      stream.push(since(place) - since(before));
      if (state === null) return;
      stream.pushSigned(elapsed(place) - elapsed(before));
      stream.pushSigned(lead(place) - lead(before));
    });
    const packed = new Uint8Array(marks.length + stream.length);
    packed.set(marks);
    packed.set(stream.take(), marks.length);
    return packed;
  }

  /** Whether clock and lead are there, not only the instants. */
  get runs(): boolean {
    return this.#runs;
  }

  get bytes(): number {
    return OVERHEAD + this.#packed.length;
  }

  get #markWidth(): number {
    return this.#runs ? 5 * WORD : 3 * WORD;
  }

  upTo(limit: number): PlayFound | null {
    const most = (limit - this.#first) / this.#unit;
    const mark = this.#markUpTo(most);
    if (mark < 0) return null;
    const start = mark * this.#markWidth;
    let since = this.#sinceOf(mark);
    let elapsed = this.#runs ? this.#word(start + 3 * WORD) : 0;
    let lead = this.#runs ? this.#word(start + 4 * WORD) : 0;
    const next = start + this.#markWidth + 2 * WORD;
    const end = mark + 1 < this.#marks ? this.#word(next) : this.#packed.length;
    reader.open(this.#packed, this.#word(start + 2 * WORD));
    while (reader.place < end) {
      const at = since + reader.next();
      if (at > most) break;
      since = at;
      if (!this.#runs) continue;
      elapsed += reader.nextSigned();
      lead += reader.nextSigned();
    }
    return { at: this.#first + since * this.#unit, elapsed, lead };
  }

  #markUpTo(most: number): number {
    let low = 0;
    let high = this.#marks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sinceOf(middle) <= most) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #sinceOf(mark: number): number {
    const start = mark * this.#markWidth;
    return (this.#word(start) >>> 0) + this.#word(start + WORD) * HIGH;
  }

  #word(start: number): number {
    const bytes = this.#packed;
    return (
      (bytes[start] ?? 0) |
      ((bytes[start + 1] ?? 0) << 8) |
      ((bytes[start + 2] ?? 0) << 16) |
      ((bytes[start + 3] ?? 0) << 24)
    );
  }
}

const reader = new ByteReader();

function inOrder(at: Growing, state: PlayStateCells | null): Uint32Array {
  const order = (place: number) => state?.order.at(place) ?? 0;
  const sorted = ordered(at.length, (a, b) => at.at(a) - at.at(b) || order(a) - order(b));
  return sorted.filter((place, index) => at.at(place) !== at.at(sorted[index + 1] ?? -1));
}

function unitOf(at: Growing, places: Uint32Array): number {
  let unit = 0;
  for (let index = 1; index < places.length && unit !== 1; index++) {
    const [place, before] = [places[index] ?? 0, places[index - 1] ?? 0];
    unit = commonDivisor(instantOf(at.at(place)) - instantOf(at.at(before)), unit);
  }
  return Math.max(unit, 1);
}
