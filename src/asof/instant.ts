/** Reading an instant a person or a program wrote. No naive time: an offset, or a zone to read it in. */
import { DateTime, FixedOffsetZone } from 'luxon';
import { zoneNamed } from './zone.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?$/;
/** A space before the offset is a `+` that a query string decoded. */
const WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+\- ](?:[01]\d|2[0-3]):?[0-5]\d)$/i;

/**
 * What programs write, of which any value within these digits is an instant: `Date` reads it in a twentieth of the
 * time. The 29th of February is left to the calendar.
 */
const PLAIN =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** What RFC 3339 can write and PostgreSQL can hold: the years 1 to 9999, in UTC. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Epoch milliseconds of an RFC 3339 instant, or of a local time in an IANA zone.
 * Throws `InvalidInstantError`, `AmbiguousInstantError`, `NonexistentInstantError`, `UnknownZoneError`.
 */
export function parseInstant(text: string, zone: string | null): number {
  const plain = PLAIN.test(text) ? Date.parse(text) : Number.NaN;
  const at = Number.isNaN(plain) ? parseAny(text, zone) : plain;
  if (at >= FIRST && at <= LAST) return at;
  throw new InvalidInstantError(text, 'it is not in the years 1 to 9999 of UTC');
}

function parseAny(text: string, zone: string | null): number {
  const trimmed = text.trim();
  const absolute = WITH_OFFSET.exec(trimmed);
  if (absolute !== null) {
    const offset = (absolute[2] ?? 'Z').toUpperCase().replace(' ', '+');
    const at = DateTime.fromISO(`${(absolute[1] ?? '').replace(' ', 'T')}${offset}`);
    if (!at.isValid) throw new InvalidInstantError(text, NO_SUCH_TIME);
    return at.toMillis();
  }
  const local = LOCAL.exec(trimmed);
  if (local === null) {
    throw new InvalidInstantError(text, 'write it like 2016-06-19T19:02:34.560-05:00, milliseconds at most');
  }
  if (zone === null) {
    throw new InvalidInstantError(text, 'it has no offset: add one, or give the zone as tz=America/Chicago');
  }
  return resolveLocal(text, `${local[1]}T${local[2]}${local[3] ?? ''}`, zoneNamed(zone));
}

const DAY = 86_400_000;
/** More days than fifty years have. */
const MOST_DAYS = 20_000;
const dates = new Map<number, string>();
const pairs = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/**
 * Instant as published: UTC, milliseconds. Answers have several, panels millions, of few days: `Date` writes the date of
 * each day once.
 */
export function formatInstant(at: number): string {
  if (!Number.isInteger(at) || at < FIRST || at > LAST) return new Date(at).toISOString();
  const day = Math.floor(at / DAY);
  const within = at - day * DAY;
  const seconds = Math.floor(within / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = within - seconds * 1000;
  const milliseconds = rest < 10 ? `00${rest}` : rest < 100 ? `0${rest}` : rest;
  return `${dateOf(day)}${pairs[Math.floor(minutes / 60)]}:${pairs[minutes % 60]}:${pairs[seconds % 60]}.${milliseconds}Z`;
}

/**
 * Instant as a parameter of a statement. The driver writes a `Date` in the zone of the process, which takes longer than the rest of a
 * question; but it knows how PostgreSQL writes the years before the first.
 */
export function instantParameter(at: number): string | Date {
  return at >= FIRST && at <= LAST ? formatInstant(at) : new Date(at);
}

/** "2016-06-20T" of a day since 1970. */
function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 11);
    if (dates.size >= MOST_DAYS) dates.clear();
    dates.set(day, date);
  }
  return date;
}

const NO_SUCH_TIME = 'there is no such day, or no such time of day';
/** Farther than any clock is from another. */
const FAR = 16 * 3_600_000;

function resolveLocal(text: string, iso: string, zone: string): number {
  const at = DateTime.fromISO(iso, { zone });
  if (!at.isValid) throw new InvalidInstantError(text, NO_SUCH_TIME);
  const wanted = DateTime.fromISO(iso, { zone: 'utc' }).toMillis();
  if (
    DateTime.fromMillis(at.toMillis(), { zone }).setZone('utc', { keepLocalTime: true }).toMillis() !== wanted
  ) {
    const offsets = [wanted - FAR, wanted + FAR].map((near) => DateTime.fromMillis(near, { zone }).offset);
    throw new NonexistentInstantError(
      text,
      zone,
      offsets.map((offset) => withOffset(wanted, offset)),
    );
  }
  const meanings = at.getPossibleOffsets();
  if (meanings.length > 1) {
    const inTime = meanings.sort((a, b) => a.toMillis() - b.toMillis());
    throw new AmbiguousInstantError(
      text,
      zone,
      inTime.map((meaning) => withOffset(wanted, meaning.offset)),
    );
  }
  return at.toMillis();
}

/** Local time with an offset in minutes, written out; in UTC where the offset has seconds, as before there were zones. */
function withOffset(local: number, offset: number): string {
  const at = Math.round(local - offset * 60_000);
  if (!Number.isInteger(offset)) return formatInstant(at);
  return DateTime.fromMillis(at, { zone: FixedOffsetZone.instance(offset) }).toISO() ?? formatInstant(at);
}

/** Not an instant. */
export class InvalidInstantError extends Error {
  override readonly name = 'InvalidInstantError';
  constructor(text: string, reason: string) {
    super(`"${text}" is not an instant: ${reason}`);
  }
}

/** A local time that happens twice, as clocks go back. */
export class AmbiguousInstantError extends Error {
  override readonly name = 'AmbiguousInstantError';
  readonly candidates: readonly string[];
  constructor(text: string, zone: string, candidates: readonly string[]) {
    super(
      `"${text}" happens twice in ${zone}: ${candidates.join(' and ')}; write the offset of the one you mean`,
    );
    this.candidates = candidates;
  }
}

/** A local time that clocks going forward skip. */
export class NonexistentInstantError extends Error {
  override readonly name = 'NonexistentInstantError';
  readonly candidates: readonly string[];
  constructor(text: string, zone: string, candidates: readonly string[]) {
    super(
      `"${text}" does not exist in ${zone}, where clocks go forward: ${candidates.join(' or ')}; write the offset you mean`,
    );
    this.candidates = candidates;
  }
}
