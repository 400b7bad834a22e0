/** Instants of a panel are read as everywhere else, only faster. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from '../../src/asof/instant.ts';
import { InstantReader, usualInstant } from '../../src/asof/panel/instants.ts';
import { ByteText } from '../../src/http/panel/byte-text.ts';

/** Around the hours in which clocks are changed, by whole and by half hours, and anywhere. */
const changes = ['2016-03-13T08:00Z', '2016-11-06T07:00Z', '2016-04-02T15:00Z', '2016-10-01T15:30Z'];
const zones = [null, 'America/Chicago', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];
const anInstant = fc.oneof(
  fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2050, 0) }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -50_000_000, max: 50_000_000 }))
    .map(([change, by]) => Date.parse(change) + by),
);
const aText = fc
  .tuple(
    anInstant,
    fc.constantFrom('Z', '', '', '-05:00', '+10:30', 'x'),
    fc.constantFrom(24, 20, 17),
    fc.boolean(),
  )
  .map(([at, offset, length, spaced]) => {
    const text = `${new Date(at).toISOString().slice(0, length - 1)}${offset}`;
    return spaced ? text.replace('T', ' ') : text;
  });

function outcome(read: () => number): unknown {
  try {
    return read();
  } catch (cause) {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : cause;
  }
}

test('an instant is read as the single routes read it, in any zone', () => {
  for (const zone of zones) {
    const reader = new InstantReader(zone);
    fc.assert(
      fc.property(aText, (text) => {
        expect(outcome(() => reader.read(text))).toEqual(outcome(() => parseInstant(text, zone)));
      }),
      { numRuns: 400 },
    );
  }
});

test('what the calendar does not have is not read', () => {
  for (const text of ['2015-02-29', '2100-02-29', '2016-04-31', '2016-13-01', '2016-00-10', '2016-01-00']) {
    expect(usualInstant(`${text}T00:00:00.000Z`)).toBeNaN();
  }
  for (const time of ['24:00:00', '23:60:00', '23:59:60', '2a:00:00']) {
    expect(usualInstant(`2016-01-01T${time}.000Z`)).toBeNaN();
  }
  expect(usualInstant('2016-02-29T23:59:59.999Z')).toBe(Date.UTC(2016, 1, 29, 23, 59, 59, 999));
});

test('instants and numbers are written as elsewhere', () => {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.nat({ max: 2_000_000_000 }));
  fc.assert(
    fc.property(anInstant, number, fc.string(), (at, value, text) => {
      const bytes = new ByteText();
      bytes.instant(at);
      bytes.number(value);
      bytes.text(text);
      const iso = new Date(at).toISOString();
      expect(Buffer.from(bytes.take()).toString()).toBe(`${iso}${value}${Buffer.from(text).toString()}`);
      expect(formatInstant(at)).toBe(iso);
    }),
  );
});

test('a minute has no thousandths of its own', () => {
  const reader = new InstantReader('America/Chicago');
  expect(() => reader.read('2016-06-19T19:02.560')).toThrow('is not an instant');
});
