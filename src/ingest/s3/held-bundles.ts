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

  /** Remove the ones used longest ago, so that one more may be split: while it is, it lies on the disk twice. */
  async makeRoom(): Promise<void> {
    for (const [address, { bundle, users }] of [...this.#held]) {
      if (this.#held.size < HELD) return;
      if (users > 0) continue;
      this.#held.delete(address);
      await rm(bundle.folder, { recursive: true, force: true });
    }
  }

  /** Keep a bundle. */
  hold(address: string, bundle: HeldBundle): void {
    this.#held.set(address, { bundle, users: 0 });
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
