import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { HISTORIES, histories, LIVE_STEPS, plan } from './history.ts';

/** Most histories are of the live feed alone; the others are in `two-feeds.test.ts` and `any-sport.test.ts`. */
const RUNS = Math.ceil(HISTORIES * 0.6);
/** Databases examined side by side: while one answers, the other is asked. */
const LANES = 2;
const league = leagueNamed('demo');
let databases: (TestDatabase & { close(): Promise<void> })[] = [];
let examiners: TinyExaminer[] = [];

beforeAll(async () => {
  databases = await Promise.all(
    Array.from({ length: LANES }, () => cloneDatabase(undefined, { pipeline: true })),
  );
  examiners = databases.map(({ pool }) => tinyExaminer(pool, league, { fresh: 4, again: 1, last: 1 }));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
});

describe('random histories agree with the naive model at every basis, and old answers keep their bytes', () => {
  test('of appends, edits, moves, insertions, deletions, reorderings, duplicates and versions out of order', {
    timeout: 60_000 * Math.max(5, RUNS / 50),
  }, async () => {
    await Promise.all(
      examiners.map((examiner) =>
        fc.assert(
          fc.asyncProperty(histories(LIVE_STEPS, { min: 3, max: 7 }), fc.nat(), async (steps, seed) => {
            await examiner.examine(plan(steps), seed);
          }),
          { numRuns: Math.ceil(RUNS / LANES) },
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
