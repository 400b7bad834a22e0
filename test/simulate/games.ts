/** Small seasons for properties; a failure names the seed and the game. */
import fc from 'fast-check';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { simulateSeason } from '../../src/simulate/season.ts';

export const SEASON = '2023-24';
export const small = (seed: number, gamesPerTeam = 2) => ({ seed, season: SEASON, teams: 4, gamesPerTeam });
export const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** Checks a property of the games of small seasons. */
export function forGames(check: (game: SimulatedGame) => void, numRuns = 12): void {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const game of simulateSeason(small(seed))) {
        try {
          check(game);
        } catch (cause) {
          throw new Error(`seed ${seed}, game ${game.gameId}: ${String(cause)}`, { cause });
        }
      }
    }),
    { numRuns },
  );
}
