/** Databases of simulated seasons: one of a single season and one of many, made once and taken up where left. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../src/database/migrate.ts';
import { createPool } from '../src/database/pool.ts';
import { load } from '../src/ingest/load.ts';
import { writeSeasons } from '../src/simulate/write.ts';
import { compactIndexes } from '../src/store/compact.ts';
import { seasonLabel } from './career-games.ts';
import type { Progress } from './progress.ts';
import { keepUsable } from './schema-mark.ts';
import { type BenchServer, withClient } from './server.ts';

const SEED = 'bench';
const FIRST_YEAR = 2001;

export interface SeasonOptions {
  readonly home: string;
  readonly seasons: number;
  /** 82, or fewer for a quick look. */
  readonly gamesPerTeam: number;
  readonly progress: Progress;
}

export interface SeasonDatabases {
  readonly one: string;
  readonly many: string;
}

/** Make both, or what is missing of them. The large one starts as a copy of the small one. */
export async function prepareSeasons(server: BenchServer, options: SeasonOptions): Promise<SeasonDatabases> {
  const labels = Array.from({ length: options.seasons }, (_, index) => seasonLabel(FIRST_YEAR + index));
  const schema = await keepUsable(server, 'seasons_');
  const suffix = `_of_${options.gamesPerTeam}_${schema}`;
  const one = `seasons_1${suffix}`;
  const many = `seasons_${options.seasons}${suffix}`;
  if (!(await server.has(one))) await server.create(one);
  await fill(server.urlOf(one), labels.slice(0, 1), options);
  if (many !== one) {
    if (!(await server.has(many))) await server.create(many, one);
    await fill(server.urlOf(many), labels, options);
  }
  return { one: server.urlOf(one), many: server.urlOf(many) };
}

async function fill(url: string, seasons: readonly string[], options: SeasonOptions): Promise<void> {
  await migrate(url);
  let loaded = 0;
  for (const season of seasons) {
    if (await isLoaded(url, season, options.gamesPerTeam)) continue;
    const folder = join(options.home, `files_of_${options.gamesPerTeam}`);
    await simulate(folder, season, options);
    await loadFolder(url, season, join(folder, season), options.progress);
    // The ledger remembers the season from here on; its files are half a gigabyte.
    rmSync(join(folder, season), { recursive: true });
    rmSync(markOf(folder, season));
    loaded++;
  }
  // Measurements start from a settled database, as autovacuum and the weekly maintenance would leave it.
  if (loaded > 0) {
    await withClient(url, (client) => client.query('vacuum analyze'));
    await compactAll(url);
  }
}

async function compactAll(url: string): Promise<void> {
  const pool = createPool({ url, max: 1, name: 'playclock bench' });
  try {
    await compactIndexes(pool);
  } finally {
    await pool.end();
  }
}

async function isLoaded(url: string, season: string, gamesPerTeam: number): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ games: number }>(
      `select count(*)::int as games from demo.game_details d join demo.seasons s using (season_order)
       where s.season = $1 and d.is_final and d.basis_to is null`,
      [season],
    );
    return (rows[0]?.games ?? 0) === (gamesPerTeam * 30) / 2;
  });
}

function markOf(folder: string, season: string): string {
  return join(folder, `${season}.complete`);
}

async function simulate(folder: string, season: string, options: SeasonOptions): Promise<void> {
  if (existsSync(markOf(folder, season))) return;
  await writeSeasons({
    seed: SEED,
    seasons: [season],
    gamesPerTeam: options.gamesPerTeam,
    out: folder,
    compact: true,
    onGame: (_game, done, total) => options.progress(`simulate ${season}`, done, total),
  });
  writeFileSync(markOf(folder, season), '');
}

async function loadFolder(url: string, season: string, folder: string, progress: Progress): Promise<void> {
  const pool = createPool({ url, max: 2, name: 'playclock bench', pipeline: true });
  try {
    await load({
      pool,
      paths: [folder],
      onProgress: ({ phase, done, total }) => progress(`${phase} ${season}`, done, total),
      onReport: (report) => {
        if (report.outcome === 'rejected') throw new SimulatedFileRefusedError(report.source, report.reason);
      },
    });
  } finally {
    await pool.end();
  }
}

/** The loader refuses what the simulator wrote: one of them is wrong. */
export class SimulatedFileRefusedError extends Error {
  override readonly name = 'SimulatedFileRefusedError';
  constructor(file: string, reason: string | null) {
    super(`${file}: ${reason}`);
  }
}
