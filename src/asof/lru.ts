/** A map of bounded size: what was longest not asked for goes first. */
export class Lru<V> {
  private readonly entries = new Map<string, V>();
  private readonly most: number;
  private readonly weigh: (value: V) => number;
  private weight = 0;

  /** @param weigh What a value counts against `most`: one, unless said otherwise. */
  constructor(most: number, weigh: (value: V) => number = () => 1) {
    this.most = most;
    this.weigh = weigh;
  }

  get(key: string): V | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.drop(key);
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.entries.delete(key);
    this.weight -= this.weigh(value);
  }
}
