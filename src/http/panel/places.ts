/** A bounded number of places; who finds none waits in line, for a while. */
import { Problem } from '../problem.ts';

export interface PlacesOptions {
  /** Who may have a place at a time. */
  readonly places: number;
  /** Who may wait for one at a time. */
  readonly line: number;
  /** Longest anybody waits, milliseconds. */
  readonly patience: number;
}

interface Waiting {
  readonly admit: () => void;
}

/** The places. To be refused is the problem `not-ready`. */
export class Places {
  readonly #options: PlacesOptions;
  readonly #line: Waiting[] = [];
  #taken = 0;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  get taken(): number {
    return this.#taken;
  }

  get waiting(): number {
    return this.#line.length;
  }

  /**
   * A place, in the order of coming; call what it returns to give it back. Throws the problem `not-ready` when the
   * line is full or the wait too long, or when whoever asks has gone, by the signal.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw gone();
    if (this.#taken < this.#options.places) this.#taken++;
    else await this.#wait(signal);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      this.#giveBack();
    };
  }

  async #wait(signal: AbortSignal): Promise<void> {
    const { line, patience } = this.#options;
    if (this.#line.length >= line) throw tooMany(patience);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { admit: resolve };
    const leave = (reason: unknown) => {
      this.#line.splice(this.#line.indexOf(waiting), 1);
      reject(reason);
    };
    const goAway = () => leave(gone());
    const timer = setTimeout(() => leave(tooMany(patience)), patience);
    signal.addEventListener('abort', goAway);
    this.#line.push(waiting);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', goAway);
    }
  }

  /** The place goes to who has waited longest. */
  #giveBack(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#taken--;
    else next.admit();
  }
}

/** Refusal where there is no room. */
export function tooMany(patience: number): Problem {
  const retry_after = Math.ceil(patience / 1000);
  return new Problem('not-ready', 'as many panels as there is room for are being answered: try again', {
    retry_after,
  });
}

/** Nobody reads it. */
function gone(): Problem {
  return new Problem('not-ready', 'whoever asked has gone');
}
