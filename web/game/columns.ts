/** The columns of a box: the sport's counters that say something in this game. */
import type { FoldableGame } from '../../src/asof/game-fold.ts';
import type { Counters } from '../../src/asof/published.ts';
import type { Counter } from '../../src/sports/sport.ts';
import { clock } from '../moment/format.ts';

/** Widths of columns in rem: of the names, and of a heading by its longest word. */
export const NAME_WIDTH = 9.6;
const LEAST_WIDTH = 2.55;
const LETTER = 0.53;
const ROOM = 0.65;

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
}

/** Counters that are not zero for somebody at the end; `games` is 1 for all and says nothing. */
export function columnsOf({ changes, league }: FoldableGame): Column[] {
  const finals = [...changes.players, ...changes.teams].map((line) => line.rows.at(-1)?.values ?? []);
  return league.sport.counters.flatMap((counter, position) => {
    const says = finals.some((values) => (values[position] ?? 0) !== 0);
    return counter.name === 'games' || !says ? [] : [columnOf(counter)];
  });
}

/** A counter as a column. */
export function columnOf({ name, meaning }: Counter): Column {
  return { name, label: labelOf(name), meaning };
}

/** Wide enough for the heading, and for minutes. */
export function widthOf({ name, label }: Column): number {
  const longest = Math.max(...label.split(' ').map((word) => word.length));
  return Math.max(name === 'seconds' ? 3.6 : LEAST_WIDTH, longest * LETTER + ROOM);
}

const LABELS: Readonly<Record<string, string>> = {
  seconds: 'MIN',
  plus_minus: '+/−',
  fg3m: '3PM',
  fg3a: '3PA',
};

/** Short heading of a counter. */
export function labelOf(name: string): string {
  return LABELS[name] ?? name.replaceAll('_', ' ').toUpperCase();
}

/** A counter's value as it is read: time as minutes, a margin with its sign, a dash where nothing is known. */
export function shown(name: string, counters: Counters): string {
  return shownValue(name, counters[name] ?? null);
}

export function shownValue(name: string, value: number | null): string {
  if (value === null) return '–';
  if (name === 'seconds') return clock(Math.floor(value));
  if (name === 'plus_minus') return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
  return value.toLocaleString('en');
}
