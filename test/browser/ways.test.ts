/** Ways through the page: from a question to its answer with the keyboard alone, and with a key where one is needed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import type { Stats } from '../../web/api/types.ts';
import { shown } from '../../web/game/columns.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { describeBrowser, openSite, type Site } from './browser.ts';

const [game] = simulateSeason({ seed: 'page', season: '2023-24', teams: 2, gamesPerTeam: 1 });
const player = game?.boxscore.game.homeTeam.players[0];
if (game === undefined || player === undefined) throw new RangeError('no game');

describeBrowser('ways through the page', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let site: Site;

  beforeAll(async () => {
    database = await cloneDatabase();
    await loadGames(database.pool, [game]);
    site = await openSite(database.pool);
  });
  afterAll(async () => {
    await site.close();
    await database.close();
  });

  test('who and when, typed and misspelt, lead to the answer without a mouse', async () => {
    const { page, expectClean } = await site.open('/');
    await page.getByRole('slider').waitFor();
    const focused = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    for (let tabs = 0; tabs < 12 && !(await focused('.ask [role=combobox]')); tabs++)
      await page.keyboard.press('Tab');
    const [first = '', last = ''] = player.name.split(' ');
    await page.keyboard.type(`${first.slice(0, -1)} ${last}`);
    await page.getByRole('option').filter({ hasText: player.name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2031-01-01 7:30:15.250 pm Chicago');
    await page.getByText('2031-01-02T01:30:15.250Z').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('totals').waitFor();
    const url = new URL(page.url());
    expect(url.pathname).toBe(`/players/demo/${player.personId}`);
    expect(url.searchParams.get('as_of')).toBe('2031-01-02T01:30:15.250Z');
    const answer = await fetch(
      `${site.origin}/v1/demo${url.pathname.replace('/demo', '')}/stats?as_of=2031-01-02T01:30:15.250Z`,
    );
    const { totals } = (await answer.json()) as Stats;
    const career = page.locator('[data-scope=career]');
    for (const name of ['pts', 'reb', 'ast', 'seconds']) {
      const cell = await career.locator(`[data-counter=${name}]`).textContent();
      expect(cell, name).toBe(shown(name, totals.career.counters));
    }
    expect(await page.getByText('No game in progress').count()).toBe(1);
    expect(player.statistics.points).toBe(totals.career.counters.pts);
    await expectClean();
  });

  test('the link copied from the first page names the game and the instant', async () => {
    const { page, expectClean } = await site.open('/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    const at = await page.getByTestId('moment-utc').textContent();
    await page.getByRole('button', { name: 'Copy link to this moment' }).click();
    await page.getByText('Copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${site.origin}/games/demo/${game.gameId}?as_of=${at}`);
    const other = await site.open(link.slice(site.origin.length));
    await other.page.getByTestId('moment-utc').waitFor();
    expect(await other.page.getByTestId('moment-utc').textContent()).toBe(at);
    await other.expectClean();
    await expectClean();
  });

  test('a player is compared with himself at another moment', async () => {
    const path = `/players/demo/${player.personId}?as_of=2031-01-01T00:00:00.000Z&scope=career`;
    const { page, expectClean } = await site.open(path);
    await page.getByLabel('Compare with another moment').fill('2020-01-01 12:00 UTC');
    await page.keyboard.press('Enter');
    const table = page.getByTestId('comparison');
    await table.waitFor();
    const row = table.locator('tr', { has: page.locator('th', { hasText: /^pts$/ }) });
    const cells = await row.locator('td').allTextContents();
    expect(cells.slice(-3)).toEqual([
      String(player.statistics.points),
      '0',
      player.statistics.points === 0 ? '=' : `+${player.statistics.points}`,
    ]);
    expect(new URL(page.url()).searchParams.get('vs_at')).toBe('2020-01-01T12:00:00.000Z');
    await page.locator('.chart canvas').waitFor();
    await expectClean();
  });

  test('what is on the screen can be had as a command, a script and a file', async () => {
    const { page, expectClean } = await site.open(`/games/demo/${game.gameId}`);
    await page.getByText('Get this as curl').click();
    const command = (await page.getByTestId('code').textContent()) ?? '';
    const url = /'(http[^']+)'/.exec(command)?.[1] ?? '';
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    await page.getByRole('tab', { name: 'CSV' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const { createReadStream } = await import('node:fs');
    const { text } = await import('node:stream/consumers');
    const csv = await text(createReadStream((await (await download).path()) ?? ''));
    const cells = csv.split('\r\n').map((line) => line.split(','));
    const header = cells[0] ?? [];
    const row = cells.find((line) => line[header.indexOf('player_id')] === String(player.personId)) ?? [];
    expect(row[header.indexOf('pts')]).toBe(String(player.statistics.points));
    await expectClean();
  });

  test('the reference and its examples are served from here', async () => {
    const { page, expectClean } = await site.open('/docs/api');
    await page.getByText("What a player's counters were at an instant").waitFor();
    await page.getByRole('link', { name: 'Examples' }).click();
    await page.getByRole('button', { name: 'Run it' }).first().click();
    await page.locator('.example-answer').waitFor();
    await expectClean();
  });

  test('where a key is needed the page asks for it and keeps it', async () => {
    const locked = await openSite(database.pool, ['a-key-of-the-test']);
    const { page } = await locked.open('/');
    const input = page.getByLabel('API key');
    await input.fill('not the key');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('was not accepted').waitFor();
    await input.fill('a-key-of-the-test');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByTestId('table-home').waitFor();
    await page.reload();
    await page.getByTestId('table-home').waitFor();
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(false);
    await locked.close();
  });
});
