/** A game's header and where it stands at an instant. */

import type { SeasonType } from '../plays/game.ts';
import type { Precision } from '../plays/play.ts';
import { clockReader, NO_CLOCK } from '../sports/clock.ts';
import type { League } from '../sports/leagues.ts';
import { statusOf } from './game-status.ts';
import { formatInstant } from './instant.ts';
import { type AsOf, cached, type Db, orderOf, visibilityOf } from './query.ts';
import { seekRow, type Visibility, visible } from './seen.ts';

export interface GameRow {
  readonly basis: number;
  readonly game_key: number;
  readonly game_id: string;
  readonly season: string;
  readonly season_type: SeasonType;
  readonly game_date: string | null;
  readonly scheduled_at: number | null;
  readonly feed: string | null;
  readonly home_key: number | null;
  readonly away_key: number | null;
  readonly home_id: string | null;
  readonly away_id: string | null;
  readonly home_tricode: string;
  readonly away_tricode: string;
  readonly home_name: string | null;
  readonly away_name: string | null;
  readonly venue: string | null;
  readonly first_play_at: number | null;
  readonly last_play_at: number | null;
  readonly is_final: boolean;
  readonly game_precision: Precision | null;
  /** The last play that counts; null before the first. */
  readonly play_id: string | null;
  readonly wall_clock_time: number | null;
  readonly order_key: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly period: number | null;
  readonly clock: number | null;
  readonly elapsed: number | null;
  readonly home_score: number | null;
  readonly away_score: number | null;
  readonly description: string | null;
}

const PARAMETERS = { at: '$2::timestamptz', order: '$3::int', basis: '$4::int' };

/** Columns of a game's header, and what they come from: the game is `g`. */
export function headerSql(league: string, visibility: Visibility, basis: string) {
  const seen = (alias: string) => visible(alias, visibility, basis);
  const team = (side: string) =>
    `left join ${league}.teams ${side} on ${side}.team_key = d.${side}_key
     left join lateral (
       select coalesce(x.city || ' ' || x.name, x.name, x.tricode) as name from ${league}.team_details x
       where x.team_key = d.${side}_key and ${seen('x')} limit 1
     ) ${side}_detail on true`;
  return {
    columns: `g.game_key, g.game_id, s.season, s.season_type, d.game_date, d.scheduled_at,
      d.feed, d.home_key, d.away_key, home.team_id as home_id, away.team_id as away_id,
      d.home_tricode, d.away_tricode, home_detail.name as home_name, away_detail.name as away_name,
      v.name as venue, d.first_play_at, d.last_play_at, d.is_final, d.precision as game_precision`,
    joins: `join ${league}.game_details d on d.game_key = g.game_key and ${seen('d')}
    join ${league}.seasons s using (season_order)
    left join ${league}.venues v using (venue_key)
    ${team('home')}
    ${team('away')}`,
  };
}

/** Select of game rows under a condition on alias `g`. */
function gameSql(league: string, visibility: Visibility, where: string): string {
  const args = PARAMETERS;
  const last = seekRow(
    { columns: 'x.*', table: `${league}.play_by_play`, where: 'x.game_key = g.game_key', side: 'last' },
    args,
    visibility,
  );
  const header = headerSql(league, visibility, args.basis);
  const basis = visibility === 'open' ? '(select max(ingest_id) from playclock.ingests)' : args.basis;
  return `select ${basis} as basis, ${header.columns},
      p.play_id, p.wall_clock_time, p.order_key, p.precision, p.earliest, p.latest, p.period, p.clock, p.elapsed,
      p.home_score, p.away_score, p.description
    from ${league}.games g
    ${header.joins}
    left join lateral (${last}) p on true
    where ${where}`;
}

const one = cached((league: string, visibility: Visibility) => gameSql(league, visibility, 'g.game_id = $1'));

const byKey = cached((league: string, visibility: Visibility) =>
  gameSql(league, visibility, 'g.game_key = $1'),
);

/** Keys first, as an array: the planner takes a range of instants for a hundredth of all games, and would scan them all. */
const ofInstant = cached((league: string, visibility: Visibility) => {
  const seen = visible('d', visibility, PARAMETERS.basis);
  const keys = `select d.game_key from ${league}.game_details d where ${seen} and (d.game_date = $1::date
    or (d.first_play_at between $2::timestamptz - interval '1 day' and $2 and (d.last_play_at >= $2 or not d.is_final)))`;
  return `${gameSql(league, visibility, `g.game_key = any(array(${keys}))`)}
    order by d.game_date desc, coalesce(d.first_play_at, d.scheduled_at), g.game_id`;
});

function values(first: string | number, asOf: AsOf): unknown[] {
  const shared = [first, new Date(asOf.at), orderOf(asOf)];
  return asOf.basis === null ? shared : [...shared, asOf.basis];
}

/** A game at a point on both clocks; null where it was not known. */
export async function readGame(db: Db, league: string, gameId: string, asOf: AsOf): Promise<GameRow | null> {
  const { rows } = await db.query<GameRow>({
    ...one(league, visibilityOf(asOf)),
    values: values(gameId, asOf),
  });
  return rows[0] ?? null;
}

/** The same, by key. */
export async function readGameByKey(
  db: Db,
  league: string,
  key: number,
  asOf: AsOf,
): Promise<GameRow | null> {
  const { rows } = await db.query<GameRow>({
    ...byKey(league, visibilityOf(asOf)),
    values: values(key, asOf),
  });
  return rows[0] ?? null;
}

type LastPlay = Pick<
  GameRow,
  | 'play_id'
  | 'wall_clock_time'
  | 'order_key'
  | 'precision'
  | 'earliest'
  | 'latest'
  | 'period'
  | 'clock'
  | 'elapsed'
  | 'home_score'
  | 'away_score'
  | 'description'
>;

/** Before the first play. */
export const NO_PLAY: LastPlay = {
  play_id: null,
  wall_clock_time: null,
  order_key: null,
  precision: null,
  earliest: null,
  latest: null,
  period: null,
  clock: null,
  elapsed: null,
  home_score: null,
  away_score: null,
  description: null,
};

/** Games going on at the instant, and those of its date in the league's zone (`YYYY-MM-DD`). */
export async function readGamesOf(db: Db, league: string, date: string, asOf: AsOf): Promise<GameRow[]> {
  const { rows } = await db.query<GameRow>({
    ...ofInstant(league, visibilityOf(asOf)),
    values: values(date, asOf),
  });
  return rows;
}

/** Header and state as published. */
export function describeGame(league: League, row: GameRow, asOf: AsOf) {
  return {
    game: {
      id: row.game_id,
      season: row.season,
      season_type: row.season_type,
      date: row.game_date,
      scheduled_at: row.scheduled_at === null ? null : formatInstant(row.scheduled_at),
      venue: row.venue,
      feed: row.feed,
      home: { team_id: row.home_id, tricode: row.home_tricode, name: row.home_name },
      away: { team_id: row.away_id, tricode: row.away_tricode, name: row.away_name },
    },
    state: {
      status: statusOf(row, asOf),
      period: row.period,
      ...(row.period === null || row.clock === null
        ? NO_CLOCK
        : clockReader(league, row)(row.period, row.clock)),
      home_score: row.home_score ?? 0,
      away_score: row.away_score ?? 0,
    },
  };
}

/** A counted play as published. */
export function describePlay(play: {
  readonly game_id: string | null;
  readonly wall_clock_time: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
}) {
  if (play.wall_clock_time === null) return null;
  return {
    game_id: play.game_id,
    wall_clock_time: formatInstant(play.wall_clock_time),
    precision: play.precision,
    earliest: formatInstant(play.earliest ?? play.wall_clock_time),
    latest: formatInstant(play.latest ?? play.wall_clock_time),
  };
}
