import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { type TinyExaminer, tinyExaminer } from './examination.ts';
import { CORRECTING_STEPS, HISTORIES, histories, plan } from './history.ts';
import { expectListed } from './listed.ts';

const RUNS = Math.ceil(HISTORIES / 10);
let database: TestDatabase & { close(): Promise<void> };
let examiner: TinyExaminer;

beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  examiner = tinyExaminer(database.pool, leagueNamed('demo'), { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

test('each ingest lists exactly what differs, and the last entry of a counter explains its whole difference', {
  timeout: 60_000 * Math.max(5, RUNS / 10),
}, async () => {
  let explained = 0;
  await fc.assert(
    fc.asyncProperty(histories(CORRECTING_STEPS, { min: 2, max: 6 }), async (steps) => {
      explained += await expectListed(examiner, plan(steps));
    }),
    { numRuns: RUNS },
  );
  expect(explained).toBeGreaterThan(0);
});
