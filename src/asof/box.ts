/** Both sides' lines of games at an instant, and who was on the floor. */

import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { entityTables } from '../store/tables.ts';
import { accrue } from './combine.ts';
import type { GameRow } from './game-state.ts';
import { type AsOf, cached, type Db, type Moment, orderOf, visibilityOf } from './query.ts';
import { cellsOfRow, rowCounters, seekRunning, type Told, withLine } from './run-sql.ts';
import { seekRow, seenRows, type Visibility, visible } from './seen.ts';

export interface BoxRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly starter: boolean | null;
  readonly position: string | null;
  readonly active: boolean;
  /** Counters in the game; null before the first row. */
  readonly counters: Vector | null;
}

type StoredBoxRow = Omit<BoxRow, 'active' | 'counters'> & {
  readonly game_key: number;
  readonly line: Vector | null;
  readonly elapsed: number | null;
  readonly margin: number | null;
};

const box = cached(
  (code: string, kind: Kind, visibility: Visibility, ties: 'among ties' | 'whole instants') => {
    const league = leagueNamed(code);
    return boxSql(league, kind, visibility, ties === 'among ties');
  },
);

/** Of each game: `$1` key, `$2` instant, `$3` order key, `$4` the game's first instant; `$5` basis. */
function boxSql(league: League, kind: Kind, visibility: Visibility, amongTies: boolean): string {
  const { code, sport } = league;
  const tables = entityTables(code, sport, kind);
  const basis = '$5::int';
  const row = cellsOfRow('r');
  const last = seekRunning(
    {
      tables,
      where: `x.${tables.key} = g.${tables.key} and x.game_key = a.game_key and x.wall_clock_time >= a.begun`,
      side: 'last',
    },
    { at: 'a.at', order: 'a.order_key', basis, amongTies },
    visibility,
  );
  const known = visible('x', visibility, basis);
  const name = kind === 'player' ? 'd.name' : `coalesce(d.city || ' ' || d.name, d.name, d.tricode)`;
  const own = kind === 'player' ? 'g.starter, g.position' : 'null::boolean as starter, null as position';
  return `select g.game_key, g.${tables.key} as key, e.${kind}_id as id, ${name} as name, g.side, ${own},
      ${row.elapsed} as elapsed, ${row.margin} as margin, ${rowCounters(sport, 'r')}
    from unnest($1::int[], $2::timestamptz[], $3::int[], $4::timestamptz[]) with ordinality
      a (game_key, at, order_key, begun, place)
    join ${tables.game.table} g on g.game_key = a.game_key and ${visible('g', visibility, basis)}
    join ${code}.${kind}s e on e.${tables.key} = g.${tables.key}
    left join lateral (
      select * from ${code}.${kind}_details x where x.${tables.key} = g.${tables.key} and ${known} limit 1
    ) d on true
    left join lateral (${last}) r on true
    order by a.place, g.side desc, ${kind === 'player' ? 'g.starter desc nulls last, ' : ''}d.name, e.${kind}_id`;
}

/** A game, and where it stands at an instant that is not after its end. */
export interface BoxFrame {
  readonly key: number;
  readonly firstPlayAt: number;
  /** Clock and score at the instant; null before the first play. */
  readonly elapsed: number | null;
  readonly homeScore: number | null;
  readonly awayScore: number | null;
  readonly at: Moment;
}

type Framed = Pick<
  GameRow,
  'game_key' | 'first_play_at' | 'last_play_at' | 'elapsed' | 'home_score' | 'away_score'
>;

/** A game's frame at an instant. Lines are sought within the game: a later instant would find players in later games. */
export function frameOf(row: Framed, asOf: Moment): BoxFrame {
  const end = row.last_play_at ?? asOf.at;
  return {
    key: row.game_key,
    firstPlayAt: row.first_play_at ?? 0,
    elapsed: row.elapsed,
    homeScore: row.home_score,
    awayScore: row.away_score,
    at: asOf.at > end ? { at: end, boundary: 'at' } : asOf,
  };
}

const frames = cached((league: string, visibility: Visibility) => {
  const last = seekRow(
    {
      columns: 'x.wall_clock_time, x.order_key, x.elapsed, x.home_score, x.away_score',
      table: `${league}.play_by_play`,
      where: 'x.game_key = d.game_key',
      side: 'last',
    },
    { at: '$2::timestamptz', order: '$3::int', basis: '$4::int' },
    visibility,
  );
  return `select d.game_key, d.first_play_at, d.last_play_at, p.elapsed, p.home_score, p.away_score
    from unnest($1::int[]) a (game_key)
    join ${league}.game_details d on d.game_key = a.game_key and ${visible('d', visibility, '$4::int')}
    left join lateral (${last}) p on true`;
});

/** Frames of games at an instant, of those that are known. */
export async function readFrames(
  db: Db,
  { code }: League,
  games: readonly number[],
  asOf: AsOf,
): Promise<BoxFrame[]> {
  if (games.length === 0) return [];
  const values: unknown[] = [games, new Date(asOf.at), orderOf(asOf)];
  const { rows } = await db.query<Framed>({
    ...frames(code, visibilityOf(asOf)),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows.map((row) => frameOf(row, asOf));
}

/** Lines of all players, or of both teams, of each game. */
export async function readBoxes(
  db: Db,
  league: League,
  kind: Kind,
  games: readonly BoxFrame[],
  basis: number | null,
): Promise<BoxRow[][]> {
  if (games.length === 0) return [];
  const values: unknown[] = [
    games.map(({ key }) => key),
    games.map(({ at }) => new Date(at.at)),
    games.map(({ at }) => orderOf(at)),
    games.map(({ firstPlayAt }) => new Date(firstPlayAt)),
  ];
  const ties = games.some(({ at }) => at.order !== undefined) ? 'among ties' : 'whole instants';
  const { rows } = await db.query<Told<StoredBoxRow>>({
    ...box(league.code, kind, visibilityOf({ basis }), ties),
    values: basis === null ? values : [...values, basis],
  });
  const ofGame = Map.groupBy(rows, ({ game_key }) => game_key);
  return games.map((game) =>
    (ofGame.get(game.key) ?? []).map((row) => rowOf(league, kind, game, withLine(league.sport, row))),
  );
}

function rowOf(
  { sport }: League,
  kind: Kind,
  game: BoxFrame,
  { game_key: _, line, elapsed, margin, ...row }: StoredBoxRow,
): BoxRow {
  const run = {
    elapsed,
    margin,
    play_elapsed: game.elapsed,
    home_score: game.homeScore,
    away_score: game.awayScore,
    side: row.side,
  };
  return {
    ...row,
    active: elapsed !== null,
    counters: line === null ? null : accrue(sport, kind, line, run),
  };
}

export interface PeriodStarter {
  readonly period: number;
  readonly side: Side;
  readonly player_id: string;
  /** How it is known: he acted, the box score tells, or he was on when the period before ended. */
  readonly known_by: 'acted' | 'box' | 'carried';
}

const starters = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    'x.period, x.side, x.player_key, x.source',
    `${league}.period_starters`,
    'x.game_key = $1',
    visibility,
    '$2::int',
  );
  return `select s.period, s.side, p.player_id, s.source as known_by
    from (${rows}) s join ${league}.players p using (player_key) order by s.period, s.side desc, p.player_id`;
});

/** Who started each period, and how that is known. */
export async function readPeriodStarters(
  db: Db,
  league: string,
  gameKey: number,
  basis: number | null,
): Promise<PeriodStarter[]> {
  const { rows } = await db.query<PeriodStarter>({
    ...starters(league, visibilityOf({ basis })),
    values: basis === null ? [gameKey] : [gameKey, basis],
  });
  return rows;
}

export interface Difference {
  readonly kind: string;
  readonly side: Side;
  readonly player_id: string | null;
  readonly counter: string | null;
  readonly play_id: string | null;
  readonly stated: number | null;
  readonly counted: number | null;
  readonly note: string;
}

const differences = cached(
  (league: string, visibility: Visibility) =>
    `select r.kind, r.side, p.player_id, r.counter, r.play_id, r.stated, r.counted, r.note
     from ${league}.reconciliations r left join ${league}.players p using (player_key)
     where r.game_key = $1 and ${visible('r', visibility, '$2::int')}
     order by r.kind, r.side desc, p.player_id, r.counter, r.play_id`,
);

/** What about the game does not reconcile. */
export async function readDifferences(
  db: Db,
  league: string,
  gameKey: number,
  basis: number | null,
): Promise<Difference[]> {
  const { rows } = await db.query<Difference>({
    ...differences(league, visibilityOf({ basis })),
    values: basis === null ? [gameKey] : [gameKey, basis],
  });
  return rows;
}

/** Notes told of a game at most; the plays have them all. */
const MOST_NOTES = 20;

const remarks = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    `x.note, x.wall_clock_time, x.order_key, x.edited_at > x.wall_clock_time + interval '1 minute' as late`,
    `${league}.play_by_play`,
    `x.game_key = $1 and (x.note is not null or x.edited_at > x.wall_clock_time + interval '1 minute')`,
    visibility,
    '$3::int',
  );
  return `with remarked as (${rows}), noted as (
      select note, count(*)::int as plays, min(wall_clock_time) as at, min(order_key) as "order"
      from remarked where note is not null and wall_clock_time <= $2 group by note order by at, "order", note limit ${MOST_NOTES}
    )
    select (select count(*)::int from remarked where late) as late_edits,
      (select coalesce(json_agg(json_build_object('note', note, 'plays', plays) order by at, "order", note), '[]') from noted)
        as notes`;
});

/** What the plays of a game say besides what happened. */
export interface Remarks {
  /** Plays that the feed edited more than a minute after they happened. */
  readonly late_edits: number;
  /** Notes of plays, each with how many have it, in order of play: what was mended, or the feed's own word. */
  readonly notes: readonly { readonly note: string; readonly plays: number }[];
}

/** Remarks about a game as known at a basis; notes of the plays that count by then. */
export async function readRemarks(
  db: Db,
  league: string,
  gameKey: number,
  { at, boundary, basis }: AsOf,
): Promise<Remarks> {
  const until = new Date(boundary === 'at' ? at : at - 1);
  const { rows } = await db.query<Remarks>({
    ...remarks(league, visibilityOf({ basis })),
    values: basis === null ? [gameKey, until] : [gameKey, until, basis],
  });
  return rows[0] ?? { late_edits: 0, notes: [] };
}
