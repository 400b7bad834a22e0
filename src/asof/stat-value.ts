/** One stat of many lines: of the counters it needs, and no others. Pure. */
import { rounded } from '../sports/derived.ts';
import { compileFormula, readFormula } from '../sports/formula.ts';
import type { Sport } from '../sports/sport.ts';
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
  /** The stat of a line of these counters; null where it has none, or where the line stays below a minimum. */
  of(line: Vector): StatValue | null;
  /** The same of a line of all counters. */
  ofWhole(line: Vector): StatValue | null;
}

/** A counter or derived stat of a sport, by name, for lines that reach the least values of counters. */
export function chooseStat(
  sport: Sport,
  stat: string,
  least: Readonly<Record<string, number>> = {},
): ChosenStat {
  const figure = sport.derived.find(({ name }) => name === stat);
  const needed = figure === undefined ? [stat] : readFormula(figure.formula).names;
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
  const [games, value] = [reader('games'), valueReader(figure, stat, reader)];
  const of = (line: Vector): StatValue | null => {
    // What the record does not hold is below every minimum: NaN is not greater than anything.
    if (!floors.every(({ read, floor }) => read(line) >= floor)) return null;
    const found = value(line);
    return found === null ? null : { value: found, games: orNull(games(line)) };
  };
  return {
    positions,
    sport: { ...sport, counters, derived: [] },
    of,
    ofWhole: (line) => of(positions.map((position) => line[position] ?? null)),
  };
}

type Reader = (name: string) => (line: Vector) => number;

function valueReader(
  figure: Sport['derived'][number] | undefined,
  counter: string,
  reader: Reader,
): (line: Vector) => number | null {
  if (figure === undefined) {
    const read = reader(counter);
    return (line) => orNull(read(line));
  }
  const evaluate = compileFormula<Vector>(figure.formula, reader);
  return (line) =>
    rounded(
      evaluate({ own: line, team: line, opponent: line, players: line, opposing: line }),
      figure.digits,
    );
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
