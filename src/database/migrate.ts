/** Migrations: the numbered SQL of `migrations/`, then the routines made from the sports' definitions. */
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { installRoutines } from '../asof/routines.ts';
import { grantRoles } from './roles.ts';
import { connectTo, type Target } from './target.ts';

/** Any number, the same in every process: whoever migrates holds this lock. */
const MIGRATION_LOCK = 7_031_960;
const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');

/** Bring a database to this version's schema. Safe to run twice and by two processes at once. */
export async function migrate(target: Target, folder = FOLDER): Promise<void> {
  const client = new pg.Client({ ...connectTo(target), application_name: 'playclock migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`set client_min_messages = warning`);
    await runMigrations(drizzle(client), {
      migrationsFolder: folder,
      migrationsSchema: 'playclock_migrations',
      migrationsTable: 'applied',
    });
    await installRoutines(client);
    await grantRoles(client);
  } finally {
    await client.end();
  }
}
