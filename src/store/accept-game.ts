/** Whether a game that was read counts, and writing it if it does. */
import type pg from 'pg';
import type { KeptGame } from '../fold/kept.ts';
import type { League } from '../sports/leagues.ts';
import type { LedgerEntry } from './ledger.ts';
import { betterClock, newerVersion, storedGame, writeGame } from './write-game.ts';

/** What the ledger says of the game itself. */
export type Acceptance = Pick<LedgerEntry, 'outcome'> & Partial<Omit<LedgerEntry, 'outcome'>>;

/**
 * Write the game, unless what is stored of it has the better clock or is newer by the feed's own word;
 * `replaces` writes it all the same, because it stands in for what is stored.
 */
export async function acceptGame(
  client: pg.ClientBase,
  league: League,
  folded: KeptGame,
  basis: number,
  replaces = false,
): Promise<Acceptance> {
  const stored = await storedGame(client, league.code, folded.game.id);
  const rival = replaces ? null : stored;
  if (rival !== null && betterClock(rival, folded)) {
    const reason = `${rival.feed} has a better clock (${rival.precision}) and answers for this game`;
    return { outcome: 'unchanged', reason };
  }
  if (rival !== null && newerVersion(rival, folded)) {
    return { outcome: 'unchanged', reason: 'the feed itself says that a newer version is loaded' };
  }
  const { opened, closed, corrections } = await writeGame(client, league, folded, stored, basis);
  return {
    ...(opened + closed === 0
      ? { outcome: 'unchanged', reason: 'every play was known' }
      : { outcome: 'loaded' }),
    plays: folded.plays.length,
    rowsWritten: opened,
    discrepancies: folded.discrepancies.length,
    counts: { opened, corrections },
  };
}
