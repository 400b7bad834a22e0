/** Keeping the season level right: a row for each season part, carrying what came before it. */
import type pg from 'pg';
import type { SeasonTotal } from '../feeds/feed.ts';
import type { Sport } from '../sports/sport.ts';
import { type Carry, carriesOf, same, type Vector } from './careers.ts';
import { type CopyRow, instant } from './copy.ts';
import { CARRIES, counterColumns, type EntityTables } from './tables.ts';
import { openRows, reviseRows } from './versioned.ts';

interface StoredPart {
  readonly key: number;
  readonly season_order: number;
  readonly has_plays: boolean;
  readonly is_stated: boolean;
  readonly stored: readonly (number | null)[];
  readonly stated: readonly (number | null)[];
  readonly played: readonly (number | null)[] | null;
  readonly before_games: number;
  readonly before_games_all: number;
}

/** An official statement about a season part, with the interval in which it became true. */
export interface Statement {
  readonly key: number;
  readonly seasonOrder: number;
  readonly from: number;
  readonly at: number;
  readonly team: string;
  readonly counters: Vector;
}

/**
 * After season parts gained games: make rows for parts that are new, then carry on. A game that only appends
 * to an entity's last part changes nothing here, so the usual load costs one read.
 */
export async function carrySeasons(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  keys: readonly number[],
  seasonOrder: number,
  basis: number,
): Promise<number> {
  const { rows } = await client.query<{
    key: number;
    has_row: boolean;
    has_plays: boolean;
    has_later: boolean;
  }>(
    `select k.key, s.${tables.key} is not null as has_row, coalesce(s.has_plays, false) as has_plays,
       exists (select from ${tables.season.table} l
               where l.${tables.key} = k.key and l.season_order > $2 and l.basis_to is null) as has_later
     from unnest($1::int[]) k (key)
     left join ${tables.season.table} s
       on s.${tables.key} = k.key and s.season_order = $2 and s.basis_to is null`,
    [keys, seasonOrder],
  );
  const fresh = rows.filter((row) => !row.has_row).map((row) => row.key);
  const firstPlays = rows.filter((row) => row.has_row && !row.has_plays).map((row) => row.key);
  let written = await openParts(
    client,
    tables,
    sport,
    fresh.map((key) => ({ key, seasonOrder })),
    true,
    basis,
  );
  written += await reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [tables.key, 'season_order', 'has_plays'],
      rows: firstPlays.map((key) => [key, seasonOrder, true]),
    },
    basis,
  );
  const stale = rows.filter((row) => !row.has_row || row.has_later).map((row) => row.key);
  return written + (await recarry(client, tables, sport, stale, basis));
}

/** Record official statements, then carry on. */
export async function stateSeasons(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  statements: readonly Statement[],
  basis: number,
): Promise<number> {
  const known = await client.query<{
    key: number;
    season_order: number;
    same: readonly (string | number | null)[];
  }>(
    `select ${tables.key} as key, season_order, array[is_stated::int, extract(epoch from stated_from) * 1000,
       extract(epoch from stated_at) * 1000, ${counterColumns(sport, 'stated_')}]::numeric[]::text[] as same
     from ${tables.season.table} where basis_to is null and ${tables.key} = any($1)`,
    [[...new Set(statements.map((statement) => statement.key))]],
  );
  const stored = new Map(known.rows.map((row) => [`${row.key} ${row.season_order}`, row.same]));
  const idOf = (statement: Statement) => `${statement.key} ${statement.seasonOrder}`;
  const changed = statements.filter((statement) => {
    const before = stored.get(idOf(statement));
    const now = [1, statement.from, statement.at, ...statement.counters];
    return !before?.every((value, position) => (value === null ? null : Number(value)) === now[position]);
  });
  let written = await openParts(
    client,
    tables,
    sport,
    changed.filter((statement) => !stored.has(idOf(statement))),
    false,
    basis,
  );
  written += await reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [
        tables.key,
        'season_order',
        'is_stated',
        'stated_from',
        'stated_at',
        'stated_team',
        ...counterColumns(sport, 'stated_'),
      ],
      rows: changed.map((statement) => [
        statement.key,
        statement.seasonOrder,
        true,
        instant(statement.from),
        instant(statement.at),
        statement.team,
        ...statement.counters,
      ]),
    },
    basis,
  );
  written += await markStatements(client, tables, sport, changed, basis);
  return written + (await recarry(client, tables, sport, [...new Set(changed.map(({ key }) => key))], basis));
}

/** The totals file's rows as statements, counters in the sport's order. */
export function toStatement(
  total: SeasonTotal,
  key: number,
  seasonOrder: number,
  sport: Sport,
  from: number,
  at: number,
): Statement {
  const counters = sport.counters.map((counter) => {
    const value = total.counters[counter.name];
    return value === undefined || value === null ? null : value * (counter.perUnit ?? 1);
  });
  return { key, seasonOrder, from, at, team: total.team, counters };
}

/** At the instant a statement is certain, the running line gets a row, so that the last-row seek finds it. */
async function markStatements(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  statements: readonly Statement[],
  basis: number,
): Promise<number> {
  if (statements.length === 0) return 0;
  const closed = await client.query(
    `update ${tables.cumulative.table} c set basis_to = $1
     from unnest($2::int[], $3::int[]) s (key, season_order)
     where c.${tables.key} = s.key and c.season_order = s.season_order and c.game_key is null and c.basis_to is null`,
    [basis, statements.map(({ key }) => key), statements.map(({ seasonOrder }) => seasonOrder)],
  );
  const zero = sport.counters.map(() => 0);
  const rows: CopyRow[] = statements.map((statement) => [
    statement.key,
    instant(statement.at),
    0,
    null,
    statement.seasonOrder,
    null,
    null,
    'season',
    instant(statement.from),
    instant(statement.at),
    ...zero,
  ]);
  const opened = await openRows(client, { ...tables.cumulative, rows }, basis);
  return (closed.rowCount ?? 0) + opened;
}

async function openParts(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  parts: readonly { readonly key: number; readonly seasonOrder: number }[],
  hasPlays: boolean,
  basis: number,
): Promise<number> {
  const blank = sport.counters.map(() => null);
  const zero = sport.counters.map(() => 0);
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
    ...blank,
    ...CARRIES.flatMap(() => zero),
  ]);
  return openRows(client, { ...tables.season, rows }, basis);
}

/** Recompute what came before each season part of these entities and write what differs. */
export async function recarry(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  keys: readonly number[],
  basis: number,
): Promise<number> {
  if (keys.length === 0) return 0;
  const carried = CARRIES.flatMap((carry) => counterColumns(sport, carry)).map((name) => `s.${name}`);
  const { rows } = await client.query<StoredPart>(
    `select s.${tables.key} as key, s.season_order, s.has_plays, s.is_stated,
       array[${carried}] as stored, array[${counterColumns(sport, 's.stated_')}] as stated,
       last.totals as played,
       s.games_from_plays_before as before_games, s.games_from_plays_before_all as before_games_all
     from ${tables.season.table} s
     left join lateral (
       select array[${tables.counters.map((name) => `g.${name} + g.before_${name}`)}] as totals
       from ${tables.game.table} g
       where g.${tables.key} = s.${tables.key} and g.season_order = s.season_order and g.basis_to is null
       order by g.started_at desc limit 1
     ) last on s.has_plays
     where s.${tables.key} = any($1) and s.basis_to is null
     order by s.${tables.key}, s.season_order`,
    [keys],
  );
  const width = sport.counters.length;
  const byEntity = Map.groupBy(rows, (row) => row.key);
  const revised: CopyRow[] = [];
  for (const parts of byEntity.values()) {
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
        ...carry.career,
        ...carry.all,
        ...carry.season,
      ]);
    });
  }
  return reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [
        tables.key,
        'season_order',
        'games_from_plays_before',
        'games_from_plays_before_all',
        ...CARRIES.flatMap((carry) => counterColumns(sport, carry)),
      ],
      rows: revised,
    },
    basis,
  );
}

function toPart(part: StoredPart, width: number) {
  const none = Array.from({ length: width }, () => 0);
  const played = part.played ?? none;
  return {
    seasonOrder: part.season_order,
    totals: part.is_stated ? part.stated : played,
    gamesFromPlays: played[0] ?? 0,
  };
}

function unchanged(part: StoredPart, carry: Carry): boolean {
  return (
    same([...carry.career, ...carry.all, ...carry.season], part.stored) &&
    part.before_games === carry.gamesFromPlays &&
    part.before_games_all === carry.gamesFromPlaysAll
  );
}
