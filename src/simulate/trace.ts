import type { Play, SideName } from './play.ts';

/**
 * Whether the plays of a period alone show that these five of a side began it: each must act, or go out,
 * before anything says that he came in. Assists, fouls drawn and technical fouls are not counted as acts,
 * so that a cautious reader finds the five as well.
 *
 * @param five person ids of those who began the period.
 */
export function showsStarters(
  plays: readonly Play[],
  period: number,
  side: SideName,
  five: readonly number[],
): boolean {
  const open = new Set(five);
  for (const play of plays) {
    if (play.period !== period || !('person' in play) || play.side !== side) continue;
    // Rows of the break itself are not looked at: the question is whether one could do without them.
    if (play.kind === 'substitution' && play.periodStart) continue;
    if (play.kind === 'substitution' && play.direction === 'in' && open.has(play.person)) return false;
    if (isTrace(play)) open.delete(play.person);
    if (open.size === 0) return true;
  }
  return false;
}

function isTrace(play: Play): boolean {
  if (play.kind === 'foul') return play.subType !== 'technical';
  if (play.kind === 'freethrow') return !play.technical;
  return play.kind !== 'violation';
}
