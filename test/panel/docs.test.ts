/** What the page of panels shows is what happens, and what notebooks ask for in Parquet and Arrow comes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { silent } from '../setup/log.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
/** Fenced blocks of both pages: their language, and what they say. */
const PAGES = ['panel.md', 'notebooks.md'].map((page) => readFileSync(join(DOCS, page), 'utf8'));
const BLOCKS = [...PAGES.join('\n').matchAll(/^```(\w+)\n(.*?)^```/gms)].map(
  ([, language = '', text = '']) => ({
    language,
    text,
  }),
);
const block = (language: string, place = 0) =>
  BLOCKS.filter((each) => each.language === language)[place]?.text ?? '';
const ROWS = block('csv');

let database: TestDatabase & { close(): Promise<void> };
let server: ServerType;
let origin = '';

beforeAll(async () => {
  database = await cloneDatabase();
  await loadFirstDemoGames(database.pool, 1);
  const app = createApp({ pool: database.pool, log: silent, keys: [] });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      resolve();
    });
  });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});

test('every request of the pages is answered in the format it asks for', async () => {
  const asked = BLOCKS.flatMap(({ text }) => {
    const url = /http:\/\/localhost:8080(\/v1\/demo\/panel[^'"\s]*)/.exec(text)?.[1];
    if (url === undefined) return [];
    const accept = /[Aa]ccept"?\s*[:=]\s*"([^"]+)"/.exec(text)?.[1] ?? 'text/csv';
    return [{ url, accept }];
  });
  expect(asked.map(({ accept }) => accept).sort()).toEqual([
    'application/vnd.apache.arrow.stream',
    'application/vnd.apache.parquet',
    'application/vnd.apache.parquet',
    'text/csv',
  ]);
  for (const { url, accept } of asked) {
    const headers = { 'content-type': 'text/csv', accept };
    const response = await fetch(`${origin}${url}`, { method: 'POST', headers, body: ROWS });
    expect(response.status, url).toBe(200);
    const bytes = await response.arrayBuffer();
    if (accept === 'text/csv') {
      const lines = new TextDecoder().decode(bytes).trim().split('\n');
      if (url.includes('ts_pct')) expect(`${lines[0]}\n`).toBe(block('csv', 1));
      expect(lines).toHaveLength(3);
      expect(lines[1]).toMatch(/^9000548,2023-10-25T01:21:13\.000Z,\d+/);
      expect(lines[2]).toMatch(/not-found/);
    } else if (accept.endsWith('parquet')) {
      const [first] = await parquetReadObjects({ file: bytes });
      expect(first).toMatchObject({ player_id: '9000548', pts: expect.any(Number) });
    } else {
      expect(tableFromIPC(new Uint8Array(bytes)).get(0)?.toJSON()).toMatchObject({ player_id: '9000548' });
    }
  }
});

test('the grid of the page makes its rows', async () => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/v1/demo/panel`, { method: 'POST', headers, body: block('json') });
  const { rows } = (await response.json()) as { rows: { as_of: string }[] };
  expect(rows.map(({ as_of }) => as_of.slice(11, 16))).toEqual(
    '00:30 00:35 00:40 00:45 00:50 00:55 01:00 01:05 01:10 01:15 01:20 01:25 01:30'.split(' '),
  );
});
