/**
 * The embedded PostgreSQL: a real server in the user's folder, shared by every command that runs there.
 * The first to need it starts it; the last to leave stops it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { EmbeddedServerError, type Installation, installation } from './binaries.ts';

const USER = 'playclock';
const DATABASE = 'playclock';

export interface EmbeddedServer {
  readonly url: string;
  /** Leave; the server stops unless another process is using it. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the database, `.playclock` by default. */
  readonly home: string;
  /** Further `postgres` settings, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

/** Start the home's server, or join it where it runs already. */
export async function startEmbedded({ home, settings = [] }: EmbeddedOptions): Promise<EmbeddedServer> {
  const install = await installation(home);
  const secret = join(dirname(install.dataDir), `${DATABASE}.secret`);
  if (!existsSync(join(install.dataDir, 'PG_VERSION'))) await initialise(install, secret);
  const password = readFileSync(secret, 'utf8').trim();
  let port = runningPort(install.dataDir);
  if (port === null || !(await answers(urlOf(port, password, 'postgres')))) {
    port = await freePort();
    await launch(install, port, settings);
  }
  const url = urlOf(port, password, DATABASE);
  const presence = await joinServer(port, password);
  let open = true;
  return {
    url,
    async close() {
      if (!open) return;
      open = false;
      const others = await presence.query(
        `select 1 from pg_stat_activity where usename = $1 and pid <> pg_backend_pid()
           and application_name = 'playclock presence' limit 1`,
        [USER],
      );
      await presence.end();
      if (others.rowCount === 0) await control(install, ['stop', '-m', 'fast', '-w']);
    },
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** A connection held as long as this process needs the server; it also makes the database on first use. */
async function joinServer(port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    application_name: 'playclock presence',
  });
  client.on('error', () => {});
  await client.connect();
  const known = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (known.rowCount === 0) {
    // Two first starts may race; the loser finds the database made.
    await client.query(`create database ${DATABASE}`).catch((cause: { code?: string }) => {
      if (cause.code !== '42P04' && cause.code !== '23505') throw cause;
    });
  }
  return client;
}

async function initialise(install: Installation, secret: string): Promise<void> {
  const home = dirname(install.dataDir);
  mkdirSync(home, { recursive: true });
  mkdirSync(install.dataDir, { recursive: true, mode: 0o700 });
  rmSync(secret, { force: true });
  writeFileSync(secret, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (install.runAs.uid !== undefined && install.runAs.gid !== undefined) {
    chownSync(install.dataDir, install.runAs.uid, install.runAs.gid);
    chownSync(secret, install.runAs.uid, install.runAs.gid);
  }
  await run(install, 'initdb', [
    `--pgdata=${install.dataDir}`,
    `--username=${USER}`,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
  ]);
}

async function launch(install: Installation, port: number, settings: readonly string[]): Promise<void> {
  const flags = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'shared_buffers=256MB',
    'max_wal_size=4GB',
    'max_connections=100',
    'timezone=UTC',
    ...settings,
  ];
  const options = flags.map((flag) => `-c ${flag.replace(/=$/, "=''")}`).join(' ');
  await control(install, [
    'start',
    '-w',
    '-t',
    '60',
    '-l',
    join(install.dataDir, 'server.log'),
    '-o',
    options,
  ]);
}

function control(install: Installation, args: readonly string[]): Promise<void> {
  return run(install, 'pg_ctl', ['-D', install.dataDir, ...args]);
}

/** Run a server program to its end. Its output goes to a file: the server it starts would keep a pipe open. */
function run(install: Installation, program: string, args: readonly string[]): Promise<void> {
  const log = join(install.dataDir, '..', `${program}.log`);
  const output = openSync(log, 'w');
  return new Promise((resolve, reject) => {
    const child = spawn(join(install.bin, program), args, {
      ...install.runAs,
      cwd: '/',
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: '/' },
    });
    child.on('error', (cause) => reject(new EmbeddedServerError(`${program} could not be run`, { cause })));
    child.on('exit', (code) => {
      closeSync(output);
      if (code === 0) resolve();
      else reject(new EmbeddedServerError(`${program} failed: ${readFileSync(log, 'utf8').trim()}`));
    });
  });
}

/** Port of the server that holds the data directory, by its lock file. */
function runningPort(dataDir: string): number | null {
  const lock = join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const port = Number(readFileSync(lock, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
