import { describe, expect, test } from 'vitest';
import { type Content, parseDocument } from '../../src/feeds/document.ts';
import { FACTS_FORMATS } from '../../src/feeds/facts/formats.ts';
import { readSchedule } from '../../src/feeds/nba-live/schedule.ts';
import { readScheduleCsv } from '../../src/feeds/stats-v2/schedule.ts';

const document = (...lines: string[]) => ({
  file: 'facts.csv',
  content: parseDocument('facts.csv', `${lines.join('\n')}\n`),
});
const [seasons, totals, people] = FACTS_FORMATS;

const TOTALS =
  'player_id,player_name,season,season_type,team,games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf';

describe('season totals', () => {
  const read = (...rows: string[]) => totals?.readSeasonTotals?.(document(TOTALS, ...rows)) ?? [];

  test('are read by column name; an empty cell was not recorded, which is not zero', () => {
    const [total] = read(
      '76003,Old Player,1979-80,regular,LAL,82,2034,835,1383,0,1,364,476,190,696,886,371,81,280,,216',
    );
    expect(total).toMatchObject({
      playerId: '76003',
      part: { season: '1979-80', type: 'regular' },
      team: 'LAL',
    });
    expect(total?.counters).toMatchObject({ games: 82, pts: 2034, fg3m: 0, tov: null, pf: 216 });
  });

  test('of one player’s season twice are refused, naming both lines', () => {
    const row = '1,A,1999-00,regular,LAL,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0';
    expect(() => read(row, row.replace('regular', 'playoffs'))).not.toThrow();
    expect(() => read(row, row)).toThrow(/line 3: player 1 has this season at line 2 too/);
  });

  test.each([
    ['x,A,1999-00,regular,LAL,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0', 'line 2.player_id'],
    ['1,A,1999,regular,LAL,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0', 'line 2.season'],
    ['1,A,1999-00,summer,LAL,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0', 'line 2.season_type'],
    ['1,A,1999-00,regular,LAL,1,2.5,1,1,0,0,0,0,0,0,0,0,0,0,0,0', 'line 2.pts'],
  ])('like %s are refused at the cell', (row, place) => {
    expect(() => read(row)).toThrow(`facts.csv: ${place}: `);
  });

  test('without a column are refused, naming it', () => {
    const without = TOTALS.replace(',blk', '');
    expect(() => totals?.readSeasonTotals?.(document(without))).toThrow(/line 1: missing columns: blk/);
  });
});

test('season dates must be dates, and the last no earlier than the first', () => {
  const read = (row: string) =>
    seasons?.readSeasons?.(document('season,season_type,first_day,last_day', row));
  expect(read('2015-16,regular,2015-10-27,2016-04-13')).toEqual([
    { part: { season: '2015-16', type: 'regular' }, firstDay: '2015-10-27', lastDay: '2016-04-13' },
  ]);
  expect(() => read('2015-16,regular,2016-04-13,2015-10-27')).toThrow(/line 2: the season ends/);
  expect(() => read('2015-16,regular,2015-02-30,2016-04-13')).toThrow(/line 2\.first_day/);
});

test('players may lack a birth date, not a name', () => {
  const read = (row: string) => people?.readPeople?.(document('player_id,player_name,birth_date', row));
  expect(read('977,Kobe Bryant,1978-08-23')).toEqual([
    { id: '977', name: 'Kobe Bryant', birthDate: '1978-08-23' },
  ]);
  expect(read('5,Nobody,')).toEqual([{ id: '5', name: 'Nobody', birthDate: null }]);
  expect(() => read('5,,1978-08-23')).toThrow(/line 2\.player_name/);
  expect(() => read('5,X,23.8.1978')).toThrow(/line 2\.birth_date/);
});

describe('a schedule CSV', () => {
  const HEADER = 'game_id,season,season_type,game_date_et,away,home';
  test('dates games and names teams by three letters', () => {
    const [entry] = readScheduleCsv(document(HEADER, '0021500001,2015-16,regular,2015-10-27,DET,ATL'));
    expect(entry).toMatchObject({ gameId: '0021500001', date: '2015-10-27', scheduledAt: null });
    expect([entry?.away, entry?.home].map((team) => [team?.id, team?.tricode])).toEqual([
      [null, 'DET'],
      [null, 'ATL'],
    ]);
  });

  test.each([
    ['21500001,2015-16,regular,2015-10-27,DET,ATL', 'line 2.game_id'],
    ['0021500001,2015-16,regular,2015-10-32,DET,ATL', 'line 2.game_date_et'],
    ['7721500001,2015-16,regular,2015-10-27,DET,ATL', 'line 2'],
  ])('with %s is refused at the cell', (row, place) => {
    expect(() => readScheduleCsv(document(HEADER, row))).toThrow(`facts.csv: ${place}: `);
  });
});

describe('a CDN schedule', () => {
  const game = (gameId: string, homeId: number, awayId: number) => ({
    gameId,
    gameDateEst: '2023-10-24T00:00:00Z',
    gameDateTimeUTC: '2023-10-24T23:30:00Z',
    arenaName: 'Hall',
    homeTeam: { teamId: homeId, teamTricode: 'HOM', teamCity: 'Town', teamName: 'Homers' },
    awayTeam: { teamId: awayId, teamTricode: 'AWY', teamCity: 'Ville', teamName: 'Aways' },
  });
  const schedule = (...games: unknown[]): Content => ({
    kind: 'json',
    value: { leagueSchedule: { seasonYear: '2023-24', gameDates: [{ games }] } },
  });

  test('gives instants, dates of the league’s zone, and teams by id', () => {
    const [entry] = readSchedule({ file: 's', content: schedule(game('0022300061', 1, 2)) });
    expect(entry).toEqual({
      gameId: '0022300061',
      part: { season: '2023-24', type: 'regular' },
      date: '2023-10-24',
      scheduledAt: Date.UTC(2023, 9, 24, 23, 30),
      home: { id: '1', tricode: 'HOM', city: 'Town', name: 'Homers' },
      away: { id: '2', tricode: 'AWY', city: 'Ville', name: 'Aways' },
      venue: 'Hall',
    });
  });

  test('passes over All-Star games and games whose teams nobody knows yet', () => {
    const content = schedule(game('0032300001', 1, 2), game('0042300101', 0, 2), game('0022300062', 3, 4));
    expect(readSchedule({ file: 's', content }).map(({ gameId }) => gameId)).toEqual(['0022300062']);
  });

  test('with a broken game is refused at its place', () => {
    const content = schedule(game('0022300061', 1, 2), {
      ...game('0022300062', 3, 4),
      gameDateTimeUTC: 'soon',
    });
    expect(() => readSchedule({ file: 's', content })).toThrow(
      's: $.leagueSchedule.gameDates[0].games[1].gameDateTimeUTC: ',
    );
  });
});
