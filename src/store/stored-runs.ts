/** Runs as they are stored, taken apart into running rows again. */
import type pg from 'pg';
import type { Precision } from '../plays/play.ts';
import type { Sport } from '../sports/sport.ts';
import { type RunShape, shapeOf } from './run-shape.ts';
import type { LineRun, RunningRow } from './runs.ts';
import type { EntityTables } from './tables.ts';

export interface StoredRun extends LineRun {
  /** Ingest that opened it. */
  readonly basis: number;
}

/** A run as `runColumns` selects it. Instants are epoch milliseconds. */
export interface RunRecord {
  readonly key: number;
  readonly at: number;
  readonly game_key: number | null;
  readonly season_order: number;
  readonly precision: Precision;
  readonly instants: readonly number[];
  readonly order_keys: readonly number[];
  readonly elapsed: readonly (number | null)[] | null;
  readonly margin: readonly (number | null)[] | null;
  readonly earliest: readonly (number | null)[] | null;
  readonly latest: readonly (number | null)[] | null;
  readonly narrow: readonly number[];
  readonly wide: readonly number[] | null;
}

/** What a select needs of runs on an alias to take them apart (`rowsOf`). */
export function runColumns(key: string, alias: string): string {
  const of = (name: string) => `${alias}.${name}`;
  const instants = (name: string) =>
    `case when ${of(name)} is not null
      then array(select (extract(epoch from e) * 1000)::bigint from unnest(${of(name)}) with ordinality u (e, p) order by p) end as ${name}`;
  return `${of(key)} as key, ${of('wall_clock_time')} as at, ${of('game_key')}, ${of('season_order')}, ${of('precision')},
    ${of('instants')}, ${of('order_keys')}, ${of('elapsed')}, ${of('margin')}::int[] as margin,
    ${instants('earliest')}, ${instants('latest')},
    coalesce(${of('counters_1')}::int[], ${of('counters_2')}::int[]) as narrow, ${of('counters_4')} as wide`;
}

/** The running rows of a run. */
export function rowsOf(run: RunRecord, { narrow, wide }: RunShape): RunningRow[] {
  const width = narrow.length + wide.length;
  return run.instants.map((since, row) => {
    const counters = new Int32Array(width);
    for (let cell = 0; cell < narrow.length; cell++) {
      counters[narrow[cell] ?? 0] = run.narrow[row * narrow.length + cell] ?? 0;
    }
    for (let cell = 0; cell < wide.length; cell++) {
      counters[wide[cell] ?? 0] = run.wide?.[row * wide.length + cell] ?? 0;
    }
    return {
      at: run.at + since,
      orderKey: run.order_keys[row] ?? 0,
      precision: run.precision,
      earliest: run.earliest?.[row] ?? null,
      latest: run.latest?.[row] ?? null,
      elapsed: run.elapsed?.[row] ?? null,
      margin: run.margin?.[row] ?? null,
      counters,
    };
  });
}

/**
 * Open runs of a scope, in order, each entity's together.
 *
 * @param scope SQL condition on alias `x`, with parameters from `$1` on.
 */
export async function readRuns(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  scope: string,
  parameters: readonly unknown[],
): Promise<StoredRun[]> {
  const { rows } = await client.query<RunRecord & { basis: number }>(
    `select ${runColumns(tables.key, 'x')}, x.basis_from as basis from ${tables.cumulative.table} x
     where ${scope} and x.basis_to is null order by x.${tables.key}, x.wall_clock_time, x.order_key`,
    [...parameters],
  );
  const shape = shapeOf(sport);
  return rows.map((row) => ({
    key: row.key,
    gameKey: row.game_key,
    seasonOrder: row.season_order,
    rows: rowsOf(row, shape),
    basis: row.basis,
  }));
}

/** What must be closed and opened to get from a line's stored runs to the given rows. */
export interface RunChange {
  readonly closed: readonly StoredRun[];
  /** To be divided; null where there is nothing to open. */
  readonly opened: LineRun | null;
}

/**
 * Runs before the first row that differs and after the last one stay. Rows that only follow what is stored are opened as
 * a run of their own, so that nothing is closed while a game goes on. Pure.
 *
 * @param stored of one entity's game, in order.
 */
export function differenceOfRuns(stored: readonly StoredRun[], given: LineRun): RunChange {
  const old = stored.flatMap(({ rows, seasonOrder }) => rows.map((row) => ({ row, seasonOrder })));
  const same = (place: number, of: number) => {
    const [before, now] = [old[place], given.rows[of]];
    return (
      before !== undefined &&
      now !== undefined &&
      before.seasonOrder === given.seasonOrder &&
      sameRow(before.row, now)
    );
  };
  let head = 0;
  while (same(head, head)) head++;
  if (head === old.length) {
    const rows = head === 0 ? given.rows : given.rows.slice(head);
    return { closed: [], opened: rows.length === 0 ? null : { ...given, rows } };
  }
  const grown = given.rows.length - old.length;
  let tail = 0;
  while (old.length - tail > head && given.rows.length - tail > head) {
    if (!same(old.length - 1 - tail, old.length - 1 - tail + grown)) break;
    tail++;
  }
  // Rows of the runs that stay whole, before and after.
  let from = 0;
  let first = 0;
  for (; first < stored.length; first++) {
    const rows = stored[first]?.rows.length ?? 0;
    if (from + rows > head) break;
    from += rows;
  }
  let to = old.length;
  let last = stored.length;
  for (; last > first; last--) {
    const rows = stored[last - 1]?.rows.length ?? 0;
    if (to - rows < old.length - tail) break;
    to -= rows;
  }
  const rows = given.rows.slice(from, to + grown);
  return { closed: stored.slice(first, last), opened: rows.length === 0 ? null : { ...given, rows } };
}

function sameRow(a: RunningRow, b: RunningRow): boolean {
  if (
    a.at !== b.at ||
    a.orderKey !== b.orderKey ||
    a.precision !== b.precision ||
    a.earliest !== b.earliest ||
    a.latest !== b.latest ||
    a.elapsed !== b.elapsed ||
    a.margin !== b.margin
  ) {
    return false;
  }
  for (let counter = 0; counter < a.counters.length; counter++) {
    if (a.counters[counter] !== b.counters[counter]) return false;
  }
  return true;
}
