/**
 * What answers repeat and seldom changes: keys, names, game headers, and whether a league holds anything but
 * exact instants. Kept in the process for the newest basis; the first answer at a newer one starts afresh. With
 * it the player route needs one statement over six tables instead of three over twenty.
 */
import type pg from 'pg';
import type { League } from '../sports/leagues.ts';
import type { Kind } from './entity.ts';
import { type GameRow, readGameByKey } from './game-state.ts';
import { visible } from './line-sql.ts';
import { cached } from './query.ts';

/** An entity as a basis knows it. */
export interface Head {
  readonly name: string;
  readonly tricode: string | null;
  readonly birth_date: string | null;
}

interface Memory {
  /** For ever: an id keeps its key. */
  readonly keys: Map<string, number>;
  basis: number;
  heads: Map<string, Head | null>;
  games: Map<string, GameRow | null>;
  doubts: Map<string, boolean>;
}

const memories = new WeakMap<pg.Pool, Memory>();

function memoryOf(pool: pg.Pool): Memory {
  let memory = memories.get(pool);
  if (memory === undefined) {
    memory = { keys: new Map(), basis: 0, heads: new Map(), games: new Map(), doubts: new Map() };
    memories.set(pool, memory);
  }
  return memory;
}

/** The memory if it is for that basis; made anew for a newer one; null for an older one, which is read each time. */
function memoryAt(pool: pg.Pool, basis: number): Memory | null {
  const memory = memoryOf(pool);
  if (basis > memory.basis) {
    Object.assign(memory, { basis, heads: new Map(), games: new Map(), doubts: new Map() });
  }
  return memory.basis === basis ? memory : null;
}

async function remember<T>(
  known: Map<string, T> | undefined,
  id: string,
  read: () => Promise<T>,
): Promise<T> {
  const value = known?.get(id);
  if (value !== undefined) return value;
  const fresh = await read();
  known?.set(id, fresh);
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

const head = cached((league = '', kind = '') => {
  const names =
    kind === 'player'
      ? 'd.name, null as tricode, d.birth_date'
      : `coalesce(d.city || ' ' || d.name, d.name, d.tricode) as name, d.tricode, null as birth_date`;
  return `select ${names} from ${league}.${kind}_details d
    where d.${kind}_key = $1 and ${visible('d', 'at_basis', '$2::int')} limit 1`;
});

/** Names of an entity at a basis; null where it was not known yet. */
export function headOf(
  pool: pg.Pool,
  league: League,
  kind: Kind,
  key: number,
  basis: number,
): Promise<Head | null> {
  return remember(memoryAt(pool, basis)?.heads, `${league.code} ${kind} ${key}`, async () => {
    const { rows } = await pool.query<Head>({ ...head(league.code, kind), values: [key, basis] });
    return rows[0] ?? null;
  });
}

/** Header of a game at a basis; what it says of the state is of no particular instant. */
export function headerOf(pool: pg.Pool, league: League, key: number, basis: number): Promise<GameRow | null> {
  return remember(memoryAt(pool, basis)?.games, `${league.code} ${key}`, () =>
    readGameByKey(pool, league.code, key, { at: 0, boundary: 'at', basis }),
  );
}

const doubt = cached(
  (league = '') =>
    `select exists (
       select from ${league}.game_details d where d.precision <> 'millisecond' and ${visible('d', 'at_basis', '$1::int')}
     ) or exists (
       select from ${league}.player_season_totals d where d.is_stated and ${visible('d', 'at_basis', '$1::int')}
     ) as doubt`,
);

/** Whether a league holds anything that can be in doubt at a basis: inexact stamps or season totals. */
export function holdsDoubt(pool: pg.Pool, league: League, basis: number): Promise<boolean> {
  return remember(memoryAt(pool, basis)?.doubts, league.code, async () => {
    const { rows } = await pool.query<{ doubt: boolean }>({ ...doubt(league.code), values: [basis] });
    return rows[0]?.doubt ?? false;
  });
}

/** Whether a league held anything in doubt when last looked at; true where nobody has looked. */
export function maybeDoubt(pool: pg.Pool, league: League): boolean {
  return memoryOf(pool).doubts.get(league.code) ?? true;
}
