/** The API function, behind a function URL: answers are streamed as they are made. */
import { join } from 'node:path';
import { streamHandle } from 'hono/aws-lambda';
import { pino } from 'pino';
import { createPool } from '../database/pool.ts';
import { createApp } from '../http/app.ts';
import { databaseTarget, POOL_SIZE } from './connection.ts';

/** Longest a statement may run, milliseconds: less than the function may. */
const STATEMENT_TIMEOUT = 60_000;

const pool = createPool({
  url: databaseTarget(process.env),
  max: POOL_SIZE,
  name: 'playclock api',
  statementTimeout: STATEMENT_TIMEOUT,
});
const app = createApp({
  pool,
  log: pino({ level: 'info', base: null }, pino.destination({ dest: 1, sync: true })),
  keys: (process.env.PLAYCLOCK_API_KEYS ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== ''),
  // The URL is public: without a key nothing under /v1 answers, even before the first key is made.
  guarded: true,
  page: join(import.meta.dirname, 'page'),
});

export const handler = streamHandle(app);
