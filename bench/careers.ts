/** Databases of long careers: one of a single season and one of twenty, made once. */
import { migrate } from '../src/database/migrate.ts';
import { createPool } from '../src/database/pool.ts';
import { careerGame, careerSchedule, FIRST_YEAR, seasonLabel } from './career-games.ts';
import { loadGames } from './game-load.ts';
import type { Progress } from './progress.ts';
import { keepUsable } from './schema-mark.ts';
import { type BenchServer, withClient } from './server.ts';

export interface CareerOptions {
  readonly seasons: number;
  readonly gamesPerTeam: number;
  readonly progress: Progress;
}

/** Names of databases to be copied, not written to. */
export interface CareerDatabases {
  readonly short: string;
  readonly long: string;
}

/** Make both, or what is missing of them. The long one starts as a copy of the short one. */
export async function prepareCareers(server: BenchServer, options: CareerOptions): Promise<CareerDatabases> {
  const mark = await keepUsable(server, 'careers_');
  const nameOf = (seasons: number) => `careers_${seasons}_of_${options.gamesPerTeam}_${mark}`;
  const [short, long] = [nameOf(1), nameOf(options.seasons)];
  await make(server, short, undefined, 0, 1, options);
  await make(server, long, short, 1, options.seasons, options);
  return { short, long };
}

async function make(
  server: BenchServer,
  name: string,
  template: string | undefined,
  from: number,
  to: number,
  { seasons, gamesPerTeam, progress }: CareerOptions,
): Promise<void> {
  // Under its name a database is complete: it is filled under another.
  if (await server.has(name)) return;
  const url = await server.create('careers_in_the_making', template);
  await migrate(url);
  const pool = createPool({ url, max: 2, name: 'playclock bench', pipeline: true });
  try {
    for (let season = from; season < to; season++) {
      progress(`careers, ${seasonLabel(FIRST_YEAR + season)}`, season, seasons);
      const year = FIRST_YEAR + season;
      const games = careerSchedule(year, gamesPerTeam).map((scheduled) => careerGame(scheduled, year));
      await loadGames(pool, games);
    }
    progress('careers', to, seasons);
  } finally {
    await pool.end();
  }
  await withClient(url, (client) => client.query('vacuum analyze'));
  await server.rename('careers_in_the_making', name);
}
