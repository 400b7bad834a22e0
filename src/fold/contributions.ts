/**
 * What each play adds to a line, read back from running rows: the two versions of a game are compared by it.
 * Pure; works on stored and on freshly folded lines alike.
 */
import type { Sport } from '../sports/sport.ts';

/** A play's place in the total order, with the game's running clock and home margin after it. */
export interface PlacedPlay {
  readonly id: string;
  readonly at: number;
  readonly orderKey: number;
  readonly elapsed: number;
  readonly margin: number;
}

/** One side's view of accruing counters. */
export interface Rates {
  readonly elapsed: number;
  readonly margin: number;
}

/** A running row at a position of the plays. */
export interface PlacedRow {
  readonly position: number;
  readonly values: ArrayLike<number>;
  readonly active: boolean;
}

/** Running values after every play, by position; the first is before any. */
export function runningValues(
  plays: readonly PlacedPlay[],
  rows: readonly PlacedRow[],
  sport: Sport,
  rates: Rates,
): number[][] {
  const steps: number[][] = [sport.counters.map(() => 0)];
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  let row: PlacedRow | undefined;
  let anchor: PlacedPlay | undefined;
  plays.forEach((play, position) => {
    const next = byPosition.get(position);
    if (next !== undefined) {
      row = next;
      anchor = play;
    }
    const [ran, won] =
      row?.active && anchor !== undefined
        ? [play.elapsed - anchor.elapsed, play.margin - anchor.margin]
        : [0, 0];
    steps.push(
      sport.counters.map((counter, index) => {
        const value = row?.values[index] ?? 0;
        if (counter.accrues === 'elapsed') return value + ran * rates.elapsed;
        return counter.accrues === 'margin' ? value + won * rates.margin : value;
      }),
    );
  });
  return steps;
}

/** A line of one version of a game. */
export interface VersionLine {
  readonly plays: readonly PlacedPlay[];
  /** Of `runningValues`. */
  readonly steps: readonly (readonly number[])[];
}

export const CHANGES = ['inserted', 'deleted', 'edited', 'moved', 'replaced'] as const;
/** `replaced`: the game is told by another feed now, whose plays have other identities. */
export type Change = (typeof CHANGES)[number];

/** A counter that another version of the game has otherwise at a play. Values are in stored units. */
export interface CounterChange {
  /** Null where the game was replaced as a whole. */
  readonly playId: string | null;
  readonly change: Change;
  /** Position in the sport's counters. */
  readonly counter: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Counters that differ between two versions, each at the play that causes it. Plays beyond the older version's
 * last are news, not corrections, unless the game was over. Accruing counters drift play by play, so only the
 * first difference is told.
 */
export function changesBetween(
  older: VersionLine,
  newer: VersionLine,
  sport: Sport,
  wasOver: boolean,
): CounterChange[] {
  const horizon = older.plays.at(-1);
  if (horizon === undefined) return [];
  const changes: CounterChange[] = [];
  const drifted = new Set<number>();
  for (const { id, was, is } of pairs(older, newer)) {
    const isNews = !wasOver && was === null && is !== null && comparePlaces(is.play, horizon) > 0;
    if (isNews) continue;
    const moved = was !== null && is !== null && comparePlaces(was.play, is.play) !== 0;
    const place = earlier(was?.play, is?.play);
    const change: Change = was === null ? 'inserted' : is === null ? 'deleted' : moved ? 'moved' : 'edited';
    sport.counters.forEach((counter, index) => {
      const [had, has] = [was?.added[index] ?? 0, is?.added[index] ?? 0];
      if (had === has && !(moved && had !== 0)) return;
      if (counter.accrues !== undefined && drifted.has(index)) return;
      const before = valueAt(older, place)[index] ?? 0;
      const after = valueAt(newer, place)[index] ?? 0;
      if (before === after) return;
      if (counter.accrues !== undefined) drifted.add(index);
      changes.push({ playId: id, change, counter: index, before, after });
    });
  }
  return changes;
}

/**
 * Whether a newer version tells the older one's plays as they were and then, at most, goes on: lines that are the
 * same up to the older version's last play then have nothing to correct.
 */
export function goesOn(
  older: readonly PlacedPlay[],
  newer: readonly PlacedPlay[],
  wasOver: boolean,
): boolean {
  const [horizon, next] = [older.at(-1), newer[older.length]];
  if (horizon === undefined || newer.length < older.length) return false;
  if (next !== undefined && (wasOver || comparePlaces(next, horizon) <= 0)) return false;
  return older.every((play, position) => {
    const other = newer[position];
    return (
      other !== undefined &&
      play.id === other.id &&
      comparePlaces(play, other) === 0 &&
      play.elapsed === other.elapsed &&
      play.margin === other.margin
    );
  });
}

/** Counters whose final values differ between two feeds' versions of a game. */
export function changesByReplacement(older: VersionLine, newer: VersionLine, sport: Sport): CounterChange[] {
  const [had, has] = [older.steps.at(-1) ?? [], newer.steps.at(-1) ?? []];
  return sport.counters.flatMap((_, counter): CounterChange[] => {
    const [before, after] = [had[counter] ?? 0, has[counter] ?? 0];
    return before === after ? [] : [{ playId: null, change: 'replaced', counter, before, after }];
  });
}

interface Step {
  readonly play: PlacedPlay;
  readonly added: readonly number[];
}

/** Plays of both versions by identity, in the order of where they stand first. */
function pairs(older: VersionLine, newer: VersionLine): { id: string; was: Step | null; is: Step | null }[] {
  const [had, has] = [stepsById(older), stepsById(newer)];
  const ids = [...new Set([...had.keys(), ...has.keys()])];
  return ids
    .map((id) => ({ id, was: had.get(id) ?? null, is: has.get(id) ?? null }))
    .sort((a, b) => comparePlaces(earlier(a.was?.play, a.is?.play), earlier(b.was?.play, b.is?.play)));
}

function stepsById({ plays, steps }: VersionLine): Map<string, Step> {
  return new Map(
    plays.map((play, position) => {
      const [before, after] = [steps[position] ?? [], steps[position + 1] ?? []];
      return [play.id, { play, added: after.map((value, index) => value - (before[index] ?? 0)) }];
    }),
  );
}

function comparePlaces(a: PlacedPlay, b: PlacedPlay): number {
  return a.at - b.at || a.orderKey - b.orderKey;
}

function earlier(a: PlacedPlay | undefined, b: PlacedPlay | undefined): PlacedPlay {
  if (a === undefined || b === undefined) {
    const only = a ?? b;
    if (only === undefined) throw new RangeError('a play of neither version');
    return only;
  }
  return comparePlaces(a, b) <= 0 ? a : b;
}

/** Values after the last play at or before a place. */
function valueAt({ plays, steps }: VersionLine, place: PlacedPlay): readonly number[] {
  const last = plays.findLastIndex((play) => comparePlaces(play, place) <= 0);
  return steps[last + 1] ?? [];
}
