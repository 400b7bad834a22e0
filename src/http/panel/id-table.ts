/** Which entity an id is of, found by the id's bytes: a million texts need not be made to look them up. */

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const FIRST_SIZE = 1024;

/** Ids that were met, each with its entity. */
export class IdTable {
  /** Places in the lists, from 1; 0 is nobody. Twice as many slots as ids at least. */
  #slots = new Int32Array(FIRST_SIZE);
  readonly #ids: Uint8Array[] = [];
  readonly #hashes: number[] = [];
  readonly #entities: number[] = [];

  /** The entity of an id, or what `make` gives for its text where it is met for the first time. */
  find(bytes: Uint8Array, from: number, to: number, make: (id: string) => number): number {
    let hash = FNV_START;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      if (this.#hashes[place - 1] === hash && isSame(this.#ids[place - 1], bytes, from, to)) {
        return this.#entities[place - 1] ?? -1;
      }
      slot = (slot + 1) & mask;
    }
    const id = Uint8Array.from(bytes.subarray(from, to));
    const entity = make(Buffer.from(id).toString());
    this.#ids.push(id);
    this.#hashes.push(hash);
    this.#slots[slot] = this.#entities.push(entity);
    if (this.#ids.length * 2 > this.#slots.length) this.#grow();
    return entity;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, index) => {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    });
    this.#slots = slots;
  }
}

function isSame(id: Uint8Array | undefined, bytes: Uint8Array, from: number, to: number): boolean {
  if (id === undefined || id.length !== to - from) return false;
  for (let at = 0; at < id.length; at++) if (id[at] !== bytes[from + at]) return false;
  return true;
}
