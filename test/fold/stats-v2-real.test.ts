import { beforeAll, expect, test } from 'vitest';
import type { FoldedGame, PlayerLine } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { counterIndex } from '../../src/sports/sport.ts';
import { describeReal } from '../setup/real-data.ts';
import { realV2Game, realV2Ids, realV2Schedule } from '../setup/real-v2.ts';
import { lastRow } from './reader.ts';
import { readText, type TextReading } from './text-totals.ts';

const GAMES = 479;
const STATEMENTS = 161_180;
const counters = counterIndex(leagueNamed('nba').sport);

/** What the fold has for a player after the play at that position: his last row so far. */
function countedAt(line: PlayerLine | undefined, position: number, counter: string): number {
  const row = line === undefined ? undefined : lastRow(line.rows, position);
  return row?.values[counters.get(counter) ?? -1] ?? 0;
}

/** Statements of the text on which the text, a naive count and the fold do not all agree. */
function disagreements(gameId: string, { totals }: TextReading, folded: FoldedGame): string[] {
  const lines = new Map(folded.players.map((line) => [line.player.id, line]));
  return totals.flatMap(({ row, playerId, counter, stated, counted }) => {
    const ours = countedAt(lines.get(playerId), row, counter);
    if (stated === counted && stated === ours) return [];
    return [`${gameId} row ${row} ${playerId} ${counter}: text ${stated}, rows ${counted}, fold ${ours}`];
  });
}

describeReal('the 479 real playbyplayv2 games', () => {
  const found = {
    games: 0,
    statedToFold: 0,
    statedInText: 0,
    disagreements: [] as string[],
    discrepancies: [] as unknown[],
    outOfOrder: [] as string[],
    scores: [] as { gameId: string; text: unknown; fold: unknown; line: unknown }[],
    unfinished: [] as string[],
  };

  beforeAll(() => {
    const schedule = realV2Schedule();
    for (const gameId of realV2Ids()) {
      const { document, folded } = realV2Game(gameId, schedule.get(gameId) ?? null);
      const reading = readText(document.content);
      found.games += 1;
      // A rebound's text is one statement, held as its offensive and its defensive half.
      for (const play of folded.game.plays) {
        found.statedToFold += play.statedTotals.filter(({ counter }) => counter !== 'dreb').length;
      }
      found.statedInText += reading.totals.filter(({ sameStatement }) => !sameStatement).length;
      found.disagreements.push(...disagreements(gameId, reading, folded));
      found.discrepancies.push(...folded.discrepancies.map((found) => ({ gameId, ...found })));
      const inFileOrder = folded.plays.every(({ play }, position) => play === folded.game.plays[position]);
      if (!inFileOrder) found.outOfOrder.push(gameId);
      if (!folded.final) found.unfinished.push(gameId);
      const last = folded.plays.at(-1);
      const pts = counters.get('pts') ?? -1;
      const [home, away] = folded.teams.map((team) => team.final[pts]);
      found.scores.push({
        gameId,
        text: reading.score,
        fold: { home: last?.home, away: last?.away },
        line: { home, away },
      });
    }
  });

  test('are all there, each over, the order of their instants being the order of their rows', () => {
    expect(found.games).toBe(GAMES);
    expect(found.unfinished).toEqual([]);
    expect(found.outOfOrder).toEqual([]);
  });

  test('state 161,180 running totals, and every one is held against the fold', () => {
    expect(found.statedInText).toBe(STATEMENTS);
    expect(found.statedToFold).toBe(STATEMENTS);
  });

  test('agree at every statement: the text, a naive count of the rows, and the running line at that play', () => {
    expect(found.disagreements).toEqual([]);
  });

  test('reconcile without a single discrepancy', () => {
    expect(found.discrepancies).toEqual([]);
  });

  test('end with the last score the file shows, on the scoreboard and in the teams’ lines', () => {
    for (const { gameId, text, fold, line } of found.scores) {
      expect(fold, gameId).toEqual(text);
      expect(line, gameId).toEqual(text);
    }
  });
});
