/**
 * Random numbers of our own: the same key gives the same numbers on every machine, and one stream's use
 * does not disturb another's. Only 32-bit integer arithmetic and exact float operations are used, because
 * Math.log, Math.cos and friends may differ in the last bit between engines.
 */

/** Nothing to choose from. */
export class EmptyChoiceError extends Error {
  constructor() {
    super('cannot choose from an empty list');
    this.name = 'EmptyChoiceError';
  }
}

/** A stream of pseudo-random numbers (xoshiro128**). */
export class Random {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #d = 0xdeadbeef;

  /** @param key any text; streams with different keys are unrelated. */
  constructor(key: string) {
    for (let i = 0; i < key.length; i += 1) {
      const unit = key.charCodeAt(i);
      this.#a = Math.imul(this.#a ^ unit, 597399067) ^ this.#b;
      this.#b = Math.imul(this.#b ^ unit, 2869860233) ^ this.#c;
      this.#c = Math.imul(this.#c ^ unit, 951274213) ^ this.#d;
      this.#d = Math.imul(this.#d ^ unit, 2716044179) ^ this.#a;
    }
    // An all-zero state would stay zero for ever.
    this.#a |= 1;
    for (let i = 0; i < 12; i += 1) this.#word();
  }

  #word(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** The next number in [0, 1). */
  next(): number {
    return this.#word() / 4294967296;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  /** Bell-shaped around the mean: a sum of four uniforms, so never beyond 3.47 deviations. */
  bell(mean: number, deviation: number): number {
    const sum = this.next() + this.next() + this.next() + this.next() - 2;
    return mean + deviation * sum * Math.sqrt(3);
  }

  /** One item of the list, each as likely. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(items.length * this.next())];
    if (item === undefined) throw new EmptyChoiceError();
    return item;
  }

  /** One item of the list, as likely as its weight (≥ 0). */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let total = 0;
    for (const item of items) total += weight(item);
    let left = total * this.next();
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new EmptyChoiceError();
    return last;
  }

  /** A shuffled copy of the list. */
  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    const out: T[] = [];
    while (rest.length > 0) out.push(...rest.splice(Math.floor(rest.length * this.next()), 1));
    return out;
  }
}

/** The stream of a seed and a path of keys, for example (seed, 'game', '2023-24', 17). */
export function randomFor(seed: string | number, ...keys: readonly (string | number)[]): Random {
  return new Random([seed, ...keys].join('\u001f'));
}
