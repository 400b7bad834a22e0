/** What a question names must be known. */
import type { League } from '../sports/leagues.ts';
import { Problem } from './problem.ts';

type Kind = 'player' | 'team' | 'game';

/** The answer; where there is none, because the league never told of such an id, a refusal. */
export function found<T>(answer: T | null, league: League, kind: Kind, id: string): T {
  if (answer === null) throw new Problem('not-found', nobodyKnows(league, kind, id));
  return answer;
}

/** The words of that refusal. */
export function nobodyKnows(league: League, kind: Kind, id: string): string {
  return `${league.name} has no ${kind} "${id}"`;
}
