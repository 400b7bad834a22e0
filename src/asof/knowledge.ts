/**
 * What is known now. An answer must never be older than a commit that was acknowledged before its question came in,
 * so the ledger is asked for each question; but once for all that wait: a question that comes in while the ledger
 * is being asked waits for the next asking, and shares it with whoever else comes in meanwhile.
 */
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { newestBasis } from './ledger.ts';
import { cached } from './query.ts';

/** The newest basis, and the newest that changed each league: between the two the league's answers are the same. */
export interface Knowledge {
  readonly basis: number;
  changed(league: string): number;
}

class Watch {
  readonly #pool: pg.Pool;
  #asking: Promise<unknown> = Promise.resolve();
  #next: Promise<Knowledge> | null = null;
  #waiting = 0;
  #basis = 0;
  /** The basis first heard of; what changed before it is not known. */
  #first = 0;
  readonly #changed = new Map<string, number>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  ask(): Promise<Knowledge> {
    this.#waiting++;
    this.#next ??= this.#asking
      .then(() => this.#gather())
      .then(() => {
        this.#next = null;
        this.#waiting = 0;
        const asked = this.#look();
        this.#asking = asked.catch(() => {});
        return asked;
      });
    return this.#next;
  }

  /** Wait as long as each turn of the event loop brings somebody else, a few turns at most. */
  async #gather(): Promise<void> {
    for (let turn = 0, seen = 0; turn < MOST_TURNS && this.#waiting > seen; turn++) {
      seen = this.#waiting;
      await setImmediate();
    }
  }

  /** The newest basis that changed a league, when last looked at; null where nobody has looked. */
  lastHeard(league: string): number | null {
    return this.#basis === 0 ? null : (this.#changed.get(league) ?? this.#first);
  }

  /** The oldest basis known to hold the same of a league as one does. */
  settled(league: string, basis: number): number {
    const changed = this.lastHeard(league);
    return changed !== null && changed <= basis && basis <= this.#basis ? changed : basis;
  }

  /** Whether the ledger is known to reach so far. */
  holds(basis: number): boolean {
    return basis <= this.#basis;
  }

  async #look(): Promise<Knowledge> {
    if (this.#basis === 0) {
      this.#basis = await newestBasis(this.#pool);
      this.#first = this.#basis;
    } else {
      while ((await this.#read()) === PAGE);
    }
    const { basis, changed } = { basis: this.#basis, changed: new Map(this.#changed) };
    const first = this.#first;
    return { basis, changed: (league) => changed.get(league) ?? first };
  }

  /** Take in what the ledger holds after the newest known; how many rows were read. */
  async #read(): Promise<number> {
    const { rows } = await this.#pool.query<{ ingest_id: number; league: string | null; outcome: string }>({
      ...since(''),
      values: [this.#basis],
    });
    for (const { ingest_id, league, outcome } of rows) {
      this.#basis = ingest_id;
      if (outcome === 'loaded') this.#note(league, ingest_id);
    }
    return rows.length;
  }

  #note(league: string | null, basis: number): void {
    if (league !== null) {
      this.#changed.set(league, basis);
      return;
    }
    this.#first = basis;
    this.#changed.clear();
  }
}

const PAGE = 1000;

/** A turn takes microseconds; what it saves is a statement. */
const MOST_TURNS = 8;

/** With the limit, for without it the planner would rather read and sort the whole ledger. */
const since = cached(
  () =>
    `select ingest_id, league, outcome from playclock.ingests where ingest_id > $1 order by ingest_id limit ${PAGE}`,
);

const watches = new WeakMap<pg.Pool, Watch>();

function watchOf(pool: pg.Pool): Watch {
  let watch = watches.get(pool);
  if (watch === undefined) {
    watch = new Watch(pool);
    watches.set(pool, watch);
  }
  return watch;
}

/** What is known when this is called, or later. */
export function knownNow(pool: pg.Pool): Promise<Knowledge> {
  return watchOf(pool).ask();
}

/** The newest basis that is known to have changed a league; null where nobody has looked. It may be behind. */
export function lastChange(pool: pg.Pool, league: string): number | null {
  return watchOf(pool).lastHeard(league);
}

/** The oldest basis known to hold the same of a league as one does: what it is remembered by. */
export function settled(pool: pg.Pool, league: string, basis: number): number {
  return watchOf(pool).settled(league, basis);
}

/** Whether the ledger was known to reach so far when last looked at. */
export function isHeard(pool: pg.Pool, basis: number): boolean {
  return watchOf(pool).holds(basis);
}

/** Whether an id from 1 on names a basis: they have no gaps. */
export async function isBasis(pool: pg.Pool, basis: number): Promise<boolean> {
  return isHeard(pool, basis) || (await knownNow(pool)).basis >= basis;
}
