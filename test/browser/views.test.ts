/**
 * Every view at three widths, light and dark: nothing serious for axe, nothing wider than the window. With
 * `PLAYCLOCK_SCREENSHOTS` naming a folder each is written there too, and the picture of the README is made anew.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../../src/cli/start.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { gameSimulator, seasonSchedule } from '../../src/simulate/season.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { folderOf } from '../setup/files.ts';
import { loadAll, loadGames } from '../setup/loading.ts';
import { describeBrowser, openSite, type Site } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FOLDER = process.env.PLAYCLOCK_SCREENSHOTS;
const PICTURE = join(import.meta.dirname, '..', '..', 'docs', 'images', 'page.png');

const GAME = '/games/demo/9922300001';
const PLAYER = '/players/demo/9000548';
const AT = '2023-10-25T01:21:13.000Z';
const VIEWS: Readonly<Record<string, { readonly path: string; readonly ready: string }>> = {
  home: { path: '/', ready: '[data-testid=table-home]' },
  game: { path: `${GAME}?as_of=${AT}`, ready: '[data-testid=corrections]' },
  past: { path: `${GAME}?as_of=${AT}&basis=2`, ready: '.past-note' },
  player: { path: `${PLAYER}?as_of=${AT}&vs=demo:9000540`, ready: '.chart canvas' },
  data: { path: '/data', ready: '.ingest-rejected' },
  docs: { path: '/docs', ready: '.prose h2' },
  guide: { path: '/docs/guides/two-clocks', ready: '.guide pre' },
  api: { path: '/docs/api', ready: '.operation' },
};
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 820, colorScheme: 'light' },
  { width: 820, colorScheme: 'dark' },
  { width: 1600, colorScheme: 'light' },
  { width: 1600, colorScheme: 'dark' },
] as const;

/** The narrow and the wide layout, light and dark: axe reads the same elements in between. */
const AXE_LOOKS = new Set(['360 light', '1600 dark']);

describeBrowser('every view', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let site: Site;

  beforeAll(async () => {
    database = await cloneDatabase();
    await loadFirstDemoGames(database.pool, 3);
    const season = { ...DEMO, season: DEMO.seasons[0] };
    const [first] = seasonSchedule(season);
    if (first === undefined) throw new RangeError('a season without games');
    const game = gameSimulator(season)(first);
    await loadGames(database.pool, [reviseGame(game, 'views', 'assist moved').game]);
    site = await openSite(database.pool);
  });
  afterAll(async () => {
    await site.close();
    await database.close();
  });

  test.each(Object.keys(VIEWS))('%s reads well at every width, light and dark', async (name) => {
    const view = VIEWS[name];
    if (view === undefined) throw new RangeError(name);
    if (name === 'data') await loadAll(database.pool, folderOf({ 'no-game.json': { nothing: 1 } }));
    const { page, expectClean } = await site.open(view.path, { reducedMotion: 'reduce' });
    await page.locator(view.ready).first().waitFor();
    await page.evaluate(AXE);
    for (const { width, colorScheme } of LOOKS) {
      // The layout is the same in both colours.
      if (FOLDER === undefined && width === 820 && colorScheme === 'dark') continue;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const look = `${name} at ${width}, ${colorScheme}`;
      expect(await overflow(page), look).toBe(0);
      if (AXE_LOOKS.has(`${width} ${colorScheme}`)) expect(await serious(page), look).toEqual([]);
      await shoot(page, `${name}-${width}-${colorScheme}`);
    }
    if (name === 'game' && FOLDER !== undefined) await picture(page);
    await expectClean();
  });
});

async function overflow(page: Page): Promise<number> {
  // Layout and charts follow the new size within two frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** What axe finds that is serious or worse, and where. */
async function serious(page: Page): Promise<string[]> {
  const { violations, passes } = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  expect(passes.length).toBeGreaterThan(10);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
}

async function shoot(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
}

/** The picture the README opens with. */
async function picture(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: 'light' });
  await overflow(page);
  await page.screenshot({ path: PICTURE });
}
