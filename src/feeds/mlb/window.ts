/**
 * A plate appearance as a window: who pitches and who bats at each of its events, and which event ends it.
 * Both may change within it; then the rules of scoring say who is charged with what comes of it.
 */
import type { PlateAppearance, PlayEvent } from './document.ts';

export interface Window {
  readonly appearance: PlateAppearance;
  readonly events: readonly PlayEvent[];
  /** Index of the event that the result comes of: the last pitch, or the last event where there is none. */
  readonly closing: number;
  /** Who was pitching when the event at that index happened. */
  pitcherAt(index: number): number;
  batterAt(index: number): number;
  /** Who is charged with a result of those counters. */
  readonly charge: (outcome: readonly string[]) => { readonly batter: number; readonly pitcher: number };
}

interface Change {
  readonly index: number;
  readonly out: number;
  readonly in: number;
  readonly balls: number;
  readonly strikes: number;
}

const PITCHER = '1';
const PINCH_HITTER = '11';

/** Counts in the batter's favour: a walk that follows is the first pitcher's (official rule 9.16(h)). */
const BEHIND = new Set(['2-0', '2-1', '3-0', '3-1', '3-2']);

/** `pitcherBefore`: who pitched last for the fielding side, null at its first batter. */
export function windowOf(
  appearance: PlateAppearance,
  events: readonly PlayEvent[],
  pitcherBefore: number | null,
): Window {
  const { batter, pitcher } = appearance.matchup;
  const thrown = events.findLastIndex((event) => event.isPitch || event.type === 'no_pitch');
  const closing = thrown < 0 ? events.length - 1 : thrown;
  const pitchers = changes(events, isPitchingChange, pitcherBefore);
  const batters = changes(events, (event) => event.position?.code === PINCH_HITTER, null);
  const pitcherAt = holder(pitchers, pitcher.id);
  const batterAt = holder(batters, batter.id);
  return {
    appearance,
    events,
    closing,
    pitcherAt,
    batterAt,
    charge(outcome) {
      const relief = pitchers.find((change) => BEHIND.has(`${change.balls}-${change.strikes}`));
      const pinch = batters.find((change) => change.strikes === 2);
      const last = Math.max(closing, 0);
      return {
        pitcher: outcome.includes('bb') && relief !== undefined ? relief.out : pitcherAt(last),
        // Official rule 9.15(b): a strikeout belongs to whoever had two of the strikes.
        batter: outcome.includes('so') && pinch !== undefined ? pinch.out : batterAt(last),
      };
    },
  };
}

function isPitchingChange(event: PlayEvent): boolean {
  if (event.details.eventType === 'pitching_substitution') return true;
  return event.isSubstitution && event.position?.code === PITCHER;
}

function changes(
  events: readonly PlayEvent[],
  isChange: (event: PlayEvent) => boolean,
  before: number | null,
): Change[] {
  const found: Change[] = [];
  for (const event of events) {
    if (!isChange(event) || event.player == null) continue;
    const out = found.at(-1)?.in ?? before ?? event.replacedPlayer?.id ?? event.player.id;
    found.push({ index: event.index, out, in: event.player.id, ...event.count });
  }
  return found;
}

/** Who held the post at an event: whoever came in last before it; where nobody changed, whom the result names. */
function holder(found: readonly Change[], named: number): (index: number) => number {
  return (index) => {
    const came = found.findLast((change) => change.index <= index);
    return came?.in ?? found[0]?.out ?? named;
  };
}
