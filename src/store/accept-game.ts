/** Whether a game that was read counts, and writing it if it does. */
import type pg from 'pg';
import type { FoldedGame } from '../fold/fold.ts';
import type { League } from '../sports/leagues.ts';
import type { LedgerEntry } from './ledger.ts';
import { betterClock, newerVersion, storedGame, writeGame } from './write-game.ts';

/** What the ledger says of the game itself. */
export type Acceptance = Pick<LedgerEntry, 'outcome'> & Partial<Omit<LedgerEntry, 'outcome'>>;

/** Write the game, unless what is stored of it has the better clock or is newer by the feed's own word. */
export async function acceptGame(
  client: pg.ClientBase,
  league: League,
  folded: FoldedGame,
  basis: number,
): Promise<Acceptance> {
  const stored = await storedGame(client, league.code, folded.game.id);
  if (stored !== null && betterClock(stored, folded)) {
    const reason = `${stored.feed} has a better clock (${stored.precision}) and answers for this game`;
    return { outcome: 'unchanged', reason };
  }
  if (stored !== null && newerVersion(stored, folded)) {
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
