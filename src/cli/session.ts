/** What most commands need: a migrated database and a pool, closed whatever happens. */
import type pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { createPool } from '../database/pool.ts';
import { type Config, openDatabase, readConfig } from './config.ts';

export interface Session {
  readonly config: Config;
  readonly pool: pg.Pool;
  /** For loads: pipelined. It connects when it is first used. */
  readonly loadPool: pg.Pool;
}

/** Run a command's work. The embedded database is always brought up to date; a server of yours by `migrate`. */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  try {
    if (config.databaseUrl === null) await migrate(database.url);
    const pool = createPool({ url: database.url });
    const loadPool = createPool({ url: database.url, max: 2, name: 'playclock load', pipeline: true });
    try {
      return await work({ config, pool, loadPool });
    } finally {
      await Promise.all([pool.end(), loadPool.end()]);
    }
  } finally {
    await database.close();
  }
}
