/**
 * What answers repeat and seldom changes: keys, names, game headers, and whether a league holds anything but
 * exact instants. What a basis knows never changes, so it is kept in the process by basis, for several at a time.
 * With it the player route needs one statement over six tables instead of three over twenty.
 */
import type pg from 'pg';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { BirthPrecision } from './age.ts';
import type { GameRow } from './game-state.ts';
import { askTogether, filled } from './gathering.ts';
import { readHeader } from './headers.ts';
import { settled } from './knowledge.ts';
import { Lru } from './lru.ts';
import { cached } from './query.ts';
import { visible } from './seen.ts';

/** An entity as a basis knows it. */
export interface Head {
  readonly name: string;
  readonly tricode: string | null;
  readonly birth_date: string | null;
  readonly birth_precision: BirthPrecision | null;
}

interface Memory {
  /** For ever: an id keeps its key. */
  readonly keys: Map<string, number>;
  /** By the first key of those read together. */
  readonly gameIds: Lru<ReadonlyMap<number, string>>;
  readonly heads: Lru<Head | null>;
  readonly games: Lru<GameRow | null>;
  readonly doubts: Lru<boolean>;
  /** By league, what the newest basis looked at held. */
  readonly newest: Map<string, { readonly basis: number; readonly doubt: boolean }>;
}

/** All players of a league's history and then some, and the games of thirty seasons; a header takes a kilobyte. */
const MOST_IDS = 256_000;
const MOST_HEADS = 50_000;
const MOST_GAMES = 40_000;
const MOST_BASES = 10_000;

/** Keys of games whose ids are read together. */
const KEYS_AROUND = 256;

const memories = new WeakMap<pg.Pool, Memory>();

function memoryOf(pool: pg.Pool): Memory {
  let memory = memories.get(pool);
  if (memory === undefined) {
    memory = {
      keys: new Map(),
      gameIds: new Lru(MOST_IDS / KEYS_AROUND),
      heads: new Lru(MOST_HEADS),
      games: new Lru(MOST_GAMES),
      doubts: new Lru(MOST_BASES),
      newest: new Map(),
    };
    memories.set(pool, memory);
  }
  return memory;
}

async function remember<T>(known: Lru<T>, id: string, read: () => Promise<T>): Promise<T> {
  const value = known.get(id);
  if (value !== undefined) return value;
  const fresh = await read();
  known.set(id, fresh);
  return fresh;
}

/** Key of an id, or null for an id nobody ever had. */
export async function keyOf(pool: pg.Pool, league: League, kind: Kind, id: string): Promise<number | null> {
  const { keys } = memoryOf(pool);
  const known = keys.get(`${league.code} ${kind} ${id}`);
  if (known !== undefined) return known;
  const { rows } = await pool.query<{ key: number }>(
    `select ${kind}_key as key from ${league.code}.${kind}s where ${kind}_id = $1`,
    [id],
  );
  const key = rows[0]?.key;
  if (key !== undefined) keys.set(`${league.code} ${kind} ${id}`, key);
  return key ?? null;
}

/**
 * Id of a game's key. Ids are read with those of the keys around, as many as cost little more than one: after some hundred
 * statements all of thirty seasons are known, of whatever game is asked next.
 */
export async function gameIdOf(pool: pg.Pool, league: League, key: number): Promise<string> {
  const { gameIds } = memoryOf(pool);
  const first = key - (key % KEYS_AROUND);
  const name = `${league.code} ${first}`;
  // A game that was loaded since its neighbours were read is not among them.
  const known = gameIds.get(name)?.get(key);
  if (known !== undefined) return known;
  const fresh = await readGamesAround(pool, league.code, first);
  gameIds.set(name, fresh);
  const id = fresh.get(key);
  if (id === undefined) throw new RangeError(`no game has the key ${key}`);
  return id;
}

const gamesAround = cached(
  (league: string) =>
    `select a.first, g.keys, g.ids
     from (select distinct first from unnest($1::int[]) first where first is not null) a
     join lateral (
       select array_agg(game_key) as keys, array_agg(game_id) as ids from ${league}.games
       where game_key between a.first and a.first + ${KEYS_AROUND - 1}
     ) g on g.keys is not null`,
);

/** Ids by key, of the keys from one on. */
function readGamesAround(pool: pg.Pool, league: string, first: number): Promise<Map<number, string>> {
  const { name, text } = gamesAround(league);
  const read = async (asked: readonly number[]) => {
    const { rows } = await pool.query<{ first: number; keys: number[]; ids: string[] }>({
      name,
      text,
      values: [filled(asked)],
    });
    const found = new Map(
      rows.map((row) => [row.first, new Map(row.keys.map((key, place) => [key, row.ids[place] ?? '']))]),
    );
    return asked.map((each) => found.get(each) ?? new Map<number, string>());
  };
  return askTogether(pool, name, read, first);
}

const heads = cached((league: string, kind: Kind) => {
  const names =
    kind === 'player'
      ? 'd.name, null as tricode, d.birth_date, d.birth_precision'
      : `coalesce(d.city || ' ' || d.name, d.name, d.tricode) as name, d.tricode, null as birth_date, null as birth_precision`;
  return `select a.place::int as place, h.*
    from unnest($1::int[], $2::int[]) with ordinality a (key, basis, place)
    left join lateral (
      select ${names} from ${league}.${kind}_details d
      where d.${kind}_key = a.key and ${visible('d', 'at_basis', 'a.basis')} limit 1
    ) h on true where a.key is not null`;
});

interface HeadAsked {
  readonly key: number;
  readonly basis: number;
}

/** Names of an entity at a basis; null where it was not known yet. */
export function headOf(
  pool: pg.Pool,
  { code }: League,
  kind: Kind,
  key: number,
  basis: number,
): Promise<Head | null> {
  const { name, text } = heads(code, kind);
  const read = async (asked: readonly HeadAsked[]) => {
    const { rows } = await pool.query<Head & { readonly place: number }>({
      name,
      text,
      values: [filled(asked.map((one) => one.key)), asked.map((one) => one.basis)],
    });
    return rows
      .sort((a, b) => a.place - b.place)
      .map(({ place: _, ...head }) => (head.name === null ? null : head));
  };
  const settledAt = settled(pool, code, null, basis);
  return remember(memoryOf(pool).heads, `${code} ${kind} ${key} ${settledAt}`, () =>
    askTogether(pool, name, read, { key, basis }),
  );
}

/** Header of a game at a basis; what it says of the state is of no particular instant. */
export function headerOf(pool: pg.Pool, league: League, key: number, basis: number): Promise<GameRow | null> {
  return remember(
    memoryOf(pool).games,
    `${league.code} ${key} ${settled(pool, league.code, null, basis)}`,
    () => readHeader(pool, league.code, key, basis),
  );
}

const doubt = cached(
  (league: string) =>
    `select exists (
       select from ${league}.game_details d where d.precision <> 'millisecond' and ${visible('d', 'at_basis', '$1::int')}
     ) or exists (
       select from ${league}.player_season_totals d where d.is_stated and ${visible('d', 'at_basis', '$1::int')}
     ) as doubt`,
);

/** Whether a league holds anything that can be in doubt at a basis: inexact stamps or season totals. */
export async function holdsDoubt(pool: pg.Pool, league: League, basis: number): Promise<boolean> {
  const { doubts, newest } = memoryOf(pool);
  const held = await remember(
    doubts,
    `${league.code} ${settled(pool, league.code, null, basis)}`,
    async () => {
      const { rows } = await pool.query<{ doubt: boolean }>({ ...doubt(league.code), values: [basis] });
      return rows[0]?.doubt ?? false;
    },
  );
  if (basis >= (newest.get(league.code)?.basis ?? 0)) newest.set(league.code, { basis, doubt: held });
  return held;
}

/** Whether a league held anything in doubt when last looked at; true where nobody has looked. */
export function maybeDoubt(pool: pg.Pool, league: League): boolean {
  return memoryOf(pool).newest.get(league.code)?.doubt ?? true;
}
