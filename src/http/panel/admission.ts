/**
 * How many panels are held and answered at a time, so that they fit the process whatever is asked at once. What
 * counts is the rows a panel turns out to have: a body's length says little of them, a grid's nothing.
 */
import { Places, type PlacesOptions, tooMany } from './places.ts';

export interface AdmissionOptions {
  /** Rows of all panels that are held at a time: to be read, waiting, or answered. */
  readonly rows: number;
  /** Small panels that are answered at a time. */
  readonly small: PlacesOptions;
  readonly large: PlacesOptions;
}

const PATIENCE = 30_000;

/** One large panel keeps two cores busy, and two of a million rows and all counters do not fit 512 MB. */
const ADMISSION: AdmissionOptions = {
  rows: 4_000_000,
  small: { places: 16, line: 64, patience: PATIENCE },
  large: { places: 1, line: 8, patience: PATIENCE },
};

/** A panel of more rows is large. */
export const LARGE_FROM = 50_000;

/** Where panels get in: what is held of one process's, and who is answered. */
export class Admission {
  readonly small: Places;
  readonly large: Places;
  readonly #most: number;
  #rows = 0;

  constructor({ rows, small, large }: AdmissionOptions = ADMISSION) {
    this.#most = rows;
    this.small = new Places(small);
    this.large = new Places(large);
  }

  /** Rows held. */
  get rows(): number {
    return this.#rows;
  }

  /** Hold so many rows more, or fewer. Throws the problem `not-ready` where there are too many. */
  hold(more: number): void {
    if (more > 0 && this.#rows + more > this.#most) throw tooMany(PATIENCE);
    this.#rows += more;
  }
}

/** One panel's room, from its first rows to the end of its answer. */
export class Visit {
  readonly #admission: Admission;
  readonly #signal: AbortSignal;
  #held = 0;
  #hasLeft = false;
  #giveBack: (() => void) | null = null;

  /** `signal`: aborted when the client goes away; it ends a wait and gives all back. */
  constructor(admission: Admission, signal: AbortSignal) {
    this.#admission = admission;
    this.#signal = signal;
    signal.addEventListener('abort', this.leave, { once: true });
  }

  /** Tell how many rows there are by now, before there are more. Throws what `Admission.hold` throws. */
  readonly hold = (rows: number): void => {
    if (this.#hasLeft) return;
    this.#admission.hold(rows - this.#held);
    this.#held = rows;
  };

  /**
   * Wait for a place to be answered in: all rows are there by now, so that nothing waits to be sent, and a client
   * that goes away is noticed. Throws what `Places.take` throws.
   */
  async answer(): Promise<void> {
    const { small, large } = this.#admission;
    this.#giveBack = await (this.#held > LARGE_FROM ? large : small).take(this.#signal);
    if (this.#hasLeft) this.#giveBack();
  }

  /** Give all back; again and again does nothing. */
  readonly leave = (): void => {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#signal.removeEventListener('abort', this.leave);
    this.#admission.hold(-this.#held);
    this.#giveBack?.();
  };
}
