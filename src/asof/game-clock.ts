/** Places in a game by its own clock: after the last play that the scoreboard showed at or before a time. */
import type { Place } from './doubt.ts';
import { ORDER_BEFORE } from './line-sql.ts';
import { type Boundary, cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

/** A time of the game: centiseconds left in a period (1-based). */
export interface GameTime {
  readonly period: number;
  readonly clock: number;
}

const last = cached((league: string, visibility: Visibility, boundary: Boundary) => {
  const rows = seenRows(
    'x.wall_clock_time as at, x.order_key as "order"',
    `${league}.play_by_play`,
    `x.game_key = $1 and (x.period, -x.clock) ${boundary === 'at' ? '<=' : '<'} ($2, -$3::int)`,
    visibility,
    '$4::int',
  );
  return `select * from (${rows}) played order by at desc, "order" desc limit 1`;
});

/** That place, or the one before the game's first play. */
export async function placeAtGameTime(
  db: Db,
  league: string,
  game: { readonly key: number; readonly firstPlayAt: number },
  { period, clock }: GameTime,
  boundary: Boundary,
  basis: number | null,
): Promise<Place> {
  const values = [game.key, period, clock];
  const { rows } = await db.query<Place>({
    ...last(league, visibilityOf({ basis }), boundary),
    values: basis === null ? values : [...values, basis],
  });
  return rows[0] ?? { at: game.firstPlayAt, order: ORDER_BEFORE };
}

const periods = cached((league: string, visibility: Visibility) => {
  const rows = seenRows('x.period', `${league}.play_by_play`, 'x.game_key = $1', visibility, '$2::int');
  return `select coalesce(max(period), 0) as last from (${rows}) played`;
});

/** The last period that has a play; 0 where there are no plays. */
export async function lastPeriod(
  db: Db,
  league: string,
  gameKey: number,
  basis: number | null,
): Promise<number> {
  const { rows } = await db.query<{ last: number }>({
    ...periods(league, visibilityOf({ basis })),
    values: basis === null ? [gameKey] : [gameKey, basis],
  });
  return rows[0]?.last ?? 0;
}
