/** One stat of many lines: of the counters it needs, and no others. Pure. */
import { rounded } from '../sports/derived.ts';
import { compileFormula, type GameLines, type Lines, readFormula } from '../sports/formula.ts';
import type { Derived, GameFigure, Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';

export interface StatValue {
  readonly value: number;
  readonly games: number | null;
}

export interface ChosenStat {
  /** Positions of the counters needed. */
  readonly positions: readonly number[];
  /** The sport as if it had these counters only: what lines of them are combined by. */
  readonly sport: Sport;
  /** The figure that it is, where it needs other lines of the games. */
  readonly figure: GameFigure | null;
  /**
   * The stat of a line of these counters; null where it has none, or where the line stays below a minimum. `beside` are
   * the other lines, of all counters.
   */
  of(line: Vector, beside?: GameLines<Vector>): StatValue | null;
  /** The same of a line of all counters. */
  ofWhole(line: Vector, beside?: GameLines<Vector>): StatValue | null;
}

/** A stat of players or teams of a sport, by name, for lines that reach the least values of counters. */
export function chooseStat(
  sport: Sport,
  whose: GameFigure['whose'],
  stat: string,
  least: Readonly<Record<string, number>> = {},
): ChosenStat {
  const figure = sport.gameFigures.find((each) => each.name === stat && each.whose === whose) ?? null;
  const derived = figure ?? sport.derived.find(({ name }) => name === stat);
  const needed = derived === undefined ? [stat] : readFormula(derived.formula).names.map(counterOf);
  const names = new Set(['games', ...needed, ...Object.keys(least)]);
  const positions = sport.counters.flatMap(({ name }, position) => (names.has(name) ? [position] : []));
  const counters = sport.counters.filter(({ name }) => names.has(name));
  const reader = (name: string) => {
    const position = counters.findIndex((counter) => counter.name === name);
    const unit = counters[position]?.perUnit ?? 1;
    return (line: Vector) => {
      const value = line[position] ?? null;
      return value === null ? Number.NaN : value / unit;
    };
  };
  const floors = Object.entries(least).map(([name, floor]) => ({ read: reader(name), floor }));
  const [games, value] = [reader('games'), valueReader(derived, stat, reader)];
  const chosen = (line: Vector): Vector => positions.map((position) => line[position] ?? null);
  const of = (line: Vector, beside?: GameLines<Vector>): StatValue | null => {
    // What the record does not hold is below every minimum: NaN is not greater than anything.
    if (!floors.every(({ read, floor }) => read(line) >= floor)) return null;
    const found = value(linesOf(line, beside, chosen));
    return found === null ? null : { value: found, games: orNull(games(line)) };
  };
  return {
    positions,
    sport: { ...sport, counters, derived: [] },
    figure,
    of,
    ofWhole: (line, beside) => of(chosen(line), beside),
  };
}

type Reader = (name: string) => (line: Vector) => number;

function valueReader(
  derived: Pick<Derived, 'formula' | 'digits'> | undefined,
  counter: string,
  reader: Reader,
): (lines: Lines<Vector>) => number | null {
  if (derived === undefined) {
    const read = reader(counter);
    return ({ own }) => orNull(read(own));
  }
  const evaluate = compileFormula<Vector>(derived.formula, reader);
  return (lines) => rounded(evaluate(lines), derived.digits);
}

/** The counter that a formula names, of whatever line. */
function counterOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

function linesOf(
  own: Vector,
  beside: GameLines<Vector> | undefined,
  chosen: (line: Vector) => Vector,
): Lines<Vector> {
  if (beside === undefined) return { own, team: own, opponent: own, players: own, opposing: own };
  const { team, opponent, players, opposing } = beside;
  return {
    own,
    team: chosen(team),
    opponent: chosen(opponent),
    players: chosen(players),
    opposing: chosen(opposing),
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
