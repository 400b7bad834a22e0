/** Numbering of a game's players and teams, so that the fold runs on arrays. */
import type { NormalGame, PlayerRef } from '../plays/game.ts';
import type { Side } from '../plays/play.ts';

export interface Roster {
  readonly players: readonly PlayerRef[];
  /** Players, then home, then away. */
  readonly size: number;
  player(id: string): number;
  team(side: Side): number;
}

/** Number a game’s players and teams. */
export function rosterOf(game: NormalGame): Roster {
  const byId = new Map(game.players.map((player, position) => [player.id, position]));
  const count = game.players.length;
  return {
    players: game.players,
    size: count + 2,
    player(id) {
      const entity = byId.get(id);
      if (entity === undefined) throw new UnknownPlayerError(game.id, id);
      return entity;
    },
    team: (side) => (side === 'home' ? count : count + 1),
  };
}

/** A play names somebody the game's roster does not. */
export class UnknownPlayerError extends Error {
  override readonly name = 'UnknownPlayerError';
  constructor(gameId: string, playerId: string) {
    super(`game ${gameId}: a play names player ${playerId}, whom the game's roster does not`);
  }
}
