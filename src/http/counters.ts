/** Counters of a league's sport in a query string. */
import type { League } from '../sports/leagues.ts';
import { Problem } from './problem.ts';

/** Names of a comma-separated list, checked; a name given twice counts once. */
export function readCounters(league: League, parameter: string, text: string): string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  for (const name of names) checkCounter(league, parameter, name);
  return names;
}

/** Refuses what is no counter of the league, naming those that are. */
export function checkCounter(league: League, parameter: string, name: string): void {
  const counters = league.sport.counters.map((counter) => counter.name);
  if (counters.includes(name)) return;
  throw new Problem('invalid-parameter', `${parameter}: ${league.name} has no counter "${name}"`, {
    parameter,
    counters,
  });
}
