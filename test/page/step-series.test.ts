import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Point, stepped, together } from '../../web/chart/step-series.ts';

const aPoint = fc
  .tuple(fc.integer({ min: 10, max: 90 }), fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.nat({ max: 50 }))
  .map(([at, before, after, value]): Point => ({ at, earliest: at - before, latest: at + after, value }));
/** As a feed gives them: by instant, and no interval begins or ends before one of an earlier point. */
const points = fc.array(aPoint, { maxLength: 12 }).map((list) => {
  const sorted = [...list].sort((a, b) => a.at - b.at);
  let latest = 0;
  return sorted.map((point, position) => {
    const later = sorted.slice(position).map(({ earliest }) => earliest);
    latest = Math.max(latest, point.latest);
    return { ...point, earliest: Math.min(...later), latest };
  });
});

describe('a step series', () => {
  test('holds at every instant the last value, and the least and most that may be true', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 100 }), (list, at) => {
        const { x, best, least, most } = stepped(list, 0, 0, 100);
        const position = x.findLastIndex((instant) => instant <= at);
        const values = [0, ...list.map(({ value }) => value ?? 0)];
        const counted = list.filter((point) => point.at <= at).length;
        const certain = list.filter((point) => point.latest <= at).length;
        const possible = list.filter((point) => point.earliest <= at).length;
        const range = values.slice(Math.min(certain, counted), Math.max(possible, counted) + 1);
        expect(best[position]).toBe(values[counted]);
        expect(least[position]).toBe(Math.min(...range));
        expect(most[position]).toBe(Math.max(...range));
      }),
    );
  });

  test('beside another keeps its values at the other’s instants', () => {
    fc.assert(
      fc.property(points, points, fc.integer({ min: 0, max: 100 }), (one, other, at) => {
        const alone = stepped(one, 0, 0, 100);
        const { x, rows } = together([alone, stepped(other, 0, 0, 100)]);
        const [shared, own] = [x, alone.x].map((instants) =>
          instants.findLastIndex((instant) => instant <= at),
        );
        expect(rows[0]?.best[shared ?? 0]).toBe(alone.best[own ?? 0]);
      }),
    );
  });
});
