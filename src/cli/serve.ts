/** `serve`: the API over a pool, until told to stop. */
import type { ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type ServerType, serve } from '@hono/node-server';
import type pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../http/app.ts';
import { listKeys } from '../store/api-keys.ts';
import type { Config } from './config.ts';
import { UsageError } from './usage-error.ts';

/** A request still running when the server stops may go on this long, milliseconds. */
const GRACE = 10_000;

/** How long clients of before are still told to go elsewhere, milliseconds: closed under their next request, they would not be. */
const FAREWELL = 250;

/** How often connections without a request are looked for while the server stops, milliseconds. */
const SWEEP = 50;

export interface Listening {
  readonly server: ServerType;
  readonly url: string;
  /** Abort it to end the streams. */
  readonly stopping: AbortController;
}

/**
 * Have the serving thread collect young garbage by itself. Of requests next to nothing is left to copy: helpers take longer to
 * wake than the work does, and where all cores are busy the thread stands still until they have had their turn.
 */
export function collectAlone(): void {
  setFlagsFromString('--no-parallel-scavenge');
}

/** Listen; resolves with the address once ready. */
export async function listen(pool: pg.Pool, config: Config): Promise<Listening> {
  const guarded = await mustBeGuarded(pool, config);
  collectAlone();
  const stopping = new AbortController();
  const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const app = createApp({
    pool,
    log,
    keys: config.keys,
    guarded,
    stopping: stopping.signal,
    threads: true,
  });
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

/** Open on the loopback address unless keys are set; refused elsewhere without any key. */
async function mustBeGuarded(pool: pg.Pool, { host, keys }: Config): Promise<boolean> {
  if (keys.length > 0) return true;
  if (/^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)) return false;
  const stored = await listKeys(pool);
  if (stored.some((key) => key.revokedAt === null)) return true;
  throw new UsageError(
    `anybody could read ${host}: set PLAYCLOCK_API_KEYS, or make a key with "keys create", before leaving 127.0.0.1`,
  );
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
  server.prependListener('request', (_: unknown, answer: ServerResponse) => {
    answer.shouldKeepAlive = false;
  });
  // The close of HTTP servers breaks connections off at once on which nothing seems to be asked.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  stopping.abort();
  await sleep(FAREWELL);
  const sweep = setInterval(() => {
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  }, SWEEP);
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, GRACE);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
