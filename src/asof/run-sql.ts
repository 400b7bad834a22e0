/**
 * Running rows in SQL. The play level holds them as runs (`src/store/run-shape.ts`), and the runs of an entity that a
 * reader sees do not overlap: the last row at or before an instant lies in the last run that begins there.
 */
import { columnOf, type Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { shapeOf } from '../store/run-shape.ts';
import type { EntityTables } from '../store/tables.ts';
import { firstSeen, type RowPlace, type Visibility } from './seen.ts';

/** Expressions for the columns of running row `i` of a run. */
export interface RowColumns {
  readonly wallClockTime: string;
  readonly orderKey: string;
  readonly elapsed: string;
  readonly margin: string;
  readonly earliest: string;
  readonly latest: string;
}

/** Columns of the row that `i` names in the run of an alias. */
export function cellsOfRow(alias: string, i = `${alias}.i`): RowColumns {
  const element = (name: string) => `${alias}.${name}[${i}]`;
  return {
    wallClockTime: `${alias}.wall_clock_time + ${element('instants')} * interval '1 millisecond'`,
    orderKey: element('order_keys'),
    elapsed: element('elapsed'),
    margin: element('margin'),
    earliest: element('earliest'),
    latest: element('latest'),
  };
}

/**
 * Its counters as two columns, `narrow` and `wide`, which the reader puts together (`withLine`): slices, for an expression for
 * each counter would take longer than to find the row, and so would a concatenation.
 */
export function rowCounters(sport: Sport, alias: string, i = `${alias}.i`): string {
  const { narrow, wide } = shapeOf(sport);
  const slice = (column: string, width: number) =>
    `${alias}.${column}[(${i} - 1) * ${width} + 1:${i} * ${width}]`;
  const [bytes, words] = [slice('counters_1', narrow.length), slice('counters_2', narrow.length)];
  return `coalesce(${bytes}::int[], ${words}::int[]) as narrow,
      ${wide.length === 0 ? 'null::int[]' : slice('counters_4', wide.length)} as wide`;
}

/** A counter in what `rowCounters` gives, by its position in the sport's order. */
export function lineCounter(sport: Sport, position: number, alias: string): string {
  const { narrow, wide } = shapeOf(sport);
  return wide.includes(position)
    ? `${alias}.wide[${wide.indexOf(position) + 1}]`
    : `${alias}.narrow[${narrow.indexOf(position) + 1}]`;
}

/** A row with the columns of `rowCounters`; both null where there is no running row. */
interface Counted {
  readonly narrow: Vector | null;
  readonly wide: Vector | null;
}

/** A row as a statement gives it whose reader wants it with its `line`. */
export type Told<Row> = Omit<Row, 'line'> & Counted;

/** The row with its counters as one line in the sport's order. */
export function withLine<Row extends Counted>(
  sport: Sport,
  { narrow, wide, ...row }: Row,
): Omit<Row, keyof Counted> & { readonly line: Vector | null } {
  return { ...row, line: wholeLine(sport, narrow, wide) };
}

/** The two columns put together. */
export function wholeLine(sport: Sport, narrow: Vector | null, wide: Vector | null): Vector | null {
  if (narrow === null || wide === null) return narrow;
  const shape = shapeOf(sport);
  const line: (number | null)[] = [];
  shape.narrow.forEach((position, cell) => {
    line[position] = narrow[cell] ?? null;
  });
  shape.wide.forEach((position, cell) => {
    line[position] = wide[cell] ?? null;
  });
  return line;
}

/** One of its counters, by its position in the sport's order. */
export function rowCounter(sport: Sport, position: number, alias: string, i = `${alias}.i`): string {
  const { narrow, wide } = shapeOf(sport);
  const element = (column: string, group: readonly number[]) =>
    `${alias}.${column}[(${i} - 1) * ${group.length} + ${group.indexOf(position) + 1}]::int`;
  return wide.includes(position)
    ? element('counters_4', wide)
    : `coalesce(${element('counters_1', narrow)}, ${element('counters_2', narrow)})`;
}

/** All running rows as rows with a column for each counter, for the view that people read. */
export function runningRows(tables: EntityTables, sport: Sport): string {
  const row = cellsOfRow('x', 'i');
  const counters = sport.counters.map(
    (counter, position) => `${rowCounter(sport, position, 'x', 'i')} as ${columnOf(counter)}`,
  );
  return `select x.${tables.key}, ${row.wallClockTime} as wall_clock_time, ${row.orderKey} as order_key, x.game_key,
      x.season_order, ${row.elapsed} as elapsed, ${row.margin} as margin, x.precision, ${row.earliest} as earliest,
      ${row.latest} as latest, ${counters.join(', ')}, x.basis_from, x.basis_to
    from ${tables.cumulative.table} x cross join lateral generate_series(1, cardinality(x.instants)) i`;
}

/** What `cellsOfRow` and `rowCounters` take of a run, and what says where it belongs. */
export const RUN_CELLS = [
  ...[
    'wall_clock_time',
    'order_key',
    'game_key',
    'season_order',
    'precision',
    'instants',
    'elapsed',
    'margin',
  ],
  ...['earliest', 'latest', 'counters_1', 'counters_2', 'counters_4'],
]
  .map((name) => `x.${name}`)
  .join(', ');

interface RunSeek {
  readonly tables: EntityTables;
  /** Condition on alias `x`, a run. */
  readonly where: string;
  /** The last running row at or before the instant, or the first after it. */
  readonly side: 'last' | 'next';
}

/** A select giving the run (its `RUN_CELLS`) that holds a running row, and as `i` the row's place in it. */
export function seekRunning(
  { tables, where, side }: RunSeek,
  place: RowPlace,
  visibility: Visibility,
): string {
  const { at, order, basis } = place;
  const { table } = tables.cumulative;
  const begun = (columns: string) =>
    firstSeen(
      `select ${columns} from ${table} x
       where ${where} and (x.wall_clock_time, x.order_key) <= (${at}, ${order})`,
      'wall_clock_time desc, order_key desc',
      visibility,
      basis,
    );
  const reached = placeIn('x', place);
  if (side === 'last') return begun(`${RUN_CELLS}, ${reached} as i`);
  const later = firstSeen(
    `select ${RUN_CELLS}, 1 as i from ${table} x
     where ${where} and (x.wall_clock_time, x.order_key) > (${at}, ${order})`,
    'wall_clock_time, order_key',
    visibility,
    basis,
  );
  return `select * from (
      select * from (${begun(`${RUN_CELLS}, ${reached} + 1 as i`)}) within where within.i <= cardinality(within.instants)
      union all
      select * from (${later}) later
    ) next order by next.wall_clock_time, next.order_key limit 1`;
}

/**
 * How many rows of a run are at or before a place. Instants are whole milliseconds, so "before" is half a microsecond less.
 * A double holds the distance of any two instants to a few nanoseconds.
 */
function placeIn(alias: string, { at, order, amongTies = false }: RowPlace): string {
  const through = (shift: string) =>
    `width_bucket(least(floor(date_part('epoch', ${at} - ${alias}.wall_clock_time) * 1000 + ${shift}), 2147483647)::int, ${alias}.instants)`;
  if (!amongTies) return through(`case when ${order} > 0 then 0.0005 else -0.0005 end`);
  return `(${through('-0.0005')} + (
    select count(*)::int from unnest(${alias}.instants, ${alias}.order_keys) tie (since, place)
    where ${alias}.wall_clock_time + tie.since * interval '1 millisecond' = ${at} and tie.place <= ${order}))`;
}
