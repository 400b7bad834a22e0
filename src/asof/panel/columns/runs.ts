/**
 * Runs (`src/store/run-shape.ts`) as they lie, to be taken apart here: to have the database give out row by row took it nearly twice
 * as long, and with all counters more than twice.
 */
import type { Sport } from '../../../sports/sport.ts';
import { shapeOf } from '../../../store/run-shape.ts';
import type { Growing } from './growing.ts';

/** Of more counters than these the arrays of all are read: it takes less than to pick each, and more than to pick four. */
const MOST_PICKED = 4;
/** Before the order key of any play. */
const BEFORE_ALL = -2_147_483_648;
const MICROSECONDS = 1000;

/** Where a running row's number lies in an array: so many cells for each row before it, and so many. */
interface Place {
  readonly stride: number;
  readonly offset: number;
}

const EVERY: Place = { stride: 1, offset: 0 };

/** A counter lies in the first of these arrays that is there. */
interface Cell extends Place {
  readonly arrays: readonly number[];
}

export interface RunsRead {
  /** Columns of a run on alias `r`: numbers first, then arrays. */
  readonly columns: readonly string[];
  readonly arrays: number;
  /** Columns of a running row: instant, order, game, season part, clock, margin if wanted, counters. */
  readonly width: number;
  /** Add a run's running rows to their columns. Sorted by instant, then order, rows of runs that do not overlap are in order. */
  add(rows: readonly Growing[], run: Float64Array, arrays: readonly Growing[]): void;
}

/** How runs are read for counters, by position. `first`: the run's columns begin there in what was read. */
export function readingRuns(
  sport: Sport,
  counters: readonly number[],
  runs: boolean,
  first: number,
): RunsRead {
  const arrays = ['instants', 'elapsed', ...(runs ? ['margin'] : [])].map((name) => `r.${name}`);
  const beside = arrays.length;
  const { narrow, wide } = shapeOf(sport);
  const placed = (position: number): { columns: string[]; among: readonly number[] } =>
    wide.includes(position)
      ? { columns: ['counters_4'], among: wide }
      : { columns: ['counters_1', 'counters_2'], among: narrow };
  const arrayOf = (text: string) => {
    const known = arrays.indexOf(text);
    return known >= 0 ? known : arrays.push(text) - 1;
  };
  const cells = counters.map((position): Cell => {
    const { columns, among } = placed(position);
    const [stride, offset] = [among.length, among.indexOf(position)];
    if (counters.length > MOST_PICKED)
      return { arrays: columns.map((name) => arrayOf(`r.${name}`)), stride, offset };
    const picked = columns.map((name) => arrayOf(everyOf(`r.${name}`, stride, offset)));
    return { arrays: picked, ...EVERY };
  });
  return {
    columns: ['r.wall_clock_time', 'r.order_key', 'r.game_key', 'r.season_order', ...arrays],
    arrays: arrays.length,
    width: 5 + (runs ? 1 : 0) + counters.length,
    add(rows, run, lists) {
      const [start = 0, order = 0, game = 0, season = 0] = run.subarray(first);
      const [instants, ...others] = lists;
      const [at, orders, games, seasons, ...told] = rows;
      if (instants === undefined) throw new RangeError('a run has instants');
      const { length } = instants;
      for (let row = 0; row < length; row++) {
        const since = instants.at(row);
        at?.push(start + since * MICROSECONDS);
        // Rows of one instant: those of the run that began before it, then those of runs that begin there. A run's own are in order.
        orders?.push(since === 0 ? order : BEFORE_ALL);
        games?.push(game);
        seasons?.push(season);
      }
      const copy = (list: Growing | undefined, to: Growing | undefined, { stride, offset }: Place) => {
        for (let cell = offset; cell < length * stride; cell += stride) {
          to?.push(list?.at(cell) ?? Number.NaN);
        }
      };
      for (let list = 0; list < beside - 1; list++) copy(others[list], told[list], EVERY);
      cells.forEach((cell, counter) => {
        const list = lists[cell.arrays.find((one) => lists[one]?.length !== 0) ?? 0];
        copy(list, told[beside - 1 + counter], cell);
      });
    },
  };
}

/** One counter of each running row, where the array is there. */
function everyOf(array: string, stride: number, offset: number): string {
  return `case when ${array} is not null
    then array(select ${array}[(i - 1) * ${stride} + ${offset + 1}] from generate_series(1, cardinality(r.instants)) i) end`;
}
