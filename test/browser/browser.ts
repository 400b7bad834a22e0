/** The page in a real Chromium, served by the application over a test's database. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { buildPage } from '../../web/build.ts';
import { silent } from '../setup/log.ts';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** `describe` that says plainly when it is skipped for want of a browser. */
export const describeBrowser = existsSync(CHROMIUM)
  ? describe
  : (name: string, _body: () => void) => describe.skip(`${name} (skipped: no ${CHROMIUM})`, () => {});

export interface Site {
  readonly origin: string;
  readonly browser: Browser;
  /** A fresh page that notes what it asks for and what it complains of. */
  open(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** Cut every connection, and answer nobody until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Requests sent so far. */
  readonly asked: string[];
  readonly complaints: string[];
  /** Nothing was asked of anybody else, and nothing was complained of. */
  expectClean(): Promise<void>;
}

/** Build the page, serve it over a database, start the browser. */
export async function openSite(pool: pg.Pool, keys: readonly string[] = []): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-page-'));
  await buildPage(folder);
  const stopping = new AbortController();
  const app = createApp({ pool, log: silent, keys, page: folder, stopping: stopping.signal });
  let isDown = false;
  const fetch: typeof app.fetch = (...request) =>
    isDown ? new Response('down', { status: 503 }) : app.fetch(...request);
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  const origin = `http://127.0.0.1:${await promise}`;
  const cutAll = () => 'closeAllConnections' in server && server.closeAllConnections();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  return {
    origin,
    browser,
    cut() {
      isDown = true;
      cutAll();
    },
    mend() {
      isDown = false;
    },
    open: (path, options) => visit(browser, origin, path, options),
    async close() {
      await browser.close();
      stopping.abort();
      cutAll();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function visit(
  browser: Browser,
  origin: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${path}`);
  return {
    page,
    asked,
    complaints,
    async expectClean() {
      const elsewhere = asked.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}
