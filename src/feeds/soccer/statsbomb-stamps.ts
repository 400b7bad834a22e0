/**
 * Instants of a feed without a wall clock. Its events count from the start of their period; when that was,
 * nobody says but the schedule: the first half starts at the scheduled kick-off, later than it if at all, and
 * the breaks have usual lengths. So the best instant is a guess of precision `game`, and its interval is as
 * wide as matches are late.
 */
import type { Stamp } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';

const MINUTE = 60_000;
/** Usual breaks before each period. */
const BREAK_BEFORE: Readonly<Record<number, number>> = {
  1: 0,
  2: 15 * MINUTE,
  3: 5 * MINUTE,
  4: 2 * MINUTE,
  5: 5 * MINUTE,
};
/** Clocks of grounds are not the feed's. */
const EARLY = 5 * MINUTE;
/** A kick-off later than this is another date; interruptions and long breaks are in it. */
const LATE = 180 * MINUTE;

/** `00:47:58.475` is 2,878,475 milliseconds. */
export function readOffset(value: string, file: string, place: string): number {
  const match = /^(\d\d):([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(value);
  if (match === null) {
    throw new BadInput(file, place, `"${value}" is not a time like 00:47:58.475`, 'fetch the file again');
  }
  const [hours = 0, minutes = 0, seconds = 0, millis = 0] = match.slice(1).map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
}

/** Stamps by period and offset, given how long each period lasted. */
export function stampsFrom(
  kickOff: number,
  lengths: ReadonlyMap<number, number>,
): (period: number, offset: number) => Stamp {
  const starts = new Map<number, { readonly played: number; readonly breaks: number }>();
  let played = 0;
  let breaks = 0;
  for (const period of [...lengths.keys()].sort((a, b) => a - b)) {
    breaks += BREAK_BEFORE[period] ?? 0;
    starts.set(period, { played, breaks });
    played += lengths.get(period) ?? 0;
  }
  return (period, offset) => {
    const start = starts.get(period) ?? { played: 0, breaks: 0 };
    const run = start.played + offset;
    const at = kickOff + start.breaks + run;
    return {
      at,
      precision: 'game',
      earliest: kickOff - EARLY + run,
      latest: at + LATE,
      method: 'scheduled',
    };
  };
}
