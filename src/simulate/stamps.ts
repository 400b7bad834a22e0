/** Stamps of the generic mode: every way in which feeds know, or do not know, when a play happened. */
import type { NormalGame } from '../plays/game.ts';
import type { Stamp } from '../plays/play.ts';
import type { Random } from './random.ts';

/** Exact; the minute; hours wide; exact but for some plays that were placed between others. */
export type StampStyle = 'exact' | 'minute' | 'wide' | 'mixed';
export const STAMP_STYLES: readonly StampStyle[] = ['exact', 'exact', 'exact', 'minute', 'wide', 'mixed'];

const MINUTE = 60_000;

/** Known to the millisecond. */
export function exactStamp(at: number): Stamp {
  return { at, precision: 'millisecond', earliest: at, latest: at, method: 'feed' };
}

/** A stamp in a style for a play that happened at an instant. */
export function stampOf(style: StampStyle, at: number, random: Random): Stamp {
  if (style === 'minute') return minuteStamp(at);
  if (style === 'wide') {
    return {
      at,
      precision: 'game',
      earliest: at - 5 * MINUTE,
      latest: at + 180 * MINUTE,
      method: 'scheduled',
    };
  }
  if (style === 'exact' || random.chance(0.7)) return exactStamp(at);
  const [before, after] = [random.whole(1, 40_000), random.whole(1, 40_000)];
  return { at, precision: 'second', earliest: at - before, latest: at + after, method: 'interpolated' };
}

/** Known to the minute it fell in. */
export function minuteStamp(at: number): Stamp {
  const earliest = at - (at % MINUTE);
  return { at, precision: 'minute', earliest, latest: earliest + MINUTE, method: 'minute_string' };
}

/** The stamp of the same kind at another instant. */
export function moved(stamp: Stamp, at: number): Stamp {
  if (stamp.precision === 'minute') return minuteStamp(at);
  const by = at - stamp.at;
  return { ...stamp, at, earliest: stamp.earliest + by, latest: stamp.latest + by };
}

/** A play placed between others of its game lies within the game. */
export function settle(game: NormalGame): NormalGame {
  const instants = game.plays.map(({ stamp }) => stamp.at);
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const plays = game.plays.map((play) => {
    const { stamp } = play;
    if (stamp.method !== 'interpolated') return play;
    const [earliest, latest] = [Math.max(first, stamp.earliest), Math.min(last, stamp.latest)];
    return { ...play, stamp: { ...stamp, earliest, latest } };
  });
  return { ...game, plays };
}
