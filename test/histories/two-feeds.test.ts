import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { HISTORIES, histories, plan, TWO_FEED_STEPS } from './history.ts';

/** The other histories are in `histories.test.ts`. */
const RUNS = Math.ceil(HISTORIES * 0.2);
let database: TestDatabase & { close(): Promise<void> };
let examiner: TinyExaminer;

beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  examiner = tinyExaminer(database.pool, leagueNamed('demo'), { fresh: 4, again: 2, last: 1 });
});
afterAll(() => database.close());

test('random histories of games told by two feeds agree with the naive model at every basis, bounds included', {
  timeout: 60_000 * Math.max(5, RUNS / 25),
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories(TWO_FEED_STEPS, { min: 2, max: 6 }), fc.nat(), async (steps, seed) => {
      await examiner.examine(plan(steps), seed);
    }),
    { numRuns: RUNS },
  );
});
