/**
 * When each play counts: when it is over. That is `playEndTime` where the file has it, else `playStartTime`, the
 * only time it has of timeouts, penalties before the snap, tries, many kicks, and all plays of old seasons.
 *
 * A time with milliseconds is that instant; one of whole seconds is the second, truncated: `[s.000, s.999]`, and
 * within it the play is placed no earlier than the one before, so that time order is the order of play.
 *
 * An end before its start, or after the next play's start, is not believed: the play counts somewhere between its
 * own start and the next, or that end where it is the later and less than a quarter of an hour off. A play without a start, or with one not believed (see believed.ts), counts somewhere between
 * its neighbours, evenly spaced. Both are `interpolated`, with the interval, and say so in their note where a
 * stamp was there. The game's start is its kickoff. After the last stamp the game clock goes on running, and a quarter of an hour is the limit.
 */
import type { Precision, Stamp } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { believedStarts, type Span } from './believed.ts';
import type { ReadPlay } from './document.ts';
import { type Reading, readWritten, resolve } from './written-time.ts';

const TAIL = 900_000;

export interface Timed {
  readonly stamp: Stamp;
  /** What was mended; null where nothing was. */
  readonly note: string | null;
}

/** Stamps of plays given in order of play. */
export function stampsOf(plays: readonly ReadPlay[], reading: Reading, file: string): Timed[] {
  const spanOf = (value: string | null, place: string): Span | null => {
    if (value === null) return null;
    const written = readWritten(value, file, place);
    const earliest = resolve(written.face, reading, file, place);
    return { earliest, latest: earliest + written.width };
  };
  const starts = plays.map(({ play, place }) => spanOf(play.playStartTime, `${place}.playStartTime`));
  const ends = plays.map(({ play, place }) => spanOf(play.playEndTime, `${place}.playEndTime`));
  const kept = believedStarts(plays, starts);
  if (kept === null) {
    throw new BadInput(
      file,
      '$.driveChart.plays',
      'more than a tenth of the start times contradict the order of play or the game clock',
      'correct playStartTime, or playSequenceNumber, and load it again',
    );
  }
  const timed: (Timed | undefined)[] = plays.map(() => undefined);
  const believed = [...kept].sort((a, b) => a - b);
  let before = Number.NEGATIVE_INFINITY;
  believed.forEach((position, index) => {
    const start = starts[position];
    if (!start) throw new RangeError('a believed stamp that is not there');
    const next = starts[believed[index + 1] ?? -1] ?? null;
    const own = ownStamp({ start, end: ends[position] ?? null, next, before });
    timed[position] = own;
    before = Math.max(before, own.stamp.at);
  });
  const kickoff = starts[believed[0] ?? -1];
  if (!kickoff) throw new RangeError('a game without a believed stamp');
  return plays.map((_, position) => timed[position] ?? between(plays, timed, position, kickoff));
}

interface Neighbourhood {
  readonly start: Span;
  readonly end: Span | null;
  /** Start of the next play believed. */
  readonly next: Span | null;
  /** Instant of the last play believed. */
  readonly before: number;
}

function ownStamp({ start, end, next, before }: Neighbourhood): Timed {
  const from = Math.max(before, start.earliest);
  if (end === null) return { stamp: within(start, before), note: null };
  const last = Math.max(from, next?.latest ?? start.latest + TAIL);
  if (end.latest >= from && end.earliest <= last) return { stamp: within(end, from), note: null };
  // Of an end after the next start, either may be wrong: the interval holds both.
  const latest = end.latest > last && end.latest - from <= TAIL ? end.latest : last;
  return {
    stamp: interpolated(from, from, latest),
    note: `its playEndTime ${new Date(end.earliest).toISOString()} does not lie between its start and the next play's`,
  };
}

/** A feed's stamp, no earlier than the play before. */
function within(span: Span, before: number): Stamp {
  const precision: Precision = span.earliest === span.latest ? 'millisecond' : 'second';
  return { at: Math.min(Math.max(span.earliest, before), span.latest), precision, ...span, method: 'feed' };
}

function interpolated(at: number, earliest: number, latest: number): Stamp {
  const width = latest - earliest;
  const precision =
    width === 0 ? 'millisecond' : width < 1000 ? 'second' : width <= 60_000 ? 'minute' : 'game';
  return { at, precision, earliest, latest, method: 'interpolated' };
}

/** A play somewhere between the believed ones around it. */
function between(
  plays: readonly ReadPlay[],
  timed: readonly (Timed | undefined)[],
  position: number,
  kickoff: Span,
): Timed {
  const read = plays[position];
  if (read === undefined) throw new RangeError(`no play at ${position}`);
  const { play, clock } = read;
  const left = timed.findLastIndex((each, index) => index < position && each !== undefined);
  const right = timed.findIndex((each, index) => index > position && each !== undefined);
  const earliest = timed[left]?.stamp.at;
  const latest = timed[right]?.stamp.at;
  const note =
    play.playStartTime === null
      ? null
      : `stamped ${play.playStartTime}, which contradicts its neighbours; not believed`;
  if (earliest !== undefined && latest !== undefined) {
    const share = (position - left) / (right - left);
    return {
      stamp: interpolated(Math.round(earliest + share * (latest - earliest)), earliest, latest),
      note,
    };
  }
  if (latest !== undefined) {
    // The row that says a game starts means its kickoff; any other before it has no more than a limit.
    const from = play.playType === 'GAME_START' ? kickoff.earliest : kickoff.earliest - TAIL;
    return { stamp: interpolated(kickoff.earliest, from, kickoff.latest), note };
  }
  if (earliest === undefined) throw new RangeError('a game without a believed stamp');
  const ran = Math.max(0, (plays[left]?.clock ?? clock) - clock) * 10;
  return { stamp: interpolated(earliest + Math.min(ran, TAIL), earliest, earliest + TAIL), note };
}
