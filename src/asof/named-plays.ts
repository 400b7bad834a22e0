/** Which plays stand at places in the order of plays. */
import type { Place } from './doubt.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface NamedPlay {
  readonly play_id: string;
  readonly period: number;
  readonly clock: number;
  readonly description: string | null;
}

const statement = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    'x.play_id, x.period, x.clock, x.description',
    `${league}.play_by_play`,
    'x.game_key = p.game_key and x.wall_clock_time = p.at and x.order_key = p.order_key',
    visibility,
    '$4::int',
  );
  return `select r.* from unnest($1::int[], $2::timestamptz[], $3::int[]) with ordinality
      p (game_key, at, order_key, position)
    left join lateral (select * from (${rows}) either limit 1) r on true order by p.position`;
});

/** The play at each place; all of it is null where there is none. */
export async function readNamedPlays(
  db: Db,
  league: string,
  places: readonly (Place & { readonly gameKey: number })[],
  basis: number | null,
): Promise<(NamedPlay | { readonly play_id: null })[]> {
  const values: unknown[] = [
    places.map(({ gameKey }) => gameKey),
    places.map(({ at }) => new Date(at)),
    places.map(({ order }) => order),
  ];
  const { rows } = await db.query<NamedPlay | { play_id: null }>({
    ...statement(league, visibilityOf({ basis })),
    values: basis === null ? values : [...values, basis],
  });
  return rows;
}
