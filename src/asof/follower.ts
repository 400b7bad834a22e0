/**
 * Following the ledger: one connection of a process listens for commits, however many want to hear of them.
 * Notifications only wake; what is true is read from the ledger, after each connecting and every few seconds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LEDGER_CHANNEL } from '../store/ledger.ts';
import { newestBasis } from './ledger.ts';

/** Pauses between attempts to connect, milliseconds: the first, doubled up to the last. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** How often the ledger is looked at without being told, milliseconds: a connection may die without a word. */
const CHECK_EVERY = 10_000;

/** Called with the newest basis whenever it has grown. It must not throw, and should not work long. */
export type Heard = (basis: number) => void;

/** Follows the ledger of the database that a pool connects to. */
export class LedgerFollower {
  readonly #pool: pg.Pool;
  readonly #heard = new Set<Heard>();
  #newest: number | null = null;
  #stop: AbortController | null = null;

  /** @param pool Names the server; none of its connections is used. */
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** The newest basis known to be committed; null while nobody is subscribed or the server cannot be reached. */
  get newest(): number | null {
    return this.#newest;
  }

  /**
   * Hear of commits from now on. The connection opens with the first subscriber, is opened again when it
   * breaks, and closes with the last. Returns what ends the subscription.
   */
  subscribe(heard: Heard): () => void {
    const own: Heard = (basis) => heard(basis);
    this.#heard.add(own);
    if (this.#stop === null) {
      this.#stop = new AbortController();
      void this.#follow(this.#stop.signal);
    }
    return () => {
      this.#heard.delete(own);
      if (this.#heard.size > 0) return;
      this.#stop?.abort();
      this.#stop = null;
      this.#newest = null;
    };
  }

  async #follow(stop: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!stop.aborted) {
      await this.#listen(stop, () => {
        pause = FIRST_PAUSE;
      }).catch(() => {});
      if (stop.aborted) return;
      this.#newest = null;
      await sleep(pause, null, { signal: stop }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  /** Listen until the connection breaks (rejects) or nobody wants to hear any more. */
  async #listen(stop: AbortSignal, connected: () => void): Promise<void> {
    const { promise: over, resolve: end, reject: fail } = Promise.withResolvers<void>();
    // Awaited at the end only; it may fail before.
    over.catch(() => {});
    const client = listener(this.#pool);
    client.on('error', fail);
    client.on('end', () => fail(new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.#hear(Number(payload), stop));
    stop.addEventListener('abort', () => end(), { once: true });
    const look = async () => this.#hear(await newestBasis(client), stop);
    let check: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`listen ${LEDGER_CHANNEL}`);
      await look();
      connected();
      check = setInterval(() => look().catch(fail), CHECK_EVERY);
      await over;
    } finally {
      clearInterval(check);
      // Not awaited: a server that cannot be reached does not say goodbye.
      client.end().catch(() => {});
    }
  }

  #hear(basis: number, stop: AbortSignal): void {
    if (stop.aborted || (this.#newest !== null && basis <= this.#newest)) return;
    this.#newest = basis;
    for (const heard of this.#heard) heard(basis);
  }
}

/** A connection of its own, to where the pool's go. */
function listener(pool: pg.Pool): pg.Client {
  const { options } = pool;
  return new pg.Client({
    ...options,
    // The pool hides it from enumeration.
    ...(options.password === undefined ? null : { password: options.password }),
    keepAlive: true,
    query_timeout: CHECK_EVERY,
    application_name: 'playclock follower',
  });
}

const followers = new WeakMap<pg.Pool, LedgerFollower>();

/** The follower of a pool's server: one a process. */
export function followerOf(pool: pg.Pool): LedgerFollower {
  let follower = followers.get(pool);
  if (follower === undefined) {
    follower = new LedgerFollower(pool);
    followers.set(pool, follower);
  }
  return follower;
}
