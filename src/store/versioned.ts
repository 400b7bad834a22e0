/**
 * Facts are never overwritten: a row that no longer holds is closed (`basis_to`), its successor opened.
 * These three ways of writing are all there is. What is stored is read once and compared here, so that only
 * what differs is sent to the server.
 */
import type pg from 'pg';
import { BinaryRows, UnfitValueError } from './binary-rows.ts';
import { type Batch, type Cell, type CopyRow, copyBinary, copyIn } from './copy.ts';
import { cellRows, type TellRows } from './row-sink.ts';
import { type StoredRow, textOf } from './stored-row.ts';

/** How one table's rows are told apart and compared. */
export interface VersionedTable {
  readonly table: string;
  /** Columns that name a fact; the open rows are unique in them. */
  readonly identity: readonly string[];
  /** All columns but `basis_from` and `basis_to`. */
  readonly columns: readonly string[];
}

/** Rows that a comparison closed and opened. */
export interface Replaced {
  readonly closed: readonly StoredRow[];
  readonly opened: readonly CopyRow[];
}

/** Open rows where none were open before. */
export async function openRows(client: pg.ClientBase, batch: Batch, basis: number): Promise<number> {
  await copyIn(client, {
    table: batch.table,
    columns: [...batch.columns, 'basis_from'],
    rows: batch.rows.map((row) => [...row, basis]),
  });
  return batch.rows.length;
}

/** Open many rows where none were open before, told cell by cell. */
export async function openTold(
  client: pg.ClientBase,
  versioned: VersionedTable,
  tell: TellRows,
  basis: number,
): Promise<number> {
  const columns = [...versioned.columns, 'basis_from'];
  const binary = new BinaryRows(columns.length, basis, rooms.get(versioned.table));
  try {
    tell(binary);
  } catch (cause) {
    if (!(cause instanceof UnfitValueError)) throw cause;
    return openRows(client, { ...versioned, rows: cellRows(tell) }, basis);
  }
  if (binary.rows === 0) return 0;
  const bytes = binary.done();
  rooms.set(versioned.table, bytes.length + Math.ceil(bytes.length / 4));
  await copyBinary(client, versioned.table, columns, bytes);
  return binary.rows;
}

/** By table, what rows told at one time lately took and somewhat more: one game is much like the next. */
const rooms = new Map<string, number>();

/**
 * Make the given rows the open ones in place of those stored: what is the same stays untouched, what is gone or
 * differs is closed, what is new or differs is opened.
 *
 * @param stored all open rows of the scope that the given rows cover, of `readOpen`.
 */
export async function replaceRows(
  client: pg.ClientBase,
  versioned: VersionedTable,
  rows: readonly CopyRow[],
  stored: readonly StoredRow[],
  basis: number,
): Promise<Replaced> {
  const difference = differenceOf(versioned, rows, stored);
  await closeRows(client, versioned, difference.closed, basis);
  await openRows(client, { ...versioned, rows: difference.opened }, basis);
  return difference;
}

/** What must be closed and opened to get from the stored rows to the given ones. Pure. */
export function differenceOf(
  { identity, columns }: VersionedTable,
  rows: readonly CopyRow[],
  stored: readonly StoredRow[],
): Replaced {
  const places = identity.map((name) => columns.indexOf(name));
  const idOf = (cells: readonly Cell[]) =>
    JSON.stringify(places.map((place) => textOf(cells[place] ?? null)));
  const given = new Map(rows.map((row) => [idOf(row), row]));
  const same = new Set<string>();
  const closed = stored.filter((old) => {
    const id = idOf(old);
    const now = given.get(id);
    if (now === undefined || !now.every((cell, place) => textOf(cell) === old[place])) return true;
    same.add(id);
    return false;
  });
  return { closed, opened: same.size === 0 ? rows : rows.filter((row) => !same.has(idOf(row))) };
}

/**
 * Change some columns of open rows: close and re-open them, or change them in place where this very ingest
 * opened them. The batch holds the identity and the changed columns. Returns rows opened (or changed) and closed.
 */
export async function reviseRows(
  client: pg.ClientBase,
  { table, identity, columns }: VersionedTable,
  batch: Batch,
  basis: number,
): Promise<{ opened: number; closed: number }> {
  if (batch.rows.length === 0) return { opened: 0, closed: 0 };
  const changed = batch.columns.filter((name) => !identity.includes(name));
  const kept = columns.filter((name) => !changed.includes(name));
  const { rows } = await joining<{ changed: number; reopened: number }>(
    client,
    batch.rows.length,
    `with given as materialized (${given(table, batch.columns)}), changed as (
       update ${table} t set ${changed.map((name) => `${name} = s.${name}`)} from given s
       where ${joined(identity)} and t.basis_to is null and t.basis_from = $1 returning 1
     ), closed as (
       update ${table} t set basis_to = $1 from given s
       where ${joined(identity)} and t.basis_to is null and t.basis_from < $1
       returning ${[...kept.map((name) => `t.${name}`), ...changed.map((name) => `s.${name}`)]}
     ), opened as (
       insert into ${table} (${[...kept, ...changed]}, basis_from)
       select ${[...kept, ...changed]}, $1 from closed returning 1
     )
     select (select count(*)::int from changed) as changed, (select count(*)::int from opened) as reopened`,
    [basis, recordsOf(batch.columns, batch.rows)],
  );
  const [row = { changed: 0, reopened: 0 }] = rows;
  return { opened: row.changed + row.reopened, closed: row.reopened };
}

async function closeRows(
  client: pg.ClientBase,
  versioned: VersionedTable,
  rows: readonly StoredRow[],
  basis: number,
): Promise<void> {
  const { identity, columns } = versioned;
  const places = identity.map((name) => columns.indexOf(name));
  await closeNamed(
    client,
    versioned,
    rows.map((row) => places.map((place) => row[place] ?? null)),
    basis,
  );
}

/** Close open rows by their identities. */
export async function closeNamed(
  client: pg.ClientBase,
  { table, identity }: Pick<VersionedTable, 'table' | 'identity'>,
  ids: readonly CopyRow[],
  basis: number,
): Promise<void> {
  if (ids.length === 0) return;
  await joining(
    client,
    ids.length,
    `with given as materialized (${given(table, identity)})
     update ${table} t set basis_to = $1 from given s where ${joined(identity)} and t.basis_to is null`,
    [basis, recordsOf(identity, ids)],
  );
}

/** From so many given rows on, one pass over the table beats a seek for each. */
const MANY = 2_000;

/**
 * The planner takes any number of given rows for a hundred, and a table that this transaction has filled for an empty
 * one: 12,595 season totals were revised by as many passes over the table, in 40 s in place of one.
 */
async function joining<T extends pg.QueryResultRow>(
  client: pg.ClientBase,
  rows: number,
  statement: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<T>> {
  if (rows < MANY) return client.query<T>(statement, [...values]);
  await client.query('set local enable_nestloop = off');
  const result = await client.query<T>(statement, [...values]);
  await client.query('set local enable_nestloop to default');
  return result;
}

const joined = (identity: readonly string[]) => identity.map((name) => `s.${name} = t.${name}`).join(' and ');

/** Rows given as JSON in `$2`; the table itself says what type each column has. */
const given = (table: string, columns: readonly string[]) =>
  `select ${columns} from json_populate_recordset(null::${table}, $2::json)`;

function recordsOf(columns: readonly string[], rows: readonly CopyRow[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null]))),
  );
}
