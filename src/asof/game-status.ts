/** Whether a game is scheduled, going on or over at an instant. Pure: the server and the page both ask it. */
import type { AsOf } from './query.ts';

export type GameStatus = 'scheduled' | 'in_progress' | 'final';

interface Course {
  /** Instant of the last play that counts; null before the first. */
  readonly wall_clock_time: number | null;
  readonly last_play_at: number | null;
  readonly is_final: boolean;
}

/** Final once the last play of a finished game counts; scheduled before the first counts. */
export function statusOf(course: Course, asOf: Pick<AsOf, 'at' | 'boundary'>): GameStatus {
  if (course.wall_clock_time === null) return 'scheduled';
  const last = course.last_play_at ?? Number.POSITIVE_INFINITY;
  const over = asOf.boundary === 'at' ? last <= asOf.at : last < asOf.at;
  return course.is_final && over ? 'final' : 'in_progress';
}
