/** What is answered without plays, held against the plays: lines between games, and how high a counter was in one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestOf } from '../../src/asof/may-reach.ts';
import { lineAt, standingAt } from '../../src/asof/season-games.ts';

const PART = { order: 20151, carry: [100], carryOfType: [80], earlier: null };

/** Games with a value gained in each; `end` null while one is not over. */
const game = fc.record({
  start: fc.nat(60),
  lasts: fc.option(fc.nat(12), { freq: 9 }),
  gained: fc.nat(3),
});

test('between games a line is that of the last one over, and never told while one goes on', () => {
  fc.assert(
    fc.property(fc.array(game, { maxLength: 6 }), fc.nat(80), (drawn, last) => {
      const games = drawn.toSorted((a, b) => a.start - b.start);
      const ends = games.map(({ start, lasts }) => (lasts === null ? Number.NaN : start + lasts));
      let sum = 0;
      const packed = {
        starts: Float64Array.from(games, ({ start }) => start),
        ends: Float64Array.from(ends),
        orders: new Int32Array(games.length).fill(PART.order),
        counted: Uint8Array.from(games, ({ gained }) => (gained > 0 ? 1 : 0)),
        totals: Int32Array.from(games, ({ gained }) => {
          sum += gained;
          return sum;
        }),
        parts: [PART],
      };
      const begun = games.filter(({ start }) => start <= last);
      const isOver = begun.every(({ start, lasts }) => lasts !== null && start + lasts <= last);
      const overlap = begun.some(({ start }, place) => place > 0 && start <= (ends[place - 1] ?? 0));
      const gained = begun.reduce((total, one) => total + one.gained, 0);
      const standing = standingAt(packed, 'all', last);
      if (begun.length === 0) expect(standing).toBe('before');
      else if (!isOver || overlap || gained === 0) expect(standing).toBe('unsure');
      else {
        if (typeof standing === 'string') throw new RangeError(standing);
        expect(lineAt(packed, standing, 'season', 'all', [0])).toEqual([gained]);
        expect(lineAt(packed, standing, 'career', 'all', [0])).toEqual([100 + gained]);
        expect(lineAt(packed, standing, 'career', 'regular', [0])).toEqual([80 + gained]);
      }
      expect(standingAt(packed, 'playoffs', last)).toBe('before');
    }),
  );
});

const step = fc.record({ won: fc.integer({ min: -3, max: 3 }), changes: fc.boolean(), on: fc.boolean() });

test('the highest value of a game is that of all its plays', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), fc.constantFrom(1, -1), (steps, sign) => {
      const leads = { at: [] as number[], order: [] as number[], lead: [] as number[] };
      const rows = [];
      let [lead, value, isOn, highest] = [0, 0, false, Number.NEGATIVE_INFINITY];
      for (const [place, { won, changes, on }] of steps.entries()) {
        const [at, order] = [Math.floor(place / 2), place];
        lead += won;
        if (isOn) value += sign * won;
        leads.at.push(at);
        leads.order.push(order);
        leads.lead.push(lead);
        if (changes) {
          isOn = on;
          rows.push({
            game_key: 1,
            at,
            order,
            precision: 'millisecond' as const,
            earliest: null,
            latest: null,
            line: [value],
            elapsed: isOn ? 0 : null,
            margin: isOn ? sign * lead : null,
          });
        }
        if (rows.length > 0) highest = Math.max(highest, value);
      }
      expect(highestOf(rows, leads, 0, sign === 1 ? 1 : -1)).toBe(highest);
    }),
  );
});
