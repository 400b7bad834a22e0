/** Who is on the pitch while a file is read: a card shown to somebody on the bench sends nobody off it. */
import type { FloorChange, Side } from '../../plays/play.ts';

/** The players of both sides who are on. */
export class Pitch {
  readonly #on: Set<string>;

  constructor(starters: Iterable<string>) {
    this.#on = new Set(starters);
  }

  /** Take a player off if he is on. */
  off(side: Side, playerId: string): FloorChange[] {
    return this.#on.delete(playerId) ? [{ side, out: playerId, in: null }] : [];
  }

  /** Put a player on if he is not. */
  on(side: Side, playerId: string): FloorChange[] {
    if (this.#on.has(playerId)) return [];
    this.#on.add(playerId);
    return [{ side, out: null, in: playerId }];
  }
}
