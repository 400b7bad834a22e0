/** Periods and the game clock as the NHL has them; overtime lasts as long as a period in the playoffs only. */
import type { SeasonType } from '../../plays/game.ts';
import { NHL_CLOCK, NHL_PLAYOFF_CLOCK } from '../../sports/ice-hockey.ts';
import { periodLength } from '../../sports/sport.ts';
import { BadInput } from '../bad-input.ts';

export const REGULATION_PERIODS = NHL_CLOCK.regulationPeriods;

/** Length of a period in seconds. */
export function lengthOf(period: number, type: SeasonType): number {
  return periodLength(type === 'playoffs' ? NHL_PLAYOFF_CLOCK : NHL_CLOCK, period) / 100;
}

/** "19:52" is 1192 seconds. */
export function readSeconds(value: string, length: number, file: string, place: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(value);
  const seconds = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(seconds <= length)) {
    throw new BadInput(
      file,
      place,
      `"${value}" is not a time in a period of ${length / 60} minutes`,
      'fetch the file again',
    );
  }
  return seconds;
}

/**
 * Centiseconds left at a play. No clock runs in a shoot-out; as much is left as at the beginning of an overtime,
 * so that the game's running clock stands still.
 */
export function clockOf(secondsLeft: number, shootout: boolean): number {
  return (shootout ? NHL_CLOCK.overtimeSeconds : secondsLeft) * 100;
}

/** A believable UTC instant, or a BadInput. */
export function readInstant(value: string, file: string, place: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).getUTCFullYear() < 1917 || at > Date.UTC(2100, 0)) {
    throw new BadInput(file, place, `"${value}" is not a believable UTC instant`, 'fetch the file again');
  }
  return at;
}
