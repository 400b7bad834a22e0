import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { histories, LIVE_STEPS, plan } from './history.ts';

/** Three of four histories are of the live feed alone; the others are in `two-feeds.test.ts`. */
const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) * 0.75);
const MINUTES = 60_000 * Math.max(5, HISTORIES / 100);
const league = leagueNamed('demo');
let database: TestDatabase & { close(): Promise<void> };
let examiner: Examiner;

beforeAll(async () => {
  database = await cloneDatabase();
  examiner = new Examiner(database.pool, league, { fresh: 4, again: 2, last: 1 });
});
afterAll(() => database.close());

describe('random histories agree with the naive model at every basis, and old answers keep their bytes', () => {
  test('of appends, edits, moves, insertions, deletions, reorderings, duplicates and versions out of order', {
    timeout: MINUTES,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(histories(LIVE_STEPS, { min: 2, max: 7 }), fc.nat(), async (steps, seed) => {
        await examiner.examine(plan(steps), seed);
      }),
      { numRuns: HISTORIES },
    );
  });

  test('and nothing told later has changed what earlier histories answered', async () => {
    const paths = [...examiner.first.keys()];
    const wanted = Math.min(400, paths.length);
    for (let count = 0; count < wanted; count++) {
      await examiner.again(paths[Math.floor((count * paths.length) / wanted)] ?? '');
    }
  });
});
