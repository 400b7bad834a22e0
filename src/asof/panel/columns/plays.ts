/** Plays of a game as columns: what a line that runs on needs of them. */
import { countUpTo, type Growing, ordered } from './growing.ts';

/** Cells of a play as they are read. */
export interface PlayCells {
  readonly at: Growing;
  readonly order: Growing;
  readonly elapsed: Growing;
  /** Home score less away score. */
  readonly lead: Growing;
}

/** Plays of a game, as far as they can be found. */
export interface Plays {
  /** Place of the last play at or before an instant; -1 before the first. */
  upTo(limit: number): number;
  /** Of the play at a place: its instant, the game's clock, home score less away score. */
  at(place: number): number;
  elapsed(place: number): number;
  lead(place: number): number;
}

/** The one play that a row needs. */
export class OnePlay implements Plays {
  readonly #play: PlayFound;

  constructor(play: PlayFound) {
    this.#play = play;
  }

  upTo(): number {
    return this.#play.at === null ? -1 : 0;
  }

  at(): number {
    return this.#play.at ?? Number.NaN;
  }

  elapsed(): number {
    return this.#play.elapsed ?? 0;
  }

  lead(): number {
    return this.#play.lead ?? 0;
  }
}

/** A play sought by its instant; all null where there is none. */
export interface PlayFound {
  readonly at: number | null;
  readonly elapsed: number | null;
  readonly lead: number | null;
}

export class PlayColumns implements Plays {
  readonly #first: number;
  /** Milliseconds since the first play, ascending. */
  readonly #since: Uint32Array;
  readonly #elapsed: Int32Array | null;
  readonly #lead: Int16Array | null;

  /** `runs`: whether clock and lead are wanted, not only the instants. Of plays of one instant the last counts. */
  constructor({ at, order, elapsed, lead }: PlayCells, runs: boolean) {
    const sorted = ordered(at.length, (a, b) => at.at(a) - at.at(b) || order.at(a) - order.at(b));
    const places = sorted.filter((place, index) => at.at(place) !== at.at(sorted[index + 1] ?? -1));
    this.#first = at.at(places[0] ?? 0);
    this.#since = Uint32Array.from(places, (place) => at.at(place) - this.#first);
    this.#elapsed = runs ? Int32Array.from(places, (place) => elapsed.at(place)) : null;
    this.#lead = runs ? Int16Array.from(places, (place) => lead.at(place)) : null;
  }

  get runs(): boolean {
    return this.#elapsed !== null;
  }

  get bytes(): number {
    return 200 + this.#since.length * (this.runs ? 10 : 4);
  }

  upTo(limit: number): number {
    const { length } = this.#since;
    return length === 0 ? -1 : countUpTo(this.#since, limit - this.#first, 0, length) - 1;
  }

  at(place: number): number {
    return this.#first + (this.#since[place] ?? 0);
  }

  elapsed(place: number): number {
    return this.#elapsed?.[place] ?? 0;
  }

  lead(place: number): number {
    return this.#lead?.[place] ?? 0;
  }
}
