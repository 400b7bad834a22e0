/** A game on the page: exact to the play, without a request a frame, shared by its address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GameChanges } from '../../src/asof/changes.ts';
import type { answerGame } from '../../src/asof/game.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { shown } from '../../web/game/columns.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { describeBrowser, openSite, type Site } from './browser.ts';
import { shownBox, shownScore } from './reading.ts';

const [game] = simulateSeason({ seed: 'page', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');
const PATH = `/games/demo/${game.gameId}`;

describeBrowser('a game on the page', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let site: Site;
  let changes: GameChanges;

  beforeAll(async () => {
    database = await cloneDatabase();
    await loadGames(database.pool, [game]);
    site = await openSite(database.pool);
    const answer = await fetch(`${site.origin}/v1/demo/games/${game.gameId}/changes`);
    changes = (await answer.json()) as GameChanges;
  });
  afterAll(async () => {
    await site.close();
    await database.close();
  });

  /** What was asked of the API; the browser fetches the icon as it likes. */
  const questions = (asked: readonly string[]) => asked.filter((url) => url.includes('/v1/'));

  /** The game as the server tells it. */
  async function served(at: string, boundary = 'at') {
    const query = `as_of=${at}&boundary=${boundary}`;
    const answer = await fetch(`${site.origin}/v1/demo/games/${game?.gameId}?${query}`);
    return (await answer.json()) as NonNullable<Awaited<ReturnType<typeof answerGame>>>;
  }

  function playAt(share: number) {
    const play = changes.plays[Math.floor(changes.plays.length * share)];
    if (play === undefined) throw new RangeError('no such play');
    return play;
  }

  test('shows score, floor and both boxes exactly as the server tells them, at and before a play', async () => {
    const { wall_clock_time: at } = playAt(0.6);
    for (const boundary of ['at', 'before']) {
      const visit = await site.open(`${PATH}?as_of=${at}&boundary=${boundary}`);
      await visit.page.getByTestId('table-home').waitFor();
      const body = await served(at, boundary);
      expect(await shownScore(visit.page)).toEqual({
        home: body.state.home_score,
        away: body.state.away_score,
      });
      for (const side of ['home', 'away'] as const) {
        const box = await shownBox(visit.page, side);
        for (const { player, counters } of body.box[side]?.players ?? []) {
          const row = box[player.id] ?? {};
          const expected = Object.keys(row).map((name) => [name, shown(name, counters)]);
          expect(row, player.name).toEqual(Object.fromEntries(expected));
        }
        const floor = await visit.page.getByTestId(`floor-${side}`).locator('li').allTextContents();
        expect(floor).toHaveLength(5);
      }
      await visit.expectClean();
    }
  });

  test('is scrubbed with keys and by dragging, and asks nothing more', async () => {
    const { page, asked, expectClean } = await site.open(PATH);
    const slider = page.getByRole('slider', { name: 'Instant of the game' });
    await slider.focus();
    await page.waitForLoadState('networkidle');
    const before = questions(asked);
    await page.keyboard.press('Home');
    await expect
      .poll(() => page.getByTestId('moment-utc').textContent())
      .toBe(changes.plays[0]?.wall_clock_time);
    const instants = [...new Set(changes.plays.map((play) => play.wall_clock_time))];
    for (const instant of instants.slice(1, 6)) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.getByTestId('moment-utc').textContent()).toBe(instant);
    }
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.getByTestId('moment-utc').textContent()).toBe(instants[4]);

    const box = await slider.boundingBox();
    if (box === null) throw new RangeError('no slider');
    await page.mouse.move(box.x + box.width * 0.2, box.y + 60);
    await page.mouse.down();
    for (let share = 0.2; share <= 0.7; share += 0.05) {
      await page.mouse.move(box.x + box.width * share, box.y + 60);
    }
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get('as_of')).toMatch(/Z$/);
    const at = (await page.getByTestId('moment-utc').textContent()) ?? '';
    await expect.poll(() => new URL(page.url()).searchParams.get('as_of')).toBe(at);
    const score = await shownScore(page);
    expect(questions(asked)).toEqual(before);
    const { state } = await served(at);
    expect(score).toEqual({ home: state.home_score, away: state.away_score });
    expect(await slider.getAttribute('aria-valuetext')).toContain(`${state.home_score}`);
    await expectClean();
  });

  test('plays on by itself, faster when told, until it is stopped', async () => {
    const { page, expectClean } = await site.open(`${PATH}?as_of=${playAt(0.3).wall_clock_time}`);
    await page.getByRole('button', { name: '60×' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const start = Date.parse(playAt(0.3).wall_clock_time);
    const now = async () => Date.parse((await page.getByTestId('moment-utc').textContent()) ?? '');
    await expect.poll(now).toBeGreaterThan(start + 5000);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.waitForTimeout(100);
    const stopped = await now();
    await page.waitForTimeout(150);
    expect(await now()).toBe(stopped);
    await expectClean();
  });

  test('goes to a time in words and refuses what happens twice', async () => {
    const { page, expectClean } = await site.open(PATH);
    const input = page.getByLabel('Go to a time');
    const third = changes.plays.filter((play) => play.period === 3);
    await input.fill('end of Q3');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    const last = third
      .map((play) => play.wall_clock_time)
      .sort()
      .at(-1);
    await expect.poll(() => page.getByTestId('moment-utc').textContent()).toBe(last);
    await input.fill('2023-11-05 1:30 am New York');
    await page.getByText('happens twice').waitFor();
    await page.getByRole('button', { name: '2023-11-05T01:30:00.000-05:00' }).click();
    await expect.poll(() => page.getByTestId('moment-utc').textContent()).toBe('2023-11-05T06:30:00.000Z');
    await expectClean();
  });

  test('is found by a misspelt name, and its address shows another reader the same', async () => {
    const { page, expectClean } = await site.open('/');
    await page.getByTestId('table-home').waitFor();
    const name = changes.game.home.name ?? '';
    await page.getByLabel('Search players, teams and games').fill(`${name.slice(0, 2)}${name.slice(3)}`);
    await page.getByRole('option').filter({ hasText: 'team' }).first().waitFor();
    await page
      .getByLabel('Search players, teams and games')
      .fill(`${changes.game.home.tricode} ${changes.game.date}`);
    await page.getByRole('option').filter({ hasText: 'game' }).first().click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(PATH);
    const slider = page.getByRole('slider');
    await slider.focus();
    for (let press = 0; press < 7; press++) await page.keyboard.press('PageDown');
    const at = (await page.getByTestId('moment-utc').textContent()) ?? '';
    await expect.poll(() => new URL(page.url()).searchParams.get('as_of')).toBe(at);
    const other = await site.open(page.url().slice(site.origin.length));
    await other.page.getByTestId('table-home').waitFor();
    for (const side of ['home', 'away'] as const) {
      expect(await shownBox(other.page, side)).toEqual(await shownBox(page, side));
    }
    expect(await shownScore(other.page)).toEqual(await shownScore(page));
    expect(await other.page.getByTestId('plays').textContent()).toBe(
      await page.getByTestId('plays').textContent(),
    );
    await other.expectClean();
    await expectClean();
  });
});
