/** What the instants of one game cannot be: before what they follow, days apart, of another season. */
import type { Play } from '../plays/play.ts';
import { BadInput } from './bad-input.ts';

const HOUR = 3_600_000;
/** Late entries stand seconds, rarely minutes, before the play they follow. */
const STEP_BACK = HOUR;
/** A game that was broken off is gone on with the next day or the one after. */
export const SOME_DAYS = 72 * HOUR;
/** A suspended game of a sport that finishes it whenever the teams meet again. */
export const A_SEASON = 366 * 24 * HOUR;

export interface Instants {
  readonly file: string;
  /** Label of the season, which begins with its first year. */
  readonly season: string;
  /** Longest that a game may be interrupted, milliseconds. */
  readonly longestBreak: number;
  readonly placeOf: (play: Play) => string;
}

/**
 * Refuse plays, given in their order, of which one stands an hour or more before another that it follows, days after
 * all before it, or in a year that is neither the season's first nor the one after.
 */
export function refuseImplausible(plays: readonly Play[], { file, season, longestBreak, placeOf }: Instants) {
  const year = Number(season.slice(0, 4));
  let latest: Play | null = null;
  for (const play of plays) {
    const { at } = play.stamp;
    const time = new Date(at).toISOString();
    const of = new Date(at).getUTCFullYear();
    const reason =
      of !== year && of !== year + 1
        ? `${time} is not in the season ${season}`
        : latest === null
          ? null
          : latest.stamp.at - at >= STEP_BACK
            ? `${time} is ${hours(latest.stamp.at - at)} before play ${latest.id}, which it follows`
            : at - latest.stamp.at > longestBreak
              ? `${time} is ${hours(at - latest.stamp.at)} after play ${latest.id}, which it follows`
              : null;
    if (reason !== null) {
      throw new BadInput(
        file,
        placeOf(play),
        reason,
        'compare the times with their source and fetch the file again',
      );
    }
    if (latest === null || at > latest.stamp.at) latest = play;
  }
}

function hours(milliseconds: number): string {
  return `${Math.floor(milliseconds / HOUR)} h`;
}
