/** Loading in tests, and looking at everything a load may have changed. */
import type pg from 'pg';
import { createPool } from '../../src/database/pool.ts';
import { type LoadReport, load } from '../../src/ingest/load.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { cloneDatabase } from './database.ts';
import { gameFiles, temporaryFolder } from './files.ts';

/** Load and return the reports. */
export async function loadAll(pool: pg.Pool, ...paths: string[]): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  await load({ pool, paths, onReport: (report) => reports.push(report) });
  return reports;
}

/** Load games in one call, from a folder that holds nothing else. */
export async function loadGames(pool: pg.Pool, games: readonly SimulatedGame[]): Promise<LoadReport[]> {
  const { folder, remove } = temporaryFolder(Object.assign({}, ...games.map(gameFiles)));
  try {
    return await loadAll(pool, folder);
  } finally {
    remove();
  }
}

/**
 * A database filled once for a suite, as a template for `testDatabase`: call it in `beforeAll` and return
 * `close`. Nobody is connected to it, so that it can be copied.
 */
export async function filledTemplate(
  fill: (pool: pg.Pool) => Promise<unknown>,
): Promise<{ readonly name: string; close(): Promise<void> }> {
  const database = await cloneDatabase();
  const pool = createPool({ url: database.url, pipeline: true });
  await fill(pool);
  await pool.end();
  return { name: database.name, close: () => database.close() };
}

/** Tables of the leagues, `schema.table`. */
async function leagueTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('nba', 'wnba', 'gleague', 'demo') order by 1`,
  );
  return rows.map((row) => row.name);
}

/** A fingerprint of every row of every league's tables. */
export async function leagueContents(pool: pg.Pool): Promise<Record<string, string>> {
  const tables = await leagueTables(pool);
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows
       from ${table} t`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

/** Outcomes of the ledger, by ingest. */
export async function ledger(pool: pg.Pool): Promise<
  {
    basis: number;
    outcome: string;
    source: string;
    game: string | null;
    place: string | null;
    reason: string | null;
  }[]
> {
  const { rows } = await pool.query(
    `select ingest_id as basis, outcome::text, source, game_id as game, place, reason
     from playclock.ingests order by ingest_id`,
  );
  return rows;
}
