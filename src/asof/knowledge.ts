/**
 * What is known now. An answer must never be older than a commit that was acknowledged before its question came in,
 * so the ledger is asked for each question; but once for all that wait: a question that comes in while the ledger
 * is being asked waits for the next asking, and shares it with whoever else comes in meanwhile.
 */

import type pg from 'pg';
import type { Kind } from '../plays/kind.ts';
import { findLeague } from '../sports/leagues.ts';
import { gather } from './gathering.ts';
import { newestBasis } from './ledger.ts';
import { cached } from './query.ts';

/** What of a league is looked after by itself: a player, a team or a game, by key. Null is the league as a whole. */
export type Part = `${Kind | 'game'} ${number}` | null;

/** The newest basis that changed a league, its parts, and all of its parts. */
interface Changes {
  newest: number;
  all: number;
  readonly parts: Map<string, number>;
}

class Watch {
  readonly #pool: pg.Pool;
  #asking: Promise<unknown> = Promise.resolve();
  #next: Promise<number> | null = null;
  #waiting = 0;
  #basis = 0;
  /** The basis first heard of; what changed before it is not known. */
  #first = 0;
  readonly #changes = new Map<string, Changes>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  ask(): Promise<number> {
    this.#waiting++;
    this.#next ??= this.#asking
      .then(() => gather(() => this.#waiting))
      .then(() => {
        this.#next = null;
        this.#waiting = 0;
        const asked = this.#look();
        this.#asking = asked.catch(() => {});
        return asked;
      });
    return this.#next;
  }

  /** The newest basis that changed it, when last looked at; null where nobody has looked. */
  lastChange(league: string, part: Part): number | null {
    if (this.#basis === 0) return null;
    const changes = this.#changes.get(league);
    if (changes === undefined) return this.#first;
    return part === null ? changes.newest : (changes.parts.get(part) ?? changes.all);
  }

  /** The oldest basis known to hold the same of it as one does. */
  settled(league: string, part: Part, basis: number): number {
    const changed = this.lastChange(league, part);
    return changed !== null && changed <= basis && this.holds(basis) ? changed : basis;
  }

  /** Whether the ledger is known to reach so far. */
  holds(basis: number): boolean {
    return basis <= this.#basis;
  }

  async #look(): Promise<number> {
    if (this.#basis === 0) {
      this.#first = await newestBasis(this.#pool);
      this.#basis = this.#first;
    } else {
      while ((await this.#read()) === PAGE);
    }
    return this.#basis;
  }

  /** Take in what the ledger holds after the newest known; how many rows were read. */
  async #read(): Promise<number> {
    const { rows } = await this.#pool.query<Ingest>({ ...since(), values: [this.#basis] });
    for (const { ingest_id, league, game_id, outcome } of rows) {
      if (outcome === 'loaded') {
        const parts = league === null || game_id === null ? null : await this.#partsOf(league, game_id);
        this.#note(league, parts, ingest_id);
      }
      this.#basis = ingest_id;
    }
    return rows.length;
  }

  /** Whom a load of a game can touch: all who were ever listed in it, as any basis knew it, and the game. */
  async #partsOf(league: string, gameId: string): Promise<string[] | null> {
    if (findLeague(league) === undefined) return null;
    const { rows } = await this.#pool.query<{ part: string }>({ ...touched(league), values: [gameId] });
    return rows.map((row) => row.part);
  }

  #note(league: string | null, parts: readonly string[] | null, basis: number): void {
    if (league === null) {
      this.#changes.clear();
      this.#first = basis;
      return;
    }
    const changes = this.#changes.get(league) ?? {
      newest: this.#first,
      all: this.#first,
      parts: new Map<string, number>(),
    };
    this.#changes.set(league, changes);
    changes.newest = basis;
    if (parts === null) {
      changes.all = basis;
      changes.parts.clear();
    } else for (const part of parts) changes.parts.set(part, basis);
  }
}

interface Ingest {
  readonly ingest_id: number;
  readonly league: string | null;
  readonly game_id: string | null;
  readonly outcome: string;
}

const PAGE = 20;

/**
 * Without a limit the planner would rather read and sort the whole ledger; with one of a thousand rows it would plan
 * the statement anew each time, because the one row that there is seems cheaper than a thousand.
 */
const since = cached(
  () =>
    `select ingest_id, league, game_id, outcome from playclock.ingests
     where ingest_id > $1 order by ingest_id limit ${PAGE}`,
);

const touched = cached(
  (league: string) => `select 'game ' || game_key as part from ${league}.games where game_id = $1
    union select 'player ' || player_key from ${league}.player_stats join ${league}.games using (game_key) where game_id = $1
    union select 'team ' || team_key from ${league}.team_stats join ${league}.games using (game_key) where game_id = $1`,
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

/** The newest basis at the time of the call, or a newer one. */
export function knownNow(pool: pg.Pool): Promise<number> {
  return watchOf(pool).ask();
}

/** The newest basis known to have changed a league or a part of it; null where nobody has looked. It may be behind. */
export function lastChange(pool: pg.Pool, league: string, part: Part): number | null {
  return watchOf(pool).lastChange(league, part);
}

/** The oldest basis known to hold the same of a league, or a part of it, as one does: what it is remembered by. */
export function settled(pool: pg.Pool, league: string, part: Part, basis: number): number {
  return watchOf(pool).settled(league, part, basis);
}

/** Whether the ledger was known to reach so far when last looked at. */
export function isHeard(pool: pg.Pool, basis: number): boolean {
  return watchOf(pool).holds(basis);
}

/** Whether an id from 1 on names a basis: they have no gaps. */
export async function isBasis(pool: pg.Pool, basis: number): Promise<boolean> {
  return isHeard(pool, basis) || (await knownNow(pool)) >= basis;
}
