import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { histories, plan, TWO_FEED_STEPS } from './history.ts';

/** The other histories are in `histories.test.ts`. */
const HISTORIES = Math.floor(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) * 0.25);
let database: TestDatabase & { close(): Promise<void> };
let examiner: Examiner;

beforeAll(async () => {
  database = await cloneDatabase();
  examiner = new Examiner(database.pool, leagueNamed('demo'), { fresh: 4, again: 2, last: 1 });
});
afterAll(() => database.close());

test('random histories of games told by two feeds agree with the naive model at every basis, bounds included', {
  timeout: 60_000 * Math.max(5, HISTORIES / 25),
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories(TWO_FEED_STEPS, { min: 2, max: 6 }), fc.nat(), async (steps, seed) => {
      await examiner.examine(plan(steps), seed);
    }),
    { numRuns: HISTORIES },
  );
});
