/**
 * Columns kept in the process, as the newest basis knows them. A newer basis drops what its ingests touched; a
 * panel at an older one has columns of its own. Bounded: what other panels used goes first, and a panel that needs
 * more than there is room for reads the rest by index.
 */
import type pg from 'pg';
import type { Kind } from '../../../plays/kind.ts';
import type { League } from '../../../sports/leagues.ts';
import type { LineColumns } from './line.ts';
import type { PlayColumns } from './plays.ts';
import { Shapes } from './shapes.ts';

const MEGABYTE = 1024 * 1024;
/**
 * Room for a panel's columns, beside what it takes itself: answers of many counters take some 100 MB more, and
 * thirty seasons of few counters fit (47 MB of lines, 58 MB of plays).
 */
const ROOM = { lines: 72 * MEGABYTE, plays: 64 * MEGABYTE };
const ROOM_OF_WIDE = { lines: 56 * MEGABYTE, plays: 36 * MEGABYTE };
/** A panel that needs more counters is a wide one. */
const WIDE_FROM = 6;
/** Fuller than this a shelf counts as full. */
const NEARLY = 0.95;
const MOST_COUNTED = 200_000;
const MOST_SHAPES = 32;

interface Kept<T> {
  readonly value: T;
  /** The panel that used it last. */
  usedBy: number;
}

/** A bounded number of bytes of columns. */
class Shelf<T extends { readonly bytes: number }> {
  readonly #kept = new Map<string, Kept<T>>();
  #bytes = 0;

  get(name: string, panel: number): T | undefined {
    const kept = this.#kept.get(name);
    if (kept !== undefined) kept.usedBy = panel;
    return kept?.value;
  }

  /** Keep it, in the place of what other panels used; false where `most` bytes have no room for it. */
  keep(name: string, value: T, panel: number, most: number): boolean {
    this.drop(name);
    this.#makeRoom(most - value.bytes, panel);
    if (this.#bytes + value.bytes > most) return false;
    this.#kept.set(name, { value, usedBy: panel });
    this.#bytes += value.bytes;
    return true;
  }

  drop(name: string): void {
    const kept = this.#kept.get(name);
    if (kept === undefined) return;
    this.#kept.delete(name);
    this.#bytes -= kept.value.bytes;
  }

  dropWhere(matches: (name: string) => boolean): void {
    for (const name of this.#kept.keys()) if (matches(name)) this.drop(name);
  }

  /** Whether what this panel uses fills `most` bytes. */
  isFull(most: number, panel: number): boolean {
    this.#makeRoom(most * NEARLY, panel);
    return this.#bytes > most * NEARLY;
  }

  /** Drop what other panels used until there are at most so many bytes. */
  #makeRoom(most: number, panel: number): void {
    if (this.#bytes <= most) return;
    for (const [name, { usedBy }] of this.#kept) {
      if (usedBy !== panel) this.drop(name);
      if (this.#bytes <= most) return;
    }
  }
}

/** All columns of one state of knowledge. */
class ColumnCache {
  basis: number;
  readonly lines = new Shelf<LineColumns>();
  readonly plays = new Shelf<PlayColumns>();
  /** How often each line, and the plays of each game, were asked for and not there. */
  readonly asked = new Map<string, number>();
  readonly shapes = new Map<string, Shapes>();

  constructor(basis: number) {
    this.basis = basis;
  }
}

const caches = new WeakMap<pg.Pool, ColumnCache>();
let panels = 0;

/** What one panel sees of the cache: columns at its basis, whatever other panels do meanwhile. */
export class ColumnView {
  readonly #cache: ColumnCache;
  readonly #league: string;
  readonly #basis: number;
  readonly #isShared: boolean;
  readonly #panel = ++panels;

  readonly #room: typeof ROOM;

  /** `isShared`: of the newest basis, rather than of this panel alone; `counters`: how many the panel needs. */
  constructor(cache: ColumnCache, league: string, basis: number, isShared: boolean, counters: number) {
    this.#isShared = isShared;
    this.#room = counters > WIDE_FROM ? ROOM_OF_WIDE : ROOM;
    this.#cache = cache;
    this.#league = league;
    this.#basis = basis;
  }

  /** Whether the cache still is of this panel's basis. */
  get #holds(): boolean {
    return this.#cache.basis === this.#basis;
  }

  /** Whether the basis may be the newest there is: no other panel has asked about a newer one. */
  get isNewest(): boolean {
    return this.#holds && this.#isShared;
  }

  line(kind: Kind, seasonType: string, key: number): LineColumns | undefined {
    if (!this.#holds) return undefined;
    return this.#cache.lines.get(`${this.#league} ${kind} ${key} ${seasonType}`, this.#panel);
  }

  keepLine(kind: Kind, seasonType: string, key: number, columns: LineColumns): void {
    if (!this.#holds) return;
    this.#cache.lines.keep(
      `${this.#league} ${kind} ${key} ${seasonType}`,
      columns,
      this.#panel,
      this.#room.lines,
    );
  }

  plays(game: number): PlayColumns | undefined {
    return this.#holds ? this.#cache.plays.get(`${this.#league} ${game}`, this.#panel) : undefined;
  }

  keepPlays(game: number, columns: PlayColumns): void {
    if (!this.#holds) return;
    this.#cache.plays.keep(`${this.#league} ${game}`, columns, this.#panel, this.#room.plays);
  }

  /** Whether there is no room for more lines. */
  get isFull(): boolean {
    return this.#cache.lines.isFull(this.#room.lines, this.#panel);
  }

  /** The same of plays. */
  get isFullOfPlays(): boolean {
    return this.#cache.plays.isFull(this.#room.plays, this.#panel);
  }

  /** Ways in which counters change: shared by all lines that have the same counters. */
  shapes(kind: Kind, counters: readonly number[]): Shapes {
    const { shapes } = this.#cache;
    const name = `${this.#league} ${kind} ${counters.join()}`;
    const known = shapes.get(name);
    if (known !== undefined) return known;
    // Lines have theirs, so to forget them all is to begin anew.
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    const own = new Shapes(counters);
    shapes.set(name, own);
    return own;
  }

  /** Count questions about a line that is not there; returns how many there have been. */
  asked(kind: Kind, seasonType: string, key: number, questions: number): number {
    return this.#count(`${this.#league} ${kind} ${key} ${seasonType}`, questions);
  }

  /** The same about the plays of a game. */
  askedPlays(game: number, questions: number): number {
    return this.#count(`${this.#league} ${game}`, questions);
  }

  #count(name: string, questions: number): number {
    const { asked } = this.#cache;
    const count = (asked.get(name) ?? 0) + questions;
    if (asked.size < MOST_COUNTED || asked.has(name)) asked.set(name, count);
    return count;
  }
}

/** Columns as a basis knows them, for a panel that needs so many counters. */
export async function viewColumns(
  pool: pg.Pool,
  { code }: League,
  basis: number,
  counters: number,
): Promise<ColumnView> {
  let cache = caches.get(pool);
  if (cache === undefined) {
    cache = new ColumnCache(basis);
    caches.set(pool, cache);
  }
  if (basis > cache.basis) await bringForward(pool, cache, basis);
  const isShared = basis === cache.basis;
  return new ColumnView(isShared ? cache : new ColumnCache(basis), code, basis, isShared, counters);
}

interface Touched {
  readonly league: string;
  readonly game_id: string | null;
}

/** Drop what the ingests since have touched. */
async function bringForward(pool: pg.Pool, cache: ColumnCache, basis: number): Promise<void> {
  const since = cache.basis;
  const { rows } = await pool.query<Touched>(
    `select distinct league, game_id from playclock.ingests
     where ingest_id > $1 and ingest_id <= $2 and outcome = 'loaded' and league is not null`,
    [since, basis],
  );
  const dropped: { readonly lines: Set<string>; readonly games: Set<string>; readonly leagues: Set<string> } =
    {
      lines: new Set(),
      games: new Set(),
      leagues: new Set(rows.filter((row) => row.game_id === null).map((row) => row.league)),
    };
  for (const league of new Set(rows.map((row) => row.league))) {
    if (dropped.leagues.has(league)) continue;
    const ids = rows.filter((row) => row.league === league).map((row) => row.game_id);
    for (const { kind, key, game_key } of await readTouched(pool, league, ids)) {
      dropped.lines.add(`${league} ${kind} ${key}`);
      dropped.games.add(`${league} ${game_key}`);
    }
  }
  // Another panel may have brought it forward meanwhile, and further.
  if (cache.basis !== since) return;
  cache.basis = basis;
  const ofLeague = (name: string) => dropped.leagues.has(name.slice(0, name.indexOf(' ')));
  cache.lines.dropWhere((name) => ofLeague(name) || dropped.lines.has(name.slice(0, name.lastIndexOf(' '))));
  cache.plays.dropWhere((name) => ofLeague(name) || dropped.games.has(name));
  cache.asked.clear();
}

interface TouchedLine {
  readonly kind: Kind;
  readonly key: number;
  readonly game_key: number;
}

/** Everybody who is or was in those games: nobody else's line can have changed by them. */
async function readTouched(
  pool: pg.Pool,
  league: string,
  gameIds: readonly (string | null)[],
): Promise<TouchedLine[]> {
  const { rows } = await pool.query<TouchedLine>(
    `with touched as (select game_key from ${league}.games where game_id = any($1::text[]))
     select 'player' as kind, player_key as key, game_key from ${league}.player_stats join touched using (game_key)
     union select 'team', team_key, game_key from ${league}.team_stats join touched using (game_key)`,
    [gameIds],
  );
  return rows;
}
