/** The second clock on the page: a correction shown and explained, and a game followed while it goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { answerGame } from '../../src/asof/game.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { describeBrowser, openSite, type Site } from './browser.ts';
import { shownBox, shownScore } from './reading.ts';

const [corrected, live] = simulateSeason({ seed: 'clocks', season: '2023-24', teams: 4, gamesPerTeam: 1 });
if (corrected === undefined || live === undefined) throw new RangeError('a season without games');
const { game: revised } = reviseGame(corrected, 'clocks', 'assist moved');

/** A game as its feed told it after so many actions. */
function begun({ playbyplay, ...rest }: SimulatedGame, count: number): SimulatedGame {
  const actions = playbyplay.game.actions.slice(0, count);
  return { ...rest, playbyplay: { ...playbyplay, game: { ...playbyplay.game, actions } } };
}

describeBrowser('two clocks on the page', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let site: Site;

  beforeAll(async () => {
    database = await cloneDatabase();
    await loadGames(database.pool, [corrected]);
    await loadGames(database.pool, [revised]);
    await loadGames(database.pool, [begun(live, 200)]);
    site = await openSite(database.pool);
  });
  afterAll(async () => {
    await site.close();
    await database.close();
  });

  async function served(id: string, query = '') {
    const answer = await fetch(`${site.origin}/v1/demo/games/${id}${query}`);
    return (await answer.json()) as NonNullable<Awaited<ReturnType<typeof answerGame>>>;
  }

  test('a correction is marked and explained, and an earlier basis shows the game without it', async () => {
    const { page, expectClean } = await site.open(`/games/demo/${corrected.gameId}`);
    const told = page.getByTestId('corrections');
    await told.waitFor();
    expect(await told.textContent()).toContain('The play was edited');
    expect(await told.textContent()).toContain('assist moved');
    expect(await page.locator('.correction-mark').count()).toBeGreaterThan(0);
    const assists = async () => {
      const box = { ...(await shownBox(page, 'home')), ...(await shownBox(page, 'away')) };
      return Object.entries(box)
        .flatMap(([id, row]) => (id === 'team' ? [] : [`${id} ${row.ast}`]))
        .sort();
    };
    /** Of those who took part, as the page shows them. */
    const known = async (basis: number) => {
      const { box } = await served(corrected.gameId, `?basis=${basis}`);
      const players = [...(box.home?.players ?? []), ...(box.away?.players ?? [])];
      const present = players.filter(({ counters }) => counters.games === 1);
      return present.map(({ player, counters }) => `${player.id} ${counters.ast}`).sort();
    };
    expect(await assists()).toEqual(await known(2));
    await page.getByRole('button', { name: 'Show the game as known before it' }).first().click();
    await page.getByText('Shown as known at basis 1').waitFor();
    expect(new URL(page.url()).searchParams.get('basis')).toBe('1');
    const before = await known(1);
    await expect.poll(assists).toEqual(before);
    expect(before).not.toEqual(await known(2));
    await page.getByLabel('As known at').selectOption('');
    await expect.poll(assists).toEqual(await known(2));
    await page.goBack();
    await expect.poll(assists).toEqual(before);
    await expectClean();
  });

  test('a game that goes on is followed, through a lost connection, until it is over', async () => {
    const { page } = await site.open(`/games/demo/${live.gameId}`);
    await page.getByText('Live: following').waitFor();
    const shown = async () => ({
      at: await page.getByTestId('moment-utc').textContent(),
      ...(await shownScore(page)),
    });
    const now = async () => {
      const { as_of, state } = await served(live.gameId);
      return { at: as_of, home: state.home_score, away: state.away_score };
    };
    await expect.poll(shown).toEqual(await now());
    await loadGames(database.pool, [begun(live, 280)]);
    await expect.poll(shown).toEqual(await now());

    site.cut();
    await page.getByText('Connection lost').waitFor();
    await loadGames(database.pool, [begun(live, 360)]);
    site.mend();
    await page.getByText('Live: following').waitFor();
    await expect.poll(shown).toEqual(await now());

    await loadGames(database.pool, [live]);
    await expect.poll(() => page.getByTestId('clock').textContent()).toBe('Final');
    await expect.poll(() => page.getByText('Live: following').count()).toBe(0);
    expect(await shown()).toEqual(await now());
    await page.context().close();
  });
});
