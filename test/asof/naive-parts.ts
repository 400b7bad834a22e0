/** Season parts of somebody's career at a point on both clocks, and the difference of two, the slow way. */

import type { Boundary } from '../../src/asof/query.ts';
import { seasonOrder } from '../../src/plays/game.ts';
import type { Kind, Place, Values } from '../histories/naive-game.ts';
import type { Cells } from '../histories/naive-totals.ts';
import { league, type Told } from './told.ts';

interface Part {
  readonly values: Cells;
  readonly isStated: boolean;
}

export interface Asked {
  readonly kind: Kind;
  readonly id: string;
  readonly basis: number;
  readonly seasonType: string;
}

const zeros: Values = league.sport.counters.map(() => 0);

export function cutOf(at: number, boundary: Boundary): Place {
  return { at, order: boundary === 'at' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY };
}

/** Games at a basis in which somebody is named. */
export function gamesOf({ telling }: Told, { kind, id, basis, seasonType }: Asked) {
  return telling.model
    .knownAt(basis)
    .filter((game) => game.has(kind, id) && (seasonType === 'all' || game.game.part.type === seasonType))
    .sort((a, b) => a.first - b.first);
}

/** Whether there is such a player or team at the basis. */
export function isKnown(told: Told, { kind, id, basis }: Asked): boolean {
  const stated = told.statements.some((one) => one.playerId === id && one.basis <= basis);
  return (kind === 'player' && stated) || told.telling.model.hasHeardOf(kind, id, basis);
}

/** The newest statement about each part that is certain by then. */
function certainBy({ statements }: Told, { kind, id, basis, seasonType }: Asked, place: Place) {
  return new Map(
    statements
      .filter((one) => kind === 'player' && one.playerId === id && one.basis <= basis)
      .filter(({ part }) => seasonType === 'all' || part.type === seasonType)
      .filter(({ at }) => at < place.at || (at === place.at && place.order >= 0))
      .map((one) => [seasonOrder(one.part), one.counters] as const),
  );
}

/** What each season part holds by a place: its plays, or its totals once the season is over. */
export function partsAt(told: Told, asked: Asked, place: Place): Map<number, Part> {
  const parts = new Map<number, Part>();
  for (const game of gamesOf(told, asked)) {
    const order = seasonOrder(game.game.part);
    const values = add(parts.get(order)?.values ?? zeros, game.sum(asked.kind, asked.id, place));
    parts.set(order, { values, isStated: false });
  }
  for (const [order, values] of certainBy(told, asked, place)) parts.set(order, { values, isStated: true });
  return parts;
}

export function careerAt(told: Told, asked: Asked, place: Place): Cells {
  return [...partsAt(told, asked, place).values()].reduce(
    (sum, { values }) => add(sum, values),
    zeros as Cells,
  );
}

/** What was earned between two places, part by part. */
export function earned(told: Told, asked: Asked, from: Place, to: Place): Cells {
  const before = partsAt(told, asked, from);
  let sum: Cells = zeros;
  for (const [order, part] of partsAt(told, asked, to)) {
    const start = before.get(order);
    if (part.isStated && start?.isStated) continue;
    sum = add(sum, start === undefined ? part.values : less(part.values, start.values));
  }
  return sum;
}

export function add(a: Cells, b: Cells): Cells {
  return a.map((value, position) => plus(value, b[position] ?? null, 1));
}

function less(a: Cells, b: Cells): Cells {
  return a.map((value, position) => plus(value, b[position] ?? null, -1));
}

function plus(a: number | null, b: number | null, sign: number): number | null {
  return a === null || b === null ? null : a + sign * b;
}

/** Stored values by name, in published units. */
export function named(values: Cells): Record<string, number | null> {
  return Object.fromEntries(
    league.sport.counters.map(({ name, perUnit = 1 }, position) => {
      const value = values[position] ?? null;
      return [name, value === null ? null : value / perUnit];
    }),
  );
}
