/**
 * Instants from minute strings. "8:12 PM" is Eastern local time of the schedule's date; rows go on in order,
 * past midnight too. A play is placed inside its minute, in row order, by the game clock.
 */
import { DateTime } from 'luxon';
import type { Stamp } from '../../plays/play.ts';
import type { ClockRules } from '../../sports/sport.ts';
import { elapsedAt } from '../../sports/sport.ts';
import { BadInput } from '../bad-input.ts';
import type { V2Row } from './row.ts';

const MINUTE = 60_000;
/** No game stops for longer: a wider step is a wrong stamp. */
const LONGEST_GAP = 4 * 60 * MINUTE;

/** Stamps of all rows: the minute as interval, a place in it as best instant. */
export function minuteStamps(
  rows: readonly V2Row[],
  date: string,
  zone: string,
  clock: ClockRules,
  file: string,
): { stamps: Stamp[]; orderKeys: number[] } {
  const minutes = resolveMinutes(rows, date, zone, file);
  const stamps: Stamp[] = [];
  const orderKeys: number[] = [];
  for (let start = 0; start < rows.length; ) {
    const minute = minutes[start] ?? 0;
    let end = start;
    while (end < rows.length && minutes[end] === minute) end++;
    const played = rows.slice(start, end).map((row) => elapsedAt(clock, row.period, row.clock) * 10);
    for (const [index, offset] of placeInMinute(played).entries()) {
      stamps.push({
        at: minute + offset,
        precision: 'minute',
        earliest: minute,
        latest: minute + MINUTE - 1,
        method: 'minute_string',
      });
      orderKeys.push(index);
    }
    start = end;
  }
  return { stamps, orderKeys };
}

/**
 * Offsets inside a minute, in milliseconds, strictly rising. What the game clock ran between plays is kept;
 * the time it stood still is spread evenly before, between and after them.
 */
export function placeInMinute(elapsed: readonly number[]): number[] {
  let highest = elapsed[0] ?? 0;
  const rises = elapsed.map((value) => {
    highest = Math.max(highest, value);
    return highest - (elapsed[0] ?? 0);
  });
  const span = rises.at(-1) ?? 0;
  // Each play needs a millisecond of its own between it and the next.
  const scale = span + elapsed.length + 1 > MINUTE ? MINUTE / 2 / span : 1;
  const idle = (MINUTE - span * scale) / (elapsed.length + 1);
  return rises.map((rise, index) => Math.floor(rise * scale + idle * (index + 1)));
}

function resolveMinutes(rows: readonly V2Row[], date: string, zone: string, file: string): number[] {
  const day = DateTime.fromISO(date, { zone });
  if (!day.isValid) throw new BadInput(file, 'schedule', `"${date}" is not a date`, 'correct the schedule');
  const days = [day, day.plus({ days: 1 })].map(dayOf);
  const known = new Map<string, readonly number[]>();
  let last = Number.NEGATIVE_INFINITY;
  return rows.map((row) => {
    let candidates = known.get(row.wallClock);
    if (candidates === undefined) {
      candidates = instantsOf(readMinute(row, file), days);
      known.set(row.wallClock, candidates);
    }
    const at = candidates.find((candidate) => candidate >= last);
    if (at === undefined || (Number.isFinite(last) && at - last > LONGEST_GAP)) {
      throw new BadInput(
        file,
        row.place,
        `WCTIMESTRING "${row.wallClock}" does not follow the row before it`,
        'correct the time or drop the row',
      );
    }
    last = at;
    return at;
  });
}

/** Minutes since midnight. */
function readMinute(row: V2Row, file: string): number {
  const match = /^(\d{1,2}):([0-5]\d) ([AP])M$/.exec(row.wallClock);
  const hour = Number(match?.[1]);
  if (match === null || hour < 1 || hour > 12) {
    throw new BadInput(
      file,
      row.place,
      `WCTIMESTRING "${row.wallClock}" is not a time like 8:12 PM`,
      'correct the time or drop the row',
    );
  }
  return ((hour % 12) + (match[3] === 'P' ? 12 : 0)) * 60 + Number(match[2]);
}

interface Day {
  readonly midnight: DateTime;
  readonly start: number;
  /** Whether the clocks stay as they are all day. */
  readonly even: boolean;
}

function dayOf(midnight: DateTime): Day {
  const start = midnight.toMillis();
  return { midnight, start, even: midnight.plus({ days: 1 }).toMillis() - start === 1440 * MINUTE };
}

/** What a minute of the day can mean on the game's date or the day after, earliest first. */
function instantsOf(minute: number, days: readonly Day[]): number[] {
  const candidates = days.flatMap(({ midnight, start, even }) => {
    // Asking luxon for every offset is slow (1.8 s of a 25 s load), and only on two days a year needed.
    if (even) return [start + minute * MINUTE];
    const hour = Math.floor(minute / 60);
    const local = midnight.set({ hour, minute: minute % 60 });
    // In spring an hour is left out; luxon would move the time on.
    if (local.hour !== hour) return [];
    return local.getPossibleOffsets().map((instant) => instant.toMillis());
  });
  return candidates.sort((a, b) => a - b);
}
