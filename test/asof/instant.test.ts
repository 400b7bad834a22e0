import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { formatInstant, InvalidInstantError, parseInstant } from '../../src/asof/instant.ts';

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
const written = fc
  .tuple(
    fc.integer({ min: 2, max: 9998 }).map((year) => String(year).padStart(4, '0')),
    two(0, 13),
    two(0, 32),
    two(0, 25),
    two(0, 61),
    two(0, 61),
    fc.constantFrom('', '.000', '.007', '.5', '.999', '.1234'),
    fc.constantFrom('Z', 'z', '+00:00', '-00:00', '-05:00', '+05:45', '+14:00', '+0530', '-12:30', ' 02:00'),
  )
  .map(
    ([year, month, day, hour, minute, second, part, offset]) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}${part}${offset}`,
  );

test('what is written with an offset is read as the calendar reads it, or refused with it', () => {
  fc.assert(
    fc.property(written, (text) => {
      const whole = DateTime.fromISO(text.replace(' ', '+').toUpperCase());
      const read = () => parseInstant(text, null);
      if (whole.isValid && !text.includes('.1234')) expect(read()).toBe(whole.toMillis());
      else expect(read).toThrow(InvalidInstantError);
    }),
    { numRuns: 3000 },
  );
});

test('any instant is written as the calendar writes it, and what is none is refused', () => {
  const near = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2050, 0) });
  const any = fc.integer({ min: -8.64e15, max: 8.64e15 });
  fc.assert(
    fc.property(fc.oneof(near, any, fc.double({ noNaN: true, min: -8.64e15, max: 8.64e15 })), (at) => {
      expect(formatInstant(at)).toBe(new Date(at).toISOString());
    }),
    { numRuns: 3000 },
  );
  const dayAfter = (days: number) => Date.UTC(1970, 0, 1 + days, 23, 59, 59, 999);
  const moreThanAreRemembered = Array.from({ length: 25_000 }, (_, days) => dayAfter(days));
  expect(moreThanAreRemembered.filter((at) => formatInstant(at) !== new Date(at).toISOString())).toEqual([]);
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1]) {
    expect(() => formatInstant(none)).toThrow(RangeError);
  }
});
