/** Waiting to be woken, or for some time to pass. */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  /** Wake who waits; if nobody does, the next wait ends at once. Rings before it count as one. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Wait for a ring, at most so many milliseconds; whether it rang. One may wait at a time. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = setTimeout(resolve, milliseconds);
      await promise;
      clearTimeout(timer);
      this.#wake = null;
    }
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}
