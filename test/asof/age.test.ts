import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { ageAt } from '../../src/asof/age.ts';

const aDay = fc.date({ min: new Date('1940-01-01'), max: new Date('2005-12-31'), noInvalidDate: true });
const anInstant = fc.date({ min: new Date('2006-02-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const dateOf = (date: Date) => date.toISOString().slice(0, 10);

test('Kobe Bryant on 19 June 2016 was 37, to the second', () => {
  expect(ageAt('1978-08-23', 'day', Date.parse('2016-06-20T00:02:34.560Z'))).toEqual({
    precision: 'day',
    years: 37,
    seconds: 1_193_702_554,
    bounds: {
      min: { years: 37, seconds: 1_193_702_554 - 36 * 3600 },
      max: { years: 37, seconds: 1_193_702_554 + 14 * 3600 },
    },
  });
});

test('years and seconds are those of the calendar', () => {
  fc.assert(
    fc.property(aDay, anInstant, (born, at) => {
      const date = dateOf(born);
      const start = DateTime.fromISO(date, { zone: 'utc' });
      const now = DateTime.fromJSDate(at, { zone: 'utc' });
      const age = ageAt(date, 'day', at.getTime());
      expect(age?.seconds).toBe(Math.floor(now.diff(start, 'seconds').seconds));
      // Whoever is born on 29 February is a year older on 1 March.
      if (!date.endsWith('02-29')) expect(age?.years).toBe(Math.floor(now.diff(start, 'years').years));
    }),
  );
});

test('the true age lies within the bounds, wherever on earth and whenever in the day, month or year it began', () => {
  fc.assert(
    fc.property(
      aDay,
      anInstant,
      fc.constantFrom('day' as const, 'month' as const, 'year' as const),
      fc.integer({ min: -12, max: 14 }),
      (born, at, precision, hours) => {
        const known = dateOf(born).slice(0, { day: 10, month: 7, year: 4 }[precision]);
        const age = ageAt(`${known}-01-01`.slice(0, 10), precision, at.getTime());
        const truly = Math.floor((at.getTime() - (born.getTime() - hours * 3_600_000)) / 1000);
        expect(age?.bounds.min.seconds).toBeLessThanOrEqual(truly);
        expect(age?.bounds.max.seconds).toBeGreaterThanOrEqual(truly);
        expect(age?.bounds.max.years ?? 0).toBeGreaterThanOrEqual(age?.bounds.min.years ?? 0);
        const { min, max } = age?.bounds ?? { min: null, max: null };
        if (age?.years !== null) expect([min?.years, max?.years]).toContain(age?.years);
        expect(age?.seconds === null).toBe(precision !== 'day');
      },
    ),
  );
});

test('a month or a year gives years where they are sure', () => {
  const at = (text: string) => Date.parse(`${text}T12:00:00Z`);
  expect(ageAt('1990-05-01', 'month', at('2020-06-15'))).toMatchObject({ years: 30, seconds: null });
  expect(ageAt('1990-05-01', 'month', at('2020-05-15'))).toMatchObject({ years: null });
  expect(ageAt('1990-01-01', 'year', at('2020-06-15'))).toMatchObject({
    years: null,
    bounds: { min: { years: 29 }, max: { years: 30 } },
  });
});

test('nobody has an age before the birth', () => {
  expect(ageAt('1990-05-01', 'day', Date.parse('1990-04-29T00:00:00Z'))).toBeNull();
  expect(ageAt('1990-05-01', 'day', Date.parse('1990-04-30T12:00:00Z'))).toMatchObject({
    years: 0,
    seconds: 0,
  });
});
