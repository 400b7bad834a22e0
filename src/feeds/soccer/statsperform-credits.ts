/** What an event of Stats Perform MA3 adds to whom. */
import type { Credit, Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { CARDS, credit, credits, ownGoal } from './credits.ts';
import { type Event, has, QUALIFIER, qualifierValue, TYPE } from './statsperform-event.ts';

/** Who assisted a goal; the pass is an event of its own, before the goal. */
export type AssistOf = (goal: Event) => string | null;

/** Credits of an event by a player of that side. An event of no player counts for nobody. */
export function creditsOf(event: Event, side: Side, assistOf: AssistOf): Credit[] {
  const playerId = event.playerId ?? null;
  if (playerId === null || event.periodId === SHOOT_OUT) return [];
  const own = (...counters: (string | false)[]) => credits(side, playerId, ...counters);
  const done = event.outcome === 1;
  switch (event.typeId) {
    case TYPE.pass:
      return own(
        'passes',
        done && 'passes_completed',
        (event.keyPass === 1 || event.assist === 1) && 'key_passes',
        has(event, QUALIFIER.cross) && 'crosses',
        has(event, QUALIFIER.corner) && 'corners',
      );
    case TYPE.offsidePass: {
      const caught = qualifierValue(event, QUALIFIER.caughtOffside);
      return [...own('passes'), ...(caught === undefined ? [] : [credit(side, caught, 'offsides')])];
    }
    case TYPE.foul:
      return own(done ? 'fouls_won' : 'fouls');
    case TYPE.tackle:
      return own('tackles', done && 'tackles_won');
    case TYPE.interception:
      return own('interceptions');
    case TYPE.save:
      // Blocks by outfield players are events of this type too, and so are saves of shots going wide.
      return has(event, QUALIFIER.outfieldBlock) || has(event, QUALIFIER.saveOffTarget) ? [] : own('saves');
    case TYPE.clearance:
      return own('clearances');
    case TYPE.miss:
    case TYPE.post:
      return own('shots');
    case TYPE.savedShot:
      return own('shots', !has(event, QUALIFIER.blocked) && 'shots_on_target');
    case TYPE.goal: {
      if (!done) return [];
      if (has(event, QUALIFIER.ownGoal)) return ownGoal(side, playerId);
      const assist = assistOf(event);
      return [
        ...own('goals', 'shots', 'shots_on_target'),
        ...(assist === null ? [] : [credit(side, assist, 'assists')]),
      ];
    }
    case TYPE.card:
      return own(...cardsOf(event));
    default:
      return [];
  }
}

function cardsOf(event: Event): string[] {
  if (has(event, QUALIFIER.secondYellow)) return CARDS.second;
  if (has(event, QUALIFIER.red)) return CARDS.red;
  return has(event, QUALIFIER.yellow) ? CARDS.yellow : [];
}

/** Whether a card sends its player off. */
export function sendsOff(event: Event): boolean {
  return event.typeId === TYPE.card && cardsOf(event).includes('red_cards');
}
