/** Round numbers ahead of a counter. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import { mayFall } from '../sports/sport.ts';
import { combine, type Scope } from './combine.ts';
import { headOf, keyOf } from './directory.ts';
import { formatInstant } from './instant.ts';
import { readEndAt } from './interval-end.ts';
import { newestBasis } from './ledger.ts';
import { toCounters } from './published.ts';
import { type AsOf, inSnapshot } from './query.ts';

export interface RoundNumber {
  readonly reaches: number;
  readonly distance: number;
}

/** Below this a value has no round numbers of its own. */
const LEAST_MAGNITUDE = 100;

/**
 * The next multiples of a tenth, a half and the whole of the value's own power of ten, which is 100 at least:
 * 34,000, 35,000 and 40,000 for 33,643; 10, 50 and 100 for 7.
 */
function roundNumbersAfter(value: number): RoundNumber[] {
  const magnitude = Math.max(LEAST_MAGNITUDE, 10 ** Math.floor(Math.log10(Math.max(1, value))));
  const ahead = [magnitude / 10, magnitude / 2, magnitude].map(
    (step) => (Math.floor(value / step) + 1) * step,
  );
  return [...new Set(ahead)].map((reaches) => ({
    reaches,
    distance: Math.round((reaches - value) * 100) / 100,
  }));
}

/** Counters for which a number once reached stays reached. */
export function risingCounters(league: League): string[] {
  return league.sport.counters.filter((counter) => !mayFall(counter)).map(({ name }) => name);
}

export interface NextMilestonesQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  /** One counter that only rises, or null for all of them. */
  readonly counter: string | null;
  readonly asOf: AsOf;
}

/** The answer, or null for a player or team that was not known. Counters the record does not hold are left out. */
export async function answerNextMilestones(pool: pg.Pool, question: NextMilestonesQuestion) {
  const { league, kind, id, scope, counter, asOf, seasonType } = question;
  const key = await keyOf(pool, league, kind, id);
  if (key === null) return null;
  const { end, basis } = await inSnapshot(pool, async (db) => ({
    end: await readEndAt(db, { league, kind, key, seasonType }, asOf),
    basis: asOf.basis ?? (await newestBasis(db)),
  }));
  const head = await headOf(pool, league, kind, key, basis);
  if (head === null) return null;
  const values = toCounters(league.sport, end.lines[scope]);
  const states = end.doubtful.map(({ line, place }) =>
    toCounters(league.sport, combine(league.sport, kind, line, place)[scope]),
  );
  const names = counter === null ? risingCounters(league) : [counter];
  return {
    league: league.code,
    [kind]: { id, name: head.name },
    counter,
    scope,
    season_type: seasonType,
    reaches: null,
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis,
    milestones: names.flatMap((name) => {
      const value = values[name] ?? null;
      if (value === null) return [];
      const all = [value, ...states.map((state) => state[name] ?? value)];
      const [min, max] = [Math.min(...all), Math.max(...all)];
      const bounds = min === max ? null : { min, max };
      return [{ counter: name, value, bounds, next: roundNumbersAfter(value) }];
    }),
  };
}
