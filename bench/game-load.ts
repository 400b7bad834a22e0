/** Loading single simulated games through the loader, as its users do, and what the ledger says of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { load } from '../src/ingest/load.ts';
import type { SimulatedGame } from '../src/simulate/game.ts';

/** A row of the ledger. */
export interface LedgerRow {
  readonly basis: number;
  readonly rows: number;
  /** Milliseconds of the transaction, from its beginning to the ledger's row. */
  readonly ms: number;
}

/** Load a version of one game, play-by-play and box score. */
export async function loadGame(pool: pg.Pool, game: SimulatedGame): Promise<LedgerRow> {
  const [row] = await loadGames(pool, [game]);
  if (row === undefined) throw new RangeError('a load without a report');
  return row;
}

/** Load games in one call. A game that is not loaded ends the benchmark. */
export async function loadGames(pool: pg.Pool, games: readonly SimulatedGame[]): Promise<LedgerRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-bench-'));
  try {
    for (const { gameId, playbyplay, boxscore } of games) {
      writeFileSync(join(folder, `playbyplay_${gameId}.json`), JSON.stringify(playbyplay));
      writeFileSync(join(folder, `boxscore_${gameId}.json`), JSON.stringify(boxscore));
    }
    const rows: LedgerRow[] = [];
    await load({
      pool,
      paths: [folder],
      onReport({ outcome, gameId, reason, basis, rowsWritten, durationMs }) {
        if (outcome !== 'loaded') throw new GameNotLoadedError(gameId, outcome, reason);
        rows.push({ basis, rows: rowsWritten, ms: durationMs });
      },
    });
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The loader changed nothing where it should have. */
export class GameNotLoadedError extends Error {
  override readonly name = 'GameNotLoadedError';
  constructor(gameId: string | null, outcome: string, reason: string | null) {
    super(`game ${gameId} was ${outcome}: ${reason}`);
  }
}
