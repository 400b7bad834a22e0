/** How the lead of games went, as columns: of everything that a play says, the least. */

import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

/** In the order of plays; leads are the home side's. */
export interface Leads {
  readonly at: readonly number[];
  readonly order: readonly number[];
  readonly lead: readonly number[];
}

const statement = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    'x.wall_clock_time, x.order_key, x.play_id, x.home_score - x.away_score as lead',
    `${league}.play_by_play`,
    'x.game_key = a.game_key',
    visibility,
    '$2::int',
  );
  return `select a.game_key, array_agg((date_part('epoch', p.wall_clock_time) * 1000)::bigint) as at,
      array_agg(p.order_key) as "order", array_agg(p.lead::int) as lead
    from unnest($1::int[]) a (game_key)
    cross join lateral (select * from (${rows}) r order by wall_clock_time, order_key, play_id) p
    group by a.game_key`;
});

/** Of each game that has plays. */
export async function readLeads(
  db: Db,
  league: string,
  gameKeys: readonly number[],
  basis: number | null,
): Promise<Map<number, Leads>> {
  if (gameKeys.length === 0) return new Map();
  const { rows } = await db.query<Leads & { readonly game_key: number }>({
    ...statement(league, visibilityOf({ basis })),
    values: basis === null ? [gameKeys] : [gameKeys, basis],
  });
  return new Map(rows.map((row) => [row.game_key, row]));
}
