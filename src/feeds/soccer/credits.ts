/** What soccer's events add to the counters, whichever feed tells them. */
import { type Credit, opponent, type Side } from '../../plays/play.ts';

/** A second yellow card is a yellow card, and sends off. */
export const CARDS = {
  yellow: ['yellow_cards'],
  second: ['yellow_cards', 'second_yellows', 'red_cards'],
  red: ['red_cards'],
};

/** An own goal is the player's, and a goal of the other team but of nobody in it. */
export function ownGoal(side: Side, playerId: string): Credit[] {
  return [
    { side, playerId, counter: 'own_goals', by: 1 },
    { side: opponent(side), playerId: null, counter: 'goals', by: 1 },
  ];
}

/** One of a counter for a player. */
export function credit(side: Side, playerId: string, counter: string): Credit {
  return { side, playerId, counter, by: 1 };
}

/** One of each counter for a player; `false` is none. */
export function credits(side: Side, playerId: string, ...counters: readonly (string | false)[]): Credit[] {
  return counters.filter((counter) => counter !== false).map((counter) => credit(side, playerId, counter));
}
