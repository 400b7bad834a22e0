import type { LiveAction } from './live-types.ts';

/** Running counts that the texts of playbyplayv2 tell and the live feed's actions do not. */
export class TextTotals {
  readonly #counts = new Map<string, number>();
  #period = 0;

  #add(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }

  /** The next steal, block, turnover or timeout of a person or team. */
  next(what: 'steal' | 'block' | 'turnover' | 'timeout', id: number): number {
    return this.#add(`${what} ${id}`);
  }

  /**
   * The team's fouls of the period as the text tells them: "T3", or "PN" once throws are given. Only
   * defensive personal fouls add to the count.
   */
  teamFouls(action: LiveAction): string {
    if (action.period !== this.#period) {
      this.#period = action.period;
      for (const key of this.#counts.keys()) if (/^(late )?fouls /.test(key)) this.#counts.delete(key);
    }
    const key = `fouls ${action.teamId}`;
    const late = `late fouls ${action.teamId}`;
    if (action.subType === 'personal') {
      this.#add(key);
      if (action.clock <= 'PT02M00.00S') this.#add(late);
    }
    const count = this.#counts.get(key) ?? 0;
    const penalty = count >= (action.period > 4 ? 4 : 5) || (this.#counts.get(late) ?? 0) >= 2;
    return penalty ? 'PN' : `T${count}`;
  }
}
