/** What an event of Stats Perform MA3 adds to whom. */
import { type Credit, opponent, type Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { type Event, has, QUALIFIER, qualifierValue, TYPE } from './statsperform-event.ts';

/** Who assisted a goal; the pass is an event of its own, before the goal. */
export type AssistOf = (goal: Event) => string | null;

/** Credits of an event by a player of that side. An event of no player counts for nobody. */
export function creditsOf(event: Event, side: Side, assistOf: AssistOf): Credit[] {
  const playerId = event.playerId ?? null;
  if (playerId === null || event.periodId === SHOOT_OUT) return [];
  const credit = (counter: string, who: string = playerId): Credit => ({
    side,
    playerId: who,
    counter,
    by: 1,
  });
  const credits = (...counters: (string | false)[]) =>
    counters.filter((counter) => counter !== false).map((counter) => credit(counter));
  const done = event.outcome === 1;
  switch (event.typeId) {
    case TYPE.pass:
      return credits(
        'passes',
        done && 'passes_completed',
        (event.keyPass === 1 || event.assist === 1) && 'key_passes',
        has(event, QUALIFIER.cross) && 'crosses',
        has(event, QUALIFIER.corner) && 'corners',
      );
    case TYPE.offsidePass: {
      const caught = qualifierValue(event, QUALIFIER.caughtOffside);
      return [credit('passes'), ...(caught === undefined ? [] : [credit('offsides', caught)])];
    }
    case TYPE.foul:
      return credits(done ? 'fouls_won' : 'fouls');
    case TYPE.tackle:
      return credits('tackles', done && 'tackles_won');
    case TYPE.interception:
      return credits('interceptions');
    case TYPE.save:
      // Blocks by outfield players are events of this type too, and so are saves of shots going wide.
      return has(event, QUALIFIER.outfieldBlock) || has(event, QUALIFIER.saveOffTarget)
        ? []
        : credits('saves');
    case TYPE.clearance:
      return credits('clearances');
    case TYPE.miss:
    case TYPE.post:
      return credits('shots');
    case TYPE.savedShot:
      return credits('shots', !has(event, QUALIFIER.blocked) && 'shots_on_target');
    case TYPE.goal: {
      if (!done) return [];
      if (has(event, QUALIFIER.ownGoal)) return ownGoal(side, playerId);
      const assist = assistOf(event);
      return [
        ...credits('goals', 'shots', 'shots_on_target'),
        ...(assist === null ? [] : [credit('assists', assist)]),
      ];
    }
    case TYPE.card:
      return credits(...cardsOf(event));
    default:
      return [];
  }
}

/** An own goal is the player's, and a goal of the other team but of nobody in it. */
export function ownGoal(side: Side, playerId: string): Credit[] {
  return [
    { side, playerId, counter: 'own_goals', by: 1 },
    { side: opponent(side), playerId: null, counter: 'goals', by: 1 },
  ];
}

function cardsOf(event: Event): string[] {
  if (has(event, QUALIFIER.secondYellow)) return CARDS.second;
  if (has(event, QUALIFIER.red)) return CARDS.red;
  return has(event, QUALIFIER.yellow) ? CARDS.yellow : [];
}

/** A second yellow card is a yellow card, and sends off. */
export const CARDS = {
  yellow: ['yellow_cards'],
  second: ['yellow_cards', 'second_yellows', 'red_cards'],
  red: ['red_cards'],
};

/** Whether a card sends its player off. */
export function sendsOff(event: Event): boolean {
  return event.typeId === TYPE.card && cardsOf(event).includes('red_cards');
}
