/** Games of baseball, read and folded. */
import type { Document } from '../../src/feeds/feed.ts';
import { readGame } from '../../src/feeds/mlb/game.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { type Counters, lineAt, linesById } from '../fold/reader.ts';
import { realDocument } from '../setup/real-data.ts';

export const mlb = leagueNamed('mlb');

export function foldDocument(plays: Document, gameId: string): FoldedGame {
  return foldGame(readGame({ league: 'mlb', gameId, plays, companions: [], schedule: null }), mlb);
}

export const realGame = (): Document => realDocument('mlb', 'feed_live_715720.json.gz');

/** The line of a player or a side at an instant, its own plays included. */
export function lineAtInstant(folded: FoldedGame, id: string, at: number): Counters {
  const line = linesById(folded).get(id);
  if (line === undefined) throw new RangeError(`no line of ${id}`);
  return lineAt(
    folded,
    mlb,
    line,
    folded.plays.findLastIndex(({ play }) => play.stamp.at <= at),
  );
}
