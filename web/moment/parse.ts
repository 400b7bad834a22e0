/**
 * A time in the words people use, to one instant. What could mean two things is refused with both named, and a
 * time without a date is read on the day at hand only where there is one.
 */
import { DateTime } from 'luxon';
import { AmbiguousInstantError, NonexistentInstantError, parseInstant } from '../../src/asof/instant.ts';
import { readDate } from './dates.ts';
import { readGameWords } from './game-words.ts';
import type { Marks } from './marks.ts';
import { type NamedZone, splitZone } from './zones.ts';

export interface Context {
  /** The present, epoch milliseconds. */
  readonly now: number;
  /** Zone in which words without one are read. */
  readonly zone: string;
  /** The instant on the screen, if there is one: "+30s" goes on from it, "21:30" is on its day. */
  readonly shown: number | null;
  readonly marks: Marks | null;
}

export interface Candidate {
  readonly label: string;
  readonly at: number;
}

export type Reading =
  | { readonly ok: true; readonly at: number; readonly zone: string }
  | { readonly ok: false; readonly reason: string; readonly candidates: readonly Candidate[] };

const NOTHING: readonly Candidate[] = [];
const RELATIVE = /^([+-])\s*(\d+(?:\.\d+)?)\s*(ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)$/i;
const UNIT: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const CLOCK = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap])?\.?m?\.?$/i;

/** Read words as an instant. */
export function readMoment(text: string, context: Context): Reading {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '')
    return refused('type a time: 2016-06-19 7:02:34 pm Chicago, yesterday 21:30 ET, end of Q3');
  const { zone } = context;
  const relative = RELATIVE.exec(words);
  if (relative !== null) return readRelative(relative, context);
  if (/^(now|latest)$/i.test(words)) return { ok: true, at: context.now, zone };
  const named = readGameWords(words, context.marks);
  if (named !== null) return typeof named === 'string' ? refused(named) : { ok: true, at: named.at, zone };
  if (/\d(Z|[+-]\d{2}:?\d{2})$/i.test(words)) return attempt(words, null, zone, null);
  return readLocal(words, context);
}

function readRelative([, sign, amount, unit]: RegExpExecArray, { shown, now, zone }: Context): Reading {
  const name = (unit ?? 's').toLowerCase();
  const factor = name === 'ms' ? 1 : (UNIT[name[0] ?? 's'] ?? 1000);
  const by = Math.round(Number(amount) * factor) * (sign === '-' ? -1 : 1);
  return { ok: true, at: (shown ?? now) + by, zone };
}

function readLocal(words: string, context: Context): Reading {
  const { rest, named } = splitZone(words);
  const zone = named?.zone ?? context.zone;
  const date = readDate(rest.replace(/,/g, ' ').replace(/\s+/g, ' '), context, zone);
  if ('reason' in date) return refused(date.reason);
  const [only] = date.dates;
  if (only === undefined) return refused(`"${words}" names no day that can be read`);
  if (date.dates.length > 1) {
    return {
      ok: false,
      reason: `"${words}" can be read as two days`,
      candidates: date.dates.flatMap((iso) => {
        const reading = withTime(iso, date.rest, zone, named, context);
        return reading.ok ? [{ label: DateTime.fromISO(iso).toFormat('d LLLL yyyy'), at: reading.at }] : [];
      }),
    };
  }
  return withTime(only, date.rest, zone, named, context);
}

function withTime(
  date: string,
  words: string,
  zone: string,
  named: NamedZone | null,
  { marks }: Context,
): Reading {
  const rest = words.replace(/^(at|@|T)\s*/i, '').trim();
  if (rest === '') {
    return marks === null
      ? refused(`${date} is a whole day: add a time, like ${date} 19:30`)
      : refused(`add a time to ${date}, or say "halftime", "end of ${marks.periods[0]?.name ?? 'Q1'}"`);
  }
  const time = readClock(rest);
  if (time === null) return refused(`"${rest}" is not a time of day: write 19:02:34.560 or 7:02:34 pm`);
  return attempt(`${date}T${time}`, zone, zone, named);
}

/** `HH:mm:ss.SSS` of a time of day, or null. */
function readClock(text: string): string | null {
  const word = text.toLowerCase();
  if (word === 'noon') return '12:00:00';
  if (word === 'midnight') return '00:00:00';
  const found = CLOCK.exec(word);
  if (found === null) return null;
  const [, hours, minutes, seconds = '00', fraction, half] = found;
  let hour = Number(hours);
  if (half === undefined && minutes === undefined) return null;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes ?? 0) > 59 || Number(seconds) > 59) return null;
  const pad = (value: number | string) => String(value).padStart(2, '0');
  return `${pad(hour)}:${minutes ?? '00'}:${seconds}.${(fraction ?? '').padEnd(3, '0')}`;
}

function attempt(text: string, zone: string | null, shownIn: string, named: NamedZone | null): Reading {
  try {
    const at = parseInstant(text, zone);
    const offset = zone === null ? null : DateTime.fromMillis(at, { zone }).offset;
    if (named?.offset != null && offset !== null && offset !== named.offset) {
      const meant = at + (offset - named.offset) * 60_000;
      return {
        ok: false,
        reason: `${shownIn} was not on that time that day`,
        candidates: [at, meant].map((instant) => ({ label: new Date(instant).toISOString(), at: instant })),
      };
    }
    return { ok: true, at, zone: shownIn };
  } catch (error) {
    if (error instanceof AmbiguousInstantError || error instanceof NonexistentInstantError) {
      const candidates = error.candidates.map((label) => ({ label, at: DateTime.fromISO(label).toMillis() }));
      const meant = candidates.find(
        ({ label }) =>
          named?.offset != null && DateTime.fromISO(label, { setZone: true }).offset === named.offset,
      );
      if (meant !== undefined) return { ok: true, at: meant.at, zone: shownIn };
      const happens = error instanceof AmbiguousInstantError ? 'happens twice' : 'does not exist';
      return { ok: false, reason: `that time ${happens} in ${shownIn}, where clocks change`, candidates };
    }
    if (error instanceof Error && error.name === 'InvalidInstantError') return refused(error.message);
    throw error;
  }
}

function refused(reason: string): Reading {
  return { ok: false, reason, candidates: NOTHING };
}
