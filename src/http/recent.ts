/** Remembering the latest few answers that never change, so that many readers of the same cost one. */

export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<T>>();

  /** @param most Answers kept; the one unused longest goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer of that name; read if it is not kept. One that fails is read again by the next who asks. */
  get(name: string, read: () => Promise<T>): Promise<T> {
    const answer = this.#kept.get(name) ?? this.#read(name, read);
    this.#kept.delete(name);
    this.#kept.set(name, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return answer;
  }

  #read(name: string, read: () => Promise<T>): Promise<T> {
    const answer = read();
    answer.catch(() => {
      if (this.#kept.get(name) === answer) this.#kept.delete(name);
    });
    return answer;
  }
}
