/** A database of a test's own, cloned from the migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { createPool } from '../../src/database/pool.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
}

/**
 * Clone the template (or a database a suite has filled); it is dropped when `close` is called. A pool that pipelines loads as the
 * commands do; without, statements wait for one another.
 */
export async function cloneDatabase(
  template = 'playclock_template',
  { pipeline = false } = {},
): Promise<TestDatabase & { readonly name: string; close(): Promise<void> }> {
  const serverUrl = inject('serverUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = createPool({ url: url.toString(), max: 4, pipeline });
  return {
    name,
    url: url.toString(),
    pool,
    async close() {
      await pool.end();
      await administer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** The same for one test: dropped when it ends. */
export async function testDatabase(template?: string): Promise<TestDatabase> {
  const database = await cloneDatabase(template);
  onTestFinished(() => database.close());
  return database;
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
