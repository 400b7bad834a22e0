/** What a StatsBomb event adds to whom. */
import type { Credit, Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { CARDS, credit, credits, ownGoal } from './credits.ts';
import { cardOf, type Event } from './statsbomb-event.ts';

/** Who assisted the shot of that id. */
export type AssistOf = (shotId: string) => string | null;

const ON_TARGET = new Set(['Goal', 'Saved', 'Saved To Post', 'Saved to Post']);
const TACKLE_WON = new Set(['Won', 'Success', 'Success In Play', 'Success Out']);
/** `Shot Saved Off Target` is missing: what goes wide is no shot on target, and no save. */
const SAVES = new Set([
  'Shot Saved',
  'Shot Saved To Post',
  'Shot Saved to Post',
  'Save',
  'Penalty Saved',
  'Penalty Saved To Post',
  'Penalty Saved to Post',
]);
const CARD_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Yellow Card': CARDS.yellow,
  'Second Yellow': CARDS.second,
  'Red Card': CARDS.red,
};

/** Credits of an event by its player, of that side. */
export function creditsOf(event: Event, side: Side, assistOf: AssistOf): Credit[] {
  if (event.player === undefined || event.period === SHOOT_OUT) return [];
  const playerId = String(event.player.id);
  const own = (...counters: (string | false)[]) => credits(side, playerId, ...counters);
  switch (event.type.name) {
    case 'Pass': {
      const { pass } = event;
      const caught = pass?.outcome?.name === 'Pass Offside' ? pass.recipient : undefined;
      return [
        ...own(
          'passes',
          pass?.outcome === undefined && 'passes_completed',
          (pass?.shot_assist === true || pass?.goal_assist === true) && 'key_passes',
          pass?.cross === true && 'crosses',
          pass?.type?.name === 'Corner' && 'corners',
        ),
        ...(caught === undefined ? [] : [credit(side, String(caught.id), 'offsides')]),
      ];
    }
    case 'Shot': {
      const outcome = event.shot?.outcome.name ?? '';
      const assist = outcome === 'Goal' ? assistOf(event.id) : null;
      return [
        ...own('shots', ON_TARGET.has(outcome) && 'shots_on_target', outcome === 'Goal' && 'goals'),
        ...(assist === null ? [] : [credit(side, assist, 'assists')]),
      ];
    }
    // Its counterpart `Own Goal For` repeats it for the other team.
    case 'Own Goal Against':
      return ownGoal(side, playerId);
    case 'Offside':
      return own('offsides');
    case 'Duel':
      return event.duel?.type?.name === 'Tackle'
        ? own('tackles', TACKLE_WON.has(event.duel.outcome?.name ?? '') && 'tackles_won')
        : [];
    case 'Interception':
      return own('interceptions');
    case 'Clearance':
      return own('clearances');
    case 'Foul Committed':
      return own('fouls', ...(CARD_NAMES[cardOf(event) ?? ''] ?? []));
    case 'Bad Behaviour':
      return own(...(CARD_NAMES[cardOf(event) ?? ''] ?? []));
    case 'Foul Won':
      return own('fouls_won');
    case 'Goal Keeper':
      return own(SAVES.has(event.goalkeeper?.type?.name ?? '') && 'saves');
    default:
      return [];
  }
}

/** Whether a card sends its player off. */
export function sendsOff(event: Event): boolean {
  return (CARD_NAMES[cardOf(event) ?? ''] ?? []).includes('red_cards');
}
