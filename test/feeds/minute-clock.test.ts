import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { minuteStamps, placeInMinute } from '../../src/feeds/stats-v2/minute-clock.ts';
import { readRows } from '../../src/feeds/stats-v2/row.ts';
import type { Stamp } from '../../src/plays/play.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { describeReal } from '../setup/real-data.ts';
import { realV2Game, realV2Ids, realV2Schedule } from '../setup/real-v2.ts';
import { csv, type V2Cells } from './v2-rows.ts';

const MINUTE = 60_000;
const { zone, clock } = leagueNamed('nba');

function stampsOf(date: string, cells: readonly V2Cells[]): Stamp[] {
  const rows = readRows({ file: 'game.csv', content: csv(cells) });
  return minuteStamps(rows, date, zone, clock, 'game.csv').stamps;
}

/** One row at each time of the wall clock. */
const at = (...times: string[]): V2Cells[] => times.map((WCTIMESTRING) => ({ WCTIMESTRING }));
const minutesUtc = (stamps: readonly Stamp[]) =>
  stamps.map(({ earliest }) => new Date(earliest).toISOString().slice(0, 16));

function expectPlaced(stamps: readonly Stamp[]): void {
  stamps.forEach((stamp, index) => {
    expect(stamp.earliest % MINUTE).toBe(0);
    expect(stamp.latest).toBe(stamp.earliest + MINUTE - 1);
    expect(stamp.at).toBeGreaterThanOrEqual(stamp.earliest);
    expect(stamp.at).toBeLessThanOrEqual(stamp.latest);
    expect(Number.isInteger(stamp.at)).toBe(true);
    expect(stamp.at).toBeGreaterThan(stamps[index - 1]?.at ?? Number.NEGATIVE_INFINITY);
    expect([stamp.precision, stamp.method]).toEqual(['minute', 'minute_string']);
  });
}

function refusal(work: () => unknown): BadInput {
  try {
    work();
  } catch (cause) {
    if (cause instanceof BadInput) return cause;
    throw cause;
  }
  throw new Error('it was not refused');
}

describe('a place in the minute', () => {
  const elapsed = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 300 });

  test('is whole, inside the minute, and after the play before, whatever the game clock did', () => {
    fc.assert(
      fc.property(elapsed, (values) => {
        const offsets = placeInMinute(values);
        expect(offsets).toHaveLength(values.length);
        offsets.forEach((offset, index) => {
          expect(Number.isInteger(offset)).toBe(true);
          expect(offset).toBeGreaterThan(offsets[index - 1] ?? -1);
          expect(offset).toBeLessThan(MINUTE);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what the game clock ran between plays where that fits the minute', () => {
    const runs = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(runs, (seconds) => {
        let total = 300_000;
        const played = seconds.map((run) => (total += run * 1000));
        const offsets = placeInMinute(played);
        offsets.slice(1).forEach((offset, index) => {
          const ran = (played[index + 1] ?? 0) - (played[index] ?? 0);
          expect(offset - (offsets[index] ?? 0)).toBeGreaterThanOrEqual(ran);
        });
      }),
    );
  });

  test('leaves a millisecond between plays even where the game clock fills the minute to the brim', () => {
    const offsets = placeInMinute([0, 59_999, 59_999, 59_999]);
    expect(new Set(offsets).size).toBe(4);
    expect(offsets.at(-1)).toBeLessThan(MINUTE);
  });
});

describe('minute strings', () => {
  test('are Eastern local time of the schedule’s date, in summer and in winter', () => {
    expect(minutesUtc(stampsOf('2015-10-27', at('8:12 PM')))).toEqual(['2015-10-28T00:12']);
    expect(minutesUtc(stampsOf('2015-12-27', at('8:12 PM')))).toEqual(['2015-12-28T01:12']);
    expect(minutesUtc(stampsOf('2015-12-27', at('12:05 PM', '1:05 PM')))).toEqual([
      '2015-12-27T17:05',
      '2015-12-27T18:05',
    ]);
  });

  test('go on past midnight', () => {
    const stamps = stampsOf('2015-12-01', at('11:58 PM', '11:59 PM', '12:00 AM', '12:00 AM', '1:03 AM'));
    expect(minutesUtc(stamps)).toEqual([
      '2015-12-02T04:58',
      '2015-12-02T04:59',
      '2015-12-02T05:00',
      '2015-12-02T05:00',
      '2015-12-02T06:03',
    ]);
    expectPlaced(stamps);
  });

  test('that come twice in the November night are told apart by their order', () => {
    const stamps = stampsOf(
      '2015-10-31',
      at('11:30 PM', '12:59 AM', '1:30 AM', '1:59 AM', '1:00 AM', '1:30 AM', '1:59 AM', '2:00 AM'),
    );
    expect(minutesUtc(stamps)).toEqual([
      '2015-11-01T03:30',
      '2015-11-01T04:59',
      '2015-11-01T05:30',
      '2015-11-01T05:59',
      '2015-11-01T06:00',
      '2015-11-01T06:30',
      '2015-11-01T06:59',
      '2015-11-01T07:00',
    ]);
    expectPlaced(stamps);
  });

  test('jump an hour in the March night', () => {
    const stamps = stampsOf('2016-03-12', at('11:59 PM', '1:59 AM', '3:00 AM', '3:01 AM'));
    expect(minutesUtc(stamps)).toEqual([
      '2016-03-13T04:59',
      '2016-03-13T06:59',
      '2016-03-13T07:00',
      '2016-03-13T07:01',
    ]);
    expectPlaced(stamps);
  });

  test('that the March night leaves out are refused', () => {
    const refused = refusal(() => stampsOf('2016-03-12', at('11:59 PM', '1:59 AM', '2:30 AM')));
    expect(refused.place).toBe('line 4');
    expect(refused.reason).toContain('2:30 AM');
  });

  test.each(['', '25:00', '13:05 PM', '0:10 AM', '8:60 PM', '20:12', 'late', '8:12'])(
    'like "%s" are refused, with the line',
    (wrong) => {
      const refused = refusal(() => stampsOf('2015-10-27', at('8:12 PM', wrong, '8:13 PM')));
      expect(refused).toMatchObject({ file: 'game.csv', place: 'line 3' });
      expect(refused.reason).toContain(`"${wrong}"`);
      expect(refused.remedy).not.toBe('');
    },
  );

  test('that go back, or jump further than any game stops, are refused', () => {
    const back = refusal(() => stampsOf('2015-10-27', at('8:12 PM', '8:13 PM', '8:11 PM')));
    expect(back).toMatchObject({ place: 'line 4' });
    const far = refusal(() => stampsOf('2015-10-27', at('3:12 PM', '8:12 PM')));
    expect(far).toMatchObject({ place: 'line 3' });
  });

  test('of any game stay in their minute, strictly rising, on any date', () => {
    const games = fc.record({
      day: fc.integer({ min: 0, max: 365 * 30 }),
      steps: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 9 }), clock: fc.nat(11) }), {
        minLength: 1,
        maxLength: 60,
      }),
    });
    fc.assert(
      fc.property(games, ({ day, steps }) => {
        const date = DateTime.fromISO('1996-11-01').plus({ days: day }).toISODate() ?? '';
        let now = DateTime.fromISO(`${date}T21:30`, { zone });
        let left = 12;
        const rows = steps.map(({ minutes, clock: run }) => {
          now = now.plus({ minutes });
          left = Math.max(0, left - run);
          return { WCTIMESTRING: now.toFormat('h:mm a', { locale: 'en' }), PCTIMESTRING: `${left}:00` };
        });
        const stamps = stampsOf(date, rows);
        expectPlaced(stamps);
        const shown = stamps.map((stamp) =>
          DateTime.fromMillis(stamp.at, { zone }).toFormat('h:mm a', { locale: 'en' }),
        );
        expect(shown).toEqual(rows.map((row) => row.WCTIMESTRING));
      }),
      { numRuns: 60 },
    );
  });
});

describeReal('real games', () => {
  test('have every play inside its stamped minute, and the game on its scheduled day', () => {
    const schedule = realV2Schedule();
    let pastMidnight = 0;
    for (const gameId of realV2Ids().slice(0, 60)) {
      const entry = schedule.get(gameId) ?? null;
      const { folded, document } = realV2Game(gameId, entry);
      const { content } = document;
      if (content.kind !== 'csv') throw new TypeError('not a CSV');
      const column = content.header.indexOf('WCTIMESTRING');
      const stamps = folded.game.plays.map(({ stamp }) => stamp);
      expectPlaced(stamps);
      const local = stamps.map((stamp) => DateTime.fromMillis(stamp.at, { zone }));
      expect(local.map((moment) => moment.toFormat('h:mm a', { locale: 'en' }))).toEqual(
        content.rows.map((row) => row[column]),
      );
      expect(local[0]?.toISODate(), gameId).toBe(entry?.date);
      if (local.at(-1)?.toISODate() !== entry?.date) pastMidnight += 1;
    }
    expect(pastMidnight).toBeGreaterThan(0);
  });
});
