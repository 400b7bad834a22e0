/** A real career: the official totals of one player, and a game of his last season play by play. */
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { temporaryFolder } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { realPath } from '../setup/real-data.ts';

const PLAYER = '977';

/** Load them, with whatever else is named; all of it must load. */
export async function loadCareer(pool: pg.Pool, ...more: string[]): Promise<void> {
  const own = (name: string) => {
    const [header = '', ...lines] = readFileSync(realPath('facts', name), 'utf8').split('\n');
    return `${[header, ...lines.filter((line) => line.split(',')[0] === PLAYER)].join('\n')}\n`;
  };
  const { folder, remove } = temporaryFolder({
    'players.csv': own('nba_players.csv'),
    'totals.csv': own('nba_season_totals.csv'),
    'seasons.csv': readFileSync(realPath('facts', 'nba_seasons.csv'), 'utf8'),
  });
  try {
    const game = realPath('nba-stats-v2', 'events', '0021500476.csv.gz');
    const reports = await loadAll(pool, folder, realPath('nba-stats-v2', 'schedule.csv'), game, ...more);
    const failed = reports.find(({ outcome }) => outcome !== 'loaded');
    if (failed !== undefined) throw new RangeError(`${failed.source}: ${failed.reason}`);
  } finally {
    remove();
  }
}
