/** Lines and plays packed say at any instant what the plain rows say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/asof/panel/columns/bytes.ts';
import { instantOf } from '../../src/asof/panel/columns/copy-out.ts';
import { Growing } from '../../src/asof/panel/columns/growing.ts';
import { NO_GAME, Standing } from '../../src/asof/panel/columns/line.ts';
import { type Accrual, packLine } from '../../src/asof/panel/columns/pack.ts';
import { PlayColumns } from '../../src/asof/panel/columns/plays.ts';
import { Shapes } from '../../src/asof/panel/columns/shapes.ts';

const MICROSECONDS = 1000;
const DAY = 86_400_000;

function column(values: readonly (number | null)[]): Growing {
  const cells = new Growing();
  for (const value of values) cells.push(value ?? Number.NaN);
  return cells;
}

test('numbers come back from bytes, the largest as the smallest', () => {
  const numbers = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat({ max: 300 }), fc.nat()));
  fc.assert(
    fc.property(numbers, fc.array(fc.integer()), (naturals, integers) => {
      const writer = new ByteWriter();
      for (const value of naturals) writer.push(value);
      for (const value of integers) writer.pushSigned(value);
      const reader = new ByteReader();
      reader.open(writer.take(), 0);
      expect(naturals.map(() => reader.next())).toEqual(naturals);
      expect(integers.map(() => reader.nextSigned())).toEqual(integers.map((value) => value + 0));
      expect(reader.place).toBe(writer.length);
    }),
  );
});

const WIDTH = 4;
const accruals: Accrual[] = [null, { clock: 5 }, null, { margin: true }];
/** One for all lines, as in the process, so that it fills up. */
const shapes = new Shapes([0, 1, 2, 3]);

interface Row {
  readonly at: number;
  readonly order: number;
  readonly game: number | null;
  readonly part: number;
  readonly elapsed: number | null;
  readonly margin: number;
  readonly values: readonly number[];
}

/** Rows of a game by what lies between each and the one before. */
const change = (...values: number[]) => fc.constant(values);
const step = fc.record({
  after: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 300 }).map((tenths) => tenths * 100) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 65_537, 70 * DAY) },
  ),
  order: fc.nat({ max: 3 }),
  active: fc.boolean(),
  more: fc.oneof(
    { weight: 3, arbitrary: change(0, 0, 0, 0) },
    { weight: 3, arbitrary: fc.oneof(change(2, 0, 1, 0), change(0, 0, 1, 0), change(1, 0, 0, 0)) },
    {
      weight: 1,
      arbitrary: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: WIDTH, maxLength: WIDTH }),
    },
  ),
  clock: fc.nat({ max: 2000 }),
});
const before = fc.array(fc.option(fc.integer(), { freq: 5 }), { minLength: WIDTH, maxLength: WIDTH });
const stretch = fc.record({
  gap: fc.integer({ min: 1, max: 100 * DAY }),
  part: fc.nat({ max: 2 }),
  isHome: fc.boolean(),
  before,
  isTotals: fc.boolean(),
  steps: fc.oneof(
    { weight: 5, arbitrary: fc.array(step, { minLength: 1, maxLength: 30 }) },
    { weight: 1, arbitrary: fc.array(step, { minLength: 60, maxLength: 150 }) },
  ),
});
type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never;

/** Where the game's clock and margin stand at an instant, whatever the rows say of it. */
const clockAt = (at: number) => Math.floor(at / 1700);
const marginAt = (at: number) => (Math.floor(at / 9000) % 31) - 15;

function rowsOf(stretches: readonly Stretch[]): Row[] {
  let at = Date.parse('2019-10-22T00:00:00Z');
  return stretches.flatMap(({ gap, part, steps, isTotals }, game): Row[] => {
    at += gap;
    const [first] = steps;
    if (isTotals && first !== undefined) {
      return [{ at, order: 0, game: null, part, elapsed: null, margin: 0, values: first.more }];
    }
    const line = [0, 0, 0, 0];
    return steps.map(({ after, order, active, more, clock }) => {
      at += after;
      more.forEach((value, index) => {
        line[index] = (line[index] ?? 0) + value;
      });
      // Of rows that run on, most were to be foreseen.
      const values = line.map((value, index) => {
        if (!active || accruals[index] === null) return value;
        return index === 1 ? value + clockAt(at) * 5 : value + marginAt(at);
      });
      const elapsed = active ? clockAt(at) + (clock > 1900 ? clock : 0) : null;
      return { at, order, game, part, elapsed, margin: marginAt(at), values };
    });
  });
}

function pack(stretches: readonly Stretch[], rows: readonly Row[]) {
  const parts = [0, 1, 2];
  const cells = {
    rows: {
      at: column(rows.map((row) => (row.at - instantOf(0)) * MICROSECONDS)),
      order: column(rows.map((row) => row.order)),
      game: column(rows.map((row) => row.game)),
      season: column(rows.map((row) => row.part)),
      elapsed: column(rows.map((row) => row.elapsed)),
      margin: column(rows.map((row) => (row.elapsed === null ? null : row.margin))),
      values: Array.from({ length: WIDTH }, (_, index) => column(rows.map((row) => row.values[index] ?? 0))),
    },
    games: {
      key: column(stretches.map((_, game) => game)),
      isHome: column(stretches.map(({ isHome }) => (isHome ? 1 : 0))),
      before: Array.from({ length: WIDTH }, (_, index) =>
        column(stretches.map((each) => each.before[index] ?? null)),
      ),
      span: null,
    },
    parts: {
      order: column(parts),
      statedAt: column(parts.map(() => null)),
      stated: [],
      carry: [],
      earlier: null,
    },
  };
  return packLine(cells, { accruals, shapes });
}

/** The last row at or before an instant, of the rows as they are. */
function lastUpTo(rows: readonly Row[], limit: number): Row | undefined {
  return rows
    .filter(({ at }) => at <= limit)
    .reduce<Row | undefined>(
      (last, row) =>
        last === undefined || row.at > last.at || (row.at === last.at && row.order >= last.order)
          ? row
          : last,
      undefined,
    );
}

/** Rows of one instant and one order cannot be; of several, the last one told stays. */
function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.at} ${row.order}`, row])).values()];
}

describe('a line', () => {
  test('says at any instant what its rows say', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (stretches, chances) => {
          const rows = distinct(rowsOf(stretches));
          const shuffled = [...rows].sort(
            (a, b) => ((a.at * 7 + a.order) % 13) - ((b.at * 7 + b.order) % 13),
          );
          const line = pack(stretches, shuffled);
          const standing = new Standing(WIDTH);
          const limits = rows.flatMap(({ at }) => [
            at - 1,
            at,
            at + Math.floor((chances.next().value ?? 0) * 9000),
          ]);
          for (const limit of limits) {
            const row = lastUpTo(rows, limit);
            const segment = line.segmentAt(limit);
            expect(segment >= 0).toBe(row !== undefined);
            if (row === undefined) continue;
            standing.read(line, segment, limit);
            const level = row.game === null ? undefined : stretches[row.game];
            expect([standing.game, standing.part]).toEqual([row.game ?? NO_GAME, row.part]);
            expect(standing.side).toBe(level?.isHome === true ? 1 : -1);
            expect([...standing.before]).toEqual(
              Array.from({ length: WIDTH }, (_, index) =>
                level === undefined ? 0 : (level.before[index] ?? Number.NaN),
              ),
            );
            expect(standing.isActive).toBe(row.elapsed !== null);
            const since = row.elapsed === null ? 0 : 1;
            expect(
              [...standing.within].map((value, index) => value + since * gameAdds(index, limit)),
            ).toEqual(
              row.values.map(
                (value, index) => value + since * (gameAdds(index, limit) - gameAddedAt(index, row)),
              ),
            );
            if (!standing.isActive) expect(standing.at).toBe(row.at);
            if (row.game !== null) continue;
            const lastOfGame = lastUpTo(
              rows.filter(({ game }) => game !== null),
              limit,
            );
            expect(standing.behind(line, segment)).toBe(lastOfGame?.at ?? Number.NaN);
          }
        },
      ),
    );
  });

  test('of changes without end takes no more memory for them than a bound', () => {
    const own = new Shapes(Array.from({ length: 18 }, (_, index) => index));
    const never = new Uint8Array(18);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 18, maxLength: 18 }),
        fc.boolean(),
        (differences, active) => {
          const code = own.codeOf(Float64Array.from(differences), never, active);
          const told: number[] = [];
          own.eachTold(code, (index) => told.push(index));
          expect(own.isActive(code)).toBe(active);
          const known = Array.from({ length: 18 }, () => 0);
          for (let at = own.startOf(code); at < own.startOf(code + 1); at += 2) {
            const index = own.steps[at] ?? 0;
            known[index] = told.includes(index) ? (differences[index] ?? 0) : (own.steps[at + 1] ?? 0);
          }
          expect(known).toEqual(differences);
        },
      ),
      { numRuns: 1000 },
    );
    expect(own.count).toBeLessThan(4200);
  });
});

function gameAdds(index: number, at: number): number {
  return index === 1 ? clockAt(at) * 5 : index === 3 ? marginAt(at) : 0;
}

function gameAddedAt(index: number, { elapsed, margin }: Row): number {
  return index === 1 ? (elapsed ?? 0) * 5 : index === 3 ? margin : 0;
}

test('plays of a game are found at any instant, with and without clock and lead', () => {
  const play = fc.record({
    after: fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: 600 }).map((tenths) => tenths * 100) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 70 * DAY) },
    ),
    elapsed: fc.integer({ min: -100, max: 5000 }),
    lead: fc.integer({ min: -40, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(play, { maxLength: 120 }), fc.boolean(), (steps, runs) => {
      let at = Date.parse('2024-05-01T00:00:00Z');
      const plays = steps.map(({ after, elapsed, lead }, order) => {
        at += after;
        return { at, order, elapsed, lead };
      });
      const mixed = [...plays].sort((a, b) => (a.order % 7) - (b.order % 7));
      const packed = new PlayColumns({
        at: column(mixed.map((each) => (each.at - instantOf(0)) * MICROSECONDS)),
        state: runs
          ? {
              order: column(mixed.map(({ order }) => order)),
              elapsed: column(mixed.map(({ elapsed }) => elapsed)),
              lead: column(mixed.map(({ lead }) => lead)),
            }
          : null,
      });
      for (const limit of plays.flatMap((each) => [each.at - 1, each.at, each.at + 50])) {
        const last = plays.filter((each) => each.at <= limit).at(-1);
        expect(packed.upTo(limit)).toEqual(
          last === undefined
            ? null
            : runs
              ? { at: last.at, elapsed: last.elapsed, lead: last.lead }
              : { at: last.at, elapsed: 0, lead: 0 },
        );
      }
    }),
  );
});
