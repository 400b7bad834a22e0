/** Adding up the levels of a line: running row, game, season part, career. */
import type { Sport } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import type { Kind } from './entity.ts';
import { zeroValues } from './published.ts';

export const SCOPES = ['game', 'season', 'career'] as const;
export type Scope = (typeof SCOPES)[number];
export type Lines = Readonly<Record<Scope, Vector>>;

/** The levels as `lineSql` gives them; all null where nothing had happened. */
export interface Levels {
  readonly line: Vector | null;
  readonly ran: number | null;
  readonly won: number | null;
  readonly before: Vector | null;
  readonly carry: Vector | null;
  readonly earlier: Vector | null;
  readonly stated: Vector | null;
}

/** Totals of the game, the season and the career; zeros where nothing had happened. */
export function combine(sport: Sport, kind: Kind, levels: Levels): Lines {
  const nothing = zeroValues(sport);
  const { line, before, carry, earlier, stated } = levels;
  if (line === null || carry === null) return { game: nothing, season: nothing, career: nothing };
  const game = accrue(sport, kind, line, levels.ran ?? 0, levels.won ?? 0);
  const part = stated ?? add(before ?? nothing, game);
  return { game, season: earlier === null ? part : add(earlier, part), career: add(carry, part) };
}

function accrue(sport: Sport, kind: Kind, line: Vector, ran: number, won: number): Vector {
  if (ran === 0 && won === 0) return line;
  const rate = kind === 'team' ? (sport.floorSize ?? 1) : 1;
  return line.map((value, position) => {
    if (value === null) return null;
    const accrues = sport.counters[position]?.accrues;
    return accrues === 'elapsed' ? value + ran * rate : accrues === 'margin' ? value + won : value;
  });
}
