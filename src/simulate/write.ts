import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import type { SimulatedGame } from './game.ts';
import type { LeaguePrefix } from './ids.ts';
import { scheduleFile } from './schedule-file.ts';
import { gameSimulator, seasonSchedule } from './season.ts';

/** What is to be written, and where. */
export interface WriteOptions {
  readonly seed: string | number;
  /** Like ["2022-23", "2023-24"]. */
  readonly seasons: readonly string[];
  readonly teams?: number;
  readonly gamesPerTeam?: number;
  readonly prefix?: LeaguePrefix;
  /** Folder; each season gets a folder of its own in it. */
  readonly out: string;
  /** Gzip the game files; the schedule stays plain. Off by default. */
  readonly gzip?: boolean;
  /** JSON without indentation; on by default when gzipping, else off. */
  readonly compact?: boolean;
  /** Called after each game is on disk. */
  readonly onGame?: (game: SimulatedGame, done: number, total: number) => void;
}

/** What was written. */
export interface Written {
  readonly games: number;
  /** Bytes of the game files on disk. */
  readonly bytes: number;
}

const gzipAsync = promisify(gzipCallback);
/** Games whose files are written at the same time; bounds memory. */
const AT_ONCE = 8;

/**
 * Writes seasons as files: `<out>/<season>/scheduleleaguev2_<season>.json` and, per game,
 * `playbyplay_<id>.json` and `boxscore_<id>.json` (with `.gz` when gzipped).
 */
export async function writeSeasons(options: WriteOptions): Promise<Written> {
  const compact = options.compact ?? options.gzip ?? false;
  const toText = (value: unknown): string => JSON.stringify(value, null, compact ? undefined : 1);
  const plans = options.seasons.map((season) => {
    const { seed, teams, gamesPerTeam, prefix } = options;
    const chosen = {
      seed,
      season,
      ...(teams === undefined ? {} : { teams }),
      ...(gamesPerTeam === undefined ? {} : { gamesPerTeam }),
      ...(prefix === undefined ? {} : { prefix }),
    };
    return { season, chosen, schedule: seasonSchedule(chosen) };
  });
  const total = plans.reduce((sum, { schedule }) => sum + schedule.length, 0);
  let games = 0;
  let bytes = 0;
  for (const { season, chosen, schedule } of plans) {
    const folder = join(options.out, season);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `scheduleleaguev2_${season}.json`), toText(scheduleFile(season, schedule)));
    const simulate = gameSimulator(chosen);
    for (let start = 0; start < schedule.length; start += AT_ONCE) {
      const sizes = await Promise.all(
        schedule.slice(start, start + AT_ONCE).map(async (scheduled) => {
          const game = simulate(scheduled);
          const size = await writeGameFiles(folder, game, toText, options.gzip ?? false);
          games += 1;
          options.onGame?.(game, games, total);
          return size;
        }),
      );
      for (const size of sizes) bytes += size;
    }
  }
  return { games, bytes };
}

async function writeGameFiles(
  folder: string,
  game: SimulatedGame,
  toText: (value: unknown) => string,
  zipped: boolean,
): Promise<number> {
  const documents = [
    { name: `playbyplay_${game.gameId}.json`, value: game.playbyplay },
    { name: `boxscore_${game.gameId}.json`, value: game.boxscore },
  ];
  const sizes = await Promise.all(
    documents.map(async ({ name, value }) => {
      const text = Buffer.from(toText(value));
      const data = zipped ? await gzipAsync(text) : text;
      await writeFile(join(folder, zipped ? `${name}.gz` : name), data);
      return data.length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
