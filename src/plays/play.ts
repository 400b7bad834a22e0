/**
 * The league-neutral play: what a feed adapter produces and the fold consumes.
 * Instants are epoch milliseconds (UTC); game clocks are centiseconds, because live feeds show tenths
 * in the last minute and sums must stay exact integers.
 */

export const PRECISIONS = ['millisecond', 'second', 'minute', 'game', 'season'] as const;
/** How well an instant is known. */
export type Precision = (typeof PRECISIONS)[number];

export const METHODS = ['feed', 'minute_string', 'interpolated', 'scheduled'] as const;
/** How an instant was obtained. */
export type Method = (typeof METHODS)[number];

/** When a play happened: the best instant and the interval that surely contains the true one. */
export interface Stamp {
  readonly at: number;
  readonly precision: Precision;
  readonly earliest: number;
  readonly latest: number;
  readonly method: Method;
}

export const SIDES = ['home', 'away'] as const;
export type Side = (typeof SIDES)[number];

/** The other side of a game. */
export function opponent(side: Side): Side {
  return side === 'home' ? 'away' : 'home';
}

/** A counter a play adds to: a player's (and so his team's), or, with `playerId` null, the team's alone. */
export interface Credit {
  readonly side: Side;
  readonly playerId: string | null;
  readonly counter: string;
  readonly by: number;
}

/** A running total the feed itself states beside a play; it checks the fold, it never feeds it. */
export interface StatedTotal {
  readonly side: Side;
  readonly playerId: string;
  readonly counter: string;
  readonly value: number;
}

/** Somebody going off or coming on. */
export interface FloorChange {
  readonly side: Side;
  readonly out: string | null;
  readonly in: string | null;
}

/** Evidence that a player was on the floor when the play happened. */
export interface Presence {
  readonly side: Side;
  readonly playerId: string;
}

export interface Score {
  readonly home: number;
  readonly away: number;
}

export interface Play {
  /** The feed's own identity of the play; unique within the game. */
  readonly id: string;
  /** The feed's own order key: decides between plays that share an instant. */
  readonly orderKey: number;
  readonly stamp: Stamp;
  readonly period: number;
  /** Centiseconds left in the period. */
  readonly clock: number;
  readonly kind: string;
  readonly description: string | null;
  readonly side: Side | null;
  readonly playerId: string | null;
  readonly credits: readonly Credit[];
  readonly changes: readonly FloorChange[];
  readonly presence: readonly Presence[];
  /** Remember who is on the floor now under this name (a foul whose free throws come later). */
  readonly markFloor: string | null;
  /** Credit the score margin to the floor remembered under this name, not to the present one. */
  readonly creditFloor: string | null;
  readonly statedScore: Score | null;
  readonly statedTotals: readonly StatedTotal[];
  /** The feed says the period, or the game, ends with this play. */
  readonly ends: 'period' | 'game' | null;
  /** When the feed last edited the play, and its note about it. */
  readonly editedAt: number | null;
  readonly note: string | null;
  /** The feed's own row, as JSON text. */
  readonly raw: string;
}

/** A play with nothing but what every play has; adapters spread their findings over it. */
export const EMPTY_PLAY = {
  description: null,
  side: null,
  playerId: null,
  credits: [],
  changes: [],
  presence: [],
  markFloor: null,
  creditFloor: null,
  statedScore: null,
  statedTotals: [],
  ends: null,
  editedAt: null,
  note: null,
} as const satisfies Partial<Play>;

/** Identities of plays in order: as numbers when both are numbers. */
export const compareIds: (a: string, b: string) => number = new Intl.Collator('en', { numeric: true })
  .compare;

/** The total order of plays: instant, then the feed's own order key, then identity. */
export function comparePlays(a: Play, b: Play): number {
  return a.stamp.at - b.stamp.at || a.orderKey - b.orderKey || compareIds(a.id, b.id);
}
