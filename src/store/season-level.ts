/** Keeping the season level right: a row for each season part, carrying what came before it. */
import type pg from 'pg';
import type { Sport } from '../sports/sport.ts';
import { add, type Carry, carriesOf, same, type Vector, zeros } from './careers.ts';
import { type CopyRow, vector } from './copy.ts';
import type { Standing } from './standings.ts';
import { CARRIES, type EntityTables } from './tables.ts';
import { openRows, reviseRows } from './versioned.ts';

interface StoredPart {
  readonly key: number;
  readonly season_order: number;
  readonly is_stated: boolean;
  readonly stated: Vector | null;
  /** The part's last game, and what came before it. */
  readonly final: Vector | null;
  readonly before: Vector | null;
  readonly career_before: Vector;
  readonly career_before_type: Vector;
  readonly season_before: Vector | null;
  readonly games_from_plays_before: number;
  readonly games_from_plays_before_all: number;
}

/** What an entity has at the season level, as far as a game of one part is concerned. */
export interface KnownParts {
  readonly key: number;
  /** Of that part: whether it has a row, and whether the row says that games are loaded. */
  readonly hasRow: boolean;
  readonly hasPlays: boolean;
  /** Whether there are parts before it, and after it. */
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** The season parts of these entities, seen from one part. */
export async function knownParts(
  client: pg.ClientBase,
  { key, season }: EntityTables,
  keys: readonly number[],
  seasonOrder: number,
): Promise<KnownParts[]> {
  if (keys.length === 0) return [];
  const other = (sign: '<' | '>') =>
    `exists (select from ${season.table} o where o.${key} = k.key and o.season_order ${sign} $2 and o.basis_to is null)`;
  const { rows } = await client.query<KnownParts>(
    `select k.key, s.${key} is not null as "hasRow", coalesce(s.has_plays, false) as "hasPlays",
       ${other('<')} as "hasEarlier", ${other('>')} as "hasLater"
     from unnest($1::int[]) k (key)
     left join ${season.table} s on s.${key} = k.key and s.season_order = $2 and s.basis_to is null`,
    [keys, seasonOrder],
  );
  return rows;
}

/** The same of a standing that knows it; null where the entity has a later part. */
export function partsOfStanding(
  key: number,
  { newestPart: newest }: Standing,
  seasonOrder: number,
): KnownParts | null {
  if (newest !== null && newest.seasonOrder > seasonOrder) return null;
  const hasRow = newest?.seasonOrder === seasonOrder;
  return {
    key,
    hasRow,
    hasPlays: hasRow && newest.hasPlays,
    hasEarlier: newest !== null && !hasRow,
    hasLater: false,
  };
}

/** After a season part gained games: rows for whom it is new. Returns rows opened; `recarry` those that `mustCarry` names. */
export async function gainGames(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  known: readonly KnownParts[],
  seasonOrder: number,
  basis: number,
): Promise<number> {
  const fresh = known.filter(({ hasRow }) => !hasRow).map(({ key }) => ({ key, seasonOrder }));
  const firstPlays = known.filter(({ hasRow, hasPlays }) => hasRow && !hasPlays);
  const written = await openParts(client, tables, sport, fresh, true, basis);
  const marked = await reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [tables.key, 'season_order', 'has_plays'],
      rows: firstPlays.map(({ key }) => [key, seasonOrder, true]),
    },
    basis,
  );
  return written + marked.opened;
}

/**
 * Whose carries may be others now: a game that only appends to an entity's last part changes none, and before an only
 * part lies nothing, as its row says when it is made.
 */
export function mustCarry(known: readonly KnownParts[]): number[] {
  return known
    .filter(({ hasRow, hasEarlier, hasLater }) => hasLater || (!hasRow && hasEarlier))
    .map(({ key }) => key);
}

/** Rows of new season parts; `recarry` fills in what came before them. */
export async function openParts(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  parts: readonly { readonly key: number; readonly seasonOrder: number }[],
  hasPlays: boolean,
  basis: number,
): Promise<number> {
  const zero = vector(zeros(sport.counters.length));
  const rows: CopyRow[] = parts.map(({ key, seasonOrder }) => [
    key,
    seasonOrder,
    hasPlays,
    false,
    null,
    null,
    null,
    0,
    0,
    null,
    zero,
    zero,
    null,
  ]);
  return openRows(client, { ...tables.season, rows }, basis);
}

/** Recompute what came before each season part of these entities and write what differs. Returns rows opened. */
export async function recarry(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  keys: readonly number[],
  basis: number,
): Promise<number> {
  if (keys.length === 0) return 0;
  const { rows } = await client.query<StoredPart>(
    `select s.${tables.key} as key, s.season_order, s.is_stated, s.stated, last.final, last.before,
       s.career_before, s.career_before_type, s.season_before,
       s.games_from_plays_before, s.games_from_plays_before_all
     from ${tables.season.table} s
     left join lateral (
       select array[${tables.counters.map((name) => `g.${name}`)}]::int[] as final, g.season_before as before
       from ${tables.game.table} g
       where g.${tables.key} = s.${tables.key} and g.season_order = s.season_order and g.basis_to is null
       order by g.started_at desc limit 1
     ) last on s.has_plays
     where s.${tables.key} = any($1) and s.basis_to is null
     order by s.${tables.key}, s.season_order`,
    [keys],
  );
  const width = sport.counters.length;
  const revised: CopyRow[] = [];
  for (const parts of Map.groupBy(rows, (row) => row.key).values()) {
    const carries = carriesOf(
      parts.map((part) => toPart(part, width)),
      width,
    );
    parts.forEach((part, position) => {
      const carry = carries[position];
      if (carry === undefined || unchanged(part, carry)) return;
      revised.push([
        part.key,
        part.season_order,
        carry.gamesFromPlays,
        carry.gamesFromPlaysAll,
        vector(carry.all),
        vector(carry.career),
        carry.season === null ? null : vector(carry.season),
      ]);
    });
  }
  const { opened } = await reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [
        tables.key,
        'season_order',
        'games_from_plays_before',
        'games_from_plays_before_all',
        ...CARRIES,
      ],
      rows: revised,
    },
    basis,
  );
  return opened;
}

function toPart(part: StoredPart, width: number) {
  const played = part.final === null || part.before === null ? zeros(width) : add(part.final, part.before);
  return {
    seasonOrder: part.season_order,
    totals: part.is_stated && part.stated !== null ? part.stated : played,
    gamesFromPlays: played[0] ?? 0,
  };
}

function unchanged(part: StoredPart, carry: Carry): boolean {
  return (
    same(carry.all, part.career_before) &&
    same(carry.career, part.career_before_type) &&
    (carry.season === null
      ? part.season_before === null
      : part.season_before !== null && same(carry.season, part.season_before)) &&
    part.games_from_plays_before === carry.gamesFromPlays &&
    part.games_from_plays_before_all === carry.gamesFromPlaysAll
  );
}
