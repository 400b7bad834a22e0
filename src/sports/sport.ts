/** What a sport declares: its counters, how each is kept, its clock, and what is derived when read. */
import type { Kind } from '../plays/kind.ts';
import type { CounterValues, FormulaLines } from './formula.ts';

/**
 * A stat that only adds up.
 *
 * `accrues` marks a counter that runs by itself while a player is on the floor: `elapsed` follows the game
 * clock, `margin` the score. Such counters are not stored play by play: a stored line says from where they
 * run, and the reader adds what the game has run since.
 */
export interface Counter {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly accrues?: 'elapsed' | 'margin';
  /** May go down within a game, as yards do; one that follows the margin may in any case. */
  readonly falls?: true;
  /** Stored integers per published unit: 100 for a clock kept in centiseconds. */
  readonly perUnit?: number;
  /** Name of the stored column where it differs from the counter's. */
  readonly column?: string;
  /** Column width: play-level values of most counters fit two bytes. */
  readonly wide?: boolean;
}

/** A figure computed from counters when read; null where its denominator is zero or a counter unknown. */
export interface Derived {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  /** As it is computed (`formula.ts`). */
  readonly formula: string;
  /** Where the formula is from. */
  readonly source: string;
  /** Decimals it is rounded to. */
  readonly digits: number;
  readonly of: (counters: CounterValues) => number | null;
}

/**
 * A figure that a line's own counters do not give: it needs the team's line of the same game, or both teams'. Of a
 * season those lines are the sums over the games that the line counts.
 */
export interface GameFigure extends Omit<Derived, 'of'> {
  readonly whose: Kind;
  readonly needs: 'team' | 'game';
  /** Counters as the formula names them, those of other lines as `team.fga`. */
  readonly names: readonly string[];
  readonly of: (lines: FormulaLines) => number | null;
}

/** What the game clock is made of. */
export interface GameClock {
  readonly unit: 'seconds' | 'outs';
  /** What a period is called. */
  readonly period: string;
  /** Whether a period ends when the clock has run out; false where the referee ends it. */
  readonly runsOut: boolean;
}

/** Lengths of play, which leagues of one sport may set differently. A "second" is a unit of the sport's clock. */
export interface ClockRules {
  readonly regulationPeriods: number;
  readonly periodSeconds: number;
  readonly overtimeSeconds: number;
}

/** Points that a table gives for each result. */
export interface ResultPoints {
  readonly win: number;
  readonly draw: number;
  readonly loss: number;
  /** A loss in overtime or a shoot-out. */
  readonly lateLoss: number;
}

/**
 * What a table ranks by: points where a sport gives them, else the share of games won (a draw is half a win). Teams that
 * are still equal after `tieBreaks` are tied: leagues' further tie-breaks (between the teams, by division, by lot) are theirs.
 */
export interface StandingRule {
  readonly points: ResultPoints | null;
  readonly tieBreaks: readonly ('difference' | 'scored')[];
}

export interface Sport {
  readonly code: string;
  readonly name: string;
  /** In published order. The first is `games`. */
  readonly counters: readonly Counter[];
  readonly derived: readonly Derived[];
  /** In order, after those. */
  readonly gameFigures: readonly GameFigure[];
  readonly clock: GameClock;
  /** The counter whose team totals are the scoreboard. */
  readonly scoreCounter: string;
  /** How a table of its teams ranks. */
  readonly standing: StandingRule;
  /** The counter of whoever hands on and that of whoever makes use of it, on one play; null where there is no such pair. */
  readonly assisted: { readonly by: string; readonly of: string } | null;
  /** How many of a side are on the floor at once, where the feeds tell who; null where they do not. */
  readonly floorSize: number | null;
  /**
   * Whoever is sent off is not replaced, so a side may have fewer on than the floor holds: no sum of its players'
   * times tells the team's, which is the game clock's. Every coming and going is told by the feeds.
   */
  readonly shortHanded?: true;
}

/** Whether the sport's feeds tell who is on the floor. */
export function followsFloor(sport: Sport): boolean {
  return sport.floorSize !== null;
}

/** How fast a team's time runs by the game clock: as many times as it has players on, or once. */
export function teamRate(sport: Sport): number {
  return sport.shortHanded ? 1 : (sport.floorSize ?? 1);
}

/** Whether a counter may go down within a game. */
export function mayFall({ accrues, falls }: Counter): boolean {
  return falls === true || accrues === 'margin';
}

/** Column that stores a counter. */
export function columnOf(counter: Counter): string {
  return counter.column ?? counter.name;
}

/** Position of each counter by name. */
export function counterIndex(sport: Sport): ReadonlyMap<string, number> {
  return new Map(sport.counters.map((counter, index) => [counter.name, index]));
}

/** Centiseconds of game clock played when `clock` centiseconds are left in `period` (1-based). */
export function elapsedAt(rules: ClockRules, period: number, clock: number): number {
  return periodEnd(rules, period) - clock;
}

/** Centiseconds of game clock played when `period` is over. */
export function periodEnd(rules: ClockRules, period: number): number {
  const regulation = Math.min(period, rules.regulationPeriods) * rules.periodSeconds;
  const overtime = Math.max(0, period - rules.regulationPeriods) * rules.overtimeSeconds;
  return (regulation + overtime) * 100;
}

/** Length of `period` in centiseconds. */
export function periodLength(rules: ClockRules, period: number): number {
  return (period <= rules.regulationPeriods ? rules.periodSeconds : rules.overtimeSeconds) * 100;
}
