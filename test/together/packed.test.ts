/** Packed sides of games add up as the units and connections they were made of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connected, packSide, together } from '../../src/asof/packed-side.ts';
import type { Connection, Unit } from '../../src/asof/units.ts';

const IDS = ['9', '10', '101', '11', '203', '77', '8'];

const amount = fc.integer({ min: -500, max: 90_000 });
const unit: fc.Arbitrary<Unit> = fc.record({
  players: fc.subarray(IDS, { minLength: 1, maxLength: 6 }).map((players) => players.toSorted()),
  elapsed: amount,
  plusMinus: amount,
});
const connection: fc.Arbitrary<Connection> = fc.record({
  from: fc.constantFrom(...IDS),
  to: fc.constantFrom(...IDS),
  count: fc.nat(9),
  score: fc.nat(27),
});
const games = fc.array(fc.record({ units: fc.array(unit), connections: fc.array(connection) }), {
  maxLength: 6,
});

function groupsOf(players: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return players.flatMap((first, place) =>
    groupsOf(players.slice(place + 1), size - 1).map((group) => [first, ...group]),
  );
}

test('groups are those of every unit, each game counted once', () => {
  fc.assert(
    fc.property(games, fc.integer({ min: 2, max: 6 }), (some, size) => {
      const sums = new Map<string, { games: Set<number>; elapsed: number; plusMinus: number }>();
      some.forEach(({ units }, game) => {
        for (const { players, elapsed, plusMinus } of units) {
          for (const group of groupsOf(players, size)) {
            const sum = sums.get(group.join()) ?? { games: new Set(), elapsed: 0, plusMinus: 0 };
            sums.set(group.join(), sum);
            sum.games.add(game);
            sum.elapsed += elapsed;
            sum.plusMinus += plusMinus;
          }
        }
      });
      const found = together(
        some.map(({ units, connections }) => packSide(units, connections)),
        size,
      );
      expect(found.map(({ elapsed }) => elapsed)).toEqual(
        found.map(({ elapsed }) => elapsed).toSorted((a, b) => b - a),
      );
      expect(new Map(found.map(({ players, ...sum }) => [players.join(), sum]))).toEqual(
        new Map([...sums].map(([key, sum]) => [key, { ...sum, games: sum.games.size }])),
      );
    }),
  );
});

test('connections are the sums of each pair’s', () => {
  fc.assert(
    fc.property(games, (some) => {
      const sums = new Map<string, [count: number, score: number]>();
      for (const { from, to, count, score } of some.flatMap(({ connections }) => connections)) {
        const [counts, scores] = sums.get(`${from} ${to}`) ?? [0, 0];
        sums.set(`${from} ${to}`, [counts + count, scores + score]);
      }
      const found = connected(some.map(({ units, connections }) => packSide(units, connections)));
      expect(found.map(({ count }) => count)).toEqual(
        found.map(({ count }) => count).toSorted((a, b) => b - a),
      );
      expect(new Map(found.map(({ from, to, count, score }) => [`${from} ${to}`, [count, score]]))).toEqual(
        sums,
      );
    }),
  );
});
