import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide, type LineRun, type RunningRow } from '../../src/store/runs.ts';
import { differenceOfRuns, type StoredRun } from '../../src/store/stored-runs.ts';

const SHAPE = { narrow: [0, 1], wide: [2], rows: { bytes: 5, words: 3 } };

/** Lines whose rows differ in one place or another: `value` stands for all that a row holds. */
const line = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 3 }), value: fc.integer({ min: 120, max: 130 }) }), {
    maxLength: 30,
  })
  .map((steps): LineRun => {
    let at = 0;
    const rows = steps.map(({ gap, value }): RunningRow => {
      at += gap * 3_600_000;
      const precision = value === 121 ? 'second' : 'millisecond';
      const told = { earliest: null, latest: null, elapsed: null, margin: null };
      return { at, orderKey: value % 2, precision, ...told, counters: [value, 0, at] };
    });
    return { key: 1, gameKey: 1, seasonOrder: 20231, rows };
  });

/** A line as stored: in pieces as it may have come. */
const stored = fc.tuple(line, fc.array(fc.integer({ min: 0, max: 30 }))).map(([whole, cuts]): StoredRun[] => {
  const ends = [...new Set([...cuts, 0, whole.rows.length])].sort((a, b) => a - b);
  return ends
    .flatMap((end, place) => divide({ ...whole, rows: whole.rows.slice(ends[place - 1] ?? 0, end) }, SHAPE))
    .map((run) => ({ ...run, basis: 1 }));
});

const rowsOf = (runs: readonly LineRun[]) => runs.flatMap(({ rows }) => rows);
const textOf = (rows: readonly RunningRow[]) => rows.map((row) => JSON.stringify(row));

/** Where two lists begin to differ, and how many at their ends are the same. */
function compared(old: readonly string[], now: readonly string[]): { head: number; tail: number } {
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { head, tail };
}

test('runs hold the rows of their line in order, each of one precision and size and not too long', () => {
  fc.assert(
    fc.property(line, (whole) => {
      const runs = divide(whole, SHAPE);
      expect(textOf(rowsOf(runs))).toEqual(textOf(whole.rows));
      for (const { rows } of runs) {
        const small = rows.map(({ counters }) => (counters[0] ?? 0) <= 127);
        expect(new Set(small).size).toBe(1);
        expect(new Set(rows.map(({ precision }) => precision)).size).toBe(1);
        expect(rows.length).toBeLessThanOrEqual(small[0] === true ? 5 : 3);
      }
    }),
  );
});

test('a change leaves the given line, and closes no run that holds nothing of what differs', () => {
  fc.assert(
    fc.property(stored, line, fc.nat(30), fc.nat(30), (runs, other, from, to) => {
      const old = rowsOf(runs);
      // The new version has the old one's rows around some of its own.
      const middle = other.rows.filter(
        ({ at }) =>
          at > (old[Math.min(from, old.length - 1)]?.at ?? 0) &&
          at < (old[from + 1 + to]?.at ?? Number.POSITIVE_INFINITY),
      );
      const rows = [...old.slice(0, from + 1), ...middle, ...old.slice(from + 1 + to)];
      const given = { key: 1, gameKey: 1, seasonOrder: 20231, rows };
      const { closed, opened } = differenceOfRuns(runs, given);
      const open = [...runs.filter((run) => !closed.includes(run)), ...(opened === null ? [] : [opened])];
      const now = rowsOf(open.sort((a, b) => (a.rows[0]?.at ?? 0) - (b.rows[0]?.at ?? 0)));
      expect(textOf(now)).toEqual(textOf(rows));
      const { head, tail } = compared(textOf(old), textOf(rows));
      let begins = 0;
      for (const run of runs) {
        const ends = begins + run.rows.length;
        const isWithin = ends > head && begins < old.length - tail;
        if (closed.includes(run)) expect(isWithin).toBe(true);
        begins = ends;
      }
      if (head === old.length) expect(closed).toEqual([]);
      if (head === old.length && head === rows.length) expect(opened).toBeNull();
    }),
  );
});

test('a line of another season part is another line', () => {
  fc.assert(
    fc.property(stored, (runs) => {
      const rows = rowsOf(runs);
      const { closed } = differenceOfRuns(runs, { key: 1, gameKey: 1, seasonOrder: 20232, rows });
      expect(closed.length).toBe(runs.length);
    }),
  );
});
