/** Names of periods and readings of the clock, from how a league divides its games. */
import type { League } from '../../src/sports/leagues.ts';
import { clock } from '../moment/format.ts';

const LETTERS: Readonly<Record<number, string>> = { 2: 'H', 3: 'P', 4: 'Q', 9: 'Inn ' };

/** `Q3`, `P2`, `H1`, `Inn 7`, `OT`, `OT2`. */
export function periodName({ clock: rules }: League, period: number): string {
  const regulation = rules.regulationPeriods;
  if (countsOuts(rules) || period <= regulation) return `${LETTERS[regulation] ?? 'Period '}${period}`;
  return period === regulation + 1 ? 'OT' : `OT${period - regulation}`;
}

/** The clock of a period as a scoreboard would show it: time left, time played, or outs. */
export function clockText(league: League, period: number, seconds: number): string {
  const { clock: rules } = league;
  if (countsOuts(rules)) {
    const half = rules.periodSeconds / 2;
    const outs = seconds > half ? rules.periodSeconds - seconds : half - seconds;
    return `${seconds > half ? 'top' : 'bottom'}, ${outs} out`;
  }
  if (countsUp(rules)) {
    const length = period <= rules.regulationPeriods ? rules.periodSeconds : rules.overtimeSeconds;
    return clock(length - seconds);
  }
  return clock(seconds);
}

/** A period and its clock in one phrase. */
export function periodAndClock(league: League, period: number | null, seconds: number | null): string {
  if (period === null) return 'not begun';
  return seconds === null
    ? periodName(league, period)
    : `${periodName(league, period)} ${clockText(league, period, seconds)}`;
}

/** An inning is so many outs long, not so many minutes. */
function countsOuts(rules: League['clock']): boolean {
  return rules.periodSeconds < 60;
}

/** Where a period's length is only a bound, its clock is read as time played. */
function countsUp(rules: League['clock']): boolean {
  return rules.regulationPeriods === 2 && rules.periodSeconds >= 3600;
}
