/** Reading lines and plays as columns: the only place of the panel that names columns of play-level tables. */
import type pg from 'pg';
import type { SeasonType } from '../../../plays/game.ts';
import type { Kind } from '../../../plays/kind.ts';
import type { League } from '../../../sports/leagues.ts';
import { entityTables } from '../../../store/tables.ts';
import { endOfGame } from '../../current-game.ts';
import { partsOf } from '../../entity.ts';
import { newestBasis } from '../../ledger.ts';
import { ORDER_AT } from '../../line-sql.ts';
import { cached } from '../../query.ts';
import { seekRow, seenRows, type Visibility } from '../../seen.ts';
import { copyOut } from './copy-out.ts';
import { Growing } from './growing.ts';
import type { LineCells } from './pack.ts';
import { PlayColumns, type PlayFound } from './plays.ts';
import { readingRuns } from './runs.ts';

/** What lines are read for. */
export interface ColumnsWanted {
  readonly league: League;
  readonly kind: Kind;
  readonly seasonType: SeasonType | 'all';
  /** Positions of counters, ascending. */
  readonly counters: readonly number[];
  readonly basis: number;
  /** With the span of each game, by which the game going on is found. */
  readonly games: boolean;
}

/**
 * Read the lines of entities as they are stored, one after another, for `packLine` to make columns of; those that the
 * basis does not know have no rows. The cells are used again for the next line.
 */
export async function readLines(
  pool: pg.Pool,
  wanted: ColumnsWanted,
  keys: readonly number[],
  onLine: (key: number, cells: LineCells) => void,
): Promise<void> {
  const { league, kind, counters, basis } = wanted;
  const { sport } = league;
  const tables = entityTables(league.code, sport, kind);
  const parts = partsOf(wanted.seasonType);
  const asked = counters.flatMap((position) => sport.counters[position] ?? []);
  const runs = asked.some((counter) => counter.accrues !== undefined);
  const ofOne = `x.${tables.key} = k.key`;
  const counted = parts === 'all' ? ofOne : `${ofOne} and x.season_order % 10 = ${parts.type}`;
  const elements = (column: string) => counters.map((position) => `r.${column}[${position + 1}]`);
  const carry = parts === 'all' ? 'career_before' : 'career_before_type';
  const ofRow = { key: `r.${tables.key}`, basis: String(basis) };
  const rows = (table: string, where: string, columns: readonly string[]) => ({
    select: `select r.${tables.key}, ${columns.join(', ')}
      from (${ofEach(keys, seenRows('x.*', table, where, 'at_basis', String(basis)))}) r`,
    width: columns.length,
  });
  const gameColumns = [
    'r.game_key',
    "r.side = 'home'",
    ...elements('season_before'),
    ...(wanted.games ? ['r.started_at', endOfGame(league.code, tables, 'r', ofRow, 'at_basis')] : []),
  ];
  const partColumns = [
    'r.season_order',
    'r.stated_at',
    ...elements('stated'),
    ...elements(carry),
    ...(parts === 'all' ? [...elements('season_before'), 'r.season_before is not null'] : []),
  ];
  const games = await copyHeld(pool, rows(tables.game.table, ofOne, gameColumns));
  const held = await copyHeld(pool, rows(tables.season.table, ofOne, partColumns));
  const line = { runs, width: counters.length };
  const left = new Set(keys);
  const reading = readingRuns(sport, counters, runs, 1);
  const ofRuns = rows(tables.cumulative.table, counted, reading.columns);
  const none = (width: number) => columnsOf(width);
  const cellsOf = (key: number, own: readonly Growing[]) =>
    named(
      {
        rows: own,
        games: games.get(key) ?? none(gameColumns.length),
        parts: held.get(key) ?? none(partColumns.length),
      },
      line,
    );
  await copyGroups(pool, ofRuns, reading, (key, own) => {
    left.delete(key);
    onLine(key, cellsOf(key, own));
  });
  for (const key of left) onLine(key, cellsOf(key, none(reading.width)));
}

/**
 * A select on alias `x` under a condition on `k.key`, for each key after another. `offset 0` holds the planner to
 * that: for some dozens of keys at once it would rather read all of a table.
 */
function ofEach(keys: readonly number[], select: string): string {
  return `select x.* from unnest('{${keys.join(',')}}'::int[]) k (key) cross join lateral (${select} offset 0) x`;
}

interface GroupedRows {
  /** Its first column is a key; the rows of a key come together. */
  readonly select: string;
  /** Columns after the key. */
  readonly width: number;
}

/** What is made of the rows of a key: columns, to which each adds. */
interface Adding {
  readonly width: number;
  readonly arrays: number;
  add(columns: readonly Growing[], cells: Float64Array, arrays: readonly Growing[]): void;
}

/** Each row is one of the columns' rows. */
function addingRows(width: number): Adding {
  return {
    width,
    arrays: 0,
    add(columns, cells) {
      for (let column = 0; column < width; column++) columns[column]?.push(cells[column + 1] ?? 0);
    },
  };
}

/** Copy rows out, and call for each key with its columns, which are used again. */
async function copyGroups(
  pool: pg.Pool,
  { select, width }: GroupedRows,
  adding: Adding,
  onGroup: (key: number, columns: readonly Growing[]) => void,
): Promise<void> {
  const columns = columnsOf(adding.width);
  const over = new Set<number>();
  let current = Number.NaN;
  const end = () => {
    if (Number.isNaN(current)) return;
    if (over.has(current)) throw new RangeError(`rows of ${current} came apart`);
    over.add(current);
    onGroup(current, columns);
    for (const column of columns) column.clear();
  };
  const { arrays } = adding;
  await copyOut(pool, select, { cells: width + 1 - arrays, arrays }, (cells, lists) => {
    const key = cells[0] ?? Number.NaN;
    if (key !== current) {
      end();
      current = key;
    }
    adding.add(columns, cells, lists);
  });
  end();
}

/** The same where all are wanted at once. */
async function copyHeld(pool: pg.Pool, rows: GroupedRows): Promise<Map<number, Growing[]>> {
  const found = new Map<number, Growing[]>();
  const { width, add } = addingRows(rows.width);
  await copyOut(pool, rows.select, { cells: width + 1 }, (row, arrays) => {
    const key = row[0] ?? Number.NaN;
    let columns = found.get(key);
    if (columns === undefined) {
      columns = columnsOf(width);
      found.set(key, columns);
    }
    add(columns, row, arrays);
  });
  return found;
}

function columnsOf(width: number): Growing[] {
  return Array.from({ length: width }, () => new Growing());
}

/** Columns of one entity in the order in which they are read. */
interface Cells {
  readonly rows: readonly Growing[];
  readonly games: readonly Growing[];
  readonly parts: readonly Growing[];
}

function named({ rows, games, parts }: Cells, line: { readonly runs: boolean; readonly width: number }) {
  const { runs, width } = line;
  const [at, order, game, season, elapsed, ...counted] = rows as [
    Growing,
    Growing,
    Growing,
    Growing,
    Growing,
  ];
  const [margin = null, ...values] = runs ? counted : [null, ...counted];
  const [key, isHome, ...carried] = games as [Growing, Growing];
  const [startedAt, endedAt] = carried.slice(width);
  const [part, statedAt, ...sums] = parts as [Growing, Growing];
  const isThere = sums[3 * width];
  return {
    rows: { at, order, game, season, elapsed, margin, values },
    games: {
      key,
      isHome,
      before: carried.slice(0, width),
      span: startedAt === undefined || endedAt === undefined ? null : { startedAt, endedAt },
    },
    parts: {
      order: part,
      statedAt,
      stated: sums.slice(0, width),
      carry: sums.slice(width, 2 * width),
      earlier: isThere === undefined ? null : { isThere, values: sums.slice(2 * width, 3 * width) },
    },
  };
}

export interface PlaysWanted {
  readonly league: League;
  readonly basis: number;
  /** With clock and lead, not only the instants. */
  readonly runs: boolean;
  /** The basis may be the newest: then what is open is what it knows, and the index alone has the instants. */
  readonly maybeNewest: boolean;
}

/** Plays of games by key. */
export async function readPlayColumns(
  pool: pg.Pool,
  wanted: PlaysWanted,
  games: readonly number[],
): Promise<Map<number, PlayColumns>> {
  if (wanted.maybeNewest) {
    const open = await copyPlays(pool, wanted, games, 'open');
    // An ingest that the copy saw has committed before it, so none after the basis has.
    if ((await newestBasis(pool)) === wanted.basis) return open;
  }
  return copyPlays(pool, wanted, games, 'at_basis');
}

async function copyPlays(
  pool: pg.Pool,
  { league, basis, runs }: PlaysWanted,
  games: readonly number[],
  visibility: Visibility,
): Promise<Map<number, PlayColumns>> {
  const columns = [
    'game_key',
    'wall_clock_time',
    ...(runs ? ['order_key', 'elapsed', 'home_score - x.away_score'] : []),
  ];
  const select = seenRows(
    columns.map((column) => `x.${column}`).join(', '),
    `${league.code}.play_by_play`,
    'x.game_key = k.key',
    visibility,
    String(basis),
  );
  const found = new Map<number, PlayColumns>();
  const rows = { select: ofEach(games, select), width: columns.length - 1 };
  await copyGroups(pool, rows, addingRows(rows.width), (key, [at, order, elapsed, lead]) => {
    if (at === undefined) return;
    const isWhole = order !== undefined && elapsed !== undefined && lead !== undefined;
    found.set(key, new PlayColumns({ at, state: isWhole ? { order, elapsed, lead } : null }));
  });
  const none = new Growing();
  const nothing = { at: none, state: runs ? { order: none, elapsed: none, lead: none } : null };
  for (const game of games) if (!found.has(game)) found.set(game, new PlayColumns(nothing));
  return found;
}

const lastPlays = cached((league: string, visibility: Visibility) => {
  const last = seekRow(
    {
      columns: 'x.wall_clock_time, x.order_key, x.elapsed, x.home_score, x.away_score',
      table: `${league}.play_by_play`,
      where: 'x.game_key = a.game',
      side: 'last',
    },
    { at: 'a.at', order: String(ORDER_AT), basis: '$3::int' },
    visibility,
  );
  return `select (select max(ingest_id) from playclock.ingests) as seen, p.wall_clock_time as at, p.elapsed,
      p.home_score - p.away_score as lead
    from unnest($1::int[], $2::timestamptz[]) with ordinality a (game, at, place)
    left join lateral (${last}) p on true order by a.place`;
});

/**
 * The last play at or before an instant, for pairs of a game's key and an instant, in the order given.
 * `maybeNewest`: the basis may be the newest, so that what is open, the cheaper read, may be what it knows.
 */
export async function seekPlays(
  pool: pg.Pool,
  league: League,
  games: readonly number[],
  limits: readonly number[],
  basis: number,
  maybeNewest: boolean,
): Promise<(PlayFound | null)[]> {
  const values = [games, limits.map((limit) => new Date(limit).toISOString())];
  if (maybeNewest) {
    const open = { ...lastPlays(league.code, 'open'), values };
    const { rows } = await pool.query<PlaySought>(open);
    if (rows.every((row) => row.seen === basis)) return rows.map(playOf);
  }
  const known = { ...lastPlays(league.code, 'at_basis'), values: [...values, basis] };
  return (await pool.query<PlaySought>(known)).rows.map(playOf);
}

/** All null where there is none. */
interface PlaySought {
  /** Newest ingest that the statement saw. */
  readonly seen: number;
  readonly at: number | null;
  readonly elapsed: number | null;
  readonly lead: number | null;
}

function playOf({ at, elapsed, lead }: PlaySought): PlayFound | null {
  return at === null ? null : { at, elapsed: elapsed ?? 0, lead: lead ?? 0 };
}

/** How many games each of these entities has, by key: what reading their lines whole costs. */
export async function countGames(
  pool: pg.Pool,
  { code, sport }: League,
  kind: Kind,
  keys: readonly number[],
): Promise<Map<number, number>> {
  const tables = entityTables(code, sport, kind);
  const { rows } = await pool.query<{ key: number; games: number }>(
    `select ${tables.key} as key, count(*)::int as games from ${tables.game.table}
     where ${tables.key} = any($1::int[]) and basis_to is null group by 1`,
    [keys],
  );
  return new Map(rows.map(({ key, games }) => [key, games]));
}
