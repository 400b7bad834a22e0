/** What the plays of games say of clock and score: what accruing counters follow. */
import type { Precision } from '../plays/play.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface Board {
  readonly game_key: number;
  readonly at: number;
  readonly order: number;
  readonly precision: Precision;
  readonly earliest: number;
  readonly latest: number;
  readonly elapsed: number;
  readonly home_score: number;
  readonly away_score: number;
}

const statement = cached((league: string, visibility: Visibility) =>
  seenRows(
    `x.game_key, x.wall_clock_time as at, x.order_key as "order", x.precision, x.earliest, x.latest, x.elapsed,
     x.home_score, x.away_score`,
    `${league}.play_by_play`,
    'x.game_key = any($1::int[])',
    visibility,
    '$2::int',
  ),
);

/** Clock and score at every play of some games. */
export async function readBoards(
  db: Db,
  league: string,
  gameKeys: readonly number[],
  basis: number | null,
): Promise<Board[]> {
  const { rows } = await db.query<Board>({
    ...statement(league, visibilityOf({ basis })),
    values: basis === null ? [gameKeys] : [gameKeys, basis],
  });
  return rows;
}
