/** Bundles of a bucket, split on this disk: fetched once, however many of their members are looked at. */
import { rm } from 'node:fs/promises';
import type { Bundle } from '../bundle/bundle.ts';

/** The one being loaded, and one that tells games of it otherwise. */
const HELD = 2;

export interface HeldBundle {
  readonly members: Bundle;
  readonly folder: string;
  /** When the bucket got it, epoch milliseconds. */
  readonly modifiedAt: number | null;
}

/** The bundles used last; one in use stays. They are removed with the spool's folder. */
export class HeldBundles {
  /** By address, the one used last at the end. */
  readonly #held = new Map<string, { readonly bundle: HeldBundle; users: number }>();

  find(address: string): HeldBundle | null {
    return this.#held.get(address)?.bundle ?? null;
  }

  /** Keep a bundle; the ones used longest ago are removed. */
  async hold(address: string, bundle: HeldBundle): Promise<void> {
    this.#held.set(address, { bundle, users: 0 });
    for (const [other, { bundle: old, users }] of [...this.#held]) {
      if (this.#held.size <= HELD) return;
      if (users > 0 || other === address) continue;
      this.#held.delete(other);
      await rm(old.folder, { recursive: true, force: true });
    }
  }

  /** Work with a bundle that is held; it stays until the work is done. */
  async using<T>(address: string, work: (bundle: HeldBundle) => Promise<T>): Promise<T | null> {
    const entry = this.#held.get(address);
    if (entry === undefined) return null;
    this.#held.delete(address);
    this.#held.set(address, entry);
    entry.users++;
    try {
      return await work(entry.bundle);
    } finally {
      entry.users--;
    }
  }
}
