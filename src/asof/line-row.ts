/** A whole line as `lineSql` gives it, made what its readers take. */
import { PRECISIONS, type Precision } from '../plays/play.ts';
import type { Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { type Told, wholeLine } from './run-sql.ts';

/** The last play that counted for a line: the running row's, or the game's last one while the line is active. */
export interface LinePlay {
  readonly wall_clock_time: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** Board and clock of that play, while the line is active. */
interface LineBoard {
  readonly period: number | null;
  readonly clock: number | null;
  readonly home_score: number | null;
  readonly away_score: number | null;
  readonly play_elapsed: number | null;
}

/** A row of a statement, of which a reader wants a line. */
export type ToldLine<Row> = Omit<Told<Row>, keyof LineBoard> & LinePlay & { readonly play: Vector | null };

/** The row with its counters as one line, and with the last play that counted for it. */
export function lineRow<Row extends ToldLine<object>>(
  sport: Sport,
  { narrow, wide, play, ...row }: Row,
): Omit<Row, 'narrow' | 'wide' | 'play'> & LinePlay & LineBoard & { readonly line: Vector | null } {
  const line = wholeLine(sport, narrow, wide);
  // In the order of `PLAY_CELLS`.
  const [at, earliest, latest, precision, period, clock, home, away, elapsed] = play ?? NO_PLAY;
  return {
    ...row,
    wall_clock_time: at ?? row.wall_clock_time,
    precision: precision == null ? row.precision : (PRECISIONS[precision] ?? null),
    earliest: earliest ?? row.earliest,
    latest: latest ?? row.latest,
    period: period ?? null,
    clock: clock ?? null,
    home_score: home ?? null,
    away_score: away ?? null,
    play_elapsed: elapsed ?? null,
    line,
  };
}

const NO_PLAY: Vector = [];
