/** Names of periods and readings of the clock, from how a league divides its games. */
import type { ClockReading } from '../../src/sports/clock.ts';
import type { League } from '../../src/sports/leagues.ts';
import { clock } from '../moment/format.ts';

const LETTERS: Readonly<Record<number, string>> = { 2: 'H', 3: 'P', 4: 'Q', 9: 'Inn ' };

/** `Q3`, `P2`, `H1`, `Inn 7`, `OT`, `OT2`. */
export function periodName({ clock: rules, sport }: League, period: number): string {
  const regulation = rules.regulationPeriods;
  if (sport.clock.unit === 'outs' || period <= regulation)
    return `${LETTERS[regulation] ?? 'Period '}${period}`;
  return period === regulation + 1 ? 'OT' : `OT${period - regulation}`;
}

/** The clock of a period as a scoreboard would show it: time left, time played, or outs. */
export function clockText({ clock: rules }: League, reading: ClockReading): string {
  const { unit, played, left } = reading;
  if (unit === 'outs') {
    const half = rules.periodSeconds / 2;
    return played < half ? `top, ${played} out` : `bottom, ${played - half} out`;
  }
  return clock(left ?? played);
}

/** A period and its clock in one phrase. */
export function periodAndClock(league: League, period: number | null, reading: ClockReading | null): string {
  if (period === null) return 'not begun';
  return reading === null
    ? periodName(league, period)
    : `${periodName(league, period)} ${clockText(league, reading)}`;
}
