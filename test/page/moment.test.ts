import { describe, expect, test } from 'vitest';
import { foldable } from '../../src/asof/game-fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { marksOf } from '../../web/moment/marks.ts';
import { type Context, readMoment } from '../../web/moment/parse.ts';

const NOW = Date.parse('2024-03-20T15:00:00Z');
const context: Context = { now: NOW, zone: 'America/New_York', shown: null, marks: null };

/** The instant of words, or why there is none. */
function read(words: string, given: Partial<Context> = {}): string {
  const reading = readMoment(words, { ...context, ...given });
  return reading.ok ? new Date(reading.at).toISOString() : reading.reason;
}

describe('a time in words', () => {
  test.each([
    ['2016-06-19 7:02:34 pm Chicago', '2016-06-20T00:02:34.000Z'],
    ['2016-06-19 7:02:34.560 PM Central', '2016-06-20T00:02:34.560Z'],
    ['2016-06-19T19:02:34.560-05:00', '2016-06-20T00:02:34.560Z'],
    ['2016-06-20T00:02:34.560Z', '2016-06-20T00:02:34.560Z'],
    ['2016-06-19 19:02 America/Chicago', '2016-06-20T00:02:00.000Z'],
    ['June 19, 2016 7:02pm CT', '2016-06-20T00:02:00.000Z'],
    ['19 June 2016 at 19:02 in Los Angeles', '2016-06-20T02:02:00.000Z'],
    ['19th Jun 2016 noon UTC', '2016-06-19T12:00:00.000Z'],
    ['6/19/2016 9 pm', '2016-06-20T01:00:00.000Z'],
    ['yesterday 21:30 ET', '2024-03-20T01:30:00.000Z'],
    ['today midnight', '2024-03-20T04:00:00.000Z'],
    ['last friday 8 pm', '2024-03-16T00:00:00.000Z'],
    ['wednesday 8 pm', '2024-03-14T00:00:00.000Z'],
    ['2023-01-15 20:00 EST', '2023-01-16T01:00:00.000Z'],
    ['2023-11-05 01:30 EDT', '2023-11-05T05:30:00.000Z'],
    ['2023-11-05 01:30 EST', '2023-11-05T06:30:00.000Z'],
    ['2024-07-01 12:00 Tokyo', '2024-07-01T03:00:00.000Z'],
    ['now', '2024-03-20T15:00:00.000Z'],
  ])('%s', (words, instant) => {
    expect(read(words)).toBe(instant);
  });

  test('without a day is read on the day that is shown, in the zone of the words', () => {
    const shown = Date.parse('2016-06-20T00:02:34.560Z');
    expect(read('21:15', { shown })).toBe('2016-06-20T01:15:00.000Z');
    expect(read('21:15 UTC', { shown })).toBe('2016-06-20T21:15:00.000Z');
    expect(read('+30s', { shown })).toBe('2016-06-20T00:03:04.560Z');
    expect(read('-250 ms', { shown })).toBe('2016-06-20T00:02:34.310Z');
    expect(read('- 2 min', { shown })).toBe('2016-06-20T00:00:34.560Z');
  });

  test.each([
    ['', 'type a time'],
    ['21:30', 'has no day'],
    ['2016-06-19', 'is a whole day'],
    ['2016-13-19 10:00', 'there is no day'],
    ['30 February 2016 10:00', 'there is no day'],
    ['June 19 7pm', 'needs its year'],
    ['2016-06-19 25:00', 'not a time of day'],
    ['2016-06-19 13 pm', 'not a time of day'],
    ['whenever', 'has no day'],
    ['halftime', 'is about a game'],
  ])('that cannot be read is refused: %s', (words, reason) => {
    expect(read(words)).toContain(reason);
  });

  test('that happens twice, or not at all, is refused with both readings', () => {
    const twice = readMoment('2023-11-05 1:30 am', context);
    expect(twice).toMatchObject({ ok: false, reason: expect.stringContaining('happens twice') });
    expect(twice.ok ? [] : twice.candidates.map(({ at }) => new Date(at).toISOString()).sort()).toEqual([
      '2023-11-05T05:30:00.000Z',
      '2023-11-05T06:30:00.000Z',
    ]);
    const never = readMoment('2024-03-10 2:30 am', context);
    expect(never).toMatchObject({ ok: false, reason: expect.stringContaining('does not exist') });
    expect(never.ok ? 0 : never.candidates.length).toBe(2);
  });

  test('that means two days, or a zone that did not apply, offers both', () => {
    const days = readMoment('3/4/2016 8 pm', context);
    expect(days.ok ? [] : days.candidates.map(({ label }) => label)).toEqual([
      '4 March 2016',
      '3 April 2016',
    ]);
    const summer = readMoment('2023-07-01 20:00 EST', context);
    expect(summer.ok ? [] : summer.candidates.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2023-07-02T00:00:00.000Z',
      '2023-07-02T01:00:00.000Z',
    ]);
  });
});

describe('the words for a game', () => {
  const league = leagueNamed('nba');
  const play = (period: number, clock: number, time: string) => ({
    id: time,
    period,
    clock_seconds: clock,
    clock: { unit: 'seconds', played: 720 - clock, left: clock },
    wall_clock_time: `2024-01-01T${time}Z`,
    earliest: `2024-01-01T${time}Z`,
    latest: `2024-01-01T${time}Z`,
  });
  const plays = [
    play(1, 720, '00:00:00.000'),
    play(1, 0, '00:25:00.000'),
    play(2, 720, '00:28:00.000'),
    play(2, 0, '00:55:00.000'),
    play(3, 720, '01:10:00.000'),
    play(3, 0, '01:35:00.000'),
    play(4, 720, '01:38:00.000'),
    play(4, 149, '02:00:00.500'),
    play(4, 0, '02:08:00.000'),
    play(5, 300, '02:11:00.000'),
    play(5, 40.5, '02:20:00.000'),
    play(5, 0, '02:25:00.000'),
  ];
  // Only what marks read.
  const changes = { plays, is_final: true } as never;
  const marks = marksOf(foldable(changes, league));
  const given = { marks, shown: Date.parse('2024-01-01T01:00:00Z') };

  test.each([
    ['tip-off', '00:00:00.000'],
    ['halftime', '00:55:00.000'],
    ['end of Q3', '01:35:00.000'],
    ['end of the third quarter', '01:35:00.000'],
    ['start of 2nd quarter', '00:28:00.000'],
    ['start of OT', '02:11:00.000'],
    ['Q4 2:30', '02:00:00.500'],
    ['2:30 left in the 4th quarter', '02:00:00.500'],
    ['0:45 in OT', '02:20:00.000'],
    ['final', '02:25:00.000'],
  ])('%s', (words, time) => {
    expect(read(words, given)).toBe(`2024-01-01T${time}Z`);
  });

  test('are refused for what the game does not have', () => {
    expect(read('end of Q7', given)).toContain('it has Q1, Q2, Q3, Q4, OT');
    expect(read('start of OT3', given)).toContain('not in this game');
  });
});
