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
import { Growing, ordered } from './growing.ts';
import { type Games, LineColumns, type LineData, NO_GAME, type Parts, type Segments } from './line.ts';
import { PlayColumns, type PlayFound } from './plays.ts';

/** What lines are read for. */
export interface ColumnsWanted {
  readonly league: League;
  readonly kind: Kind;
  readonly seasonType: string;
  /** Positions of counters, ascending. */
  readonly counters: readonly number[];
  readonly basis: number;
}

/** Cells of one entity as they are read. */
class Cells {
  readonly rows: readonly Growing[];
  readonly games: readonly Growing[];
  readonly parts: readonly Growing[];

  constructor(widths: { readonly rows: number; readonly games: number; readonly parts: number }) {
    const columns = (width: number) => Array.from({ length: width }, () => new Growing());
    this.rows = columns(widths.rows);
    this.games = columns(widths.games);
    this.parts = columns(widths.parts);
  }
}

/** Lines of entities by key. */
export async function readLineColumns(
  pool: pg.Pool,
  wanted: ColumnsWanted,
  keys: readonly number[],
): Promise<Map<number, LineColumns>> {
  const { league, kind, counters, basis } = wanted;
  const { sport } = league;
  const tables = entityTables(league.code, sport, kind);
  const parts = partsOf(wanted.seasonType);
  const asked = sport.counters.filter((_, position) => counters.includes(position));
  const runs = asked.some((counter) => counter.accrues !== undefined);
  const ofThem = `x.${tables.key} in (${keys.join(',')})`;
  const counted = parts === 'all' ? ofThem : `${ofThem} and x.season_order % 10 = ${parts.type}`;
  const seen = (columns: readonly string[], table: string, where: string) =>
    seenRows(
      [tables.key, ...columns].map((column) => `x.${column}`).join(', '),
      table,
      where,
      'at_basis',
      String(basis),
    );
  const elements = (column: string) => counters.map((position) => `${column}[${position + 1}]`);
  const carry = parts === 'all' ? 'career_before' : 'career_before_type';
  const rowColumns = [...ROW, 'elapsed', ...(runs ? ['margin'] : []), ...asked.map(columnOf)];
  const gameColumns = ['game_key', 'started_at', 'ended_at', "side = 'home'", ...elements('season_before')];
  const partColumns = [
    'season_order',
    'stated_at',
    ...elements('stated'),
    ...elements(carry),
    ...(parts === 'all' ? ['season_before is not null', ...elements('season_before')] : []),
  ];
  const widths = { rows: rowColumns.length, games: gameColumns.length, parts: partColumns.length };
  const found = new Map(keys.map((key) => [key, new Cells(widths)]));
  const read = (level: keyof typeof widths, select: string) =>
    copyOut(pool, select, widths[level] + 1, (cells) => {
      const columns = found.get(cells[0] ?? 0)?.[level] ?? [];
      for (let column = 0; column < columns.length; column++) columns[column]?.push(cells[column + 1] ?? 0);
    });
  await read('rows', seen(rowColumns, tables.cumulative.table, counted));
  await read('games', seen(gameColumns, tables.game.table, ofThem));
  await read('parts', seen(partColumns, tables.season.table, ofThem));
  return new Map(
    [...found].map(([key, cells]) => {
      const data = assemble(
        cells,
        counters,
        runs,
        asked.map((counter) => counter.wide === true),
      );
      return [key, new LineColumns(data)];
    }),
  );
}

const ROW = ['wall_clock_time', 'order_key', 'game_key', 'season_order'];

function assemble(
  cells: Cells,
  counters: readonly number[],
  runs: boolean,
  wide: readonly boolean[],
): LineData {
  const { rows } = cells;
  const [at, order, game, season, elapsed] = rows as [Growing, Growing, Growing, Growing, Growing];
  const sorted = ordered(at.length, (a, b) => at.at(a) - at.at(b) || order.at(a) - order.at(b));
  // Of rows of one instant the last counts: no question falls between them.
  const places = sorted.filter((place, index) => at.at(place) !== at.at(sorted[index + 1] ?? -1));
  const segments = segmentsOf(places, { at, game, season }, cells, counters.length);
  const since = new Uint32Array(places.length);
  segments.at.forEach((start, segment) => {
    const end = segments.row[segment + 1] ?? 0;
    for (let row = segments.row[segment] ?? 0; row < end; row++) {
      since[row] = instantOf(at.at(places[row] ?? 0)) - start;
    }
  });
  const column = (index: number) => (place: number) => rows[index]?.at(place) ?? 0;
  return {
    counters,
    since,
    active: Uint8Array.from(places, (place) => (Number.isNaN(elapsed.at(place)) ? 0 : 1)),
    values: counters.map((_, index) => {
      const read = column((runs ? 6 : 5) + index);
      return wide[index] ? Int32Array.from(places, read) : Int16Array.from(places, read);
    }),
    elapsed: runs ? Int32Array.from(places, column(4)) : null,
    margin: runs ? Int16Array.from(places, column(5)) : null,
    segments,
    parts: partsColumns(cells.parts, counters.length),
    games: gamesColumns(cells.games),
  };
}

function gamesColumns(cells: readonly Growing[]): Games {
  const [key, startedAt, endedAt] = cells as [Growing, Growing, Growing];
  const places = ordered(key.length, (a, b) => startedAt.at(a) - startedAt.at(b));
  return {
    key: Int32Array.from(places, (place) => key.at(place)),
    startedAt: Float64Array.from(places, (place) => instantOf(startedAt.at(place))),
    endedAt: Float64Array.from(places, (place) => instantOf(endedAt.at(place))),
  };
}

function partsColumns(cells: readonly Growing[], width: number): Parts {
  const [order, statedAt] = cells as [Growing, Growing];
  const places = Array.from({ length: order.length }, (_, place) => place);
  const column = (index: number) => Float64Array.from(places, (place) => cells[index]?.at(place) ?? 0);
  const columns = (from: number) => Array.from({ length: width }, (_, index) => column(from + index));
  const earlier = 2 + 2 * width;
  const stated = Float64Array.from(places, (place) => instantOf(statedAt.at(place)));
  return {
    statedAt: stated.map((instant) => (Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant)),
    stated: columns(2),
    carry: columns(2 + width),
    // Without earlier parts there is nothing to add; with them a counter may be unknown.
    earlier: columns(earlier + 1).map((values) =>
      values.map((value, place) => (cells[earlier]?.at(place) === 1 ? value : 0)),
    ),
  };
}

/** Runs of rows of one game; rows of season totals stand alone. */
function segmentsOf(
  places: Uint32Array,
  { at, game, season }: { readonly at: Growing; readonly game: Growing; readonly season: Growing },
  cells: Pick<Cells, 'games' | 'parts'>,
  width: number,
): Segments {
  const [gameKey, , , isHome] = cells.games as [Growing, Growing, Growing, Growing];
  const levels = placesOf(gameKey);
  const parts = placesOf(cells.parts[0] ?? gameKey);
  const starts: number[] = [];
  places.forEach((place, row) => {
    const before = places[row - 1] ?? -1;
    if (Number.isNaN(game.at(place)) || game.at(place) !== game.at(before)) starts.push(row);
  });
  const first = starts.map((row) => places[row] ?? 0);
  const level = first.map((place) => levels.get(game.at(place)) ?? -1);
  return {
    at: Float64Array.from(first, (place) => instantOf(at.at(place))),
    row: Int32Array.from([...starts, places.length]),
    game: Int32Array.from(first, (place) => (Number.isNaN(game.at(place)) ? NO_GAME : game.at(place))),
    part: Int32Array.from(first, (place) => parts.get(season.at(place)) ?? -1),
    side: Int8Array.from(level, (place) => (isHome.at(place) === 1 ? 1 : -1)),
    before: Array.from({ length: width }, (_, index) =>
      Float64Array.from(level, (place) => (place < 0 ? 0 : (cells.games[4 + index]?.at(place) ?? 0))),
    ),
  };
}

function placesOf(keys: Growing): Map<number, number> {
  return new Map(Array.from({ length: keys.length }, (_, place) => [keys.at(place), place]));
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
    'order_key',
    ...(runs ? ['elapsed', 'home_score - x.away_score'] : []),
  ];
  const found = new Map(
    games.map((key) => [
      key,
      { at: new Growing(), order: new Growing(), elapsed: new Growing(), lead: new Growing() },
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
    plays?.order.push(cells[2] ?? 0);
    if (!runs) return;
    plays?.elapsed.push(cells[3] ?? 0);
    plays?.lead.push(cells[4] ?? 0);
  });
  return new Map([...found].map(([key, cells]) => [key, new PlayColumns(cells, runs)]));
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
): Promise<PlayFound[]> {
  const values = [games, limits.map((limit) => new Date(limit).toISOString())];
  if (maybeNewest) {
    const open = { ...lastPlays(league.code, 'open'), values };
    const { rows } = await pool.query<PlayFound & { readonly seen: number }>(open);
    if (rows.every((row) => row.seen === basis)) return rows;
  }
  const known = { ...lastPlays(league.code, 'at_basis'), values: [...values, basis] };
  return (await pool.query<PlayFound>(known)).rows;
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
