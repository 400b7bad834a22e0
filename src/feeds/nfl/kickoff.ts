/**
 * Is the "Z" of a game's times true? In 2003 and 2004 it is not: the times are the venue's local ones
 * (2003_01_NYJ_WAS kicks off at "21:09:06Z", nine at night in Landover). Nor is the file's scheduled time `time` to be
 * trusted in old files: it is written on a twelve-hour clock ("09:00Z" for nine at night), or is wrong altogether
 * (2011_13_DET_NO). So two readings are weighed, UTC and the venue's local time, by two pieces of evidence in the file:
 *
 * - kickoff, the first stamp, falls between 11:00 and 23:30 by the venue's clock; no game starts outside of that;
 * - kickoff comes no more than half an hour before and four hours after the scheduled time. For the local reading
 *   that time is taken in UTC, or as local, or as local with "p.m." left out.
 *
 * From 2005 on UTC is the rule: it holds when kickoff's hour is possible, whatever the scheduled time says, which is
 * left out where it cannot be (2011_13_DET_NO kicks off at 19:31 in New Orleans); where the venue's zone is unknown it
 * holds when the schedule agrees. Otherwise, and up to 2004 always, it is the one reading both speak for; else the one
 * reading whose kickoff hour is possible. Where that is none, or both, the file is refused, never guessed.
 */
import { DateTime } from 'luxon';
import { BadInput } from '../bad-input.ts';
import { type Reading, resolve } from './written-time.ts';

const HOUR = 3_600_000;
const EARLY = HOUR / 2;
const LATE = 4 * HOUR;
const FIRST_TRUE_SEASON = 2005;
const UTC: Reading = { kind: 'utc' };

export interface Kickoff {
  readonly reading: Reading;
  readonly scheduledAt: number | null;
  /** What was mended about all times, or about the scheduled one; null where nothing was. */
  readonly timesNote: string | null;
  readonly scheduleNote: string | null;
}

interface Evidence {
  readonly reading: Reading;
  readonly hour: boolean | null;
  /** Scheduled instant that fits; null where none does. */
  readonly scheduled: number | null;
}

/** How to read a game's times, given the faces of its scheduled and its first stamped time. */
export function readKickoff(
  game: { readonly season: number; readonly zone: string | null; readonly time: string },
  faces: { readonly scheduled: number; readonly first: number },
  file: string,
): Kickoff {
  const found = (reading: Reading) => evidence(reading, game.zone, faces, file);
  const utc = found(UTC);
  const agreed = (each: Evidence) => each.hour === true && each.scheduled !== null;
  const plain = utc.hour ?? utc.scheduled !== null;
  if (plain && game.season >= FIRST_TRUE_SEASON) return kickoff(utc, game.time);
  const readings = game.zone === null ? [utc] : [utc, found({ kind: 'local', zone: game.zone })];
  const both = readings.filter(agreed);
  const fit = both.length > 0 ? both : readings.filter((each) => each.hour === true);
  const [only] = fit;
  if (only !== undefined && fit.length === 1) return kickoff(only, game.time);
  const reason =
    game.zone === null
      ? `nothing tells whether its times are UTC: the venue's time zone is not known, season ${game.season}`
      : `its times fit ${fit.length === 0 ? 'neither UTC nor' : 'both UTC and'} the venue's local time (${game.zone})`;
  throw new BadInput(file, '$.time', reason, 'correct the scheduled time, or name the city of the venue');
}

function evidence(
  reading: Reading,
  zone: string | null,
  faces: { readonly scheduled: number; readonly first: number },
  file: string,
): Evidence {
  const at = resolve(faces.first, reading, file, '$.driveChart.plays');
  const local = zone === null ? null : DateTime.fromMillis(at, { zone });
  const minute = local === null ? null : local.hour * 60 + local.minute;
  const candidates = [faces.scheduled];
  if (reading.kind === 'local') {
    const halfDay = new Date(faces.scheduled).getUTCHours() < 12 ? [faces.scheduled + 12 * HOUR] : [];
    candidates.push(...[faces.scheduled, ...halfDay].map((face) => resolve(face, reading, file, '$.time')));
  }
  const scheduled =
    candidates.find((candidate) => at - candidate >= -EARLY && at - candidate <= LATE) ?? null;
  return { reading, hour: minute === null ? null : minute >= 11 * 60 && minute < 23.5 * 60, scheduled };
}

function kickoff({ reading, scheduled }: Evidence, time: string): Kickoff {
  return {
    reading,
    scheduledAt: scheduled,
    timesNote:
      reading.kind === 'local'
        ? `the file writes the venue's local time with a Z that means UTC; read in ${reading.zone}`
        : null,
    scheduleNote:
      scheduled === null ? `the scheduled time ${time} cannot be that of this kickoff; left out` : null,
  };
}
