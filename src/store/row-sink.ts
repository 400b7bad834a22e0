/** Rows of the large tables, told cell by cell, so that one description of them serves to compare and to copy. */
import { type Cell, type CopyRow, instant, vector } from './copy.ts';

/** Elements of an array. */
export type Values = ArrayLike<number | null>;

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
  boolean(value: boolean | null): void;
  /** Arrays: of integers, of two bytes, of eight, of one, of epoch milliseconds. */
  integers(values: Values | null): void;
  smallints(values: Values | null): void;
  bigints(values: Values | null): void;
  bytes(values: ArrayLike<number> | null): void;
  instants(values: Values | null): void;
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
    boolean: push,
    integers: (values) => push(values && vector(values)),
    smallints: (values) => push(values && vector(values)),
    bigints: (values) => push(values && vector(values)),
    bytes: (values) => push(values && `{${Array.from(values, byteText)}}`),
    instants: (values) => push(values && `{${Array.from(values, (at) => instant(at) ?? 'NULL')}}`),
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
