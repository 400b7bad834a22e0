/** COPY: rows as text, in PostgreSQL's own format. */
import type pg from 'pg';
import { copyRows } from './copy-statement.ts';

/** What a column may hold on its way in. Instants are epoch milliseconds wrapped by `instant`. */
export type Cell = string | number | boolean | null;
export type CopyRow = readonly Cell[];

/** Rows for one table, with the columns they fill. */
export interface Batch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly CopyRow[];
}

/** A game's rows name the same few thousand seconds again and again: each is written out once. */
const SECONDS_KEPT = 4096;
const keptSeconds = new Float64Array(SECONDS_KEPT).fill(Number.NaN);
const keptTexts: string[] = Array.from({ length: SECONDS_KEPT }, () => '');

/** Counters as a cell: PostgreSQL's own text of an array. */
export function vector(values: ArrayLike<number | null>): string {
  return `{${Array.from(values, (value) => (value === null ? 'NULL' : value)).join(',')}}`;
}

/** The counters of such a cell. */
export function readVector(text: string): (number | null)[] {
  if (text === '{}') return [];
  return Array.from(text.slice(1, -1).split(','), (item) => (item === 'NULL' ? null : Number(item)));
}

/** An instant as a cell. */
export function instant(at: number | null): string | null {
  if (at === null) return null;
  const whole = Math.trunc(at);
  const second = Math.floor(whole / 1000);
  const place = ((second % SECONDS_KEPT) + SECONDS_KEPT) % SECONDS_KEPT;
  if (keptSeconds[place] !== second) {
    keptTexts[place] = new Date(second * 1000).toISOString().slice(0, -4);
    keptSeconds[place] = second;
  }
  const rest = whole - second * 1000;
  return `${keptTexts[place]}${rest < 10 ? '00' : rest < 100 ? '0' : ''}${rest}Z`;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function encode(cell: Cell): string | number {
  if (typeof cell === 'number') return cell;
  if (cell === null) return '\\N';
  if (typeof cell === 'string') {
    return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : cell;
  }
  return cell ? 't' : 'f';
}

/** Copy rows in that are in the binary format already. */
export async function copyBinary(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  bytes: Buffer,
): Promise<void> {
  await copyRows(client, `copy ${table} (${columns.join(', ')}) from stdin (format binary)`, bytes);
}

/** Copy a batch in. One buffer: the server parses it while this process goes on. */
export async function copyIn(client: pg.ClientBase, { table, columns, rows }: Batch): Promise<void> {
  if (rows.length === 0) return;
  const lines: string[] = [];
  for (const row of rows) {
    let line = '';
    for (let column = 0; column < row.length; column++) {
      if (column > 0) line += '\t';
      line += encode(row[column] ?? null);
    }
    lines.push(line);
  }
  lines.push('');
  await copyRows(client, `copy ${table} (${columns.join(', ')}) from stdin`, Buffer.from(lines.join('\n')));
}
