/** Who plays for which side; a play that names somebody else is refused with its place. */
import type { PlayerRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';

export interface Sides {
  readonly file: string;
  /** Side of a player named by a play, or BadInput. */
  of(id: number, place: string): Side;
  /** The same, held against the side he must be of there. */
  expect(id: number, side: Side, place: string): string;
  /** Starters, in the box score's order. */
  readonly starters: readonly PlayerRef[];
}

/** Sides of the players that the box score lists. */
export function sidesOf(players: readonly PlayerRef[], file: string): Sides {
  const sides = new Map(players.map((player) => [player.id, player.side]));
  const of = (id: number, place: string): Side => {
    const side = sides.get(String(id));
    if (side !== undefined) return side;
    throw new BadInput(
      file,
      place,
      `player ${id} is in neither team's box score`,
      'fetch the file again: it must hold plays and box score of the same game',
    );
  };
  return {
    file,
    of,
    expect(id, side, place) {
      if (of(id, place) === side) return String(id);
      throw new BadInput(
        file,
        place,
        `player ${id} is not of the ${side} side, which he must be there`,
        'compare the file with its source and fetch it again',
      );
    },
    starters: players.filter((player) => player.starter === true),
  };
}
