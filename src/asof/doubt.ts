/**
 * Where an instant falls inside the interval of plays, the answer has bounds: the line with only the plays
 * that surely had happened, and the line with all that may have.
 */

import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { Precision } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { leagueNamed } from '../sports/leagues.ts';
import { entityTables } from '../store/tables.ts';
import type { Levels } from './combine.ts';
import { partsOf } from './entity.ts';
import { lineRow, type ToldLine } from './line-row.ts';
import { lineSql } from './line-sql.ts';
import { type AsOf, cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

/** A place in the total order of plays. */
export interface Place {
  readonly at: number;
  readonly order: number;
}

/** A play that may or may not have happened. */
export interface DoubtfulPlay {
  readonly wall_clock_time: number;
  readonly order_key: number;
  readonly elapsed: number;
  readonly home_score: number;
  readonly away_score: number;
}

const doubtful = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    'x.wall_clock_time, x.order_key, x.elapsed, x.home_score, x.away_score',
    `${league}.play_by_play`,
    `x.game_key = $1 and x.earliest < x.latest
     and case when $3 then x.earliest <= $2 and x.latest > $2 else x.earliest < $2 and x.latest >= $2 end`,
    visibility,
    '$4::int',
  );
  return `${rows} order by wall_clock_time, order_key`;
});

/** Plays of a game whose interval the instant lies in, in order. */
export async function readDoubtfulPlays(
  db: Db,
  league: string,
  gameKey: number,
  asOf: AsOf,
): Promise<DoubtfulPlay[]> {
  const values: unknown[] = [gameKey, new Date(asOf.at), asOf.boundary === 'at'];
  const { rows } = await db.query<DoubtfulPlay>({
    ...doubtful(league, visibilityOf(asOf)),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows;
}

const bounded = cached((code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all') => {
  const league = leagueNamed(code);
  const args = { key: '$1::int', at: 'a.at', order: 'a.order_key', basis: '$4::int', amongTies: true };
  const tables = entityTables(code, league.sport, kind);
  const line = lineSql(tables, code, league.sport, args, visibility, partsOf(seasonType));
  return `select l.*
    from unnest($2::timestamptz[], $3::int[]) with ordinality a (at, order_key, position)
    left join lateral (${line}) l on true order by a.position`;
});

export interface LineAt extends Levels {
  readonly game_key: number | null;
  readonly season_order: number | null;
  /** Of the last play that counted. */
  readonly wall_clock_time: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Games loaded play by play before the season part. */
  readonly games_before: number | null;
}

/** An entity's lines at several places in the order of plays. */
export async function readLinesAt(
  db: Db,
  league: League,
  kind: Kind,
  key: number,
  places: readonly Place[],
  seasonType: SeasonType | 'all',
  basis: number | null,
): Promise<LineAt[]> {
  const values: unknown[] = [
    key,
    places.map((place) => new Date(place.at)),
    places.map((place) => place.order),
  ];
  const { rows } = await db.query<ToldLine<LineAt>>({
    ...bounded(league.code, kind, visibilityOf({ basis }), seasonType),
    values: basis === null ? values : [...values, basis],
  });
  return rows.map((row) => lineRow(league.sport, row));
}
