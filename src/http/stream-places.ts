/** How many streams may be open at once. Each holds a socket and a subscription for as long as its reader likes. */
import { Problem } from './problem.ts';

/** Streams open at most. */
export interface StreamLimits {
  /** In this process. */
  readonly all: number;
  /** Of one key, where keys are asked for. */
  readonly perKey: number;
}

export const STREAM_LIMITS: StreamLimits = { all: 2_000, perKey: 100 };

/** When to try again, seconds. A stream ends when its reader wants, so there is no better guess. */
const RETRY_AFTER = 10;

/** The places. To be refused is the problem `not-ready`, or for a key that has all of its own `rate-limited`. */
export class StreamPlaces {
  readonly #limits: StreamLimits;
  readonly #ofKeys = new Map<string, number>();
  #taken = 0;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /** Take a place, of a key if there is one, or refuse. Returns what gives it back, once however often it is called. */
  take(key: string | null): () => void {
    const { all, perKey } = this.#limits;
    const ofKey = key === null ? 0 : (this.#ofKeys.get(key) ?? 0);
    if (ofKey >= perKey) {
      const detail = `key ${key} has ${perKey} streams open already: close one, or read the league's stream`;
      throw new Problem('rate-limited', detail, { retry_after: RETRY_AFTER });
    }
    if (this.#taken >= all) {
      throw new Problem(
        'not-ready',
        `${all} streams are open, and no more are served here; come back later`,
        {
          retry_after: RETRY_AFTER,
        },
      );
    }
    this.#taken++;
    if (key !== null) this.#ofKeys.set(key, ofKey + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#taken--;
      if (key !== null) this.#giveBack(key);
    };
  }

  #giveBack(key: string): void {
    const left = (this.#ofKeys.get(key) ?? 1) - 1;
    if (left === 0) this.#ofKeys.delete(key);
    else this.#ofKeys.set(key, left);
  }
}
