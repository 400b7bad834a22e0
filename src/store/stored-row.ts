/** Rows as they are stored, in the form in which they are written: text, so that both can be compared. */
import pg from 'pg';
import { type Cell, instant } from './copy.ts';
import type { VersionedTable } from './versioned.ts';

/** Cells in the order of the table's columns, then `basis_from`. */
export type StoredRow = readonly (string | null)[];

/** A cell on its way in as PostgreSQL writes it on its way out (instants: as `instant` writes them). */
export function textOf(cell: Cell): string | null {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'boolean' ? (cell ? 't' : 'f') : cell;
}

const asText = { getTypeParser: (oid: number) => (oid === pg.types.builtins.TIMESTAMPTZ ? asGiven : String) };

/** "2016-06-20 00:02:34.56+00" as "2016-06-20T00:02:34.560Z". Sessions run in UTC. */
function asGiven(text: string): string | null {
  return instant(Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`));
}

/**
 * Open rows of a scope, each cell as text.
 *
 * @param scope SQL condition on the table's columns, with parameters from `$1` on.
 */
export async function readOpen(
  client: pg.ClientBase,
  { table, columns }: VersionedTable,
  scope: string,
  parameters: readonly unknown[],
): Promise<StoredRow[]> {
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${columns}, basis_from from ${table} where ${scope} and basis_to is null`,
    values: [...parameters],
    rowMode: 'array',
    types: asText,
  });
  return rows;
}

/** Reads cells of a table's stored rows by column. */
export interface Cells {
  text(row: StoredRow, column: string): string | null;
  /** Throws where the cell is null. */
  number(row: StoredRow, column: string): number;
  /** Epoch milliseconds. Throws where the cell is null. */
  instant(row: StoredRow, column: string): number;
  /** Ingest that opened the row. */
  basis(row: StoredRow): number;
}

/** Cells of a table's rows as `readOpen` gives them. */
export function cellsOf({ table, columns }: VersionedTable): Cells {
  const places = new Map(columns.map((name, place) => [name, place]));
  const text = (row: StoredRow, column: string) => row[places.get(column) ?? -1] ?? null;
  const known = (row: StoredRow, column: string) => {
    const found = text(row, column);
    if (found === null) throw new RangeError(`${table}.${column} is null`);
    return found;
  };
  return {
    text,
    number: (row, column) => Number(known(row, column)),
    instant: (row, column) => Date.parse(known(row, column)),
    basis: (row) => Number(row[columns.length]),
  };
}
