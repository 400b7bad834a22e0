/** Adding up the levels of a line: running row, game, season part, career. */

import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { type Sport, teamRate } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import { zeroValues } from './published.ts';
import type { AsOf } from './query.ts';

export const SCOPES = ['game', 'season', 'career'] as const;
export type Scope = (typeof SCOPES)[number];
export type Lines = Readonly<Record<Scope, Vector>>;

/** The levels as `lineSql` gives them; all null where nothing had happened. */
export interface Levels {
  readonly line: Vector | null;
  /** The game's clock and the side's margin at the row; null unless the line is active. */
  readonly elapsed: number | null;
  readonly margin: number | null;
  /** Clock and board at the last play that counts, while the line is active. */
  readonly play_elapsed: number | null;
  readonly home_score: number | null;
  readonly away_score: number | null;
  readonly side: Side | null;
  readonly before: Vector | null;
  readonly carry: Vector | null;
  readonly earlier: Vector | null;
  readonly stated: Vector | null;
  readonly stated_at: number | null;
}

type Place = Pick<AsOf, 'at' | 'boundary'>;

/** Whether a season part's official totals are certain at the instant, and so take over from the plays. */
export function totalsCertain({ stated_at }: Pick<Levels, 'stated_at'>, { at, boundary }: Place): boolean {
  return stated_at !== null && (boundary === 'at' ? stated_at <= at : stated_at < at);
}

/** Totals of the game, the season and the career; zeros where nothing had happened. */
export function combine(sport: Sport, kind: Kind, levels: Levels, place: Place): Lines {
  const nothing = zeroValues(sport);
  const { line, before, carry, earlier, stated } = levels;
  if (line === null || carry === null) return { game: nothing, season: nothing, career: nothing };
  const game = accrue(sport, kind, line, levels);
  const part = stated !== null && totalsCertain(levels, place) ? stated : add(before ?? nothing, game);
  return { game, season: earlier === null ? part : add(earlier, part), career: add(carry, part) };
}

/** What an active line and the game at the last play that counts say of it. */
type Run = Pick<Levels, 'elapsed' | 'margin' | 'play_elapsed' | 'home_score' | 'away_score' | 'side'>;

/** The line at the last play that counts: the row, and what the game has run since while the line is active. */
export function accrue(sport: Sport, kind: Kind, line: Vector, levels: Run): Vector {
  const { elapsed, margin, play_elapsed, home_score, away_score, side } = levels;
  if (elapsed === null || play_elapsed === null) return line;
  const rate = kind === 'team' ? teamRate(sport) : 1;
  const lead = (home_score ?? 0) - (away_score ?? 0);
  const won = (side === 'home' ? lead : -lead) - (margin ?? 0);
  return line.map((value, position) => {
    if (value === null) return null;
    const accrues = sport.counters[position]?.accrues;
    if (accrues === 'elapsed') return value + (play_elapsed - elapsed) * rate;
    return accrues === 'margin' ? value + won : value;
  });
}
