/**
 * The as-of read as SQL: the last running row at or before the instant, what the game has run since, what the
 * season part had before the game, what the career had before the season part. Four index descents at most,
 * however long the career.
 */
import { PRECISIONS } from '../plays/play.ts';
import type { Sport } from '../sports/sport.ts';
import type { EntityTables } from '../store/tables.ts';
import { cellsOfRow, rowCounter, rowCounters, seekRunning } from './run-sql.ts';
import { type RowPlace, seekRow, seenRow, type Visibility } from './seen.ts';

/** SQL expressions a read is made for; they may be parameters or columns of an outer row. */
export interface LineArguments extends RowPlace {
  readonly key: string;
}

/** Order keys beyond every play's: with `<=`, the one takes the plays of the instant in, the other leaves them out. */
export const ORDER_AT = 2_147_483_647;
export const ORDER_BEFORE = -2_147_483_648;

/**
 * How a line is given out: whole, for a reader in the process (`line-row.ts`), or, for statements over thousands of lines, with
 * these counters alone, by position, as one array `line` in their order.
 */
export type CountersTold = 'all' | readonly number[];

/**
 * What a whole line says of the game's last play, in one array, and how it is found there. As columns of a join they would be
 * carried through every other join: each would be prepared at every execution, a sixth of the statement's time.
 */
export const PLAY_CELLS = [
  'wall_clock_time',
  'earliest',
  'latest',
  'precision',
  'period',
  'clock',
  'home_score',
  'away_score',
  'elapsed',
] as const;

/** SQL expression: one of them, of a line's `play`. */
export function playCell(play: string, cell: (typeof PLAY_CELLS)[number]): string {
  return `${play}[${PLAY_CELLS.indexOf(cell) + 1}]`;
}

/** Instants are numbers there, epoch milliseconds, and so is the precision: its place in `PRECISIONS`. */
function playArray(alias: string): string {
  const precisions = `array[${PRECISIONS.map((name) => `'${name}'`)}]::playclock.precision[]`;
  const cells = PLAY_CELLS.map((cell) => {
    const value = `${alias}.${cell}`;
    if (cell === 'precision') return `array_position(${precisions}, ${value}) - 1`;
    return cell === 'wall_clock_time' || cell === 'earliest' || cell === 'latest'
      ? milliseconds(value)
      : value;
  });
  return `array[${cells}]::bigint[]`;
}

/** SQL expression: an instant as a number. To write out and to read in a date takes ten times as long. */
export function milliseconds(instant: string): string {
  return `(date_part('epoch', ${instant}) * 1000)::bigint`;
}

/** Which season parts count: all, or (as an SQL expression for its place in the year) those of one type. */
export type PartsCounted = 'all' | { readonly type: string };

/**
 * A select giving one row, or none where nothing had happened: where the line stands, and the levels to add up
 * (`combine.ts`). Nothing is computed here that the reader can: PostgreSQL prepares every expression anew at
 * each execution, and the 54 sums of a line cost as much as two index descents.
 *
 * - `wall_clock_time`, `precision`, `earliest`, `latest`: of the running row
 * - `play`: the game's last play, which counts for the line while it is active (`PLAY_CELLS`)
 * - `narrow`, `wide`, `elapsed`, `margin`: the row's counters, and the game's clock and the side's margin at it while active
 * - `side`, `before`: of the game, and the season part before it
 * - `stated`, `stated_at`: the part's official totals, and when they are certain
 * - `carry`: the career before the season part; `earlier`: earlier parts of the season, where there are any
 *
 * With counters chosen `line` stands for `narrow` and `wide`, and for `play` stand `play_elapsed`, `home_score` and `away_score`;
 * `wall_clock_time` is that of the last play that counted, then.
 */
export function lineSql(
  tables: EntityTables,
  league: string,
  sport: Sport,
  args: LineArguments,
  visibility: Visibility,
  parts: PartsCounted = 'all',
  told: CountersTold = 'all',
): string {
  const row = cellsOfRow('r');
  const play = (columns: string) =>
    seekRow(
      {
        columns,
        table: `${league}.play_by_play`,
        where: `${row.elapsed} is not null and x.game_key = r.game_key`,
        side: 'last',
      },
      args,
      visibility,
    );
  const array = `${playArray('x')} as play`;
  const lastPlay =
    visibility === 'open'
      ? play(array)
      : `select last.play from (${play(`${array}, x.wall_clock_time, x.order_key`)}) last`;
  const [columns, plays] =
    told === 'all'
      ? [
          `${row.wallClockTime} as wall_clock_time, r.precision, ${row.earliest} as earliest, ${row.latest} as latest,
      (${lastPlay}) as play, ${rowCounters(sport, 'r')}`,
          '',
        ]
      : [
          `coalesce(n.wall_clock_time, ${row.wallClockTime}) as wall_clock_time, n.elapsed as play_elapsed, n.home_score, n.away_score,
      array[${told.map((position) => rowCounter(sport, position, 'r'))}]::int[] as line`,
          `left join lateral (${play('x.*')}) n on true`,
        ];
  const ofEntity = `x.${tables.key} = ${args.key}`;
  const one = (alias: string, table: string, key: string, columns: readonly string[]) => {
    if (visibility === 'open') {
      // `offset 0` holds the planner to these columns: else it would take the whole row, of thirty, and prepare each.
      return `lateral (select ${columns.map((column) => `x.${column}`)} from ${table} x
      where ${ofEntity} and x.${key} = r.${key} and x.basis_to is null offset 0) ${alias} on true`;
    }
    return `lateral (${seenRow('x.*', table, `${ofEntity} and x.${key} = r.${key}`, visibility, args.basis)}) ${alias} on true`;
  };
  // By the row itself: a season part may be there without any, of somebody listed who never played in it.
  const counted = parts === 'all' ? ofEntity : `${ofEntity} and x.season_order % 10 = ${parts.type}`;
  const [carry, gamesBefore, earlier] =
    parts === 'all'
      ? ['career_before', 'games_from_plays_before_all', 's.season_before']
      : ['career_before_type', 'games_from_plays_before', 'null::bigint[]'];
  const ofPart = ['stated', 'stated_at', carry, 'season_before', gamesBefore];
  return `select ${columns}, r.game_key, r.season_order, ${row.elapsed} as elapsed, ${row.margin} as margin,
      g.side, g.season_before as before, s.stated, s.stated_at, s.${carry} as carry, ${earlier} as earlier,
      s.${gamesBefore} as games_before
    from (${seekRunning({ tables, where: counted, side: 'last' }, args, visibility)}) r
    ${plays}
    left join ${one('g', tables.game.table, 'game_key', ['side', 'season_before'])}
    join ${one('s', tables.season.table, 'season_order', ofPart)}`;
}

/** What `lineSql` gives of a whole line, as the columns of a function. */
export const LINE_COLUMNS = `wall_clock_time timestamptz, "precision" playclock.precision, earliest timestamptz,
  latest timestamptz, play bigint[], narrow integer[], wide integer[], game_key integer, season_order integer,
  elapsed integer, margin smallint, side text, before bigint[], stated bigint[], stated_at timestamptz, carry bigint[],
  earlier bigint[], games_before integer`;

/**
 * The same through the league's function (`routines.ts`), which the planner inlines: the same plan from a text
 * of one line. The server copies a statement's text at every execution; short, the read is a tenth faster.
 */
export function lineCall(tables: EntityTables, league: string, args: LineArguments): string {
  return `select * from ${league}.${tables.kind}_line(${args.key}, ${args.at}, ${args.order})`;
}
