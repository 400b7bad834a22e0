/**
 * Lines kept in the process: windows of entities and plays of games, by the basis that last changed them.
 * What a basis knows never changes, so nothing here ever goes stale; what is no longer asked for is pushed out.
 */
import type pg from 'pg';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { EntityRow } from './entity.ts';
import { type GamePlays, readGamePlays } from './held-plays.ts';
import { isHeard, knownNow, lastChange, type Part, settled } from './knowledge.ts';
import { Lru } from './lru.ts';
import type { AsOf } from './query.ts';
import { lastCounted, rowIn, runningGame, type Window, weightOf } from './window.ts';
import { readWindow } from './window-sql.ts';

const MEGABYTE = 1024 * 1024;

/** A window takes about three kilobytes, the plays of a game a dozen. */
const MOST_OF_WINDOWS = 80 * MEGABYTE;
const MOST_OF_PLAYS = 128 * MEGABYTE;
const MOST_NAMES = 50_000;

/** Questions about a stretch from which on it is kept: to read it whole costs as much as some thirty lines asked together. */
export const OFTEN = 16;

interface Memory {
  readonly windows: Lru<Window>;
  readonly plays: Lru<GamePlays>;
  /** Of an entity at a basis, ascending: where its windows begin. */
  readonly begins: Lru<number[]>;
  /** How often stretches were asked about that are not kept. */
  readonly asked: Lru<number>;
  /** What is being read: whoever wants the same waits for it. */
  readonly reading: Map<string, Promise<unknown>>;
}

const memories = new WeakMap<pg.Pool, Memory>();

function memoryOf(pool: pg.Pool): Memory {
  let memory = memories.get(pool);
  if (memory === undefined) {
    memory = {
      windows: new Lru(MOST_OF_WINDOWS, weightOf),
      plays: new Lru(MOST_OF_PLAYS, (plays) => plays.weight),
      begins: new Lru(MOST_NAMES),
      asked: new Lru(MOST_NAMES),
      reading: new Map(),
    };
    memories.set(pool, memory);
  }
  return memory;
}

/** A line answered from memory. */
export interface HeldLine {
  readonly row: EntityRow;
  playsOf(gameKey: number): Promise<GamePlays>;
}

/** The line that `readEntity` would read with doubts sought and every season type counting; null where it is not kept. */
export async function readHeld(
  pool: pg.Pool,
  { code }: League,
  kind: Kind,
  key: number,
  asOf: AsOf,
): Promise<HeldLine | null> {
  const memory = memoryOf(pool);
  const last = lastCounted(asOf);
  const part: Part = `${kind} ${key}`;
  const heard = asOf.basis === null ? lastChange(pool, code, part) : settled(pool, code, part, asOf.basis);
  if (heard === null) return null;
  const window = windowOf(memory, nameOf(code, kind, key, heard), last);
  if (window === undefined) return null;
  let { basis } = asOf;
  if (basis === null) {
    basis = await knownNow(pool);
    if (lastChange(pool, code, part) !== heard) return null;
  }
  const known = basis;
  const playsOf = (gameKey: number) =>
    playsAt(pool, code, gameKey, settled(pool, code, `game ${gameKey}`, known));
  const running = runningGame(window, asOf);
  const plays = running === null ? null : await playsOf(running);
  return { row: rowIn(window, asOf, known, plays), playsOf };
}

/** Tell of a line that was read, so that the stretch it is of is kept once it has been asked about often. */
export async function noteRead(
  pool: pg.Pool,
  league: League,
  kind: Kind,
  key: number,
  asOf: AsOf,
  row: EntityRow,
): Promise<void> {
  const memory = memoryOf(pool);
  if (asOf.basis === null && !isHeard(pool, row.basis)) await knownNow(pool);
  const basis = settled(pool, league.code, `${kind} ${key}`, row.basis);
  const entity = nameOf(league.code, kind, key, basis);
  const stretch = `${entity} ${row.current_game_key ?? row.game_key}`;
  const times = (memory.asked.get(stretch) ?? 0) + 1;
  // What was pushed out must earn its place anew.
  memory.asked.set(stretch, times % OFTEN);
  if (times < OFTEN) return;
  const read = () => readWindow(pool, league, kind, key, basis, lastCounted(asOf));
  await once(memory, `window ${stretch}`, read, (window) => keepWindow(memory, entity, window));
}

function nameOf(league: string, kind: Kind, key: number, basis: number): string {
  return `${league} ${kind} ${key} ${basis}`;
}

function windowOf({ windows, begins }: Memory, entity: string, last: number): Window | undefined {
  const from = begins.get(entity)?.findLast((begin) => begin <= last);
  const window = from === undefined ? undefined : windows.get(`${entity} ${from}`);
  return window !== undefined && last < window.until ? window : undefined;
}

function keepWindow({ windows, begins }: Memory, entity: string, window: Window): void {
  windows.set(`${entity} ${window.from}`, window);
  const known = (begins.get(entity) ?? []).filter((begin) => begin !== window.from);
  begins.set(
    entity,
    [...known, window.from].sort((a, b) => a - b),
  );
}

async function playsAt(pool: pg.Pool, league: string, gameKey: number, basis: number): Promise<GamePlays> {
  const memory = memoryOf(pool);
  const name = `${league} ${gameKey} ${basis}`;
  const kept = memory.plays.get(name);
  if (kept !== undefined) return kept;
  const read = () => readGamePlays(pool, league, gameKey, basis);
  return once(memory, `plays ${name}`, read, (plays) => memory.plays.set(name, plays));
}

async function once<T>(
  { reading }: Memory,
  name: string,
  read: () => Promise<T>,
  keep: (value: T) => void,
): Promise<T> {
  const running = reading.get(name) as Promise<T> | undefined;
  if (running !== undefined) return running;
  const fresh = read();
  reading.set(name, fresh);
  try {
    const value = await fresh;
    keep(value);
    return value;
  } finally {
    reading.delete(name);
  }
}
