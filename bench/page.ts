/** Measure: how soon the page shows a game, and how smoothly it is scrubbed, in a real Chromium. */
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { simulateSeason } from '../src/simulate/season.ts';
import { buildPage } from '../web/build.ts';
import { loadGame } from './game-load.ts';
import { atLeast, atMost, type Measure, type Section, table } from './measure.ts';
import type { Progress } from './progress.ts';
import type { BenchServer } from './server.ts';
import { median } from './statistics.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const DATABASE = 'page';
const LEAST_FRAMES = 50;
const MOST_SCRIPT = 150;
/** Positions of the pointer in a drag over the whole game. */
const STEPS = 400;

interface PageOptions {
  readonly rounds: number;
  readonly progress: Progress;
}

interface FirstView {
  /** Milliseconds from the beginning of the navigation until the box scores stand. */
  readonly ms: number;
  /** Compressed script, kB. */
  readonly script: number;
}

interface Drag {
  readonly frames: number;
  readonly perSecond: number;
  /** The slowest twentieth of frames took longer than this, milliseconds. */
  readonly slow: number;
  /** Main-thread work a frame, milliseconds. */
  readonly work: number;
  /** How many different instants were on the screen. */
  readonly instants: number;
}

/** First view and drag, by turns with the same pointer moving where nothing follows it. */
export async function measurePage(server: BenchServer, { rounds, progress }: PageOptions): Promise<Section> {
  await buildPage();
  const url = await server.create(DATABASE);
  const [game] = simulateSeason({ seed: 'bench page', season: '2023-24', teams: 2, gamesPerTeam: 1 });
  if (game === undefined) throw new RangeError('a season without games');
  const pool = createPool({ url, name: 'playclock bench' });
  await loadGame(pool, game);
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const { promise, resolve } = Promise.withResolvers<number>();
  const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  const address = `http://127.0.0.1:${await promise}/games/demo/${game.gameId}`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const version = browser.version();
  const views: FirstView[] = [];
  const drags: Drag[] = [];
  const idle: Drag[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      progress('page', round, rounds);
      const page = await openFresh(browser, address);
      views.push(await firstView(page));
      drags.push(await drag(page, '.timeline-slider'));
      idle.push(await drag(page, '.view-head'));
      await page.context().close();
    }
  } finally {
    await browser.close();
    await new Promise((done) => http.close(done));
    await pool.end();
    await server.drop(DATABASE);
  }
  return describe(views, drags, idle, version);
}

/** A page in a context without any cache, that notes when the box scores stand. */
async function openFresh(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(`
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-testid=table-home]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => { globalThis.firstView = performance.now(); });
    }).observe(document, { childList: true, subtree: true });
  `);
  await page.goto(address);
  await page.waitForFunction(() => 'firstView' in globalThis);
  await page.waitForLoadState('networkidle');
  return page;
}

async function firstView(page: Page): Promise<FirstView> {
  return page.evaluate<FirstView>(`({
    ms: globalThis.firstView,
    script: performance.getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
  })`);
}

/** Drag over an element from its left to its right, counting frames and what is on the screen at each. */
async function drag(page: Page, selector: string): Promise<Drag> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new RangeError(`no ${selector}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  await page.evaluate(`
    globalThis.frames = []; globalThis.seen = new Set(); globalThis.counting = true;
    (function count(at) {
      frames.push(at);
      seen.add(document.querySelector('[data-testid=moment-utc]').textContent);
      if (counting) requestAnimationFrame(count);
    })(performance.now());
  `);
  const before = await taskSeconds(session);
  for (let step = 0; step <= STEPS; step++) {
    await page.mouse.move(box.x + 2 + ((box.width - 4) * step) / STEPS, y);
  }
  const work = (await taskSeconds(session)) - before;
  const { frames, instants } = await page.evaluate<{ frames: number[]; instants: number }>(
    `(counting = false, { frames, instants: seen.size })`,
  );
  await page.mouse.up();
  await session.detach();
  const gaps = frames.slice(1).map((at, position) => at - (frames[position] ?? at));
  const sorted = [...gaps].sort((a, b) => a - b);
  const lasted = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    frames: gaps.length,
    perSecond: (gaps.length / lasted) * 1000,
    slow: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    work: (work * 1000) / Math.max(1, gaps.length),
    instants,
  };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

function describe(
  views: readonly FirstView[],
  drags: readonly Drag[],
  idle: readonly Drag[],
  version: string,
): Section {
  const middle = <T>(rounds: readonly T[], of: (round: T) => number) => median(rounds.map(of));
  const frames = middle(drags, ({ perSecond }) => perSecond);
  const resting = middle(idle, ({ perSecond }) => perSecond);
  const work = middle(drags, (round) => round.work);
  const first: Measure = {
    name: 'first view of a game, nothing cached',
    reach: '–',
    measured: `**${middle(views, ({ ms }) => ms).toFixed(0)} ms** until both boxes stand`,
    met: null,
  };
  const row = (name: string, rounds: readonly Drag[]) => [
    name,
    middle(rounds, ({ perSecond }) => perSecond).toFixed(1),
    middle(rounds, ({ slow }) => slow).toFixed(1),
    middle(rounds, (round) => round.work).toFixed(1),
    middle(rounds, ({ instants }) => instants).toFixed(0),
  ];
  return {
    title: 'The page',
    measures: [
      atLeast(
        'frames a second in a drag over a whole game',
        LEAST_FRAMES,
        frames,
        `${work.toFixed(1)} ms of work a frame; ${resting.toFixed(1)} frames where nothing follows the pointer`,
      ),
      atMost(
        'script of the first view, compressed',
        MOST_SCRIPT,
        middle(views, ({ script }) => script),
        'kB',
        'gzip, as sent',
      ),
      first,
    ],
    details: [
      `Chromium ${version} without a graphics card, 1280 by 900, ${drags.length} rounds, medians. The pointer goes over the whole timeline of a simulated game in ${STEPS} positions; every frame folds the game anew and shows score, floor, both boxes and plays. The other row moves the same pointer where nothing follows it: what the machine and its software renderer give at best.`,
      table(
        ['drag', 'frames/s', '95 % of frames within, ms', 'work a frame, ms', 'instants shown'],
        [row('over the timeline', drags), row('where nothing follows', idle)],
      ),
    ],
  };
}
