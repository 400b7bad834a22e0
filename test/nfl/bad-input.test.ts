import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { parseDocument } from '../../src/feeds/document.ts';
import { NFL_FORMATS } from '../../src/feeds/nfl/formats.ts';
import { type FilePlay, readNfl } from './nfl-games.ts';
import { play, row, smallGame } from './small-game.ts';

/** The refusal of a damaged document. */
function refusal(value: unknown): BadInput {
  try {
    readNfl({ kind: 'json', value }, 'game.json');
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
  throw new RangeError('not refused');
}

type Damage = (game: ReturnType<typeof smallGame>, plays: FilePlay[]) => unknown;

/** Change a member, whatever its type says. */
function set(target: object, name: string, value: unknown): void {
  Object.assign(target, { [name]: value });
}

/** The member of the small game's plays that reads like that. */
const at = (plays: FilePlay[], id: number): FilePlay => {
  const found = plays.find(({ playId }) => playId === id);
  if (found === undefined) throw new RangeError(`no play ${id}`);
  return found;
};

const FAULTS: readonly (readonly [name: string, place: string, damage: Damage])[] = [
  ['without a home team', '$.homeTeam', (game) => Reflect.deleteProperty(game, 'homeTeam')],
  ['with another kind of id', '$.id', (game) => set(game, 'id', '2024090500')],
  ['with the season as text', '$.season', (game) => set(game, 'season', '2024')],
  ['of no part of a season', '$.seasonType', (game) => set(game, 'seasonType', 'PRO')],
  [
    'with a team that has no letters',
    '$.awayTeam.currentLogo',
    (game) => set(game.awayTeam, 'currentLogo', null),
  ],
  [
    'with a score that is text',
    '$.summary.homeTeam.score.q1',
    (game) => set(game.summary.homeTeam.score, 'q1', '7'),
  ],
  ['without plays', '$.driveChart.plays', (_, plays) => plays.splice(0)],
  ['with plays that are no list', '$.driveChart.plays', (game) => set(game.driveChart, 'plays', {})],
  ['with a play that is no object', '$.driveChart.plays[2]', (_, plays) => set(plays, '2', 17)],
  [
    'without a deleted mark',
    '$.driveChart.plays[2].playDeleted',
    (_, plays) => set(at(plays, 60), 'playDeleted', null),
  ],
  [
    'with every play deleted',
    '$.driveChart.plays',
    (_, plays) => plays.map((each) => set(each, 'playDeleted', true)),
  ],
  ['with a play twice', '$.driveChart.plays[7]', (_, plays) => plays.push(at(plays, 60))],
  [
    'without an order',
    '$.driveChart.plays[2].playSequenceNumber',
    (_, plays) => set(at(plays, 60), 'playSequenceNumber', null),
  ],
  [
    'with a sixteen-minute clock',
    '$.driveChart.plays[2].clockTime',
    (_, plays) => set(at(plays, 60), 'clockTime', '16:00'),
  ],
  [
    'with a time without Z',
    '$.driveChart.plays[2].playEndTime',
    (_, plays) => set(at(plays, 60), 'playEndTime', '2024-09-06T00:25:16'),
  ],
  [
    'with the 30th of February',
    '$.driveChart.plays[2].playStartTime',
    (_, plays) => set(at(plays, 60), 'playStartTime', '2024-02-30T00:25:16Z'),
  ],
  [
    'with stat rows that are no list',
    '$.driveChart.plays[2].stats',
    (_, plays) => set(at(plays, 60), 'stats', null),
  ],
  [
    'with yards as text',
    '$.driveChart.plays[2].stats[0].yards',
    (_, plays) => set(at(plays, 60).stats[0] ?? {}, 'yards', '75'),
  ],
  [
    'with yards longer than a field',
    '$.driveChart.plays[2].stats[0].yards',
    (_, plays) => set(at(plays, 60).stats[0] ?? {}, 'yards', 751),
  ],
  [
    'with a third team',
    '$.driveChart.plays[2].stats[0].teamId',
    (_, plays) => set(at(plays, 60).stats[0] ?? {}, 'teamId', 'x'),
  ],
  [
    'with a player on both sides',
    '$.driveChart.plays[5].stats[3]',
    (game, plays) => at(plays, 100).stats.push(row(79, game.awayTeam.id, 'qb', null)),
  ],
  [
    'before kickoff',
    '$.driveChart.plays',
    (_, plays) => plays.map((each) => set(each, 'playStartTime', null)),
  ],
  ['of another season than its times', '$.season', (game) => set(game, 'season', 2023)],
  [
    'with somebody who has a name and no id',
    '$.driveChart.plays[2].stats[0].gsisPlayerId',
    (_, plays) => set(at(plays, 60).stats[0] ?? {}, 'gsisPlayerId', null),
  ],
  ['with a scheduled time that is none', '$.time', (game) => set(game, 'time', 'TBD')],
  [
    'with times that fit no kickoff',
    '$.time',
    (game, plays) => {
      set(game, 'time', '2024-09-01T09:00:00Z');
      set(at(plays, 40), 'playStartTime', '2024-09-06T08:00:00Z');
    },
  ],
  [
    'of 2004 with times that fit both UTC and local time',
    '$.time',
    (game, plays) => {
      set(game, 'season', 2004);
      set(game, 'time', '2004-09-12T18:00:00Z');
      set(at(plays, 40), 'playStartTime', '2004-09-12T18:03:00Z');
    },
  ],
];

describe('a damaged NFL document', () => {
  test.each(FAULTS)('%s is refused at its place', (_, place, damage) => {
    const game = smallGame();
    damage(game, game.driveChart.plays);
    const { file, place: told, reason, remedy } = refusal(game);
    expect([file, told]).toEqual(['game.json', place]);
    expect(reason).not.toBe('');
    expect(remedy).not.toBe('');
  });

  test('cut short is refused as no JSON', () => {
    const text = JSON.stringify(smallGame());
    expect(() => parseDocument('game.json', text.slice(0, 2000))).toThrow(BadInput);
  });

  test('with more than a tenth of its stamps out of order is refused', () => {
    const game = smallGame();
    for (const [index, minute] of ['40', '10', '35', '05', '31'].entries()) {
      const playStartTime = `2024-09-06T01:${minute}:00Z`;
      game.driveChart.plays.push(play(101 + index, { clockTime: '14:20', playStartTime }));
    }
    expect(refusal(game).reason).toContain('contradict the order of play');
  });

  test('is not taken for a game of another feed, nor another feed for it', () => {
    const [format] = NFL_FORMATS;
    const claim = (value: unknown) => format?.recognise({ kind: 'json', value });
    expect(claim(smallGame())).toMatchObject({
      feed: 'nfl_drives',
      role: 'plays',
      league: 'nfl',
      gameId: smallGame().id,
    });
    for (const value of [null, [], {}, { game: { gameId: '0022000001' } }, { id: 'x', driveChart: [] }]) {
      expect(claim(value)).toBeNull();
    }
    expect(format?.recognise({ kind: 'csv', header: ['id', 'driveChart'], rows: [] })).toBeNull();
  });
});
