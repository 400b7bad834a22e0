/** The first games of the season that `npm start` loads, with its schedule. */
import type pg from 'pg';
import { DEMO } from '../../src/cli/start.ts';
import { scheduleFile } from '../../src/simulate/schedule-file.ts';
import { gameSimulator, seasonSchedule } from '../../src/simulate/season.ts';
import { gameFiles, temporaryFolder } from './files.ts';
import { loadAll } from './loading.ts';

/** Load the schedule and some games. The schedule is ingest 1, the games follow in order of play. */
export async function loadFirstDemoGames(pool: pg.Pool, count: number): Promise<void> {
  const [season] = DEMO.seasons;
  const chosen = { ...DEMO, season };
  const schedule = seasonSchedule(chosen);
  const simulate = gameSimulator(chosen);
  const { folder, remove } = temporaryFolder(
    Object.assign(
      { [`scheduleleaguev2_${season}.json`]: scheduleFile(season, schedule) },
      ...schedule.slice(0, count).map((game) => gameFiles(simulate(game))),
    ),
  );
  try {
    const reports = await loadAll(pool, folder);
    const failed = reports.find((report) => report.outcome === 'rejected');
    if (failed !== undefined) throw new RangeError(`${failed.source}: ${failed.reason}`);
  } finally {
    remove();
  }
}
