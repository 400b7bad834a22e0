/** Whoever tells a history to a database, and to the naive model at the same time. */
import type { LoadReport } from '../../src/ingest/load.ts';
import type { Delivery } from './history.ts';
import type { NaiveBitemporal } from './naive-bitemporal.ts';
import type { Ids } from './tiny-files.ts';

/** What a delivery did. */
export interface Told<G> {
  readonly delivery: Delivery<G>;
  /** Of the game's ingest. */
  readonly basis: number;
  /** Whether the model says that it counts. */
  readonly counts: boolean;
  readonly outcome: LoadReport['outcome'];
  readonly reason: string | null;
}

export interface Teller<G> {
  readonly model: NaiveBitemporal;
  readonly ids: Ids;
  readonly told: readonly Told<G>[];
  /** Load what was delivered, and let the model know of it. */
  tell(delivery: Delivery<G>): Promise<Told<G>>;
  /** Instants that matter to a version of a game. */
  instantsOf(delivery: Delivery<G>): number[];
}
