import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { HISTORIES, histories, LIVE_STEPS, plan, TWO_FEED_STEPS } from './history.ts';
import { expectBoundaries, expectMonotone, expectOthersUntouched } from './laws.ts';

const RUNS = Math.ceil(HISTORIES / 20);
const TIMEOUT = 60_000 * Math.max(5, RUNS / 5);
let database: TestDatabase & { close(): Promise<void> };
let examiner: TinyExaminer;

beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  examiner = tinyExaminer(database.pool, leagueNamed('demo'), { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

const anyHistory = fc.oneof(
  histories(LIVE_STEPS, { min: 2, max: 6 }),
  histories(TWO_FEED_STEPS, { min: 2, max: 6 }),
);

test('what adds up never goes down as the world goes on, at any basis', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), (steps, seed) => expectMonotone(examiner, plan(steps), seed)),
    { numRuns: RUNS },
  );
});

test('the two boundaries differ by the plays of the instant, and by nothing else', {
  timeout: TIMEOUT,
}, async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), async (steps, seed) => {
      seen += await expectBoundaries(examiner, plan(steps), seed);
    }),
    { numRuns: RUNS },
  );
  expect(seen).toBeGreaterThan(0);
});

test('a correction leaves everybody else as he was, at every basis, and everybody as he was known before', {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), (steps, seed) =>
      expectOthersUntouched(examiner, plan(steps), seed),
    ),
    { numRuns: RUNS },
  );
});
