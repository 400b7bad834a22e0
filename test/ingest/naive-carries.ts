/** What each player had before each of his games, summed up from the games before it: plain maps, no carries. */
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { foldSimulated } from '../setup/simulated.ts';

type Values = readonly number[];

export interface Before {
  /** In games of the same season and type. */
  readonly part: Values;
  /** In games of the same type, in the whole career. */
  readonly career: Values;
  /** In the same season, all types. */
  readonly year: Values;
  readonly all: Values;
}

export function sum(a: readonly (number | null)[], b: readonly (number | null)[]): number[] {
  return a.map((value, index) => (value ?? Number.NaN) + (b[index] ?? Number.NaN));
}

/** By player and game, `id game`. The games are given in order of play. */
export function naiveBefore(games: readonly SimulatedGame[]): Map<string, Before> {
  const totals = new Map<string, Values>();
  const before = new Map<string, Before>();
  for (const game of games) {
    const type = game.gameId[2];
    for (const { player, final } of foldSimulated(game).players) {
      const names = {
        part: `${player.id} ${game.season} ${type}`,
        career: `${player.id} ${type}`,
        year: `${player.id} ${game.season}`,
        all: player.id,
      };
      const known = (name: string) => totals.get(name) ?? [...final].map(() => 0);
      before.set(`${player.id} ${game.gameId}`, {
        part: known(names.part),
        career: known(names.career),
        year: known(names.year),
        all: known(names.all),
      });
      for (const name of Object.values(names)) totals.set(name, sum(known(name), [...final]));
    }
  }
  return before;
}
