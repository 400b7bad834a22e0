/** A game as one or more files of a feed tell it, normalised: the input of the fold and of the writer. */
import type { Play, Score, Side } from './play.ts';

export const SEASON_TYPES = ['preseason', 'regular', 'play_in', 'playoffs'] as const;
/** Parts of a season, in the order in which they are played. */
export type SeasonType = (typeof SEASON_TYPES)[number];

/** A season's part, e.g. the 2015-16 regular season. */
export interface SeasonPart {
  readonly season: string;
  readonly type: SeasonType;
}

/**
 * Chronological key of a season part: ten times the starting year plus the part's place in the year.
 * `2015-16` `regular` is 20151. Integers keep the season-level rows small and sorted by time.
 */
export function seasonOrder(part: SeasonPart): number {
  return Number(part.season.slice(0, 4)) * 10 + SEASON_TYPES.indexOf(part.type);
}

/** Starting year and type that a key names: the inverse of `seasonOrder`. */
export function partOfOrder(order: number): { readonly year: number; readonly type: SeasonType } {
  const type = SEASON_TYPES[order % 10];
  if (type === undefined) throw new RangeError(`${order} is no season part`);
  return { year: Math.floor(order / 10), type };
}

/** A team as the feed names it. Fields a feed does not carry are null. */
export interface TeamRef {
  readonly id: string;
  readonly tricode: string;
  readonly city: string | null;
  readonly name: string | null;
}

/** A player named by a game. `starter` and `position` are null where the feed does not say. */
export interface PlayerRef {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly starter: boolean | null;
  readonly position: string | null;
  /** False for somebody listed who took no part; null where the feed does not say. */
  readonly played: boolean | null;
}

export interface Official {
  readonly id: string;
  readonly name: string;
}

export interface Venue {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
  readonly zone: string | null;
}

/** Official counters of one player or team, in the sport's own units; only the cells the box carries. */
export interface OfficialLine {
  readonly side: Side;
  readonly playerId: string | null;
  readonly counters: Readonly<Record<string, number>>;
}

/** The official box score, to reconcile with; how far a rounded cell may be off is `tolerance`. */
export interface OfficialBox {
  readonly lines: readonly OfficialLine[];
  readonly score: Score | null;
  readonly tolerance: Readonly<Record<string, number>>;
}

/** A feed's own versions of a game: by when the document was made, then by the last edit of a play. */
export interface Version {
  /** Epoch milliseconds, in whatever zone the feed keeps; comparable within the feed. */
  readonly madeAt: number;
  readonly editedAt: number;
}

export interface NormalGame {
  readonly league: string;
  readonly id: string;
  readonly part: SeasonPart;
  /** The game's date where it is played, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly scheduledAt: number | null;
  readonly feed: string;
  /** Which version of the game this is; null where the feed does not say. */
  readonly version: Version | null;
  readonly home: TeamRef;
  readonly away: TeamRef;
  readonly players: readonly PlayerRef[];
  readonly officials: readonly Official[];
  readonly venue: Venue | null;
  /** In the feed's own order of play. */
  readonly plays: readonly Play[];
  readonly box: OfficialBox | null;
}
