/** Which side a team of the game plays on. */
import type { Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';

interface Team {
  readonly id: number;
}

/** Tells a team's side by its id. What it gives throws `BadInput`, with the place, for a team that does not play. */
export function sidesOf(home: Team, away: Team, file: string): (id: number, place: string) => Side {
  return (id, place) => {
    if (id === home.id) return 'home';
    if (id === away.id) return 'away';
    const reason = `team ${id} does not play in this game (${away.id} at ${home.id})`;
    throw new BadInput(file, place, reason, 'fetch the file again');
  };
}
