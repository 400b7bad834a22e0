/** A map of bounded size: what was longest not asked for goes first. */

/** Entries are linked in the order they were asked for: taking one out of a map and putting it back costs ten times as much. */
interface Entry<V> {
  readonly key: string;
  readonly value: V;
  older: Entry<V> | null;
  newer: Entry<V> | null;
}

/** Holds entries up to a sum of their weights; one each, unless `weigh` says otherwise. */
export class Lru<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #most: number;
  readonly #weigh: (value: V) => number;
  #weight = 0;
  #oldest: Entry<V> | null = null;
  #newest: Entry<V> | null = null;

  /** @param weigh What a value counts against `most`: one, unless said otherwise. */
  constructor(most: number, weigh: (value: V) => number = () => 1) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry !== this.#newest) {
      this.#unlink(entry);
      this.#link(entry);
    }
    return entry.value;
  }

  set(key: string, value: V): void {
    this.#drop(this.#entries.get(key));
    const entry = { key, value, older: null, newer: null };
    this.#entries.set(key, entry);
    this.#link(entry);
    this.#weight += this.#weigh(value);
    while (this.#weight > this.#most && this.#oldest !== null) this.#drop(this.#oldest);
  }

  #drop(entry: Entry<V> | undefined): void {
    if (entry === undefined) return;
    this.#entries.delete(entry.key);
    this.#unlink(entry);
    this.#weight -= this.#weigh(entry.value);
  }

  /** Put it before the newest. */
  #link(entry: Entry<V>): void {
    entry.older = this.#newest;
    entry.newer = null;
    if (this.#newest === null) this.#oldest = entry;
    else this.#newest.newer = entry;
    this.#newest = entry;
  }

  #unlink({ older, newer }: Entry<V>): void {
    if (older === null) this.#oldest = newer;
    else older.newer = newer;
    if (newer === null) this.#newest = older;
    else newer.older = older;
  }
}
