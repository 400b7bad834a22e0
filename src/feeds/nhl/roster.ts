/** Finding the players that events name, and saying from when a game is theirs. */
import type { PlayerRef } from '../../plays/game.ts';
import type { Play, Presence } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import type { Actor } from './credits.ts';

export type ActorOf = (id: number, place: string) => Actor;

/** Looks players up; somebody neither roster holds is a BadInput. */
export function actorsOf(players: readonly PlayerRef[], file: string): ActorOf {
  const sides = new Map(players.map((player) => [player.id, player.side]));
  return (id, place) => {
    const playerId = String(id);
    const side = sides.get(playerId);
    if (side === undefined) {
      throw new BadInput(
        file,
        place,
        `player ${playerId} is on neither team's roster`,
        'check that roster and plays are of one game, and fetch the file again',
      );
    }
    return { side, playerId };
  };
}

/**
 * Dressed skaters take part from the opening on. Lines change in flight and no feed of the league tells it, so
 * a skater's first mark may be his fifth shift. A goalie takes part when he leaves a mark: two dress, one plays.
 */
export function withDressed(
  plays: readonly Play[],
  opening: number,
  players: readonly PlayerRef[],
): readonly Play[] {
  const dressed: Presence[] = players
    .filter((player) => player.played !== false && player.position !== 'G')
    .map(({ side, id }) => ({ side, playerId: id }));
  return plays.map((play, position) =>
    position === opening ? { ...play, presence: [...play.presence, ...dressed] } : play,
  );
}
