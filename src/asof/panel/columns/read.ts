/** Reading lines and plays as columns: the only place of the panel that names columns of play-level tables. */
import type pg from 'pg';
import type { League } from '../../../sports/leagues.ts';
import { columnOf } from '../../../sports/sport.ts';
import { entityTables } from '../../../store/tables.ts';
import { type Kind, partsOf } from '../../entity.ts';
import { newestBasis } from '../../ledger.ts';
import { ORDER_AT, seekRow, seenRows, type Visibility } from '../../line-sql.ts';
import { cached } from '../../query.ts';
import { copyOut, instantOf } from './copy-out.ts';
import { Growing } from './growing.ts';
import type { LineCells } from './pack.ts';
import { PlayColumns, type PlayFound } from './plays.ts';

/** What lines are read for. */
export interface ColumnsWanted {
  readonly league: League;
  readonly kind: Kind;
  readonly seasonType: string;
  /** Positions of counters, ascending. */
  readonly counters: readonly number[];
  readonly basis: number;
  /** With the span of each game, by which the game going on is found. */
  readonly games: boolean;
}

/** Lines of entities by key, as they are stored: `packLine` makes columns of them. */
export async function readLines(
  pool: pg.Pool,
  wanted: ColumnsWanted,
  keys: readonly number[],
): Promise<Map<number, LineCells>> {
  const { league, kind, counters, basis } = wanted;
  const { sport } = league;
  const tables = entityTables(league.code, sport, kind);
  const parts = partsOf(wanted.seasonType);
  const asked = counters.flatMap((position) => sport.counters[position] ?? []);
  const runs = asked.some((counter) => counter.accrues !== undefined);
  const ofThem = `x.${tables.key} in (${keys.join(',')})`;
  const counted = parts === 'all' ? ofThem : `${ofThem} and x.season_order % 10 = ${parts.type}`;
  const elements = (column: string) => counters.map((position) => `${column}[${position + 1}]`);
  const carry = parts === 'all' ? 'career_before' : 'career_before_type';
  const found = new Map(keys.map((key) => [key, new Cells()]));
  const read = async (level: keyof Cells, table: string, where: string, columns: readonly string[]) => {
    for (const cells of found.values()) cells[level] = columns.map(() => new Growing());
    const select = seenRows(
      [tables.key, ...columns].map((column) => `x.${column}`).join(', '),
      table,
      where,
      'at_basis',
      String(basis),
    );
    await copyOut(pool, select, columns.length + 1, (row) => {
      const cells = found.get(row[0] ?? 0)?.[level] ?? [];
      for (let column = 0; column < cells.length; column++) cells[column]?.push(row[column + 1] ?? 0);
    });
  };
  await read('rows', tables.cumulative.table, counted, [
    ...ROW,
    ...(runs ? ['margin'] : []),
    ...asked.map(columnOf),
  ]);
  await read('games', tables.game.table, ofThem, [
    'game_key',
    "side = 'home'",
    ...elements('season_before'),
    ...(wanted.games ? ['started_at', 'ended_at'] : []),
  ]);
  await read('parts', tables.season.table, ofThem, [
    'season_order',
    'stated_at',
    ...elements('stated'),
    ...elements(carry),
    ...(parts === 'all' ? [...elements('season_before'), 'season_before is not null'] : []),
  ]);
  return new Map([...found].map(([key, cells]) => [key, named(cells, { runs, width: counters.length })]));
}

const ROW = ['wall_clock_time', 'order_key', 'game_key', 'season_order', 'elapsed'];

/** Columns of one entity in the order in which they are read. */
class Cells {
  rows: Growing[] = [];
  games: Growing[] = [];
  parts: Growing[] = [];
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
  const found = new Map(
    games.map((key) => [
      key,
      {
        at: new Growing(),
        state: runs ? { order: new Growing(), elapsed: new Growing(), lead: new Growing() } : null,
      },
    ]),
  );
  const select = seenRows(
    columns.map((column) => `x.${column}`).join(', '),
    `${league.code}.play_by_play`,
    `x.game_key in (${games.join(',')})`,
    visibility,
    String(basis),
  );
  await copyOut(pool, select, columns.length, (cells) => {
    const plays = found.get(cells[0] ?? 0);
    plays?.at.push(instantOf(cells[1] ?? 0));
    plays?.state?.order.push(cells[2] ?? 0);
    plays?.state?.elapsed.push(cells[3] ?? 0);
    plays?.state?.lead.push(cells[4] ?? 0);
  });
  return new Map([...found].map(([key, cells]) => [key, new PlayColumns(cells)]));
}

const lastPlays = cached((league = '', visibility = '') => {
  const last = seekRow(
    {
      columns: 'x.wall_clock_time, x.order_key, x.elapsed, x.home_score, x.away_score',
      table: `${league}.play_by_play`,
      where: 'x.game_key = a.game',
      side: 'last',
    },
    { at: 'a.at', order: String(ORDER_AT), basis: '$3::int' },
    visibility as Visibility,
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
