/** Ranking by a figure: equal figures share a rank, and the next one is counted on (1, 1, 3). Pure. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

export interface Ranked<T extends Entry> {
  readonly rank: number;
  /** How many share it. */
  readonly tied: number;
  readonly entry: T;
}

export interface Ranking<T extends Entry> {
  readonly leaders: readonly Ranked<T>[];
  /** How many beyond the last shown share his rank. */
  readonly moreTied: number;
}

export type Direction = 'desc' | 'asc';

/** Those who can be among the first, in no order: all whose figure is at least that of the last of them. */
export function firstOf<T extends Pick<Entry, 'value'>>(
  entries: readonly T[],
  direction: Direction,
  limit: number,
): readonly T[] {
  if (entries.length <= limit) return entries;
  const sign = direction === 'desc' ? -1 : 1;
  const last = entries.map(({ value }) => sign * value).sort((a, b) => a - b)[limit - 1];
  return last === undefined ? [] : entries.filter(({ value }) => sign * value <= last);
}

/** The first of a ranking; those who share a rank stand by name, then id. */
export function rank<T extends Entry>(
  entries: readonly T[],
  direction: Direction,
  limit: number,
): Ranking<T> {
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = entries.toSorted(
    (a, b) => sign * (a.value - b.value) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
  const tied = new Map<number, number>();
  const first = new Map<number, number>();
  sorted.forEach(({ value }, position) => {
    tied.set(value, (tied.get(value) ?? 0) + 1);
    if (!first.has(value)) first.set(value, position + 1);
  });
  const leaders = sorted.slice(0, limit).map((entry) => ({
    rank: first.get(entry.value) ?? 0,
    tied: tied.get(entry.value) ?? 0,
    entry,
  }));
  const last = leaders.at(-1);
  const shown = leaders.filter(({ entry }) => entry.value === last?.entry.value).length;
  return { leaders, moreTied: (last?.tied ?? 0) - shown };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
