/** A game as the lines of its players and teams are written from it. */
import type { PlacedPlay } from '../fold/kept.ts';
import type { LineRows } from '../fold/running.ts';
import type { Side } from '../plays/play.ts';

/** His team, whether he started, his position. */
export interface PlayerGame {
  readonly teamKey: number | null;
  readonly starter: boolean | null;
  readonly position: string | null;
}

/** A player's or team's game, ready to be written. */
export interface EntityGame {
  readonly key: number;
  readonly side: Side;
  /** What a player's final line has besides a team's. */
  readonly player: PlayerGame | null;
  readonly rows: LineRows;
  readonly final: Int32Array;
}

export interface GameFrame {
  readonly gameKey: number;
  readonly seasonOrder: number;
  /** Its first and last play. */
  readonly startedAt: number;
  readonly lastAt: number;
  /** Last play of a finished game; null while it goes on. */
  readonly endedAt: number | null;
  readonly plays: readonly PlacedPlay[];
}
