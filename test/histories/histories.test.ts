import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { histories, LIVE_STEPS, plan } from './history.ts';

/** Three of four histories are of the live feed alone; the others are in `two-feeds.test.ts`. */
const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) * 0.75);
/** Databases examined side by side: while one answers, the other is asked. */
const LANES = 2;
const league = leagueNamed('demo');
let databases: (TestDatabase & { close(): Promise<void> })[] = [];
let examiners: Examiner[] = [];

beforeAll(async () => {
  databases = await Promise.all(Array.from({ length: LANES }, () => cloneDatabase()));
  examiners = databases.map(({ pool }) => new Examiner(pool, league, { fresh: 4, again: 1, last: 1 }));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
});

describe('random histories agree with the naive model at every basis, and old answers keep their bytes', () => {
  test('of appends, edits, moves, insertions, deletions, reorderings, duplicates and versions out of order', {
    timeout: 60_000 * Math.max(5, HISTORIES / 50),
  }, async () => {
    await Promise.all(
      examiners.map((examiner) =>
        fc.assert(
          fc.asyncProperty(histories(LIVE_STEPS, { min: 3, max: 7 }), fc.nat(), async (steps, seed) => {
            await examiner.examine(plan(steps), seed);
          }),
          { numRuns: Math.ceil(HISTORIES / LANES) },
        ),
      ),
    );
  });

  test('and nothing told later has changed what earlier histories answered', async () => {
    for (const examiner of examiners) {
      const paths = [...examiner.first.keys()];
      const wanted = Math.min(200, paths.length);
      for (let count = 0; count < wanted; count++) {
        await examiner.again(paths[Math.floor((count * paths.length) / wanted)] ?? '');
      }
    }
  });
});
