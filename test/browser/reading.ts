/** Reading figures off the page. */
import type { Page } from 'playwright-core';

/** Figures of a side's box by player and counter, as they are shown. */
export async function shownBox(
  page: Page,
  side: 'home' | 'away',
): Promise<Record<string, Record<string, string>>> {
  return page.getByTestId(`table-${side}`).evaluate((table) => {
    const rows = [...table.querySelectorAll<HTMLElement>('tr[data-player]')];
    return Object.fromEntries(
      rows.map((row) => [
        row.dataset.player ?? '',
        Object.fromEntries(
          [...row.querySelectorAll<HTMLElement>('td[data-counter]')].map((cell) => [
            cell.dataset.counter ?? '',
            cell.textContent ?? '',
          ]),
        ),
      ]),
    );
  });
}

/** Both scores as shown. */
export async function shownScore(page: Page): Promise<{ home: number; away: number }> {
  const of = async (side: string) => Number(await page.getByTestId(`score-${side}`).textContent());
  return { home: await of('home'), away: await of('away') };
}
