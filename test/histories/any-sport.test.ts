/** What holds of the engine holds of every sport: the properties of this folder on games of the generic mode. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAGUES } from '../../src/sports/leagues.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { type AnyExaminer, anyExaminer, kitOf, withoutFiles } from './any-sport.ts';
import { expectConvergence } from './converging.ts';
import { CORRECTING_STEPS, HISTORIES, histories, LIVE_STEPS, planOf, TWO_FEED_STEPS } from './history.ts';
import { expectBoundaries, expectMonotone, expectOthersUntouched } from './laws.ts';
import { expectListed } from './listed.ts';

/** One league of each sport. */
const SPORTS = [...new Map(LEAGUES.map((league) => [league.sport.code, league])).values()];
/** Every sport's share of a fifth of the histories. */
const RUNS = Math.ceil((HISTORIES * 0.2) / SPORTS.length);
const TIMEOUT = 60_000 * Math.max(5, RUNS / 5);
/** Of two feeds with clocks alike the later load answers: only one feed's versions converge. */
const oneFeed = histories(withoutFiles(LIVE_STEPS), { min: 3, max: 7 });
const anySteps = fc.oneof(oneFeed, histories(withoutFiles(TWO_FEED_STEPS), { min: 3, max: 7 }));

test('every sport of the leagues is here', () => {
  expect(SPORTS.length).toBeGreaterThanOrEqual(5);
});

describe.each(SPORTS.map((league) => [league.sport.code, league] as const))('%s', (_, league) => {
  const kit = kitOf(league);
  let database: TestDatabase & { close(): Promise<void> };
  let examiner: AnyExaminer;

  beforeAll(async () => {
    database = await cloneDatabase(undefined, { pipeline: true });
    examiner = anyExaminer(database.pool, league, { fresh: 6, again: 1, last: 1 });
  });
  afterAll(() => database.close());

  test('histories agree with the naive model at every basis and both boundaries, and keep their bytes', {
    timeout: TIMEOUT,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.nat(), async (steps, seed) => {
        await examiner.examine(planOf(steps, kit), seed);
      }),
      { numRuns: RUNS },
    );
  });

  test('what adds up never goes down; the boundaries differ by the plays of the instant; others stay', {
    timeout: TIMEOUT,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.nat(), async (steps, seed) => {
        const deliveries = planOf(steps, kit);
        await expectMonotone(examiner, deliveries, seed);
        await expectBoundaries(examiner, deliveries, seed);
        await expectOthersUntouched(examiner, deliveries, seed);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test('each ingest lists exactly what it corrected', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(histories(CORRECTING_STEPS, { min: 2, max: 6 }), async (steps) => {
        await expectListed(examiner, planOf(steps, kit));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  test('the same versions in any order leave the same current answers', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(oneFeed, fc.nat(), (steps, seed) =>
        expectConvergence(examiner, planOf(steps, kit), seed),
      ),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
