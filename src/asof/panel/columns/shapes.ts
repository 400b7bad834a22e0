/**
 * How counters change from one running row to the next, each way with a number of its own: there are few ways
 * ("two points, one goal, one attempt"), so that a row's change takes a byte, however many counters are kept.
 */

/** Instead of a difference: it follows in the row's bytes. */
export const TOLD = -128;
/** Differences larger than this, either way, are told in the row. */
const MOST = 15;
const SYMBOLS = 2 * MOST + 2;
/** More ways than this are not remembered: a change that is in none tells every counter. */
const MOST_NODES = 4096;

/** Numbers that always are there: nothing changes, and every counter is told; of each the line that runs on comes second. */
const NOTHING = 0;
const EVERYTHING = 2;

/** The ways found so far, shared by all lines that keep the same counters. */
export class Shapes {
  /** Positions of the counters. */
  readonly counters: readonly number[];
  readonly #width: number;
  /** Ways are found as words of (counter, difference) symbols in a tree, from a root for each state. */
  readonly #children = new Map<number, number>();
  readonly #codes: number[] = [NOTHING, NOTHING + 1];
  /** Pairs of a counter's place and its difference, of all ways one after another. */
  #steps = new Int8Array(256);
  #starts = new Int32Array(64);
  #active = new Uint8Array(64);
  #count = 0;

  constructor(counters: readonly number[]) {
    const width = counters.length;
    this.counters = counters;
    this.#width = width;
    this.#add([], false);
    this.#add([], true);
    const all = Array.from({ length: width }, (_, index) => [index, TOLD] as const);
    this.#add(all, false);
    this.#add(all, true);
  }

  get count(): number {
    return this.#count;
  }

  /** Steps of a number are the pairs from `startOf(code)` up to `startOf(code + 1)`. */
  get steps(): Int8Array {
    return this.#steps;
  }

  startOf(code: number): number {
    return this.#starts[code] ?? 0;
  }

  /** Whether the line runs on after such a row. */
  isActive(code: number): boolean {
    return this.#active[code] === 1;
  }

  /** The number of the way that tells every counter. */
  everything(active: boolean): number {
    return active ? EVERYTHING + 1 : EVERYTHING;
  }

  /** Call with the place of each counter that is told in a row of this number. */
  eachTold(code: number, call: (index: number) => void): void {
    for (let step = this.startOf(code); step < this.startOf(code + 1); step += 2) {
      if (this.#steps[step + 1] === TOLD) call(this.#steps[step] ?? 0);
    }
  }

  /** The number of a change; `differences` are the counters', of which those in `always` are told if not zero. */
  codeOf(differences: Float64Array, always: Uint8Array, active: boolean): number {
    let node = active ? 1 : 0;
    for (let index = 0; index < this.#width; index++) {
      const difference = differences[index] ?? 0;
      if (difference === 0) continue;
      const symbol = index * SYMBOLS + (isTold(difference, always[index]) ? SYMBOLS - 1 : difference + MOST);
      const key = node * this.#width * SYMBOLS + symbol;
      const child = this.#children.get(key);
      if (child !== undefined) {
        node = child;
        continue;
      }
      if (this.#codes.length >= MOST_NODES) return this.everything(active);
      node = this.#codes.push(-1) - 1;
      this.#children.set(key, node);
    }
    const known = this.#codes[node] ?? -1;
    if (known >= 0) return known;
    const steps: [number, number][] = [];
    for (let index = 0; index < this.#width; index++) {
      const difference = differences[index] ?? 0;
      if (difference === 0) continue;
      steps.push([index, isTold(difference, always[index]) ? TOLD : difference]);
    }
    const code = this.#add(steps, active);
    this.#codes[node] = code;
    return code;
  }

  #add(steps: readonly (readonly [number, number])[], active: boolean): number {
    const code = this.#count++;
    const start = this.#starts[code] ?? 0;
    const end = start + steps.length * 2;
    if (end > this.#steps.length) this.#steps = grown(this.#steps, new Int8Array(end * 2));
    if (code + 2 > this.#starts.length) {
      this.#starts = grown(this.#starts, new Int32Array(code * 2));
      this.#active = grown(this.#active, new Uint8Array(code * 2));
    }
    this.#steps.set(steps.flat(), start);
    this.#starts[code + 1] = end;
    this.#active[code] = active ? 1 : 0;
    return code;
  }
}

function isTold(difference: number, always: number | undefined): boolean {
  return always === 1 || difference > MOST || difference < -MOST;
}

function grown<T extends Int8Array | Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
