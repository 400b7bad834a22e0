/** The benchmark's own PostgreSQL: kept between runs, so that simulated seasons are loaded once. */
import pg from 'pg';
import { startEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';

export interface BenchServer {
  /** Connection string of a database of the server. */
  urlOf(database: string): string;
  /** Names of all databases. */
  list(): Promise<string[]>;
  has(database: string): Promise<boolean>;
  /** Make a database, migrated, or as a copy of another. An older one of that name goes. */
  create(database: string, template?: string): Promise<string>;
  drop(database: string): Promise<void>;
  rename(database: string, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Statement statistics are there for the profile of a load, and off where they would weigh on short reads. */
const SETTINGS = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track=none',
  'track_wal_io_timing=on',
];

/** Start it with the settings every user of the embedded server gets. */
export async function startServer(home: string): Promise<BenchServer> {
  const server = await startEmbedded({ home, settings: SETTINGS });
  const urlOf = (database: string) => {
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    return url.toString();
  };
  const administer = (statement: string) =>
    withClient(urlOf('postgres'), async (client) => {
      const { rows } = await client.query<{ datname: string }>(statement);
      return rows.map((row) => row.datname);
    });
  const databases = () => administer('select datname from pg_database');
  const drop = async (database: string) => {
    await administer(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
  };
  return {
    urlOf,
    list: databases,
    has: async (database) => (await databases()).includes(database),
    drop,
    async rename(database, name) {
      await administer(
        `alter database ${pg.escapeIdentifier(database)} rename to ${pg.escapeIdentifier(name)}`,
      );
    },
    async create(database, template) {
      await drop(database);
      const source =
        template === undefined ? '' : ` template ${pg.escapeIdentifier(template)} strategy file_copy`;
      await administer(`create database ${pg.escapeIdentifier(database)}${source}`);
      if (template === undefined) await migrate(urlOf(database));
      return urlOf(database);
    },
    close: () => server.close(),
  };
}

/** Run work on one connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
