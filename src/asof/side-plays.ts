/**
 * What one side of a game did, play by play: the course of clock and score, and the lines of its players of those
 * counters that units and connections are worked out from. Games that are asked for at the same time are read together,
 * as columns: most of what a row costs is the row.
 */
import type pg from 'pg';
import type { Side } from '../plays/play.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { columnOf, type Sport } from '../sports/sport.ts';
import { entityTables } from '../store/tables.ts';
import { askTogether, filled } from './gathering.ts';
import { cached } from './query.ts';
import { cellsOfRow, rowCounter } from './run-sql.ts';
import { seenRows, visible } from './seen.ts';
import type { CourseStep, UnitLine } from './units.ts';

/** A side of a game, as a basis knows it. */
export interface SideAsked {
  readonly game_key: number;
  readonly side: Side;
  /** First and last play of the game. */
  readonly first_play_at: number;
  readonly last_play_at: number;
  readonly basis: number;
}

/** Kept as columns: a game takes some fifteen kilobytes. */
export interface SidePlays {
  /** Instants of the plays, ascending, and the board after each. */
  readonly at: Float64Array;
  readonly elapsed: Int32Array;
  readonly home: Int16Array;
  readonly away: Int16Array;
  readonly lines: readonly PackedLine[];
}

interface PackedLine {
  readonly id: string;
  /** Position of each row's play. */
  readonly positions: Int32Array;
  readonly active: Uint8Array;
  /** Counters of `togetherSport`, row by row. */
  readonly values: Int32Array;
}

const sports = new WeakMap<Sport, Sport>();

/** The sport as if it had only the counters that tell who was on together, and who handed on to whom. */
export function togetherSport(sport: Sport): Sport {
  const known = sports.get(sport);
  if (known !== undefined) return known;
  const names = [sport.assisted?.by, sport.assisted?.of, sport.scoreCounter];
  const counters = sport.counters.filter(
    ({ name, accrues }) => accrues !== undefined || names.includes(name),
  );
  const fresh = { ...sport, counters };
  sports.set(sport, fresh);
  return fresh;
}

/** Epoch milliseconds as whole numbers. */
const MILLISECONDS = "(date_part('epoch', x.wall_clock_time) * 1000)::bigint";

const courses = cached((league: string) => {
  const rows = seenRows(
    'x.wall_clock_time, x.order_key, x.play_id, x.elapsed, x.home_score, x.away_score',
    `${league}.play_by_play`,
    'x.game_key = a.game_key',
    'at_basis',
    'a.basis',
  );
  return `select a.place::int as place, c.*
    from unnest($1::int[], $2::int[]) with ordinality a (game_key, basis, place)
    cross join lateral (
      select array_agg(${MILLISECONDS}) as at, array_agg(x.order_key) as "order", array_agg(x.elapsed) as elapsed,
        array_agg(x.home_score::int) as home, array_agg(x.away_score::int) as away
      from (select * from (${rows}) p order by wall_clock_time, order_key, play_id) x
    ) c where a.game_key is not null`;
});

interface CourseRow {
  readonly place: number;
  readonly at: readonly number[] | null;
  readonly order: readonly number[] | null;
  readonly elapsed: readonly number[] | null;
  readonly home: readonly number[] | null;
  readonly away: readonly number[] | null;
}

const lines = cached((code: string) => {
  const league = leagueNamed(code);
  const tables = entityTables(code, league.sport, 'player');
  const { sport } = league;
  const { counters } = togetherSport(sport);
  const columns = counters.map(columnOf);
  const row = cellsOfRow('u', 'i');
  const values = counters.map(
    (counter, index) =>
      `${rowCounter(sport, sport.counters.indexOf(counter), 'u', 'i')} as ${columns[index]}`,
  );
  const runs = seenRows(
    'x.*',
    tables.cumulative.table,
    'x.player_key = g.player_key and x.game_key = a.game_key and x.wall_clock_time between a.first and a.last',
    'at_basis',
    'a.basis',
  );
  const rows = `select ${row.wallClockTime} as wall_clock_time, ${row.orderKey} as order_key,
      ${row.elapsed} is not null as active, ${values}
    from (${runs}) u cross join lateral generate_series(1, cardinality(u.instants)) i`;
  return `select a.place::int as place, e.player_id as id, r.*
    from unnest($1::int[], $2::int[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
      a (game_key, basis, side, first, last, place)
    join ${tables.game.table} g on g.game_key = a.game_key and g.side = a.side and ${visible('g', 'at_basis', 'a.basis')}
    join ${code}.players e on e.player_key = g.player_key
    cross join lateral (
      select array_agg(${MILLISECONDS}) as at, array_agg(x.order_key) as "order", array_agg(x.active::int) as active,
        ${columns.map((name) => `array_agg(x.${name}) as ${name}`)}
      from (select * from (${rows}) p order by wall_clock_time, order_key) x
    ) r where r.at is not null`;
});

interface LineRow {
  readonly place: number;
  readonly id: string;
  readonly at: readonly number[];
  readonly order: readonly number[];
  readonly active: readonly number[];
  /** Counters, by their columns. */
  readonly [column: string]: unknown;
}

/** Read a side, together with all that are asked for now. */
export function readSidePlays(pool: pg.Pool, { code, sport }: League, asked: SideAsked): Promise<SidePlays> {
  const columns = togetherSport(sport).counters.map(columnOf);
  const [course, line] = [courses(code), lines(code)];
  const read = async (all: readonly SideAsked[]) => {
    const keys = filled(all.map(({ game_key }) => game_key));
    const bases = all.map(({ basis }) => basis);
    const instants = (of: (one: SideAsked) => number) => all.map((one) => new Date(of(one)));
    const found = await pool.query<CourseRow>({ ...course, values: [keys, bases] });
    const { rows } = await pool.query<LineRow>({
      ...line,
      values: [
        keys,
        bases,
        all.map(({ side }) => side),
        instants(({ first_play_at }) => first_play_at),
        instants(({ last_play_at }) => last_play_at),
      ],
    });
    const coursesBy = new Map(found.rows.map((row) => [row.place, row]));
    const linesBy = Map.groupBy(rows, ({ place }) => place);
    return all.map((_, index) => pack(columns, coursesBy.get(index + 1), linesBy.get(index + 1) ?? []));
  };
  return askTogether(pool, course.name, read, asked);
}

function pack(
  columns: readonly string[],
  course: CourseRow | undefined,
  rows: readonly LineRow[],
): SidePlays {
  const [at, order] = [course?.at ?? [], course?.order ?? []];
  return {
    at: Float64Array.from(at),
    elapsed: Int32Array.from(course?.elapsed ?? []),
    home: Int16Array.from(course?.home ?? []),
    away: Int16Array.from(course?.away ?? []),
    lines: rows.map((row) => packLine(columns, row, at, order)),
  };
}

/** Both the plays and the rows stand in order, so each row's play is found by going on from the one before. */
function packLine(
  columns: readonly string[],
  row: LineRow,
  at: readonly number[],
  order: readonly number[],
): PackedLine {
  const width = columns.length;
  const positions = new Int32Array(row.at.length);
  const values = new Int32Array(row.at.length * width);
  let position = 0;
  row.at.forEach((instant, index) => {
    const key = row.order[index] ?? 0;
    while (position < at.length - 1 && (at[position] !== instant || order[position] !== key)) position++;
    // Of plays that share instant and order key the last holds the row.
    while (at[position + 1] === instant && order[position + 1] === key) position++;
    positions[index] = position;
  });
  columns.forEach((name, counter) => {
    (row[name] as readonly number[]).forEach((value, index) => {
      values[index * width + counter] = value;
    });
  });
  return { id: row.id, positions, active: Uint8Array.from(row.active), values };
}

/** How many plays had happened up to and with an instant (epoch milliseconds). */
export function countPlays({ at }: SidePlays, last: number): number {
  return at.findLastIndex((instant) => instant <= last) + 1;
}

/** The board after each play. */
export function courseOf({ elapsed, home, away }: SidePlays): CourseStep[] {
  return Array.from(elapsed, (ran, position) => ({
    elapsed: ran,
    home: home[position] ?? 0,
    away: away[position] ?? 0,
  }));
}

/** The lines row by row. */
export function linesOf({ lines: packed }: SidePlays): UnitLine[] {
  return packed.map(({ id, positions, active, values }) => {
    const width = values.length / positions.length;
    const rows = Array.from(positions, (position, row) => ({
      position,
      line: Array.from(values.subarray(row * width, (row + 1) * width)),
      active: active[row] === 1,
    }));
    return { id, rows };
  });
}

/** About how many bytes it takes. */
export function weightOfPlays({ at, lines: packed }: SidePlays): number {
  const ofLines = packed.reduce(
    (sum, line) => sum + 300 + line.positions.length * 5 + line.values.length * 4,
    0,
  );
  return 800 + at.length * 16 + ofLines;
}
