/**
 * Which plays count, and in which order.
 *
 * - `playDeleted` rows are skipped: they were taken back.
 * - Order is `playSequenceNumber`. `playId` is identity, no order: a play put in later has a high id and a
 *   sequence number halved between its neighbours', down to 1161.99999999999. Two that share a number stand in
 *   the order of the file.
 * - The order key must be an integer and must not shift for the whole game when one play is put in: it is a
 *   thousand times the whole part, plus the place among the plays that share the whole part.
 * - Rows of quarter 0 or without a clock (start, quarter's end, comments, some timeouts) take quarter and clock
 *   from the row before; the start has the whole quarter left, a quarter's or game's end nothing.
 */
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import { FilePlay, Identity, type ReadPlay } from './document.ts';

const PER_WHOLE = 1000;
const QUARTER = 90_000;

/** Plays that count, in order of play. */
export function orderedPlays(values: readonly unknown[], file: string): ReadPlay[] {
  const read: { play: FilePlay; place: string; raw: string }[] = [];
  const seen = new Map<number, string>();
  for (const [position, value] of values.entries()) {
    const place = `$.driveChart.plays[${position}]`;
    const { playId, playDeleted } = check(Identity, value, file, place);
    const twin = seen.get(playId);
    if (twin !== undefined) {
      throw new BadInput(file, place, `playId ${playId} stands at ${twin} too`, 'fetch the file again');
    }
    seen.set(playId, place);
    if (!playDeleted)
      read.push({ play: check(FilePlay, value, file, place), place, raw: JSON.stringify(value) });
  }
  if (read.length === 0) {
    throw new BadInput(file, '$.driveChart.plays', 'every play is deleted', 'fetch the file again');
  }
  // The sort is stable: plays of one number stay in the order of the file.
  read.sort((a, b) => a.play.playSequenceNumber - b.play.playSequenceNumber);

  let last = { whole: -1, place: 0, period: 1, clock: QUARTER };
  return read.map((entry) => {
    const whole = Math.floor(entry.play.playSequenceNumber);
    last = {
      whole,
      place: whole === last.whole ? last.place + 1 : 0,
      period: entry.play.quarter === 0 ? last.period : entry.play.quarter,
      clock: clockOf(entry.play, last.clock),
    };
    if (last.place >= PER_WHOLE) {
      throw new BadInput(
        file,
        `${entry.place}.playSequenceNumber`,
        `more than ${PER_WHOLE} plays share the whole number ${whole}`,
        'fetch the file again',
      );
    }
    return { ...entry, orderKey: whole * PER_WHOLE + last.place, period: last.period, clock: last.clock };
  });
}

function clockOf(play: FilePlay, before: number): number {
  if (play.clockTime !== null) {
    const [minutes, seconds] = play.clockTime.split(':').map(Number);
    return ((minutes ?? 0) * 60 + (seconds ?? 0)) * 100;
  }
  if (play.playType === 'GAME_START') return QUARTER;
  return play.playType === 'END_QUARTER' || play.playType === 'END_GAME' ? 0 : before;
}
