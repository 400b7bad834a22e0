/** Rows of the large tables, told cell by cell, so that one description of them serves to compare and to copy. */
import { type Cell, type CopyRow, instant, vector } from './copy.ts';

/** Takes the cells of each row in the order of the table's columns. */
export interface RowSink {
  begin(): void;
  smallint(value: number | null): void;
  integer(value: number | null): void;
  /** A bigint as decimal text. */
  bigint(value: string | null): void;
  /** Epoch milliseconds. */
  instant(at: number | null): void;
  /** Also the label of an enumerated type. */
  text(value: string | null): void;
  /** Arrays: of integers, of two bytes, of one byte, of epoch milliseconds. */
  integers(values: readonly (number | null)[] | null): void;
  smallints(values: readonly (number | null)[] | null): void;
  bytes(values: readonly number[] | null): void;
  instants(values: readonly (number | null)[] | null): void;
  end(): void;
}

/** Tells all rows of a batch. */
export type TellRows = (sink: RowSink) => void;

/** The rows as cells, to be compared with what is stored. */
export function cellRows(tell: TellRows): CopyRow[] {
  const rows: CopyRow[] = [];
  let row: Cell[] = [];
  const push = (cell: Cell) => {
    row.push(cell);
  };
  tell({
    begin() {
      row = [];
    },
    smallint: push,
    integer: push,
    bigint: push,
    instant: (at) => push(instant(at)),
    text: push,
    integers: (values) => push(values && vector(values)),
    smallints: (values) => push(values && vector(values)),
    bytes: (values) => push(values && `{${values.map(byteText)}}`),
    instants: (values) => push(values && `{${values.map((at) => instant(at) ?? 'NULL')}}`),
    end() {
      rows.push(row);
    },
  });
  return rows;
}

/** An element of a `"char"[]` by its number: PostgreSQL takes a backslash and three octal digits. */
function byteText(value: number): string {
  return `"\\\\${(value & 255).toString(8).padStart(3, '0')}"`;
}
