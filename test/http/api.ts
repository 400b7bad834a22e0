/** The application over a test's database, asked without a socket. */
import type pg from 'pg';
import { createApp } from '../../src/http/app.ts';
import { silent } from '../setup/log.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** A function that asks the application for a path. */
export function asking(pool: pg.Pool, keys: readonly string[] = []) {
  const app = createApp({ pool, log: silent, keys });
  return async (path: string, headers: Record<string, string> = {}): Promise<Reply> => {
    const response = await app.request(path, { headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  };
}
