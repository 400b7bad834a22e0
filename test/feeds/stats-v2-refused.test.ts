import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import type { Document } from '../../src/feeds/feed.ts';
import { readBox } from '../../src/feeds/stats-v2/box.ts';
import { readStatsV2Game } from '../../src/feeds/stats-v2/game.ts';
import { AWAY_ID, csv, GAME, HOME_ID, player, readV2, scheduled, TEAMS, type V2Cells } from './v2-rows.ts';

describe('a playbyplayv2 file that cannot be one game', () => {
  const refused = (rows: readonly V2Cells[]): BadInput => {
    try {
      readV2(csv(rows));
    } catch (cause) {
      if (cause instanceof BadInput) return cause;
      throw cause;
    }
    throw new Error('it was not refused');
  };

  test.each<[string, V2Cells, string]>([
    ['a play without a game', { GAME_ID: '' }, 'line 4.GAME_ID'],
    ['a play of another game', { GAME_ID: '0021500002' }, 'line 4'],
    ['an id that is no number', { PLAYER1_ID: 'abc' }, 'line 4.PLAYER1_ID'],
    ['a period there is not', { PERIOD: 0 }, 'line 4.PERIOD'],
    ['a game clock there is not', { PCTIMESTRING: '21:01' }, 'line 4'],
    ['a score that is none', { SCORE: 'TIE' }, 'line 4'],
    ['an EVENTNUM twice', { EVENTNUM: 1 }, 'line 4'],
    ['a third team', { ...player(1, 'home', 5), PLAYER1_TEAM_ID: '1610612999' }, 'line 4'],
  ])('for %s is refused, with the line', (_, cells, place) => {
    expect(refused([...TEAMS, cells])).toMatchObject({ file: 'game.csv', place });
  });

  test('for having no row is refused', () => {
    expect(refused([])).toMatchObject({ reason: 'a play-by-play without plays' });
  });

  test('for a column that is missing is refused, naming it', () => {
    const content = csv(TEAMS, ['WCTIMESTRING', 'SCORE']);
    expect(() => readV2(content)).toThrow(/line 1: missing columns: WCTIMESTRING, SCORE/);
  });

  test('for teams the schedule does not have is refused, naming both', () => {
    const entry = { ...scheduled(GAME), home: { id: null, tricode: 'BOS', city: null, name: null } };
    const bundle = {
      league: 'nba',
      gameId: GAME,
      plays: { file: 'game.csv', content: csv(TEAMS) },
      companions: [],
    };
    expect(() => readStatsV2Game({ ...bundle, schedule: entry })).toThrow(/DET at BOS.*DET at ATL/);
    expect(() => readStatsV2Game({ ...bundle, schedule: null })).toThrow(/no schedule gives the date/);
  });

  test('with a box score of another team, or of a player twice, is refused in the box', () => {
    const [own, third] = [Number(HOME_ID), 1610612999];
    const box = (...people: [team: number, id: number][]): Document => {
      const cells = 'FGM FGA FG3M FG3A FTM FTA OREB DREB REB AST STL BLK TO PF PTS PLUS_MINUS'.split(' ');
      const headers = [
        'TEAM_ID',
        'TEAM_ABBREVIATION',
        'MIN',
        'PLAYER_ID',
        'PLAYER_NAME',
        'START_POSITION',
        ...cells,
      ];
      const rowSet = people.map(([team, id]) => [team, 'ATL', null, id, 'One', '', ...cells.map(() => 0)]);
      const value = {
        resultSets: [
          { name: 'PlayerStats', headers, rowSet },
          { name: 'TeamStats', headers, rowSet: [] },
        ],
      };
      return { file: 'box.json', content: { kind: 'json', value } };
    };
    expect(readBox(box([own, 1], [Number(AWAY_ID), 2]), HOME_ID, AWAY_ID).players).toHaveLength(2);
    expect(() => readBox(box([own, 1], [third, 2]), HOME_ID, AWAY_ID)).toThrow(
      'box.json: PlayerStats.rowSet[1].TEAM_ID: team 1610612999 does not play in this game',
    );
    expect(() => readBox(box([own, 1], [own, 1]), HOME_ID, AWAY_ID)).toThrow(
      'box.json: PlayerStats.rowSet: player 1 stands there twice',
    );
  });
});
