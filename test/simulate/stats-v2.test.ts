import { describe, expect, test } from 'vitest';
import { toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';
import { forGames } from './games.ts';

describe('playbyplayv2', () => {
  const minutes = (text: string): number => {
    const [, hour, minute, half] = /^(\d+):(\d\d) ([AP]M)$/.exec(text) ?? [];
    return (Number(hour) % 12) * 60 + Number(minute) + (half === 'PM' ? 720 : 0);
  };

  test('tells the same game', () => {
    forGames((game) => {
      const [header = '', ...rows] = toStatsV2Csv(game).trimEnd().split('\n');
      const names = header.split(',');
      const table = rows.map((row) => {
        const cells = row.split(',');
        expect(cells).toHaveLength(names.length);
        return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
      });
      const { homeTeam, awayTeam } = game.boxscore.game;
      expect(table.at(-1)?.SCORE).toBe(`${awayTeam.score} - ${homeTeam.score}`);
      expect(new Set(table.map((row) => row.EVENTNUM)).size).toBe(table.length);
      let before = table[0]?.WCTIMESTRING ?? '';
      for (const { WCTIMESTRING = '' } of table) {
        // Past midnight the clock starts again.
        expect((minutes(WCTIMESTRING) - minutes(before) + 1440) % 1440).toBeLessThan(120);
        before = WCTIMESTRING;
      }
      const tally = new Map<string, number>();
      const count = (what: string, id: string | undefined): void => {
        tally.set(`${what} ${id}`, (tally.get(`${what} ${id}`) ?? 0) + 1);
      };
      for (const row of table) {
        if (row.EVENTMSGTYPE === '1') count('assists', row.PLAYER2_ID);
        if (row.EVENTMSGTYPE === '2') count('blocks', row.PLAYER3_ID);
        if (row.EVENTMSGTYPE === '5') count('steals', row.PLAYER2_ID);
        if (row.EVENTMSGTYPE === '3' && row.SCORE) count('freeThrowsMade', row.PLAYER1_ID);
        if (row.EVENTMSGTYPE === '6' && row.EVENTMSGACTIONTYPE !== '11')
          count('foulsPersonal', row.PLAYER1_ID);
      }
      for (const { personId, name, statistics } of [...homeTeam.players, ...awayTeam.players]) {
        for (const what of ['assists', 'blocks', 'steals', 'freeThrowsMade', 'foulsPersonal'] as const) {
          expect(tally.get(`${what} ${personId}`) ?? 0, `${name} ${what}`).toBe(statistics[what]);
        }
      }
      expect(toStatsV2ScheduleRow(game.facts.scheduled).split(',')).toHaveLength(6);
    });
  });
});
