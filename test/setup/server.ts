/**
 * One PostgreSQL for the whole run: a container where a container runtime is found, the embedded server
 * otherwise. It holds a migrated template; every test clones its own database from it.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server with the template database `playclock_template`. */
    serverUrl: string;
  }
}

/** Tests need no durability: a crash throws the server away. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = containersRun() ? await startContainer() : await startLocal();
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database playclock_template');
  await admin.end();
  await migrate(databaseUrl(server.url, 'playclock_template'));
  project.provide('serverUrl', server.url);
  return () => server.stop();
}

function containersRun(): boolean {
  return process.env.DOCKER_HOST !== undefined || existsSync('/var/run/docker.sock');
}

async function startContainer(): Promise<Server> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const flags = SETTINGS.flatMap((setting) => ['-c', setting]);
  const container = await new PostgreSqlContainer('postgres:18').withCommand(['postgres', ...flags]).start();
  return {
    url: container.getConnectionUri(),
    stop: async () => {
      await container.stop();
    },
  };
}

async function startLocal(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'playclock-test-'));
  // Where root runs the tests, the server's own user must get in; otherwise its data would lie elsewhere.
  chmodSync(home, 0o755);
  const server = await startEmbedded({ home, settings: SETTINGS });
  return {
    url: server.url,
    stop: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
