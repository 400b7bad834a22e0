/** `simulate`: seasons of an invented league as files, with corrected versions and the older format on request. */
import { join } from 'node:path';
import { writeSeasons } from '../simulate/write.ts';
import { writeRevisions, writeStatsV2 } from '../simulate/write-variants.ts';

export interface SimulateOptions {
  readonly out: string;
  readonly seed: string;
  readonly seasons: string;
  readonly teams: number;
  readonly games: number;
  readonly gzip: boolean;
  readonly revisions: number;
  readonly statsV2: number;
}

/** Write what was asked for; the variants are of the first season. */
export async function simulate(options: SimulateOptions): Promise<void> {
  const { out, seed, teams, games: gamesPerTeam, gzip } = options;
  const seasons = options.seasons.split(',');
  const { games, bytes } = await writeSeasons({ seed, seasons, teams, gamesPerTeam, out, gzip });
  console.log(`${games} games, ${(bytes / 1e6).toFixed(1)} MB in ${out}`);
  const first = { seed, season: seasons[0] ?? '', teams, gamesPerTeam };
  if (options.revisions > 0) {
    await writeRevisions(first, options.revisions, join(out, 'revisions'));
    console.log(`later versions of ${options.revisions} games in ${join(out, 'revisions')}`);
  }
  if (options.statsV2 > 0) {
    await writeStatsV2(first, options.statsV2, join(out, 'stats-v2'));
    console.log(`${options.statsV2} games as playbyplayv2 in ${join(out, 'stats-v2')}`);
  }
}
