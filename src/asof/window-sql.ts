/** Reading a window of an entity's line at a basis, whole. */
import type pg from 'pg';
import { findLeague, type League } from '../sports/leagues.ts';
import { columnOf } from '../sports/sport.ts';
import { entityTables } from '../store/tables.ts';
import type { Kind } from './entity.ts';
import { firstSeen, ORDER_BEFORE, seekRow, seenRow, seenRows } from './line-sql.ts';
import { cached } from './query.ts';
import { type GameLevel, type PartLevel, packRows, type RunningRow, type Window } from './window.ts';

const BASIS = '$2::int';

/**
 * Two keys, or one and null. Of an array the planner does not know how long it is, and would plan anew each time, for it
 * may be short.
 */
const PAIR = '(values ($3::int), ($4::int))';

function tablesOf(code: string, kind: string) {
  const league = findLeague(code);
  if (league === undefined) throw new RangeError(`no league ${code}`);
  return { league, tables: entityTables(code, league.sport, kind as Kind) };
}

const stretch = cached((code = '', kind = '') => {
  const { tables } = tablesOf(code, kind);
  const started = (comparison: string) =>
    `select x.game_key, x.started_at, x.ended_at from ${tables.game.table} x
     where x.${tables.key} = $1::int and x.started_at ${comparison} $3::timestamptz`;
  return `select c.game_key as key, c.started_at as from, c.ended_at as "endedAt", n.started_at as until
    from (select) one
    left join lateral (${firstSeen(started('<='), 'started_at desc', 'at_basis', BASIS)}) c on true
    left join lateral (${firstSeen(started('>'), 'started_at', 'at_basis', BASIS)}) n on true`;
});

interface Stretch {
  readonly key: number | null;
  readonly from: number | null;
  readonly endedAt: number | null;
  readonly until: number | null;
}

const running = cached((code = '', kind = '') => {
  const { league, tables } = tablesOf(code, kind);
  const columns = `x.wall_clock_time, x.order_key, x.wall_clock_time as at, x.game_key as "gameKey",
    x.season_order as "seasonOrder", x.elapsed, x.margin, x.precision, x.earliest, x.latest,
    array[${league.sport.counters.map((counter) => `x.${columnOf(counter)}`)}]::int[] as line`;
  const { table } = tables.cumulative;
  const where = `x.${tables.key} = $1::int`;
  const seek = (side: 'last' | 'next', at: string, order: number) =>
    `select * from (${seekRow(
      { columns, table, where, side },
      { at, order: String(order), basis: BASIS },
      'at_basis',
    )}) ${side}_row`;
  const inside = `${where} and x.wall_clock_time >= $3::timestamptz and x.wall_clock_time < $4::timestamptz`;
  return `${seek('last', '$3::timestamptz', ORDER_BEFORE)}
    union all select * from (${seenRows(columns, table, inside, 'at_basis', BASIS)}) inside
    union all ${seek('next', '$4::timestamptz', ORDER_BEFORE)}
    order by wall_clock_time, order_key`;
});

const games = cached((code = '', kind = '') => {
  const { tables } = tablesOf(code, kind);
  const where = `x.${tables.key} = $1::int and x.game_key = k.key`;
  return `select k.key, g.side, g.season_before as before from ${PAIR} k (key)
    join lateral (${seenRow('x.*', tables.game.table, where, 'at_basis', BASIS)}) g on true`;
});

const parts = cached((code = '', kind = '') => {
  const { tables } = tablesOf(code, kind);
  const { table } = tables.season;
  const ofEntity = `x.${tables.key} = $1::int`;
  const part = seenRow('x.*', table, `${ofEntity} and x.season_order = k.part`, 'at_basis', BASIS);
  const later = firstSeen(
    `select x.is_stated and not x.has_plays as waits, x.stated_from, x.stated_at, x.season_order
     from ${table} x where ${ofEntity} and x.season_order > k.part`,
    'season_order',
    'at_basis',
    BASIS,
  );
  return `select k.part as order, s.career_before as carry, s.season_before as earlier, s.stated,
      s.stated_at as "statedAt", s.games_from_plays_before_all as "gamesBefore",
      w.stated_from as "waitsFrom", w.stated_at as "waitsUntil"
    from ${PAIR} k (part)
    left join lateral (${part}) s on true
    left join lateral (${later}) w on w.waits
    where k.part is not null`;
});

/** Bounds of time that every instant lies between. */
const [EVER_BEFORE, EVER_AFTER] = ['-infinity', 'infinity'];

/** The window in which an instant lies. */
export async function readWindow(
  pool: pg.Pool,
  { code }: League,
  kind: Kind,
  key: number,
  basis: number,
  instant: number,
): Promise<Window> {
  const found = await pool.query<Stretch>({
    ...stretch(code, kind),
    values: [key, basis, new Date(instant)],
  });
  const { key: gameKey, from, endedAt, until } = found.rows[0] ?? UNBOUNDED;
  const told = await pool.query<RunningRow>({
    ...running(code, kind),
    values: [
      key,
      basis,
      from === null ? EVER_BEFORE : new Date(from),
      until === null ? EVER_AFTER : new Date(until),
    ],
  });
  const last = told.rows.at(-1);
  const next = until !== null && last !== undefined && last.at >= until ? last : null;
  const rows = next === null ? told.rows : told.rows.slice(0, -1);
  const gameKeys = new Set(rows.map((row) => row.gameKey).filter((each) => each !== null));
  const orders = new Set(rows.map((row) => row.seasonOrder));
  if (from === null || (rows[0]?.at ?? from) >= from) orders.add(0);
  const levels = await inPairs<GameLevel>(pool, games(code, kind), [key, basis], [...gameKeys]);
  const carried = await inPairs<PartLevel>(pool, parts(code, kind), [key, basis], [...orders]);
  return {
    from: from ?? Number.NEGATIVE_INFINITY,
    until: until ?? Number.POSITIVE_INFINITY,
    game: gameKey === null ? null : { key: gameKey, endedAt },
    rows: packRows(rows),
    next: next === null ? null : { earliest: next.earliest, gameKey: next.gameKey },
    games: levels,
    parts: carried,
  };
}

/** Rows of a statement on `PAIR`; there are seldom more than two keys. */
async function inPairs<T extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: { readonly name: string; readonly text: string },
  shared: readonly number[],
  keys: readonly number[],
): Promise<T[]> {
  const found: T[] = [];
  for (let position = 0; position < keys.length; position += 2) {
    const pair = [keys[position], keys[position + 1] ?? null];
    const { rows } = await pool.query<T>({ ...statement, values: [...shared, ...pair] });
    found.push(...rows);
  }
  return found;
}

const UNBOUNDED: Stretch = { key: null, from: null, endedAt: null, until: null };
