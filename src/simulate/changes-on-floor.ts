import { type Change, carryOut, replacement, wantedChanges } from './coach.ts';
import type { Match, Seat, Side } from './match.ts';

/**
 * A dead ball: each coach may change players. All who go out are written first, then all who come in, at
 * one instant.
 *
 * @param keep the person id of a player who must stay, because he is to throw.
 */
export function deadBall(match: Match, keep = 0): void {
  const changes = [match.home, match.away].flatMap((side) =>
    match.random.chance(0.55) ? wantedChanges(match, side, false, keep) : [],
  );
  write(match, changes);
}

/** A player with six fouls leaves at once. */
export function foulOut(match: Match, side: Side, out: Seat): void {
  const into = replacement(match, side, out);
  if (into) write(match, [{ side, out, into }]);
}

function write(match: Match, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  match.wait(2, 9);
  for (const { side, out } of changes) {
    match.record({
      kind: 'substitution',
      side: side.name,
      direction: 'out',
      person: out.id,
      periodStart: false,
    });
  }
  for (const { side, into } of changes) {
    match.record({
      kind: 'substitution',
      side: side.name,
      direction: 'in',
      person: into.id,
      periodStart: false,
    });
  }
  for (const change of changes) carryOut(match, change);
}
