/**
 * Sums over the raw files with nothing of the adapters in them: what each event counts is written down again,
 * and the clock is read off the raw events. Instants are those of the folded plays.
 */
import { expect } from 'vitest';
import type { FoldedGame } from '../../src/fold/fold.ts';
import { lineAt, linesById } from '../fold/reader.ts';
import { league } from './matches.ts';

/** One addition by a raw event of that id. */
export interface Tick {
  readonly event: string;
  readonly player: string;
  readonly team: string;
  readonly counter: string;
}

/** Counters other than games and seconds of every player and team after the plays at or before an instant. */
function naiveAt(ticks: readonly Tick[], seen: ReadonlySet<string>): Map<string, Map<string, number>> {
  const lines = new Map<string, Map<string, number>>();
  for (const { event, player, team, counter } of ticks) {
    if (!seen.has(event)) continue;
    for (const entity of [player, team]) {
      const line = lines.get(entity) ?? new Map<string, number>();
      line.set(counter, (line.get(counter) ?? 0) + 1);
      lines.set(entity, line);
    }
  }
  return lines;
}

/** Holds every line of the game at an instant against the naive sums; returns how many cells it compared. */
export function compareAt(folded: FoldedGame, ticks: readonly Tick[], instant: number): number {
  const position = folded.plays.findLastIndex(({ play }) => play.stamp.at <= instant);
  const seen = new Set(folded.plays.slice(0, position + 1).map(({ play }) => play.id));
  const naive = naiveAt(ticks, seen);
  let cells = 0;
  for (const [id, line] of linesById(folded)) {
    const { games: _games, seconds: _seconds, ...ours } = lineAt(folded, league, line, position);
    const entity = id === 'home' ? folded.game.home.id : id === 'away' ? folded.game.away.id : id;
    for (const [counter, value] of Object.entries(ours)) {
      expect(value, `${entity} ${counter} at ${instant}`).toBe(naive.get(entity)?.get(counter) ?? 0);
      cells += 1;
    }
  }
  return cells;
}

/** First and last instant of the game, with a second about them. */
export function spanOf(folded: FoldedGame): { min: number; max: number } {
  const stamps = folded.plays.map(({ play }) => play.stamp.at);
  return { min: Math.min(...stamps) - 1000, max: Math.max(...stamps) + 1000 };
}
