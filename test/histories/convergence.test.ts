import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { expectConvergence } from './converging.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { HISTORIES, histories, LIVE_STEPS, plan, TWO_FEED_STEPS } from './history.ts';

const RUNS = Math.ceil(HISTORIES / 20);
let database: TestDatabase & { close(): Promise<void> };
let examiner: TinyExaminer;

beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  examiner = tinyExaminer(database.pool, leagueNamed('demo'), { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

test.each([
  ['one feed', LIVE_STEPS],
  ['two feeds', TWO_FEED_STEPS],
] as const)(
  'the same versions of %s in any order leave the same current answers',
  { timeout: 60_000 * Math.max(5, RUNS / 10) },
  async (_, kinds) => {
    await fc.assert(
      fc.asyncProperty(histories(kinds, { min: 3, max: 7 }), fc.nat(), (steps, seed) =>
        expectConvergence(examiner, plan(steps), seed),
      ),
      { numRuns: RUNS },
    );
  },
);
