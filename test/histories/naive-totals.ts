/**
 * Plays and official season totals side by side, the slow way: inside a season its plays answer, and from the
 * moment the season is over its totals do, if they have been stated.
 */
import { type NormalGame, seasonOrder } from '../../src/plays/game.ts';
import type { League } from '../../src/sports/leagues.ts';
import type { NaiveBitemporal, Question } from './naive-bitemporal.ts';
import type { Place } from './naive-game.ts';

export type Cells = readonly (number | null)[];

/** Totals of one player's season part, in stored units; true for certain from `at` on. */
export interface Statement {
  readonly basis: number;
  readonly playerId: string;
  readonly part: NormalGame['part'];
  readonly at: number;
  readonly counters: Cells;
}

export interface TotalsLine {
  readonly career: Cells;
  readonly season: Cells;
  readonly seasonName: string | null;
  readonly coverage: { readonly games_from_plays: number; readonly games_from_totals: number };
}

interface Part {
  readonly order: number;
  readonly season: string;
  readonly values: Cells;
  readonly fromPlays: number;
}

/** A player's line at a point on both clocks. */
export function naiveTotals(
  league: League,
  model: NaiveBitemporal,
  statements: readonly Statement[],
  { id, at, boundary, basis, seasonType }: Question,
): TotalsLine {
  const cut: Place = { at, order: boundary === 'at' ? Infinity : -Infinity };
  const zeros: Cells = league.sport.counters.map(() => 0);
  const parts = new Map<number, Part>();
  for (const game of model.knownAt(basis)) {
    if (!game.has('player', id) || game.lastMark('player', id, cut) === null) continue;
    const { season } = game.game.part;
    const order = seasonOrder(game.game.part);
    const before = parts.get(order) ?? { order, season, values: zeros, fromPlays: 0 };
    const line = game.sum('player', id, cut);
    const fromPlays = before.fromPlays + (line[0] ?? 0);
    parts.set(order, { ...before, values: add(before.values, line), fromPlays });
  }
  for (const statement of statements) {
    const certain = boundary === 'at' ? statement.at <= at : statement.at < at;
    if (statement.playerId !== id || statement.basis > basis || !certain) continue;
    const order = seasonOrder(statement.part);
    const fromPlays = parts.get(order)?.fromPlays ?? 0;
    parts.set(order, { order, season: statement.part.season, values: statement.counters, fromPlays });
  }
  const counted = [...parts.values()]
    .filter(({ order }) => seasonType === 'all' || seasonType === typeOf(order))
    .sort((a, b) => a.order - b.order);
  const sum = (of: readonly Part[]) => of.reduce((total, part) => add(total, part.values), zeros);
  const season = counted.at(-1)?.season ?? null;
  const career = sum(counted);
  const fromPlays = counted.reduce((total, part) => total + part.fromPlays, 0);
  return {
    career,
    season: sum(counted.filter((part) => part.season === season)),
    seasonName: season,
    coverage: { games_from_plays: fromPlays, games_from_totals: (career[0] ?? 0) - fromPlays },
  };
}

function typeOf(order: number): string {
  return ['preseason', 'regular', 'play_in', 'playoffs'][order % 10] ?? '';
}

/** What one part does not hold, the sum does not either. */
function add(a: Cells, b: Cells): Cells {
  return a.map((value, counter) => {
    const other = b[counter] ?? null;
    return value === null || other === null ? null : value + other;
  });
}
