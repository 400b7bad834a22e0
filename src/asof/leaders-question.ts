/** What a ranking is asked for, and an entry of it. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { Scope } from './combine.ts';
import type { AsOf } from './query.ts';
import type { Direction, Entry } from './ranking.ts';

export interface LeadersQuestion {
  readonly league: League;
  readonly kind: Kind;
  /** Name of a counter, of a derived stat or, but for careers, of a figure from other lines of the games. */
  readonly stat: string;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  readonly asOf: AsOf;
  /** The date of the instant in the league's zone, `YYYY-MM-DD`: whose games count in the scope of a game. */
  readonly date: string;
  /** Least values of counters, by name. */
  readonly least: Readonly<Record<string, number>>;
  readonly direction: Direction;
  readonly limit: number;
}

export interface Leader extends Entry {
  readonly key: number;
  readonly games: number | null;
  /** In the scope of a game. */
  readonly game: { readonly key: number; readonly id: string } | null;
}
