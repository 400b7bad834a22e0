import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import {
  AmbiguousInstantError,
  formatInstant,
  InvalidInstantError,
  NonexistentInstantError,
  parseInstant,
} from '../../src/asof/instant.ts';
import { UnknownZoneError, zoneNamed } from '../../src/asof/zone.ts';

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

function candidates(text: string, zone: string): readonly string[] {
  try {
    parseInstant(text, zone);
  } catch (error) {
    if (error instanceof AmbiguousInstantError || error instanceof NonexistentInstantError) {
      return error.candidates;
    }
    throw error;
  }
  return [];
}

test.each([
  ['half an hour from UTC', '2024-11-03T01:30', 'America/St_Johns', ['-02:30', '-03:30']],
  ['half an hour back', '2024-04-07T01:45', 'Australia/Lord_Howe', ['+11:00', '+10:30']],
  ['half an hour forward', '2024-10-06T02:15', 'Australia/Lord_Howe', ['+10:30', '+11:00']],
  ['a whole day left out', '2011-12-30T12:00', 'Pacific/Apia', ['-10:00', '+14:00']],
  ['east of UTC', '2024-10-27T02:30', 'Europe/Berlin', ['+02:00', '+01:00']],
  ['at UTC', '2024-10-27T01:30', 'Europe/London', ['+01:00', 'Z']],
])('a local time where clocks change names both instants: %s', (_, text, zone, offsets) => {
  expect(candidates(text, zone)).toEqual(offsets.map((offset) => `${text}:00.000${offset}`));
});

test('an offset with seconds is named in UTC, for it cannot be written', () => {
  expect(candidates('1883-11-18T12:03', 'America/New_York')).toEqual([
    '1883-11-18T16:59:02.000Z',
    '1883-11-18T12:03:00.000-05:00',
  ]);
});

test.each(['+24:00', '+05:60', '-99:00'])('%s is no offset', (offset) => {
  expect(() => parseInstant(`2024-01-04T03:05:21${offset}`, null)).toThrow(InvalidInstantError);
});

test('a zone has one name in any spelling', () => {
  expect(zoneNamed('aMERICA/cHICAGO')).toBe('America/Chicago');
  expect(parseInstant('2024-01-04T03:05', 'aMERICA/cHICAGO')).toBe(Date.UTC(2024, 0, 4, 9, 5));
  for (const none of ['', 'Chicago', 'Nowhere/Bad', '+25:00']) {
    expect(() => zoneNamed(none)).toThrow(UnknownZoneError);
  }
});
