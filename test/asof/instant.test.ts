import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { InvalidInstantError, parseInstant } from '../../src/asof/instant.ts';

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
