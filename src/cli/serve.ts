/** `serve`: the API over a pool, until told to stop. */
import { type ServerType, serve } from '@hono/node-server';
import type pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../http/app.ts';
import type { Config } from './config.ts';
import { UsageError } from './usage-error.ts';

/** A request still running when the server stops may go on this long, milliseconds. */
const GRACE = 10_000;

/** How often connections without a request are looked for while the server stops, milliseconds. */
const SWEEP = 50;

export interface Listening {
  readonly server: ServerType;
  readonly url: string;
  /** Abort it to end the streams. */
  readonly stopping: AbortController;
}

/** Listen; resolves with the address once ready. */
export async function listen(pool: pg.Pool, config: Config): Promise<Listening> {
  const stopping = new AbortController();
  const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const app = createApp({ pool, log, keys: config.keys, stopping: stopping.signal });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) => {
      resolve({ server, stopping, url: `http://${config.host}:${address.port}` });
    });
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      const reason = taken ? `port ${config.port} is taken: set PORT, or PORT=0 for any` : cause.message;
      reject(new UsageError(`cannot listen on ${config.host}:${config.port}: ${reason}`, { cause }));
    });
  });
}

/** Wait for SIGTERM or SIGINT, then stop listening, end streams and let requests end. */
export async function untilStopped({ server, stopping }: Listening): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await stop({ server, stopping });
}

/** Stop listening, end streams and let requests end; what still runs after ten seconds is cut off. */
export async function stop({ server, stopping }: Omit<Listening, 'url'>): Promise<void> {
  const sweep = setInterval(() => {
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  }, SWEEP);
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, GRACE);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    stopping.abort();
  });
  clearInterval(sweep);
  clearTimeout(cut);
}
