/** The first games of a season told otherwise: corrected later, or in the older feed's format. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reviseGame } from './revise.ts';
import { gameSimulator, type SeasonOptions, seasonSchedule } from './season.ts';
import { STATS_V2_SCHEDULE_HEADER, toStatsV2Csv, toStatsV2ScheduleRow } from './stats-v2.ts';

/** Write a later, corrected version of the first `count` games into `folder`: play-by-play and box score. */
export async function writeRevisions(options: SeasonOptions, count: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const simulate = gameSimulator(options);
  for (const scheduled of seasonSchedule(options).slice(0, count)) {
    const { game } = reviseGame(simulate(scheduled), options.seed, 'assist moved');
    await writeFile(join(folder, `playbyplay_${game.gameId}.json`), JSON.stringify(game.playbyplay));
    await writeFile(join(folder, `boxscore_${game.gameId}.json`), JSON.stringify(game.boxscore));
  }
}

/** Write the first `count` games as stats.nba.com playbyplayv2 into `folder`, with the schedule that dates them. */
export async function writeStatsV2(options: SeasonOptions, count: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const simulate = gameSimulator(options);
  const games = seasonSchedule(options).slice(0, count);
  for (const scheduled of games) {
    await writeFile(join(folder, `${scheduled.gameId}.csv`), toStatsV2Csv(simulate(scheduled)));
  }
  const rows = [STATS_V2_SCHEDULE_HEADER, ...games.map(toStatsV2ScheduleRow)];
  await writeFile(join(folder, 'schedule.csv'), `${rows.join('\n')}\n`);
}
