/** The application over real sockets. */
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { stop } from '../../src/cli/serve.ts';
import { type AppOptions, createApp } from '../../src/http/app.ts';
import { silent } from '../setup/log.ts';

export interface Serving {
  readonly url: string;
  /** How many clients are connected. */
  connections(): Promise<number>;
  /** As `serve` stops on SIGTERM. */
  stop(): Promise<void>;
}

/** Listen on a free port of the loopback address until stopped. */
export async function serving(pool: pg.Pool, options: Partial<AppOptions> = {}): Promise<Serving> {
  const stopping = new AbortController();
  const app = createApp({ pool, log: silent, keys: [], stopping: stopping.signal, ...options });
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  const { port } = await promise;
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => promisify(server.getConnections.bind(server))(),
    stop: () => stop({ server, stopping }),
  };
}

/** The same within a test: stopped when it ends. */
export async function servingHere(pool: pg.Pool, options: Partial<AppOptions> = {}): Promise<Serving> {
  const server = await serving(pool, options);
  onTestFinished(() => server.stop());
  return server;
}
