/** What hockey's events add to the counters, whichever feed tells them. */
import { type Credit, opponent, type Side } from '../../plays/play.ts';

/** A player of the game with the side he plays for. */
export interface Actor {
  readonly side: Side;
  readonly playerId: string;
}

/** How many the scoring side had on the ice, against the other. */
export type Strength = 'even' | 'power_play' | 'short_handed';

const PREFIXES: Readonly<Record<Strength, string | null>> = {
  even: null,
  power_play: 'pp',
  short_handed: 'sh',
};

function credit(actor: Actor, counter: string, by = 1): Credit {
  return { side: actor.side, playerId: actor.playerId, counter, by };
}

/** The goalie's, or where the net was empty the team's alone. */
function against(shooter: Actor, goalie: Actor | null, counter: string): Credit {
  return goalie === null
    ? { side: opponent(shooter.side), playerId: null, counter, by: 1 }
    : credit(goalie, counter);
}

/** A goal is a shot on goal too. */
export function goal(
  scorer: Actor,
  assists: readonly Actor[],
  goalie: Actor | null,
  strength: Strength,
): Credit[] {
  const prefix = PREFIXES[strength];
  const twice = (actor: Actor, counter: string) => [
    credit(actor, counter),
    ...(prefix === null ? [] : [credit(actor, `${prefix}_${counter}`)]),
  ];
  return [
    ...twice(scorer, 'goals'),
    ...assists.flatMap((actor) => twice(actor, 'assists')),
    credit(scorer, 'shots'),
    credit(scorer, 'shot_attempts'),
    against(scorer, goalie, 'shots_against'),
    against(scorer, goalie, 'goals_against'),
  ];
}

/** A shot that the goalie saved; at an empty net nobody did. */
export function shotOnGoal(shooter: Actor, goalie: Actor | null): Credit[] {
  return [
    credit(shooter, 'shots'),
    credit(shooter, 'shot_attempts'),
    against(shooter, goalie, 'shots_against'),
    ...(goalie === null ? [] : [credit(goalie, 'saves')]),
  ];
}

/** An attempt, but no shot on goal. */
export function missedShot(shooter: Actor): Credit[] {
  return [credit(shooter, 'shot_attempts')];
}

/** A shot that hits the shooter's own teammate is nobody's block. */
export function blockedShot(shooter: Actor | null, blocker: Actor | null): Credit[] {
  const blocks = blocker !== null && blocker.side !== shooter?.side;
  return [
    ...(shooter === null ? [] : [credit(shooter, 'shot_attempts')]),
    ...(blocks ? [credit(blocker, 'blocked')] : []),
  ];
}

/** Taken by both, won by one. */
export function faceoff(winner: Actor, loser: Actor): Credit[] {
  return [credit(winner, 'faceoff_wins'), credit(winner, 'faceoffs_taken'), credit(loser, 'faceoffs_taken')];
}

/** What counts once, for one player. */
export function single(actor: Actor, counter: 'hits' | 'giveaways' | 'takeaways'): Credit[] {
  return [credit(actor, counter)];
}

/** Minutes go to who committed the penalty. A bench penalty is the team's: who serves it did not earn it. */
export function penalty(side: Side, charged: Actor | null, minutes: number): Credit[] {
  if (minutes === 0) return [];
  return [
    charged === null
      ? { side, playerId: null, counter: 'pim', by: minutes }
      : credit(charged, 'pim', minutes),
  ];
}
