/**
 * What was earned between two places: the difference of two lines. A counter that some season of the career does
 * not hold is unknown in both careers, but known between them where the seasons in between hold it.
 */

import type { Kind } from '../plays/kind.ts';
import type { Sport } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import { combine, type Levels, totalsCertain } from './combine.ts';
import type { Boundary } from './query.ts';
import { playedOf, type SeasonPartRow } from './season-parts.ts';

/** A line and where it was read. */
export interface LineEnd {
  readonly line: Levels & { readonly season_order: number | null };
  readonly place: { readonly at: number; readonly boundary: Boundary };
}

/** Counter by counter; null where either line does not hold it. */
export function subtract(a: Vector, b: Vector): Vector {
  return a.map((value, position) => {
    const other = b[position] ?? null;
    return value === null || other === null ? null : value - other;
  });
}

/** Whether the career holds a counter that is not known, so that the season parts are wanted. */
export function isOpen(sport: Sport, kind: Kind, { line, place }: LineEnd): boolean {
  return combine(sport, kind, line, place).career.includes(null);
}

/** Counters earned from one end to the other; `parts` are the entity's season parts, or empty if not wanted. */
export function difference(
  sport: Sport,
  kind: Kind,
  from: LineEnd,
  to: LineEnd,
  parts: readonly SeasonPartRow[],
): Vector {
  const whole = careers(sport, kind, from, to);
  if (!whole.includes(null)) return whole;
  const finer = throughParts(sport, kind, from, to, parts);
  return finer === null ? whole : whole.map((value, position) => value ?? finer[position] ?? null);
}

function careers(sport: Sport, kind: Kind, from: LineEnd, to: LineEnd): Vector {
  return subtract(
    combine(sport, kind, to.line, to.place).career,
    combine(sport, kind, from.line, from.place).career,
  );
}

/** What was left of the first end's season part, the parts in between, and the second end's part so far. */
function throughParts(
  sport: Sport,
  kind: Kind,
  from: LineEnd,
  to: LineEnd,
  parts: readonly SeasonPartRow[],
): Vector | null {
  const [first, last] = [from.line.season_order, to.line.season_order];
  if (first === null || last === null || first > last) return null;
  const [begun, reached] = [partSoFar(sport, kind, from), partSoFar(sport, kind, to)];
  const nothing = sport.counters.map(() => 0);
  const isOver = from.line.stated !== null && totalsCertain(from.line, from.place);
  if (first === last) return isOver ? nothing : subtract(reached, begun);
  const totals = (order: number) => {
    const part = parts.find(({ season_order }) => season_order === order);
    return part === undefined ? nothing : (part.stated ?? playedOf(part) ?? nothing);
  };
  const between = parts.filter(({ season_order }) => season_order > first && season_order < last);
  const rest = isOver ? nothing : subtract(totals(first), begun);
  return add(
    between.reduce((sum, { season_order }) => add(sum, totals(season_order)), rest),
    reached,
  );
}

function partSoFar(sport: Sport, kind: Kind, { line, place }: LineEnd): Vector {
  return combine(sport, kind, { ...line, earlier: null }, place).season;
}
