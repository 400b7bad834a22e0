/** Times as the file writes them: `2024-09-06T00:44:42.100Z`, whole seconds without the fraction. */
import { DateTime } from 'luxon';
import { BadInput } from '../bad-input.ts';

/** What the "Z" of a game's times is worth. */
export type Reading = { readonly kind: 'utc' } | { readonly kind: 'local'; readonly zone: string };

/** A written time, its face read as UTC; `width` is how long the written unit lasts. */
export interface WrittenTime {
  readonly face: number;
  /** Milliseconds after the face in which the true instant may lie: 0, or 999 for a whole second. */
  readonly width: 0 | 999;
}

/** The time at that place, or a BadInput. */
export function readWritten(value: string, file: string, place: string): WrittenTime {
  const match = /^(\d{4})-\d\d-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.exec(value);
  const face = match === null ? Number.NaN : Date.parse(value);
  const year = Number(match?.[1]);
  // Date.parse takes the 30th of February for the 1st of March, and 24:00 for the next day.
  const real = !Number.isNaN(face) && new Date(face).getUTCDate() === Number(match?.[2]);
  if (!real || year < 1920 || year > 2100) {
    throw new BadInput(
      file,
      place,
      `"${value}" is not a time like 2024-09-06T00:44:42.100Z`,
      'fetch the file again',
    );
  }
  return { face, width: match?.[3] === undefined ? 999 : 0 };
}

/** Epoch milliseconds of a clock face under a reading; a local time skipped or repeated by the clocks is refused. */
export function resolve(face: number, reading: Reading, file: string, place: string): number {
  if (reading.kind === 'utc') return face;
  const text = new Date(face).toISOString().slice(0, 23);
  const local = DateTime.fromISO(text, { zone: reading.zone });
  if (local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS") !== text || local.getPossibleOffsets().length !== 1) {
    throw new BadInput(
      file,
      place,
      `${text} is no single instant in ${reading.zone}: the clocks change there`,
      'write the time in UTC',
    );
  }
  return local.toMillis();
}
