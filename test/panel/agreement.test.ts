/** Every row of a panel is what the single route answers: in simulated games to the millisecond and to the minute, and in real ones. */
import { expect, test } from 'vitest';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';
import { tellHistories } from '../asof/told.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf, scheduleCsv } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { expectAgreement, readAsked } from './agreement.ts';
import { loadPanelLeague, loadPart, moments, playerIds, teamIds } from './league.ts';

const RUNS = Number(process.env.PLAYCLOCK_AGREEMENT_RUNS ?? 25);

test('with games stamped to the millisecond, season totals, playoffs and corrections', async () => {
  const { pool } = await testDatabase();
  await loadPanelLeague(pool);
  const { answers } = await expectAgreement({ pool, playerIds, teamIds, moments, runs: RUNS });
  expect(answers).toBeGreaterThan(0);
  expect(pool.totalCount).toBe(pool.idleCount);
});

test('with games stamped to the minute, where most instants lie within the uncertainty of some play', async () => {
  const { pool } = await testDatabase();
  const games = [
    ...simulateSeason({ seed: 'minutes', teams: 2, gamesPerTeam: 2, prefix: '00', season: '2015-16' }),
  ];
  const schedule = {
    'schedule.csv': scheduleCsv(...games.map((game) => toStatsV2ScheduleRow(game.facts.scheduled))),
  };
  const csv = (game: (typeof games)[number]) => ({ [`${game.gameId}.csv`]: toStatsV2Csv(game) });
  await loadPart(pool, { ...schedule, ...Object.assign({}, ...games.map(csv)) });
  const corrected = games.slice(0, 1).map((game) => csv(reviseGame(game, 0, 'assist moved').game));
  const again = await loadAll(pool, folderOf({ ...schedule, ...Object.assign({}, ...corrected) }));
  expect(again.map(({ outcome }) => outcome)).toContain('loaded');
  const { answers, inDoubt } = await expectAgreement({ pool, ...(await readAsked(pool)), runs: RUNS });
  expect(inDoubt).toBeGreaterThan(0);
  expect(answers).toBeGreaterThan(inDoubt);
});

test('with games told over and over, some never to their end, and season totals in between', async () => {
  const { pool } = await testDatabase();
  const told = await tellHistories(pool, 2, 5);
  const asked = await readAsked(pool);
  const all = [...asked.moments, ...told.flatMap(({ instants }) => instants)];
  const { answers } = await expectAgreement({ pool, ...asked, moments: all, runs: RUNS });
  expect(answers).toBeGreaterThan(0);
});

describeReal('real games', () => {
  test('with games of both feeds', async () => {
    const { pool } = await testDatabase();
    const events = ['0021500001', '0021500013'].map((id) =>
      realPath('nba-stats-v2', 'events', `${id}.csv.gz`),
    );
    await loadAll(pool, realPath('nba-stats-v2', 'schedule.csv'), ...events);
    await loadAll(pool, realPath('nba-live'));
    const { answers } = await expectAgreement({ pool, ...(await readAsked(pool)), runs: RUNS });
    expect(answers).toBeGreaterThan(0);
  });
});
