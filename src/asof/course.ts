/** How a game's clock and score ran, play by play. */
import { seenRows, type Visibility } from './line-sql.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import type { CourseStep } from './units.ts';

/** A play's place and what the board showed after it. */
export interface CoursePlay extends CourseStep {
  readonly at: number;
  readonly order: number;
}

const course = cached((league = '', visibility = '') => {
  const rows = seenRows(
    'x.wall_clock_time, x.order_key, x.play_id, x.elapsed, x.home_score, x.away_score',
    `${league}.play_by_play`,
    'x.game_key = $1',
    visibility as Visibility,
    '$2::int',
  );
  return `select wall_clock_time as at, order_key as "order", elapsed, home_score as home, away_score as away
    from (${rows}) p order by wall_clock_time, order_key, play_id`;
});

/** All plays of a game as a basis knows them, in order. */
export async function readCourse(
  db: Db,
  league: string,
  gameKey: number,
  basis: number,
): Promise<CoursePlay[]> {
  const { rows } = await db.query<CoursePlay>({
    ...course(league, visibilityOf({ basis })),
    values: [gameKey, basis],
  });
  return rows;
}
