import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { parseDocument } from '../../src/feeds/document.ts';
import { MLB_FORMATS } from '../../src/feeds/mlb/formats.ts';
import { readGame } from '../../src/feeds/mlb/game.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { altered, asDocument, game, type Json } from './fixture.ts';
import { realGame } from './league.ts';

const [format] = MLB_FORMATS;
const recognise = (value: unknown) => format?.recognise({ kind: 'json', value }) ?? null;
const read = (value: unknown) =>
  readGame({ league: 'mlb', gameId: '900001', plays: asDocument(value), companions: [], schedule: null });

const GAME = game({ runners: [{ id: 22, out: true }] }, { batter: 23 }, { batter: 24 });
const PLAYS = ['liveData', 'plays', 'allPlays'] as const;
const BOX = ['liveData', 'boxscore', 'teams'] as const;

describe('a document is recognised by its content', () => {
  test('when it is of the major leagues', () => {
    expect(recognise(GAME)).toEqual({
      format: 'MLB StatsAPI feed/live',
      feed: 'mlb_statsapi',
      role: 'plays',
      league: 'mlb',
      gameId: '900001',
    });
  });

  test.each<[string, unknown]>([
    ['another league of the API', altered(GAME, ['gameData', 'teams', 'home', 'sport', 'id'], 11)],
    [
      'teams without a sport, as hockey has them',
      altered(GAME, ['gameData', 'teams', 'home', 'sport'], undefined),
    ],
    ['no plays', altered(GAME, PLAYS, undefined)],
    ['no game', altered(GAME, ['gamePk'], 'x')],
    ['null', null],
  ])('and not with %s', (_, value) => {
    expect(recognise(value)).toBeNull();
  });

  test('and not as a CSV', () => {
    expect(format?.recognise({ kind: 'csv', header: ['gamePk'], rows: [] })).toBeNull();
  });
});

describe('a game is refused with place and remedy', () => {
  test('though not this one', () => {
    expect(read(GAME).plays).toHaveLength(6);
    expect(read(altered(GAME, ['metaData'], undefined)).version).toBeNull();
  });

  const cases: [string, readonly (string | number)[], unknown, string][] = [
    ['an All-Star game', ['gameData', 'game', 'type'], 'A', '$.gameData.game.type'],
    ['a season that is no year', ['gameData', 'game', 'season'], '22', '$.gameData.game.season'],
    [
      'a date that is none',
      ['gameData', 'datetime', 'officialDate'],
      '2023-5-1',
      '$.gameData.datetime.officialDate',
    ],
    ['a version that is none', ['metaData', 'timeStamp'], 'today', '$.metaData.timeStamp'],
    ['no plays', PLAYS, [], '$.liveData.plays.allPlays'],
    ['no box score', ['liveData', 'boxscore'], undefined, '$.liveData.boxscore'],
    ['half a box score', [...BOX, 'away'], undefined, '$.liveData.boxscore.teams.away'],
    [
      'a player without a name',
      [...BOX, 'home', 'players', 'ID12', 'person', 'fullName'],
      undefined,
      '$.liveData.boxscore.teams.home.players.ID12.person.fullName',
    ],
    [
      'an official cell that is a text',
      [...BOX, 'home', 'players', 'ID12', 'stats', 'batting', 'hits'],
      '2',
      '$.liveData.boxscore.teams.home.players.ID12.stats.batting.hits',
    ],
    [
      'a player twice',
      [...BOX, 'away', 'players', 'ID22', 'person', 'id'],
      12,
      '$.liveData.boxscore.teams.away.players.ID12',
    ],
    ['a play that is no object', [...PLAYS, 1], 'play', '$.liveData.plays.allPlays[1]'],
    ['a play out of order', [...PLAYS, 1, 'atBatIndex'], 2, '$.liveData.plays.allPlays[1].atBatIndex'],
    [
      'an event out of order',
      [...PLAYS, 1, 'playEvents', 0, 'index'],
      1,
      '$.liveData.plays.allPlays[1].playEvents[0].index',
    ],
    [
      'a batter nobody knows',
      [...PLAYS, 1, 'matchup', 'batter', 'id'],
      99,
      '$.liveData.plays.allPlays[1].matchup.batter.id',
    ],
    [
      'a runner of the other side',
      [...PLAYS, 0, 'runners', 0, 'details', 'runner', 'id'],
      12,
      '$.liveData.plays.allPlays[0].runners[0].details.runner.id',
    ],
    [
      'a movement at an event that is not there',
      [...PLAYS, 0, 'runners', 0, 'details', 'playIndex'],
      7,
      '$.liveData.plays.allPlays[0].runners[0].details.playIndex',
    ],
    [
      'an unknown result',
      [...PLAYS, 1, 'result', 'eventType'],
      'grand_slam',
      '$.liveData.plays.allPlays[1].result.eventType',
    ],
    [
      'no result',
      [...PLAYS, 1, 'result', 'eventType'],
      undefined,
      '$.liveData.plays.allPlays[1].result.eventType',
    ],
    ['four outs', [...PLAYS, 1, 'count', 'outs'], 4, '$.liveData.plays.allPlays[1].count.outs'],
    [
      'a local time',
      [...PLAYS, 1, 'playEvents', 0, 'endTime'],
      '2023-05-01T16:00:00',
      '$.liveData.plays.allPlays[1].playEvents[0].endTime',
    ],
    [
      'a placeholder for a time',
      [...PLAYS, 1, 'about', 'endTime'],
      '0001-01-01T00:00:00Z',
      '$.liveData.plays.allPlays[1].about.endTime',
    ],
    [
      'a box score of which home and away are exchanged',
      [...BOX, 'home', 'team'],
      { id: 2 },
      '$.liveData.boxscore.teams.home.team.id',
    ],
    [
      'an instant hours after those that follow it',
      [...PLAYS, 0, 'playEvents', 0, 'endTime'],
      '2023-05-02T16:00:00Z',
      '$.liveData.plays.allPlays[0]',
    ],
    [
      'an instant of another season',
      [...PLAYS, 2, 'about', 'endTime'],
      '2055-05-01T20:00:00Z',
      '$.liveData.plays.allPlays[2]',
    ],
    [
      'no word on whether a run was earned',
      [...PLAYS, 0, 'runners', 0, 'details', 'earned'],
      undefined,
      '$.liveData.plays.allPlays[0].runners[0].details.earned',
    ],
  ];

  test.each(cases)('%s', (_, path, value, place) => {
    const document = altered(GAME, path, value);
    expect(() => read(document)).toThrow(BadInput);
    expect(() => read(document)).toThrow(expect.objectContaining({ file: 'game.json', place }));
  });

  test.each<[string, (plays: Json[]) => unknown[]]>([
    ['missing', ([one, , three]) => [one, three]],
    ['doubled', ([one, two, three]) => [one, two, two, three]],
  ])('a plate appearance %s', (_, edit) => {
    const plays = PLAYS.reduce<unknown>((at, key) => Reflect.get(Object(at), key), GAME) as Json[];
    expect(() => read(altered(GAME, PLAYS, edit(plays)))).toThrow(/must stand: something is missing/);
  });
});

describeReal('the real files', () => {
  test('of baseball are recognised, hockey’s of the same shape are not', () => {
    const hockey = realDocument('nhl', 'feed_live_2022020148_second_intermission.json.gz');
    expect(format?.recognise(hockey.content)).toBeNull();
    expect(format?.recognise(realGame().content)).toMatchObject({ league: 'mlb', gameId: '715720' });
  });

  test('cut short are refused', () => {
    const { content } = realGame();
    const text = JSON.stringify(content.kind === 'json' ? content.value : null);
    expect(() => parseDocument('cut.json', text.slice(0, text.length / 2))).toThrow(BadInput);
  });
});
