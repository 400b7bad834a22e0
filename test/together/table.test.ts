import { describe, expect, test } from 'vitest';
import { type Result, rankTable } from '../../src/asof/table.ts';

const byShare = { points: null, tieBreaks: [] } as const;
const result = (home: number, away: number, score: string, late = false): Result => {
  const [homeScore = 0, awayScore = 0] = score.split('-').map(Number);
  return { home, away, homeScore, awayScore, late };
};
const summary = (rows: ReturnType<typeof rankTable>) =>
  rows.map(({ key, rank, tied, games_behind: behind, streak }) => ({ key, rank, tied, behind, streak }));

describe('a table', () => {
  test('ranks by share of games won and names ties', () => {
    // Baltimore 3-1, Chicago 2-1, Detroit 2-2, Erie 0-3 as keys 1 to 4.
    const rows = rankTable(
      [
        result(1, 4, '90-80'),
        result(2, 1, '99-98'),
        result(3, 4, '70-60'),
        result(1, 3, '88-77'),
        result(2, 4, '101-90'),
        result(3, 2, '81-80'),
        result(1, 3, '100-99'),
      ],
      byShare,
    );
    expect(summary(rows)).toEqual([
      { key: 1, rank: 1, tied: false, behind: 0, streak: 'W2' },
      { key: 2, rank: 2, tied: false, behind: 0.5, streak: 'L1' },
      { key: 3, rank: 3, tied: false, behind: 1, streak: 'L1' },
      { key: 4, rank: 4, tied: false, behind: 2.5, streak: 'L3' },
    ]);
    expect(rows[0]).toMatchObject({
      games: 4,
      record: { wins: 3, losses: 1, draws: 0, late_losses: 0 },
      home: { wins: 3, losses: 0 },
      away: { wins: 0, losses: 1 },
      scored: 376,
      conceded: 355,
      share: 0.75,
      points: null,
    });
    const level = rankTable([result(1, 2, '1-0'), result(3, 4, '1-0')], byShare);
    expect(level.map(({ key, rank, tied }) => [key, rank, tied])).toEqual([
      [1, 1, true],
      [3, 1, true],
      [2, 3, true],
      [4, 3, true],
    ]);
  });

  test('counts a draw as half a win where shares decide', () => {
    const [first, second] = rankTable([result(1, 2, '20-20'), result(1, 2, '21-20')], byShare);
    expect([first?.share, second?.share]).toEqual([0.75, 0.25]);
    expect(first?.record).toEqual({ wins: 1, losses: 0, draws: 1, late_losses: 0 });
  });

  test('gives points by result, and one for a loss after regulation in hockey', () => {
    const hockey = { points: { win: 2, draw: 1, loss: 0, lateLoss: 1 }, tieBreaks: [] } as const;
    const rows = rankTable(
      [result(1, 2, '3-2', true), result(3, 2, '4-1'), result(1, 3, '2-1', true)],
      hockey,
    );
    expect(rows.map(({ key, rank, points, tied }) => ({ key, rank, points, tied }))).toEqual([
      { key: 1, rank: 1, points: 4, tied: false },
      { key: 3, rank: 2, points: 3, tied: false },
      { key: 2, rank: 3, points: 1, tied: false },
    ]);
    expect(rows[2]?.record.late_losses).toBe(1);
    expect(rows[0]?.games_behind).toBeNull();
  });

  test('separates equal points in soccer by goal difference, then by goals', () => {
    const soccer = {
      points: { win: 3, draw: 1, loss: 0, lateLoss: 0 },
      tieBreaks: ['difference', 'scored'],
    } as const;
    const rows = rankTable([result(1, 2, '3-0'), result(3, 4, '4-1'), result(5, 6, '1-0')], soccer);
    expect(rows.map(({ key, rank, tied }) => [key, rank, tied])).toEqual([
      [3, 1, false],
      [1, 2, false],
      [5, 3, false],
      [6, 4, false],
      [4, 5, false],
      [2, 6, false],
    ]);
  });

  test('keeps the last ten games apart', () => {
    const lost = Array.from({ length: 3 }, () => result(2, 1, '9-1'));
    const won = Array.from({ length: 9 }, () => result(1, 2, '9-1'));
    const [first] = rankTable([...lost, ...won], byShare);
    expect(first).toMatchObject({ key: 1, streak: 'W9', last_ten: { wins: 9, losses: 1 } });
  });
});
