import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { type Content, parseDocument, parseHead } from '../../src/feeds/document.ts';
import { FORMATS, recognise } from '../../src/feeds/formats.ts';
import { leagueOfGame, partOfGame } from '../../src/feeds/game-id.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { actions, boxScore, playByPlay } from './live-actions.ts';
import { csv, csvText, TEAMS } from './v2-rows.ts';

const json = (value: unknown): Content => ({ kind: 'json', value });
const table = (name: string, gameId: unknown) =>
  json({ resultSets: [{ name, headers: ['GAME_ID', 'X'], rowSet: [[gameId, 1]] }] });
const text = (...lines: string[]) => parseDocument('file', `${lines.join('\n')}\n`);

const SCHEDULE = {
  leagueSchedule: {
    seasonYear: '2023-24',
    gameDates: [{ games: [] }, { games: [{ gameId: '0022300061' }] }],
  },
};

describe('a document is recognised by its content', () => {
  test.each<[string, Content, string, string | null]>([
    ['stats.nba.com playbyplayv2 CSV', csv(TEAMS), 'nba', '0021500001'],
    ['stats.nba.com playbyplayv2 JSON', table('PlayByPlay', '0021500001'), 'nba', '0021500001'],
    ['stats.nba.com boxscoretraditionalv2', table('PlayerStats', '1021500001'), 'wnba', '1021500001'],
    ['stats.nba.com boxscoresummaryv2', table('GameSummary', '2021500001'), 'gleague', '2021500001'],
    [
      'schedule CSV',
      text(
        'game_id,season,season_type,game_date_et,away,home',
        '0021500001,2015-16,regular,2015-10-27,DET,ATL',
      ),
      'nba',
      null,
    ],
    ['NBA live play-by-play', playByPlay('9922300001', actions([{}])).content, 'demo', '9922300001'],
    ['NBA live box score', boxScore('0022300001').content, 'nba', '0022300001'],
    ['NBA CDN schedule', json(SCHEDULE), 'nba', null],
    ['season dates CSV', text('season,season_type,first_day,last_day'), 'nba', null],
    ['season totals CSV', text('player_id,player_name,season,season_type,team,games,pts'), 'nba', null],
    ['players CSV', text('player_id,player_name,birth_date'), 'nba', null],
  ])('as %s', (format, content, league, gameId) => {
    expect(recognise('any name', content)).toMatchObject({ format, league, gameId });
  });

  test('though a play-by-play’s first play lacks its game', () => {
    const [first, ...others] = TEAMS;
    const content = csv([{ ...first, GAME_ID: '' }, ...others]);
    expect(recognise('game.csv', content).gameId).toBe('0021500001');
  });

  test('and formats have names of their own', () => {
    expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
  });

  test.each<[string, Content]>([
    ['other JSON', json({ hello: 1 })],
    ['JSON that is no object', json(3)],
    ['JSON null', json(null)],
    ['another CSV', text('a,b,c', '1,2,3')],
    ['a game of no known league', table('PlayByPlay', '5521500001')],
    ['a game id that is none', table('PlayByPlay', '215')],
    [
      'a table without rows',
      json({ resultSets: [{ name: 'PlayByPlay', headers: ['GAME_ID'], rowSet: [] }] }),
    ],
    ['a live document without a game', json({ game: { actions: [] } })],
    ['a schedule without its columns', text('game_id,season,away,home', '0021500001,2015-16,DET,ATL')],
  ])('but not %s, which is shown and refused', (_, content) => {
    expect(() => recognise('odd.file', content)).toThrow(BadInput);
    expect(() => recognise('odd.file', content)).toThrow(
      /^odd\.file: start: no feed recognises it \(.+\); see /,
    );
  });
});

describe('a text', () => {
  test('is JSON or CSV by its first character, not by its name', () => {
    expect(parseDocument('a.csv', ' {"a": [1, 2]}')).toEqual({ kind: 'json', value: { a: [1, 2] } });
    expect(parseDocument('a.json', 'a,b\n1,2\n')).toEqual({
      kind: 'csv',
      header: ['a', 'b'],
      rows: [['1', '2']],
    });
    expect(parseDocument('a.csv', '\uFEFFa,b\n"x, y",2\n').kind).toBe('csv');
    expect(parseDocument('a.csv', '\uFEFFa,b\n"x, y",2\n')).toMatchObject({
      header: ['a', 'b'],
      rows: [['x, y', '2']],
    });
  });

  test('that is damaged is refused with the line of the damage', () => {
    expect(() => parseDocument('a.json', '{\n"a": 1,\n"b": oops}')).toThrow(
      /^a\.json: line 3: not valid JSON/,
    );
    expect(() => parseDocument('a.json', '{\n"a": 1,\n"b": oops}')).toThrow(/^[^\n]*$/);
    expect(() => parseDocument('a.json', '{"a": [1, 2')).toThrow(/^a\.json: line 1: not valid JSON/);
    expect(() => parseDocument('a.csv', 'a,b\n1,2\n3\n')).toThrow(/^a\.csv: line 3: not valid CSV/);
    expect(() => parseDocument('a.csv', 'a,b\n"1,2\n')).toThrow(/not valid CSV/);
    expect(() => parseDocument('a.json', ' \n ')).toThrow(/^a\.json: start: the file is empty/);
  });

  test('is recognised by its head, however long it is', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => ({ EVENTNUM: index + 10 }));
    const long = csvText(csv([...TEAMS, ...rows]));
    const head = parseHead('long.csv', long);
    const whole = parseDocument('long.csv', long);
    if (head.kind !== 'csv' || whole.kind !== 'csv') throw new TypeError('not a CSV');
    expect(head.rows.length).toBeLessThan(500);
    expect(head.rows).toEqual(whole.rows.slice(0, head.rows.length));
    expect(recognise('long.csv', head)).toEqual(recognise('long.csv', whole));
  });
});

test('a game id names its league, season and part', () => {
  expect(leagueOfGame('0021500001')?.code).toBe('nba');
  expect(leagueOfGame('002150000')).toBeNull();
  expect(partOfGame('0021500001')).toEqual({ season: '2015-16', type: 'regular' });
  expect(partOfGame('0049900401')).toEqual({ season: '1999-00', type: 'playoffs' });
  expect(partOfGame('0012300001')).toEqual({ season: '2023-24', type: 'preseason' });
  expect(partOfGame('0052300101')).toEqual({ season: '2023-24', type: 'play_in' });
  expect(partOfGame('0032300001')).toBeNull();
  expect(partOfGame('0062300001')).toBeNull();
});

describeReal('real files', () => {
  test.each([
    ['stats.nba.com playbyplayv2 CSV', ['nba-stats-v2', 'events', '0021500001.csv.gz']],
    ['schedule CSV', ['nba-stats-v2', 'schedule.csv']],
    ['stats.nba.com playbyplayv2 JSON', ['nba-stats-v2-json', 'playbyplayv2_0021600270.json']],
    ['stats.nba.com boxscoretraditionalv2', ['nba-stats-v2-json', 'boxscoretraditionalv2_0021600270.json']],
    ['stats.nba.com boxscoresummaryv2', ['nba-stats-v2-json', 'boxscoresummaryv2_0021900001.json']],
    ['NBA live play-by-play', ['nba-live', 'playbyplay_0022000001.json']],
    ['NBA live box score', ['nba-live', 'boxscore_0022000001.json']],
    ['NBA CDN schedule', ['nba-live', 'scheduleleaguev2_2023-24.json.gz']],
    ['season dates CSV', ['facts', 'nba_seasons.csv']],
    ['season totals CSV', ['facts', 'nba_season_totals.csv']],
    ['players CSV', ['facts', 'nba_players.csv']],
  ])('are recognised as %s', (format, path) => {
    const document = realDocument(...path);
    expect(recognise('whatever', document.content)).toMatchObject({ format, league: 'nba' });
  });
});
