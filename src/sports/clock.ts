/** The game clock as published: what it shows, in whatever the sport counts. */
import type { SeasonType } from '../plays/game.ts';
import { clockRules, type League } from './leagues.ts';
import { periodLength, type Sport } from './sport.ts';

export interface ClockReading {
  readonly unit: Sport['clock']['unit'];
  /** Of the period so far. */
  readonly played: number;
  /** Until the period is over; null where the referee ends it. */
  readonly left: number | null;
}

export interface PublishedClock {
  /** Time left in the period by the scoreboard; null in sports whose scoreboard counts no time down. */
  readonly clock_seconds: number | null;
  readonly clock: ClockReading | null;
}

/** Before a game begins there is no clock. */
export const NO_CLOCK: PublishedClock = { clock_seconds: null, clock: null };

/** Seconds left by the scoreboard when `clock` stored units are; null in sports that count no time down. */
export function clockSeconds(sport: Sport, clock: number): number | null {
  return sport.clock.unit === 'seconds' && sport.clock.runsOut ? clock / 100 : null;
}

/** Reads the clock of a game, given the period and the stored units left of it. */
export type ClockReader = (
  period: number,
  clock: number,
) => PublishedClock & { readonly clock: ClockReading };

/** The clock of games of a season part. */
export function clockReader(
  league: League,
  game: { readonly season: string; readonly season_type: SeasonType },
): ClockReader {
  const { unit, runsOut } = league.sport.clock;
  const rules = clockRules(league, { season: game.season, type: game.season_type });
  return (period, clock) => ({
    clock_seconds: clockSeconds(league.sport, clock),
    clock: {
      unit,
      played: (periodLength(rules, period) - clock) / 100,
      left: runsOut ? clock / 100 : null,
    },
  });
}
