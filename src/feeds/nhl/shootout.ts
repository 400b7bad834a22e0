/** Shoot-outs: no player's goal and no shot, but one goal for the team that wins. */
import { type Credit, opponent, type Side } from '../../plays/play.ts';

/** As much of an event as a shoot-out is decided by. */
export interface ShootoutStep {
  /** The side that scored in the shoot-out, null for every other event. */
  readonly scored: Side | null;
  readonly shootout: boolean;
  /** The event says that the shoot-out, or the game, is over. */
  readonly over: boolean;
}

export interface Decision {
  readonly position: number;
  readonly winner: Side;
}

/** Where in the events the shoot-out is won; null without one, or while it goes on. */
export function decisionOf(steps: readonly ShootoutStep[]): Decision | null {
  const tally = { home: 0, away: 0 };
  let begun = false;
  for (const [position, step] of steps.entries()) {
    if (step.shootout) begun = true;
    if (step.scored !== null) tally[step.scored]++;
    if (!begun || !step.over || tally.home === tally.away) continue;
    return { position, winner: tally.home > tally.away ? 'home' : 'away' };
  }
  return null;
}

/** The one goal that a shoot-out counts: the winning team's, and against the other, of no player. */
export function winnersGoal(winner: Side): Credit[] {
  return [
    { side: winner, playerId: null, counter: 'goals', by: 1 },
    { side: opponent(winner), playerId: null, counter: 'goals_against', by: 1 },
  ];
}
