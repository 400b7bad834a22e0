/**
 * Which stamps to believe. Of the plays' start times, in order of play, the longest run is kept in which
 *
 * - none goes back (a whole-second stamp may stand a fraction before its neighbour: it means the whole second);
 * - the game clock never runs faster than the wall clock, with ten minutes at least for half-time and one minute
 *   for clocks stopped or set by hand;
 * - two neighbours are never more than four hours apart.
 *
 * What is left out is wrong: single plays of 2014 to 2016 stamped some twenty hours late, a kickoff of 2011
 * stamped fifty minutes late, with a quarter and half-time still to be played in the twenty-seven minutes after it.
 * One wrong stamp in ten is the most that is mended.
 */
import type { ReadPlay } from './document.ts';

const SLACK = 60_000;
const HALF_TIME = 600_000;
const LONGEST_WAIT = 4 * 3_600_000;

export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** Positions of plays whose start is believed; null where too many are wrong. */
export function believedStarts(
  plays: readonly ReadPlay[],
  starts: readonly (Span | null)[],
): ReadonlySet<number> | null {
  const ran = gameClock(plays);
  const stamped = starts.flatMap((span, position) =>
    span === null ? [] : [{ span, position, ran: ran[position] ?? 0 }],
  );
  const length: number[] = [];
  const before: number[] = [];
  let end = -1;
  for (const [index, next] of stamped.entries()) {
    length[index] = 1;
    before[index] = -1;
    // Backwards, so that among equals the nearest neighbour is kept; a full run cannot be bettered.
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const from = stamped[earlier];
      const reached = (length[earlier] ?? 0) + 1;
      if (from === undefined || reached <= (length[index] ?? 0)) continue;
      const wait = next.span.latest - from.span.earliest;
      if (wait < 0 || wait > LONGEST_WAIT || wait < next.ran - from.ran - SLACK) continue;
      length[index] = reached;
      before[index] = earlier;
      if (reached === earlier + 2) break;
    }
    if ((length[index] ?? 0) > (length[end] ?? 0)) end = index;
  }
  if ((length[end] ?? 0) < stamped.length * 0.9) return null;
  const kept = new Set<number>();
  for (let index = end; index >= 0; index = before[index] ?? -1) {
    kept.add(stamped[index]?.position ?? -1);
  }
  return kept;
}

/** Milliseconds the game has run at each play by its own clock, half-time included. Overtime's length is its fullest clock. */
function gameClock(plays: readonly ReadPlay[]): number[] {
  const fullest = new Map<number, number>();
  for (const { period, clock } of plays) fullest.set(period, Math.max(fullest.get(period) ?? 0, clock));
  const lengthOf = (period: number) => (period <= 4 ? 90_000 : (fullest.get(period) ?? 0));
  return plays.map(({ period, clock }) => {
    let centiseconds = lengthOf(period) - clock;
    for (let past = 1; past < period; past++) centiseconds += lengthOf(past);
    return centiseconds * 10 + (period > 2 ? HALF_TIME : 0);
  });
}
