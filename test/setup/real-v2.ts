/** The real playbyplayv2 season: its games, dated by its schedule, read and folded as `load` does. */
import { readdirSync } from 'node:fs';
import type { Document, GameBundle, ScheduleEntry } from '../../src/feeds/feed.ts';
import { readStatsV2Game } from '../../src/feeds/stats-v2/game.ts';
import { readScheduleCsv } from '../../src/feeds/stats-v2/schedule.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { realDocument, realPath } from './real-data.ts';

export interface RealGame {
  readonly document: Document;
  readonly folded: FoldedGame;
}

/** Ids of all games of the folder. */
export function realV2Ids(): string[] {
  return readdirSync(realPath('nba-stats-v2', 'events')).map((name) => name.slice(0, 10));
}

export function realV2Schedule(): Map<string, ScheduleEntry> {
  const entries = readScheduleCsv(realDocument('nba-stats-v2', 'schedule.csv'));
  return new Map(entries.map((entry) => [entry.gameId, entry]));
}

export function realV2Game(gameId: string, schedule: ScheduleEntry | null): RealGame {
  const document = realDocument('nba-stats-v2', 'events', `${gameId}.csv.gz`);
  const bundle: GameBundle = { league: 'nba', gameId, plays: document, companions: [], schedule };
  return { document, folded: foldGame(readStatsV2Game(bundle), leagueNamed('nba')) };
}
