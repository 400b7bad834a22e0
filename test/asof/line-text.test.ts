/** A line written by hand is the line that JSON would write. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText } from '../../src/asof/line-text.ts';
import { toStatLine } from '../../src/asof/published.ts';
import { LEAGUES } from '../../src/sports/leagues.ts';

const SPORTS = [...new Map(LEAGUES.map(({ sport }) => [sport.code, sport])).values()];
const aValue = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 100 }) },
  fc.integer({ min: -3000, max: 200_000_000 }),
  fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }),
  fc.constantFrom(null, 0, -0, 2_147_483_647, 2_147_483_648, -2_147_483_648, 1e21),
);

test.each(SPORTS.map((sport) => [sport.code, sport] as const))('of %s', (_, sport) => {
  const aLine = fc.array(aValue, { minLength: sport.counters.length, maxLength: sport.counters.length });
  fc.assert(
    fc.property(aLine, (values) => {
      expect(`{${lineText(sport, values)}}`).toBe(JSON.stringify(toStatLine(sport, values)));
    }),
    { numRuns: 500 },
  );
});

test('of what is not known of a line at all, as of a record that is too short', () => {
  for (const sport of SPORTS) {
    expect(`{${lineText(sport, [])}}`).toBe(JSON.stringify(toStatLine(sport, [])));
  }
});
