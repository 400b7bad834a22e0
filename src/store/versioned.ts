/**
 * Facts are never overwritten: a row that no longer holds is closed (`basis_to`), its successor opened.
 * These three ways of writing are all there is.
 */
import type pg from 'pg';
import { type Batch, copyIn } from './copy.ts';

/** How one table's rows are told apart and compared. */
export interface VersionedTable {
  readonly table: string;
  /** Columns that name a fact; the open rows are unique in them. */
  readonly identity: readonly string[];
  /** All columns but `basis_from` and `basis_to`. */
  readonly columns: readonly string[];
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

/**
 * Make the open rows of a scope equal to the batch: what is the same stays untouched, what is gone or differs
 * is closed, what is new or differs is opened. Returns rows closed and opened.
 *
 * @param scope SQL condition on alias `t` that the batch covers, with parameters from `$2` on.
 */
export async function replaceRows(
  client: pg.ClientBase,
  { table, identity, columns }: VersionedTable,
  batch: Batch,
  basis: number,
  scope: string,
  parameters: readonly unknown[],
): Promise<{ closed: number; opened: number }> {
  await stage(client, table, columns, batch);
  const same = (a: string, b: string, names: readonly string[]) =>
    `(${names.map((name) => `${a}.${name}`)}) is not distinct from (${names.map((name) => `${b}.${name}`)})`;
  const join = identity.map((name) => `s.${name} = t.${name}`).join(' and ');
  const values = columns.filter((name) => !identity.includes(name));
  const equal = values.length === 0 ? 'true' : same('s', 't', values);
  const closed = await client.query(
    `update ${table} t set basis_to = $1 where t.basis_to is null and ${scope}
       and not exists (select from staged s where ${join} and ${equal})`,
    [basis, ...parameters],
  );
  const opened = await client.query(
    `insert into ${table} (${columns}, basis_from)
     select ${columns.map((name) => `s.${name}`)}, $1 from staged s
     where not exists (select from ${table} t where ${join} and t.basis_to is null)`,
    [basis],
  );
  return { closed: closed.rowCount ?? 0, opened: opened.rowCount ?? 0 };
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
  await stage(client, table, batch.columns, batch);
  const changed = batch.columns.filter((name) => !identity.includes(name));
  const kept = columns.filter((name) => !changed.includes(name));
  const join = identity.map((name) => `s.${name} = t.${name}`).join(' and ');
  const inPlace = await client.query(
    `update ${table} t set ${changed.map((name) => `${name} = s.${name}`)} from staged s
     where ${join} and t.basis_to is null and t.basis_from = $1`,
    [basis],
  );
  const reopened = await client.query(
    `with closed as (
       update ${table} t set basis_to = $1 from staged s
       where ${join} and t.basis_to is null and t.basis_from < $1
       returning ${[...kept.map((name) => `t.${name}`), ...changed.map((name) => `s.${name}`)]}
     )
     insert into ${table} (${[...kept, ...changed]}, basis_from)
     select ${[...kept, ...changed]}, $1 from closed`,
    [basis],
  );
  const closed = reopened.rowCount ?? 0;
  return { opened: (inPlace.rowCount ?? 0) + closed, closed };
}

async function stage(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  batch: Batch,
): Promise<void> {
  await client.query('drop table if exists staged');
  await client.query(
    `create temporary table staged on commit drop as select ${columns} from ${table} with no data`,
  );
  await copyIn(client, { ...batch, table: 'staged' });
  await client.query('analyze staged');
}
