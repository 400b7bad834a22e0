/** Counters as published: named, in published units, with what is derived from them. */
import type { Kind } from '../plays/kind.ts';
import { figuresOf, gameFiguresOf, type LineNumbers } from '../sports/figures.ts';
import type { GameLines } from '../sports/formula.ts';
import type { Sport } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';

export type Counters = Record<string, number | null>;

export interface StatLine {
  readonly counters: Counters;
  readonly derived: Counters;
}

/** Stored values by counter name. */
export function toCounters(sport: Sport, values: Vector): Counters {
  return named(sport, toNumbers(sport, values));
}

/** Counters and everything derived from them. */
export function toStatLine(sport: Sport, values: Vector): StatLine {
  const own = toNumbers(sport, values);
  const lines = { own, team: own, opponent: own, players: own, opposing: own };
  const figures = figuresOf(sport);
  const derived: Counters = { ...figures.noDerived };
  for (const figure of figures.derived) derived[figure.name] = figure.of(lines);
  return { counters: named(sport, own), derived };
}

/** A line of one game, with what the game's other lines give besides. */
export function toGameLine(
  sport: Sport,
  whose: Kind,
  values: Vector,
  { team, opponent, players, opposing }: GameLines<Vector>,
): StatLine {
  const { counters, derived } = toStatLine(sport, values);
  const lines = {
    own: toNumbers(sport, values),
    team: toNumbers(sport, team),
    opponent: toNumbers(sport, opponent),
    players: toNumbers(sport, players),
    opposing: toNumbers(sport, opposing),
  };
  for (const figure of gameFiguresOf(sport)[whose]) derived[figure.name] = figure.of(lines);
  return { counters, derived };
}

/** Values in published units; NaN where the record does not hold one. */
export function toNumbers({ counters }: Sport, values: Vector): LineNumbers {
  const numbers = new Float64Array(counters.length);
  for (let position = 0; position < counters.length; position++) {
    numbers[position] = (values[position] ?? Number.NaN) / (counters[position]?.perUnit ?? 1);
  }
  return numbers;
}

function named(sport: Sport, numbers: LineNumbers): Counters {
  const byName: Counters = { ...figuresOf(sport).noCounters };
  sport.counters.forEach(({ name }, position) => {
    const value = numbers[position] ?? Number.NaN;
    byName[name] = Number.isNaN(value) ? null : value;
  });
  return byName;
}

/** Lines added up. */
export function totalOf(sport: Sport, lines: readonly Vector[]): Vector {
  return lines.reduce(add, zeroValues(sport));
}

/** The line of somebody for whom nothing has happened yet. */
export function zeroValues(sport: Sport): Vector {
  return sport.counters.map(() => 0);
}
