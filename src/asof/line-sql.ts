/**
 * The as-of read as SQL: the last running row at or before the instant, what the game has run since, what the
 * season part had before the game, what the career had before the season part. Four index descents at most,
 * however long the career.
 */
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

/** Which of the row's counters: all as they lie (`withLine`), or these, by position, as one array `line` in their order. */
export type CountersTold = 'all' | readonly number[];

/** Which season parts count: all, or (as an SQL expression for its place in the year) those of one type. */
export type PartsCounted = 'all' | { readonly type: string };

/**
 * A select giving one row, or none where nothing had happened: where the line stands, and the levels to add up
 * (`combine.ts`). Nothing is computed here that the reader can: PostgreSQL prepares every expression anew at
 * each execution, and the 54 sums of a line cost as much as two index descents.
 *
 * - `wall_clock_time`, `precision`, `earliest`, `latest`: of the last play that counted for the line
 * - `period`, `clock`, `home_score`, `away_score`, `play_elapsed`: of that play, while the line is active
 * - `narrow`, `wide` (or `line`), `elapsed`, `margin`: the running row's counters (`withLine` puts them together), and the game's clock and the side's margin at it while active
 * - `side`, `before`: of the game, and the season part before it
 * - `stated`, `stated_at`: the part's official totals, and when they are certain
 * - `carry`: the career before the season part; `earlier`: earlier parts of the season, where there are any
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
  const counters =
    told === 'all'
      ? rowCounters(sport, 'r')
      : `array[${told.map((position) => rowCounter(sport, position, 'r'))}]::int[] as line`;
  const play = seekRow(
    {
      columns: 'x.*',
      table: `${league}.play_by_play`,
      where: `${row.elapsed} is not null and x.game_key = r.game_key`,
      side: 'last',
    },
    args,
    visibility,
  );
  const ofEntity = `x.${tables.key} = ${args.key}`;
  const one = (alias: string, table: string, key: string) => {
    if (visibility === 'open') {
      return `${table} ${alias} on ${alias}.${tables.key} = ${args.key} and ${alias}.${key} = r.${key} and ${alias}.basis_to is null`;
    }
    return `lateral (${seenRow('x.*', table, `${ofEntity} and x.${key} = r.${key}`, visibility, args.basis)}) ${alias} on true`;
  };
  // By the row itself: a season part may be there without any, of somebody listed who never played in it.
  const counted = parts === 'all' ? ofEntity : `${ofEntity} and x.season_order % 10 = ${parts.type}`;
  const [carry, gamesBefore, earlier] =
    parts === 'all'
      ? ['career_before', 'games_from_plays_before_all', 's.season_before']
      : ['career_before_type', 'games_from_plays_before', 'null::bigint[]'];
  return `select coalesce(n.wall_clock_time, ${row.wallClockTime}) as wall_clock_time,
      coalesce(n.precision, r.precision) as precision, coalesce(n.earliest, ${row.earliest}) as earliest,
      coalesce(n.latest, ${row.latest}) as latest, n.period, n.clock, n.home_score, n.away_score,
      n.elapsed as play_elapsed, r.game_key, r.season_order,
      ${counters}, ${row.elapsed} as elapsed, ${row.margin} as margin,
      g.side, g.season_before as before, s.stated, s.stated_at, s.${carry} as carry, ${earlier} as earlier,
      s.${gamesBefore} as games_before
    from (${seekRunning({ tables, where: counted, side: 'last' }, args, visibility)}) r
    left join lateral (${play}) n on true
    left join ${one('g', tables.game.table, 'game_key')}
    join ${one('s', tables.season.table, 'season_order')}`;
}

/** What `lineSql` gives, as the columns of a function. */
export const LINE_COLUMNS = `wall_clock_time timestamptz, "precision" playclock.precision, earliest timestamptz,
  latest timestamptz, period smallint, clock integer, home_score smallint, away_score smallint,
  play_elapsed integer, game_key integer, season_order integer, narrow integer[], wide integer[], elapsed integer, margin smallint,
  side text, before bigint[], stated bigint[], stated_at timestamptz, carry bigint[], earlier bigint[],
  games_before integer`;

/**
 * The same through the league's function (`routines.ts`), which the planner inlines: the same plan from a text
 * of one line. The server copies a statement's text at every execution; short, the read is a tenth faster.
 */
export function lineCall(tables: EntityTables, league: string, args: LineArguments): string {
  return `select * from ${league}.${tables.kind}_line(${args.key}, ${args.at}, ${args.order})`;
}
