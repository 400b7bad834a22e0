/** Folders of input files for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { SCHEDULE_COLUMNS } from '../../src/feeds/stats-v2/schedule.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';

/** Files by name; text, bytes, or anything else as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** Write files into a folder of their own, below the system's for temporary files. */
export function temporaryFolder(files: Files): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-files-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, raw ? content : JSON.stringify(content));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same within a test: the folder goes when the test ends. Returns its path. */
export function folderOf(files: Files): string {
  const { folder, remove } = temporaryFolder(files);
  onTestFinished(remove);
  return folder;
}

/** The two documents of a simulated game as files. */
export function gameFiles(game: SimulatedGame): Record<string, unknown> {
  return {
    [`playbyplay_${game.gameId}.json`]: game.playbyplay,
    [`boxscore_${game.gameId}.json`]: game.boxscore,
  };
}

/** A schedule.csv of those rows, each `game_id,season,season_type,game_date_et,away,home`. */
export function scheduleCsv(...rows: string[]): string {
  return [SCHEDULE_COLUMNS.join(','), ...rows].map((line) => `${line}\n`).join('');
}
