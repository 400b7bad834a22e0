/** Games of a season part and how they stood at an instant: what tables are made of. */
import type { League } from '../sports/leagues.ts';
import { type AsOf, cached, type Db, orderOf, visibilityOf } from './query.ts';
import { seekRow, type Visibility, visible } from './seen.ts';

/** A game that had begun, at its last counted play. */
export interface ResultRow {
  readonly game_id: string;
  readonly home_key: number;
  readonly home_id: string;
  readonly away_key: number;
  readonly away_id: string;
  readonly is_final: boolean;
  readonly last_play_at: number;
  readonly wall_clock_time: number;
  readonly latest: number;
  readonly period: number;
  readonly home_score: number;
  readonly away_score: number;
}

const ARGS = { at: '$2::timestamptz', order: '$3::int', basis: '$4::int' };

/** No season part lasts longer; it keeps the search to the games of its time. */
const LONGEST_PART = '400 days';

const results = cached((league: string, visibility: Visibility) => {
  const last = seekRow(
    { columns: 'x.*', table: `${league}.play_by_play`, where: 'x.game_key = d.game_key', side: 'last' },
    ARGS,
    visibility,
  );
  return `select g.game_id, d.home_key, home.team_id as home_id, d.away_key, away.team_id as away_id, d.is_final,
      d.last_play_at, p.wall_clock_time, p.latest, p.period, p.home_score, p.away_score
    from ${league}.game_details d
    join ${league}.games g using (game_key)
    join ${league}.teams home on home.team_key = d.home_key
    join ${league}.teams away on away.team_key = d.away_key
    cross join lateral (${last}) p
    where d.season_order = $1 and d.first_play_at between $2::timestamptz - interval '${LONGEST_PART}' and $2
      and ${visible('d', visibility, ARGS.basis)}
    order by d.last_play_at, g.game_id`;
});

/** Games of a season part that had begun at a point on both clocks, by when they ended. */
export async function readResults(
  db: Db,
  league: string,
  seasonOrder: number,
  asOf: AsOf,
): Promise<ResultRow[]> {
  const values: unknown[] = [seasonOrder, new Date(asOf.at), orderOf(asOf)];
  const { rows } = await db.query<ResultRow>({
    ...results(league, visibilityOf(asOf)),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows;
}

const newestPart = cached((league: string, visibility: Visibility) => {
  return `select d.season_order from ${league}.game_details d
    where d.season_order % 10 = $1 and d.first_play_at <= $2 and ${visible('d', visibility, '$3::int')}
    order by d.first_play_at desc limit 1`;
});

/** The season part of a type (its place in the year) that the last game begun by the instant belongs to, or null. */
export async function readNewestPart(
  db: Db,
  league: string,
  type: number,
  asOf: AsOf,
): Promise<number | null> {
  const values: unknown[] = [type, new Date(asOf.at)];
  const { rows } = await db.query<{ season_order: number }>({
    ...newestPart(league, visibilityOf(asOf)),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows[0]?.season_order ?? null;
}

const begunYear = cached(
  (
    league: string,
    visibility: Visibility,
  ) => `select d.season_order / 10 as year from ${league}.game_details d
    where d.first_play_at <= $1 and ${visible('d', visibility, '$2::int')}
    order by d.first_play_at desc limit 1`,
);

/** The year in which the season of the last game begun begins; null before the first game. */
export async function readBegunYear(db: Db, { code }: League, asOf: AsOf): Promise<number | null> {
  const at = new Date(asOf.at);
  const { rows } = await db.query<{ year: number }>({
    ...begunYear(code, visibilityOf(asOf)),
    values: asOf.basis === null ? [at] : [at, asOf.basis],
  });
  return rows[0]?.year ?? null;
}
