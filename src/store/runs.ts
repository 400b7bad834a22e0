/** Running rows on their way into runs, the rows of the play level. */
import type pg from 'pg';
import type { Precision } from '../plays/play.ts';
import { instant } from './copy.ts';
import type { RowSink, TellRows } from './row-sink.ts';
import { LONGEST_GAP, type RunShape } from './run-shape.ts';
import { openTold, type VersionedTable } from './versioned.ts';

/** The line of a player or team after a play. Instants are epoch milliseconds. */
export interface RunningRow {
  readonly at: number;
  readonly orderKey: number;
  readonly precision: Precision;
  /** Null where the instant is exact. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The game's clock and the side's margin; null unless the line accrues. */
  readonly elapsed: number | null;
  readonly margin: number | null;
  /** In the sport's order. */
  readonly counters: ArrayLike<number>;
}

/** Running rows of one entity, in order: of one game, or the one of season totals. */
export interface LineRun {
  readonly key: number;
  readonly gameKey: number | null;
  readonly seasonOrder: number;
  readonly rows: readonly RunningRow[];
}

/** Divide a line's running rows into runs: of one precision and one width of counters, and no longer than a run may be. */
export function divide({ rows, ...line }: LineRun, shape: RunShape): LineRun[] {
  const runs: LineRun[] = [];
  let from = 0;
  while (from < rows.length) {
    const to = endOf(rows, from, shape);
    runs.push({ ...line, rows: from === 0 && to === rows.length ? rows : rows.slice(from, to) });
    from = to;
  }
  return runs;
}

function endOf(rows: readonly RunningRow[], from: number, shape: RunShape): number {
  const first = rows[from];
  if (first === undefined) return rows.length;
  const small = fits(first, shape);
  const most = Math.min(rows.length, from + (small ? shape.rows.bytes : shape.rows.words));
  let before = first;
  for (let place = from + 1; place < most; place++) {
    const row = rows[place];
    if (row === undefined || row.precision !== first.precision) return place;
    if (row.at - before.at > LONGEST_GAP || fits(row, shape) !== small) return place;
    before = row;
  }
  return most;
}

function fits({ counters }: RunningRow, { narrow }: RunShape): boolean {
  for (const position of narrow) {
    const value = counters[position] ?? 0;
    if (value > 127 || value < -128) return false;
  }
  return true;
}

/** How many running rows lie in runs. */
export function countRows(runs: readonly LineRun[]): number {
  return runs.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Open runs. Returns how many. */
export function openRuns(
  client: pg.ClientBase,
  table: VersionedTable,
  shape: RunShape,
  runs: readonly LineRun[],
  basis: number,
): Promise<number> {
  return openTold(client, table, tellRuns(runs, shape), basis);
}

/** Runs as rows of the play level, in the order of its columns. */
export function tellRuns(runs: readonly LineRun[], shape: RunShape): TellRows {
  return (sink) => {
    for (const run of runs) tellRun(sink, run, shape);
  };
}

function tellRun(sink: RowSink, { key, gameKey, seasonOrder, rows }: LineRun, shape: RunShape): void {
  const [first] = rows;
  if (first === undefined) return;
  const some = (known: boolean, values: () => (number | null)[]) => (known ? values() : null);
  const accrues = rows.some((row) => row.elapsed !== null);
  const inexact = rows.some((row) => row.earliest !== null || row.latest !== null);
  const small = fits(first, shape);
  const narrow = countersOf(rows, shape.narrow);
  sink.begin();
  sink.integer(key);
  sink.instant(first.at);
  sink.integer(first.orderKey);
  sink.integer(gameKey);
  sink.integer(seasonOrder);
  sink.text(first.precision);
  sink.integers(rows.map((row) => row.at - first.at));
  sink.integers(rows.map((row) => row.orderKey));
  sink.integers(some(accrues, () => rows.map((row) => row.elapsed)));
  sink.smallints(some(accrues, () => rows.map((row) => row.margin)));
  sink.instants(some(inexact, () => rows.map((row) => row.earliest)));
  sink.instants(some(inexact, () => rows.map((row) => row.latest)));
  sink.bytes(small ? narrow : null);
  sink.smallints(small ? null : narrow);
  sink.integers(shape.wide.length === 0 ? null : countersOf(rows, shape.wide));
  sink.end();
}

function countersOf(rows: readonly RunningRow[], positions: readonly number[]): Int32Array {
  const values = new Int32Array(rows.length * positions.length);
  let place = 0;
  for (const { counters } of rows)
    for (const position of positions) values[place++] = counters[position] ?? 0;
  return values;
}

/** The cells that name a run. */
export function identityOf({ key, rows }: LineRun): [number, string | null, number] {
  return [key, instant(rows[0]?.at ?? null), rows[0]?.orderKey ?? 0];
}
