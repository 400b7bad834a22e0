/** Real games on the page: the question Playclock was ordered with, an exact play, the doubt of minute stamps. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GameChanges } from '../../src/asof/changes.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { temporaryFolder } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realDocument, realPath } from '../setup/real-data.ts';
import { CHROMIUM, openSite, type Site } from './browser.ts';
import { shownBox, shownScore } from './reading.ts';

interface OfficialBox {
  readonly game: Record<
    'homeTeam' | 'awayTeam',
    {
      readonly score: number;
      readonly players: readonly {
        readonly personId: number;
        readonly played: string;
        readonly statistics: Readonly<Record<string, number>>;
      }[];
    }
  >;
}

const OFFICIAL = {
  pts: 'points',
  reb: 'reboundsTotal',
  ast: 'assists',
  stl: 'steals',
  blk: 'blocks',
} as const;

/** The official totals, birth date and season days as far as they are Kobe Bryant's: the whole set takes a minute. */
function kobesFacts(): Record<string, string> {
  const lines = (name: string) => readFileSync(realPath('facts', name), 'utf8').split('\n');
  const his = (name: string) => {
    const [header = '', ...rows] = lines(name);
    return [header, ...rows.filter((row) => row.includes('Kobe Bryant')), ''].join('\n');
  };
  return {
    'nba_season_totals.csv': his('nba_season_totals.csv'),
    'nba_players.csv': his('nba_players.csv'),
    'nba_seasons.csv': lines('nba_seasons.csv').join('\n'),
  };
}

describeReal('real games on the page', () => {
  if (!existsSync(CHROMIUM)) {
    test.skip(`skipped: no ${CHROMIUM}`, () => {});
    return;
  }
  let database: TestDatabase & { close(): Promise<void> };
  let site: Site;

  beforeAll(async () => {
    database = await cloneDatabase();
    const facts = temporaryFolder(kobesFacts());
    const reports = await loadAll(
      database.pool,
      facts.folder,
      realPath('nba-live', 'playbyplay_0022000001.json'),
      realPath('nba-live', 'boxscore_0022000001.json'),
      realPath('nba-stats-v2', 'schedule.csv'),
      ...['0021500017', '0021500476'].map((id) => realPath('nba-stats-v2', 'events', `${id}.csv.gz`)),
    );
    expect(reports.map(({ outcome, reason }) => reason ?? outcome)).toEqual(reports.map(() => 'loaded'));
    facts.remove();
    site = await openSite(database.pool);
  });
  afterAll(async () => {
    await site.close();
    await database.close();
  });

  test('a misspelt Kobe Bryant at 7:02:34.560 pm Chicago on 19 June 2016 had retired with 33,643 points', async () => {
    const { page, expectClean } = await site.open('/');
    await page.getByLabel('Who: a player, team or game').fill('kobee bryent');
    await page.getByRole('option').filter({ hasText: 'Kobe Bryant' }).click();
    await page.getByLabel('When', { exact: true }).fill('2016-06-19 7:02:34.560 pm Chicago');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const career = page.locator('[data-scope=career]');
    await career.waitFor();
    expect(await career.locator('[data-counter=pts]').textContent()).toBe('33,643');
    expect(await career.locator('[data-counter=games]').textContent()).toBe('1,346');
    expect(await page.getByTestId('moment-utc').textContent()).toBe('2016-06-20T00:02:34.560Z');
    expect(await page.getByTestId('moment-local').textContent()).toBe('Sun 19 Jun 2016, 19:02:34.560 CDT');
    expect(await page.getByText('No game in progress').count()).toBe(1);
    expect(await page.getByTestId('age').textContent()).toBe('37 years and 301 days old then');
    await expectClean();
  });

  test('scrubbed to a play, a game shows the exact box, and at its end the official one', async () => {
    const changes = (await (
      await fetch(`${site.origin}/v1/nba/games/0022000001/changes`)
    ).json()) as GameChanges;
    const basket = changes.plays.findLast(
      (play) => /\(26 PTS\)/.test(play.description ?? '') && play.kind !== 'other',
    );
    if (basket === undefined) throw new RangeError('nobody has 26 points');
    const scorer = changes.players.find(({ id }) => id === basket.player_id);
    const side = scorer?.side ?? 'home';
    const points = async () => (await shownBox(page, side))[scorer?.id ?? '']?.pts;
    const { page, expectClean } = await site.open(`/games/nba/0022000001?as_of=${basket.wall_clock_time}`);
    await page.getByTestId('table-home').waitFor();
    expect(await points()).toBe('26');
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(points).not.toBe('26');
    await page.keyboard.press('End');
    await expect.poll(() => page.getByTestId('clock').textContent()).toBe('Final');
    const { content } = realDocument('nba-live', 'boxscore_0022000001.json');
    const { game } = (content as { value: OfficialBox }).value;
    expect(await shownScore(page)).toEqual({ home: game.homeTeam.score, away: game.awayTeam.score });
    for (const [of, team] of [['home', game.homeTeam] as const, ['away', game.awayTeam] as const]) {
      const box = await shownBox(page, of);
      for (const { personId, played, statistics } of team.players) {
        if (played !== '1') continue;
        for (const [counter, name] of Object.entries(OFFICIAL)) {
          expect(box[String(personId)]?.[counter], `${personId} ${counter}`).toBe(String(statistics[name]));
        }
      }
    }
    await expectClean();
  });

  test('a game stamped to the minute says what may or may not have happened', async () => {
    const { page, expectClean } = await site.open('/games/nba/0021500017?as_of=2015-10-29T03:30:03.200Z');
    const doubt = page.getByTestId('doubt');
    await doubt.waitFor();
    expect(await doubt.textContent()).toMatch(/may or may not have happened yet/);
    expect(await page.getByText('known to the minute').count()).toBe(1);
    expect(await page.locator('.doubt-band').count()).toBe(1);
    await expectClean();
  });
});
