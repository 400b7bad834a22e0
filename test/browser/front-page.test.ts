import { existsSync } from 'node:fs';
import { type ServerType, serve } from '@hono/node-server';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const describeBrowser = existsSync(CHROMIUM)
  ? describe
  : (name: string, _body: () => void) => describe.skip(`${name} (skipped: no ${CHROMIUM})`, () => {});

describeBrowser('the front page in Chromium', () => {
  const [game] = simulateSeason({ seed: 'page', season: '2023-24', teams: 2, gamesPerTeam: 1 });
  if (game === undefined) throw new RangeError('no game');
  const player = game.boxscore.game.homeTeam.players[0];
  let database: TestDatabase & { close(): Promise<void> };
  let server: ServerType;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    database = await cloneDatabase();
    await loadGames(database.pool, [game]);
    const app = createApp({ pool: database.pool, log: silent, keys: [] });
    origin = await new Promise((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  });

  test('answers by name and local time, refuses the ambiguous, and asks nothing of anybody else', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(origin);
    await page.fill('input[name=who]', player?.name ?? '');
    await page.fill('input[name=when]', '2031-01-01 00:00');
    await page.click('button');
    await page.waitForSelector('#answer:not([hidden])');
    const row = page.locator('tr', { has: page.locator('th', { hasText: /^pts$/ }) });
    expect(await row.locator('td').allTextContents()).toEqual(
      [1, 2].map(() => String(player?.statistics.points)),
    );
    expect(await page.textContent('#said')).toContain('no game in progress');
    expect(complaints).toEqual([]);

    await page.fill('input[name=when]', '2023-11-05 01:30');
    await page.click('button');
    await page.waitForSelector('#answer[hidden]', { state: 'attached' });
    await expect.poll(() => page.textContent('#said')).toContain('happens twice');
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
  });

  test('shows the API reference from its own files', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${origin}/docs`);
    await page.getByText("What a player's counters were at an instant").waitFor();
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
  });
});
