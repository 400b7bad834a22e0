import type { Match, Seat, Side } from './match.ts';
import { POSITIONS } from './player.ts';

/** One player goes out, another comes in. */
export interface Change {
  readonly side: Side;
  readonly out: Seat;
  readonly into: Seat;
}

const MINUTE = 6000;
const MAX_FOULS = 6;

/**
 * The changes a coach wants now: those who have played more than their share make room for those who
 * have played less, among players of neighbouring positions.
 *
 * @param fresh at the start of a period, when everybody is rested.
 * @param keep the person id of a player who must stay, because he is to throw.
 */
export function wantedChanges(match: Match, side: Side, fresh: boolean, keep = 0): Change[] {
  const changes: Change[] = [];
  const minimum = fresh ? 1.5 * MINUTE : 3.4 * MINUTE;
  const lastIn = new Set<Seat>();
  for (const out of [...side.five].sort((a, b) => need(match, side, a) - need(match, side, b))) {
    const stint = match.elapsed - out.since;
    if (changes.length === 3 || out.id === keep || (!fresh && stint < 4 * MINUTE)) continue;
    const into = bestFor(match, side, out, fresh, lastIn);
    if (into && need(match, side, into) - need(match, side, out) > minimum) {
      lastIn.add(into);
      changes.push({ side, out, into });
    }
  }
  return changes;
}

/** Who comes in for a player who must leave: the neediest of the bench, near his position where possible. */
export function replacement(match: Match, side: Side, out: Seat): Seat | undefined {
  return bestFor(match, side, out, true, new Set(), true);
}

/** Changes the five; the caller writes the plays. */
export function carryOut(match: Match, { side, out, into }: Change): void {
  out.played += match.elapsed - out.since;
  out.since = match.elapsed;
  into.since = match.elapsed;
  side.five = side.five.map((seat) => (seat === out ? into : seat));
}

function bestFor(match: Match, side: Side, out: Seat, fresh: boolean, taken: Set<Seat>, anyPosition = false) {
  let best: Seat | undefined;
  let bestNeed = Number.NEGATIVE_INFINITY;
  for (const seat of side.seats) {
    if (side.five.includes(seat) || taken.has(seat) || seat.fouls >= MAX_FOULS) continue;
    if (!fresh && match.elapsed - seat.since < MINUTE && seat.played > 0) continue;
    const apart = Math.abs(POSITIONS.indexOf(seat.player.position) - POSITIONS.indexOf(out.player.position));
    if (apart > 2 && !anyPosition) continue;
    const value = need(match, side, seat) - apart * MINUTE;
    if (value > bestNeed) {
      best = seat;
      bestNeed = value;
    }
  }
  return best;
}

/** Hundredths of playing time that are owed to a player: to a late close game's best more, less in foul trouble. */
function need(match: Match, side: Side, seat: Seat): number {
  const on = side.five.includes(seat);
  const played = seat.played + (on ? match.elapsed - seat.since : 0);
  let owed = seat.share * match.elapsed - played;
  const starter = seat.share > 0.5;
  const margin = Math.abs(match.home.score - match.away.score);
  const late = match.period >= 4 && match.clock < 6 * MINUTE;
  if (late && margin <= 12) owed += starter ? 4 * MINUTE : 0;
  else if (late && margin > 22) owed -= starter ? 10 * MINUTE : 0;
  // Two fouls in the first quarter, three in the second, and so on: better on the bench.
  if (seat.fouls > match.period && seat.fouls < MAX_FOULS && !late) owed -= 2.5 * MINUTE;
  return owed;
}
