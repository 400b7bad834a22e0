import type { League } from '../sports/leagues.ts';

/** A question names a game that was not known. */
export class UnknownGameError extends Error {
  override readonly name = 'UnknownGameError';
  constructor(league: League, gameId: string) {
    super(`${league.name} has no game "${gameId}"`);
  }
}
