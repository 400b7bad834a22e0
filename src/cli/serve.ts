/** `serve`: the API over a pool, until told to stop. */
import { type ServerType, serve } from '@hono/node-server';
import type pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../http/app.ts';
import type { Config } from './config.ts';
import { UsageError } from './usage-error.ts';

/** A request still running when the server stops may go on this long, milliseconds. */
const GRACE = 10_000;

/** Listen; resolves with the address once ready. */
export async function listen(pool: pg.Pool, config: Config): Promise<{ server: ServerType; url: string }> {
  const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const app = createApp({ pool, log, keys: config.keys });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) => {
      resolve({ server, url: `http://${config.host}:${address.port}` });
    });
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      const reason = taken ? `port ${config.port} is taken: set PORT, or PORT=0 for any` : cause.message;
      reject(new UsageError(`cannot listen on ${config.host}:${config.port}: ${reason}`, { cause }));
    });
  });
}

/** Wait for SIGTERM or SIGINT, then stop listening and let requests end. */
export async function untilStopped(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, GRACE).unref();
  });
}
