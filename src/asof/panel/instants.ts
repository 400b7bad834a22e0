/** Reading a million instants: the usual form without a regular expression, local times of a day with one look-up. */
import { parseInstant } from '../instant.ts';

const ZERO = 48;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits as a number, or NaN. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const LONG = 24;
const SHORT = 20;
const scratch = new Uint8Array(LONG);

/**
 * Epoch milliseconds of `2016-06-20T00:02:34.560Z`, with or without milliseconds; NaN for everything else, of
 * which `parseInstant` says what it is.
 */
export function usualInstant(text: string): number {
  const { length } = text;
  if (length !== LONG && length !== SHORT) return Number.NaN;
  for (let at = 0; at < length; at++) scratch[at] = Math.min(text.charCodeAt(at), 255);
  return usualInstantIn(scratch, 0, length);
}

/** The same of the bytes from one place to another. */
export function usualInstantIn(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const isUsual =
    (length === LONG || length === SHORT) &&
    bytes[from + 4] === 45 &&
    bytes[from + 7] === 45 &&
    bytes[from + 10] === 84 &&
    bytes[from + 13] === 58 &&
    bytes[from + 16] === 58 &&
    bytes[to - 1] === 90;
  if (!isUsual) return Number.NaN;
  let milliseconds = 0;
  if (length === LONG) {
    if (bytes[from + 19] !== 46) return Number.NaN;
    const last = (bytes[from + 22] ?? 0) - ZERO;
    milliseconds = last >= 0 && last <= 9 ? two(bytes, from + 20) * 10 + last : Number.NaN;
  }
  const year = two(bytes, from) * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5);
  const day = two(bytes, from + 8);
  const hour = two(bytes, from + 11);
  const minute = two(bytes, from + 14);
  const second = two(bytes, from + 17);
  const isDate = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0);
  if (!isDate || !(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) {
    return Number.NaN;
  }
  return (
    daysFromEpoch(year, month, day) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  );
}

/** Days from 1970-01-01 in the Gregorian calendar; years counted from March so that the leap day comes last. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2})(:\d{2})(?:(:\d{2})(\.\d{3})?)?$/;
const LAST_OF_HOUR = 3_599_999;

/** Reads instants of any form, those without an offset in a zone, whose offset it looks up once an hour of its clock. */
export class InstantReader {
  readonly #zone: string | null;
  /** Milliseconds from local to world time, by local hour; NaN where clocks are changed in it. */
  readonly #offsets = new Map<string, number>();

  constructor(zone: string | null) {
    this.#zone = zone;
  }

  /** Epoch milliseconds. Throws what `parseInstant` throws. */
  read(text: string): number {
    const usual = usualInstant(text);
    if (!Number.isNaN(usual)) return usual;
    const local = this.#zone === null ? null : LOCAL.exec(text);
    if (local !== null) {
      const [, date = '', hour = '', minute = '', second = ':00', fraction = '.000'] = local;
      const hourText = `${date}T${hour}`;
      const at = usualInstant(`${hourText}${minute}${second}${fraction}Z`) + this.#offset(hourText);
      if (!Number.isNaN(at)) return at;
    }
    return parseInstant(text, this.#zone);
  }

  #offset(hour: string): number {
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = this.#offsetOf(hour);
      this.#offsets.set(hour, offset);
    }
    return offset;
  }

  #offsetOf(hour: string): number {
    try {
      const first = parseInstant(`${hour}:00:00.000`, this.#zone);
      const last = parseInstant(`${hour}:59:59.999`, this.#zone);
      return last - first === LAST_OF_HOUR ? first - usualInstant(`${hour}:00:00.000Z`) : Number.NaN;
    } catch {
      // In such an hour each instant is looked at for itself, and refused in its own words.
      return Number.NaN;
    }
  }
}
