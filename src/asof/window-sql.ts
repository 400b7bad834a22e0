/** Reading a window of an entity's line at a basis, whole. */
import type pg from 'pg';
import type { Kind } from '../plays/kind.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { shapeOf } from '../store/run-shape.ts';
import { type RunRecord, rowsOf, runColumns } from '../store/stored-runs.ts';
import { entityTables } from '../store/tables.ts';
import { endOfGame } from './current-game.ts';
import { ORDER_BEFORE } from './line-sql.ts';
import { cached } from './query.ts';
import { firstSeen, seekRow, seenRow, seenRows } from './seen.ts';
import { type GameLevel, type PartLevel, packRows, type RunningRow, type Window } from './window.ts';

const BASIS = '$2::int';

/**
 * Two keys, or one and null. Of an array the planner does not know how long it is, and would plan anew each time, for it
 * may be short.
 */
const PAIR = '(values ($3::int), ($4::int))';

function tablesOf(code: string, kind: Kind) {
  const league = leagueNamed(code);
  return { league, tables: entityTables(code, league.sport, kind) };
}

const stretch = cached((code: string, kind: Kind) => {
  const { tables } = tablesOf(code, kind);
  const started = (comparison: string) =>
    `select x.game_key, x.season_order, x.started_at, x.ended_at from ${tables.game.table} x
     where x.${tables.key} = $1::int and x.started_at ${comparison} $3::timestamptz`;
  const end = endOfGame(code, tables, 'c', { key: '$1::int', basis: BASIS }, 'at_basis');
  return `select c.game_key as key, c.started_at as from, ${end} as "endedAt", n.started_at as until
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

/** The runs that hold the rows of a stretch, the last row before it and the first after it. */
const running = cached((code: string, kind: Kind) => {
  const { tables } = tablesOf(code, kind);
  const { table } = tables.cumulative;
  const where = `x.${tables.key} = $1::int`;
  const seek = (side: 'last' | 'next', at: string) =>
    `select * from (${seekRow({ columns: 'x.*', table, where, side }, { at, order: String(ORDER_BEFORE), basis: BASIS }, 'at_basis')}) ${side}_run`;
  const inside = `${where} and x.wall_clock_time >= $3::timestamptz and x.wall_clock_time < $4::timestamptz`;
  const runs = `${seek('last', '$3::timestamptz')}
    union all select * from (${seenRows('x.*', table, inside, 'at_basis', BASIS)}) inside
    union all ${seek('next', '$4::timestamptz')}`;
  return `select ${runColumns(tables.key, 'r')} from (${runs}) r order by r.wall_clock_time, r.order_key`;
});

const games = cached((code: string, kind: Kind) => {
  const { tables } = tablesOf(code, kind);
  const where = `x.${tables.key} = $1::int and x.game_key = k.key`;
  return `select k.key, g.side, g.season_before as before from ${PAIR} k (key)
    join lateral (${seenRow('x.*', tables.game.table, where, 'at_basis', BASIS)}) g on true`;
});

const parts = cached((code: string, kind: Kind) => {
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
  { code, sport }: League,
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
  const told = await pool.query<RunRecord>({
    ...running(code, kind),
    values: [
      key,
      basis,
      from === null ? EVER_BEFORE : new Date(from),
      until === null ? EVER_AFTER : new Date(until),
    ],
  });
  const shape = shapeOf(sport);
  const all = told.rows.flatMap((run) =>
    rowsOf(run, shape).map(
      ({ counters, ...row }): RunningRow => ({
        ...row,
        gameKey: run.game_key,
        seasonOrder: run.season_order,
        line: Array.from(counters),
      }),
    ),
  );
  const [start, end] = [from ?? Number.NEGATIVE_INFINITY, until ?? Number.POSITIVE_INFINITY];
  const begins = all.findIndex((row) => row.at >= start);
  const ends = all.findIndex((row) => row.at >= end);
  const next = all[ends] ?? null;
  const rows = all.slice(Math.max(0, (begins < 0 ? all.length : begins) - 1), ends < 0 ? all.length : ends);
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
