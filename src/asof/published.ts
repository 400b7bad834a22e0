/** Counters as published: named, in published units, with what is derived from them. */
import type { Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';

export type Counters = Record<string, number | null>;

export interface StatLine {
  readonly counters: Counters;
  readonly derived: Counters;
}

/** Stored values by counter name. */
export function toCounters(sport: Sport, values: Vector): Counters {
  const counters: Counters = {};
  sport.counters.forEach((counter, position) => {
    const value = values[position] ?? null;
    counters[counter.name] = value === null ? null : value / (counter.perUnit ?? 1);
  });
  return counters;
}

/** Counters and everything derived from them. */
export function toStatLine(sport: Sport, values: Vector): StatLine {
  const counters = toCounters(sport, values);
  const derived: Counters = {};
  for (const stat of sport.derived) derived[stat.name] = stat.of(counters);
  return { counters, derived };
}

/** A line of one game, with what both teams' lines of the game give besides. */
export function toGameLine(
  sport: Sport,
  whose: 'player' | 'team',
  values: Vector,
  { team, opponent }: { readonly team: Counters; readonly opponent: Counters },
): StatLine {
  const { counters, derived } = toStatLine(sport, values);
  for (const figure of sport.gameFigures) {
    if (figure.whose === whose) derived[figure.name] = figure.of({ own: counters, team, opponent });
  }
  return { counters, derived };
}

/** The line of somebody for whom nothing has happened yet. */
export function zeroValues(sport: Sport): Vector {
  return sport.counters.map(() => 0);
}
