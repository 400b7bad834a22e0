/**
 * What a feed covers, in words a program can read. Each adapter states its own beside its code; docs/coverage.md and
 * `GET /v1/coverage` come from the statements, and test/coverage.test.ts holds them against what the adapters do.
 */
import type { Method, Precision } from '../plays/play.ts';

export const COUNTER_COVERAGES = ['exact', 'derived', 'not_available'] as const;
/**
 * `exact`: the feed tells it event by event, and where there is an official box the count equals it. `derived`:
 * worked out by a rule of Playclock's from other things the feed tells. `not_available`: the feed does not tell it.
 */
export type CounterCoverage = (typeof COUNTER_COVERAGES)[number];

export const FLOORS = ['told', 'inferred', 'none'] as const;
/** Who is on the floor: every coming and going told, inferred where a period begins, or not known. */
export type FloorCoverage = (typeof FLOORS)[number];

export const BOXES = ['lines', 'score', 'none'] as const;
/** What the feed states officially: lines of players or teams, the final score alone, or nothing. */
export type BoxCoverage = (typeof BOXES)[number];

export interface FeedCoverage {
  readonly feed: string;
  /** Codes of the leagues whose documents the feed has. */
  readonly leagues: readonly string[];
  /** What a play is known by. */
  readonly identity: string;
  /** What decides between plays of one instant. */
  readonly order: string;
  readonly clock: {
    /** Every precision a play's instant may have; finest first. */
    readonly precision: readonly Precision[];
    readonly method: readonly Method[];
    readonly note: string;
  };
  /** Whether plays carry the instant of their last edit. */
  readonly editTime: boolean;
  readonly floor: FloorCoverage;
  readonly box: BoxCoverage;
  readonly counters: Readonly<Record<string, CounterCoverage>>;
  /** Counters that some documents of the feed leave out, although others have them. */
  readonly gaps: readonly CoverageGap[];
  readonly notes: readonly string[];
}

export interface CoverageGap {
  readonly where: string;
  readonly counters: readonly string[];
}

/** Counters by how they are covered. A counter in two lists is a mistake. */
export function counters(
  lists: Readonly<Partial<Record<CounterCoverage, readonly string[]>>>,
): Readonly<Record<string, CounterCoverage>> {
  const stated = new Map<string, CounterCoverage>();
  for (const coverage of COUNTER_COVERAGES) {
    for (const name of lists[coverage] ?? []) {
      if (stated.has(name)) throw new RangeError(`counter ${name} is stated twice`);
      stated.set(name, coverage);
    }
  }
  return Object.fromEntries(stated);
}
