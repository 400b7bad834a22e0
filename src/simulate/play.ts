/** The two sides of a game. */
export type SideName = 'home' | 'away';

/** The other side. */
export function opponent(side: SideName): SideName {
  return side === 'home' ? 'away' : 'home';
}

/** When a play happened and was written down. */
export interface Timing {
  /** Identity inside the simulator, in order of simulation; links between plays use it. */
  readonly id: number;
  readonly period: number;
  /** Hundredths of a second left in the period. */
  readonly clock: number;
  /** Wall clock, ms since 1970, a multiple of 100. */
  at: number;
  /** Last edit, ms since 1970, a multiple of 1000. */
  edited: number;
  /** The feed's actionNumber and orderNumber; 0 until the clerk has numbered the plays. */
  number: number;
  order: number;
  /** The side with the ball. */
  readonly possession: SideName | null;
  /** A correction note. */
  note?: string;
}

export interface Mark {
  readonly kind: 'period-start' | 'period-end' | 'game-end';
}
export interface JumpBall {
  readonly kind: 'jumpball';
  readonly side: SideName;
  readonly won: number;
  readonly lost: number;
  /** Who recovered the tip; 0 for the team. */
  readonly to: number;
}
export interface Shot {
  readonly kind: 'shot';
  readonly side: SideName;
  readonly person: number;
  readonly points: 2 | 3;
  readonly made: boolean;
  readonly subType: string;
  readonly descriptor: string | null;
  /** Feet from the basket. */
  readonly distance: number;
  readonly x: number;
  readonly y: number;
  readonly qualifiers: readonly string[];
  /** Person ids; 0 for nobody. */
  assist: number;
  readonly block: number;
}
export interface Block {
  readonly kind: 'block';
  readonly side: SideName;
  readonly person: number;
}
export interface Rebound {
  readonly kind: 'rebound';
  readonly side: SideName;
  /** 0 for a team rebound. */
  readonly person: number;
  readonly offensive: boolean;
  /** The ball was dead: the row after a missed throw that was not the last. */
  readonly deadball: boolean;
  /** Id of the missed shot or throw. */
  readonly shot: number;
}
export interface Turnover {
  readonly kind: 'turnover';
  readonly side: SideName;
  /** 0 for a team turnover. */
  readonly person: number;
  readonly subType: string;
  readonly descriptor: string | null;
  /** Who stole the ball; 0 for nobody. */
  readonly steal: number;
  /** 0 where no referee is named. */
  readonly official: number;
}
export interface Steal {
  readonly kind: 'steal';
  readonly side: SideName;
  readonly person: number;
}
export interface Foul {
  readonly kind: 'foul';
  readonly side: SideName;
  readonly person: number;
  readonly subType: 'personal' | 'offensive' | 'technical';
  readonly descriptor: string | null;
  readonly qualifiers: readonly string[];
  /** Who was fouled; 0 for nobody. */
  readonly drawn: number;
  /** Number of throws given. */
  readonly throws: number;
  readonly official: number;
}
export interface FreeThrow {
  readonly kind: 'freethrow';
  readonly side: SideName;
  readonly person: number;
  readonly attempt: number;
  readonly of: number;
  readonly made: boolean;
  readonly technical: boolean;
  readonly qualifiers: readonly string[];
  /** Id of the foul that gave the throw. */
  readonly foul: number;
}
export interface Timeout {
  readonly kind: 'timeout';
  readonly side: SideName;
  readonly mandatory: boolean;
}
export interface Stoppage {
  readonly kind: 'stoppage';
  readonly subType: string;
}
export interface Violation {
  readonly kind: 'violation';
  readonly side: SideName;
  readonly person: number;
  readonly subType: string;
  readonly official: number;
}
export interface Substitution {
  readonly kind: 'substitution';
  readonly side: SideName;
  readonly direction: 'out' | 'in';
  readonly person: number;
  readonly periodStart: boolean;
}
/** A change between periods that the feed does not tell. */
export interface UnencodedChange {
  readonly kind: 'unencoded';
  readonly side: SideName;
  readonly out: number;
  readonly into: number;
}

export type PlayContent =
  | Mark
  | JumpBall
  | Shot
  | Block
  | Rebound
  | Turnover
  | Steal
  | Foul
  | FreeThrow
  | Timeout
  | Stoppage
  | Violation
  | Substitution
  | UnencodedChange;

/**
 * One thing that happened. The script of a game is a list of plays in order of play; feeds and box scores
 * are written from it.
 */
export type Play = Timing & PlayContent;
