import { describe, expect, test } from 'vitest';
import { readKickoff } from '../../src/feeds/nfl/kickoff.ts';

const EASTERN = 'America/New_York';

function read(season: number, zone: string | null, scheduled: string, first: string) {
  const faces = { scheduled: Date.parse(scheduled), first: Date.parse(first) };
  const { reading, scheduledAt, timesNote, scheduleNote } = readKickoff(
    { season, zone, time: scheduled },
    faces,
    'f',
  );
  return {
    reading: reading.kind,
    scheduled: scheduledAt === null ? null : new Date(scheduledAt).toISOString(),
    noted: [timesNote, scheduleNote].map((note) => note !== null),
  };
}

describe("what the Z of a game's times is worth", () => {
  test('from 2005 on it is UTC when a game can kick off then, and a scheduled time that cannot be is left out', () => {
    expect(read(2024, EASTERN, '2024-09-08T17:00:00Z', '2024-09-08T17:02:40Z')).toEqual({
      reading: 'utc',
      scheduled: '2024-09-08T17:00:00.000Z',
      noted: [false, false],
    });
    const placeholder = { reading: 'utc', scheduled: null, noted: [false, true] };
    expect(read(2011, 'America/Chicago', '2011-12-04T09:00:00Z', '2011-12-05T01:31:10Z')).toEqual(
      placeholder,
    );
    expect(read(2011, EASTERN, '2011-12-04T09:00:00Z', '2011-12-04T21:16:00Z')).toEqual(placeholder);
  });

  test('without the zone of the venue the schedule decides', () => {
    expect(read(2024, null, '2024-09-08T17:00:00Z', '2024-09-08T17:02:40Z').reading).toBe('utc');
    expect(() => read(2011, null, '2011-12-04T09:00:00Z', '2011-12-05T01:31:10Z')).toThrow(/not known/);
  });

  test("is the venue's local time where only that can be a kickoff, or only that fits the schedule", () => {
    expect(read(2003, EASTERN, '2003-09-04T09:00:00Z', '2003-09-04T21:09:06Z')).toEqual({
      reading: 'local',
      scheduled: '2003-09-05T01:00:00.000Z',
      noted: [true, false],
    });
    expect(read(2003, EASTERN, '2003-09-07T13:00:00Z', '2003-09-07T13:02:00Z')).toEqual({
      reading: 'local',
      scheduled: '2003-09-07T17:00:00.000Z',
      noted: [true, false],
    });
    expect(read(2003, 'America/Los_Angeles', '2003-09-07T09:00:00Z', '2003-09-07T13:15:00Z')).toEqual({
      reading: 'local',
      scheduled: null,
      noted: [true, true],
    });
    expect(read(2006, EASTERN, '2006-09-10T13:00:00Z', '2006-09-10T13:02:00Z').reading).toBe('local');
  });

  test('is refused where it may be either, or neither', () => {
    expect(() => read(2004, EASTERN, '2004-09-12T16:15:00Z', '2004-09-12T16:16:00Z')).toThrow(
      /fit both UTC and/,
    );
    expect(() => read(2004, EASTERN, '2004-09-12T16:15:00Z', '2004-09-12T08:16:00Z')).toThrow(/fit neither/);
  });

  test('is refused where the clocks go back', () => {
    expect(() => read(2003, EASTERN, '2003-10-26T01:00:00Z', '2003-10-26T01:30:00Z')).toThrow(
      /no single instant/,
    );
  });
});
