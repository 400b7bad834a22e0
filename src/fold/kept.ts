/** What is kept of a folded game: what the fold alone reads of a play (credits, substitutions, statements) has done its work. */
import type { NormalGame } from '../plays/game.ts';
import type { Play } from '../plays/play.ts';
import type { FoldedGame, FoldedPlay } from './fold.ts';

export type KeptPlay = Pick<
  Play,
  | 'id'
  | 'orderKey'
  | 'stamp'
  | 'period'
  | 'clock'
  | 'kind'
  | 'description'
  | 'side'
  | 'playerId'
  | 'editedAt'
  | 'note'
>;

/** A play in its place, with the game's running clock and score after it. */
export interface PlacedPlay extends Omit<FoldedPlay, 'play'> {
  readonly play: KeptPlay;
}

/** The feed's own rows of a game's plays, in total order. */
export interface GameDocuments {
  /** What tells one row from another. */
  readonly digests: readonly string[];
  /** Their JSON texts. */
  texts(): readonly string[];
  /** All of them, packed as they are stored. */
  packed(): Promise<Uint8Array>;
}

/** A folded game as the writer takes it. */
export interface KeptGame extends Omit<FoldedGame, 'game' | 'plays'> {
  readonly game: Omit<NormalGame, 'plays' | 'box'>;
  /** In total order. */
  readonly plays: readonly PlacedPlay[];
  readonly documents: GameDocuments;
}
