/** Bad input of both feeds is refused at its place. */
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { NHL_FORMATS } from '../../src/feeds/nhl/formats.ts';
import { apiWeb, clock, feedLive, type MadeEvent } from './made-games.ts';
import { made, read } from './nhl.ts';

function refusal(document: unknown): BadInput {
  try {
    read(made(document));
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
  throw new RangeError('it was read');
}

describe('of feed/live', () => {
  const PLAY = '$.liveData.plays.allPlays[1]';
  test.each<[string, MadeEvent, string]>([
    ['no instant', { about: { dateTime: undefined } }, '.about.dateTime'],
    ['a local instant', { about: { dateTime: '2022-11-01T19:10:00' } }, '.about.dateTime'],
    ['an impossible day', { about: { dateTime: '2022-13-41T00:00:00Z' } }, '.about.dateTime'],
    ['a clock beyond its period', { about: { periodTimeRemaining: '20:01' } }, '.about.periodTimeRemaining'],
    ['a mistyped clock', { about: { periodTimeRemaining: 'END' } }, '.about.periodTimeRemaining'],
    ['an identity twice', { about: { eventId: 1 } }, ''],
    ['a mistyped identity', { about: { eventId: '2' } }, '.about.eventId'],
    ['another team', { team: { id: 5 } }, '.team.id'],
    ['an unknown player', { cast: [['Hitter', 77]] }, '.players[0].player.id'],
    ['a goal without scorer', { result: { eventTypeId: 'GOAL' } }, '.players'],
    ['a faceoff without loser', { result: { eventTypeId: 'FACEOFF' }, cast: [['Winner', 1]] }, '.players'],
    [
      'a penalty without minutes',
      { result: { eventTypeId: 'PENALTY' }, cast: [['PenaltyOn', 1]] },
      '.result.penaltyMinutes',
    ],
  ])('%s', (_, event, place) => {
    const error = refusal(feedLive([{}, event]));
    expect([error.file, error.place]).toEqual(['made.json', `${PLAY}${place}`]);
    expect(error.remedy).not.toBe('');
  });

  test('a file without plays, and a game that has not begun', () => {
    expect(refusal(feedLive([])).place).toBe('$.liveData.plays.allPlays');
    const opened = refusal(feedLive([{ result: { eventTypeId: 'GAME_SCHEDULED' } }]));
    expect(opened.reason).toBe('the game has not begun');
  });

  test.each([
    ['hours before an event that it follows', '2022-11-01T19:00:01Z', 'is 4 h before play 1'],
    ['days after it', '2022-11-11T23:10:01Z', 'is 240 h after play 1'],
    ['in another season', '2031-11-01T23:10:01Z', 'is not in the season 2022-23'],
  ])('an event %s', (_, dateTime, reason) => {
    const error = refusal(feedLive([{}, { about: { dateTime } }]));
    expect([error.place, error.reason]).toEqual([PLAY, expect.stringContaining(reason)]);
  });

  test.each<[string, unknown, string]>([
    ['a team that is not at home', { team: { id: 9 }, teamStats: {}, players: {} }, '.team.id'],
    [
      'an official cell that is a text',
      { teamStats: { teamSkaterStats: { shots: '12' } }, players: {} },
      '.teamStats.teamSkaterStats.shots',
    ],
  ])('a box score with %s', (_, home, place) => {
    const { liveData, ...rest } = feedLive([{}]);
    const { boxscore, ...live } = Object(liveData);
    const teams = { ...boxscore.teams, home };
    const error = refusal({ ...rest, liveData: { ...live, boxscore: { teams } } });
    expect(error.place).toBe(`$.liveData.boxscore.teams.home${place}`);
  });

  test('a truncated document', () => {
    const { gameData, gamePk, liveData } = feedLive([{}]);
    const { plays } = Object(liveData);
    expect(refusal({ gamePk, gameData, liveData: { plays } }).place).toBe('$.liveData.linescore');
  });
});

describe('of api-web', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no clock', { timeRemaining: undefined }, '.timeRemaining'],
    ['clocks that do not add up', { ...clock(5), timeRemaining: '19:00' }, '.timeInPeriod'],
    ['a mistyped clock', { timeInPeriod: '5' }, '.timeInPeriod'],
    ['an identity twice', { eventId: 1 }, ''],
    ['an order key twice', { sortOrder: 10 }, ''],
    ['a mistyped situation', { situationCode: '15' }, '.situationCode'],
    ['an unknown team', { details: { eventOwnerTeamId: 5 } }, '.details.eventOwnerTeamId'],
    [
      'an unknown player',
      { typeDescKey: 'hit', details: { hittingPlayerId: 77 } },
      '.details.hittingPlayerId',
    ],
    ['a shot without shooter', { typeDescKey: 'shot-on-goal' }, '.details.shootingPlayerId'],
    [
      'a penalty without minutes',
      { typeDescKey: 'penalty', details: { committedByPlayerId: 1 } },
      '.details.duration',
    ],
  ])('%s', (_, event, place) => {
    const error = refusal(apiWeb([{}, event]));
    expect([error.file, error.place]).toEqual(['made.json', `$.plays[1]${place}`]);
  });

  test('a period that comes after a later one', () => {
    const second = { periodDescriptor: { number: 2, periodType: 'REG' } };
    expect(refusal(apiWeb([second, {}])).place).toBe('$.plays[1].periodDescriptor.number');
  });

  test.each([
    ['no plays', { plays: [] }, '$.plays'],
    ['a season that is not its id’s', { season: 20232024 }, '$.id'],
    ['an All-Star game', { id: 2022040641 }, '$.id'],
    ['a date that is not the start’s', { gameDate: '2021-11-01' }, '$.gameDate'],
    ['no scheduled start', { startTimeUTC: 'TBD' }, '$.startTimeUTC'],
    ['a roster of another game', { rosterSpots: [{ teamId: 5 }] }, '$.rosterSpots[0].playerId'],
  ])('%s', (_, over, place) => {
    expect(refusal(apiWeb([{}], over)).place).toBe(place);
  });
});

test('neither format claims the other’s document, baseball’s keys, or a ten-digit id of another sport', () => {
  const claims = (value: unknown) =>
    NHL_FORMATS.map((format) => format.recognise({ kind: 'json', value })?.feed ?? null);
  expect(claims(feedLive([{}]))).toEqual(['nhl_statsapi', null]);
  expect(claims(apiWeb([{}]))).toEqual([null, 'nhl_api_web']);
  const baseball = { ...feedLive([{}]), gamePk: 715720, gameData: { game: { season: '2022' } } };
  expect(claims(baseball)).toEqual([null, null]);
  expect(claims({ game: { gameId: '2022020148', actions: [] } })).toEqual([null, null]);
  expect(NHL_FORMATS.map((format) => format.recognise({ kind: 'csv', header: [], rows: [] }))).toEqual([
    null,
    null,
  ]);
});
