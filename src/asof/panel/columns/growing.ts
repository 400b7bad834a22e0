/** A column of numbers that is not yet known to be complete; cleared, it is used again. */
export class Growing {
  #values = new Float64Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const values = this.#values;
      this.#values = new Float64Array(this.#length * 2);
      this.#values.set(values);
    }
    this.#values[this.#length++] = value;
  }

  clear(): void {
    this.#length = 0;
  }

  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? Number.NaN) : Number.NaN;
  }
}

/** Places 0 to `length` in the order of a comparison; as they are where they are in order already. */
export function ordered(length: number, compare: (a: number, b: number) => number): Uint32Array {
  const places = Uint32Array.from({ length }, (_, place) => place);
  for (let place = 1; place < length; place++) {
    if (compare(place - 1, place) > 0) return places.sort(compare);
  }
  return places;
}

/** The greatest number that both are multiples of. */
export function commonDivisor(a: number, b: number): number {
  let [divided, divisor] = [a, b];
  while (divisor !== 0) [divided, divisor] = [divisor, divided % divisor];
  return divided;
}
