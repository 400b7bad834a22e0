import { describe, expect, test } from 'vitest';
import { readLiveBox } from '../../src/feeds/nba-live/box.ts';
import { readLiveGame } from '../../src/feeds/nba-live/game.ts';
import { foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { AWAY_TEAM, actions, boxScore, type Cells, HOME_TEAM, liveGame, playByPlay } from './live-actions.ts';

const home = (personId: number) => ({ teamId: HOME_TEAM, personId });
const away = (personId: number) => ({ teamId: AWAY_TEAM, personId });

/** Credits of every action, as "side player counter by". */
function credits(...list: Cells[]): string[][] {
  return liveGame(list).plays.map((play) =>
    play.credits.map(({ side, playerId, counter, by }) => `${side} ${playerId ?? 'team'} ${counter} ${by}`),
  );
}

describe('an action of the live feed', () => {
  test('counts shots by their kind and result, with the assist on the make', () => {
    expect(
      credits(
        { actionType: '2pt', shotResult: 'Made', assistPersonId: 2, ...home(1), scoreHome: '2' },
        { actionType: '3pt', shotResult: 'Made', ...home(1), scoreHome: '5' },
        { actionType: '3pt', shotResult: 'Missed', ...away(11), scoreHome: '5' },
      ),
    ).toEqual([
      ['home 1 fga 1', 'home 1 fgm 1', 'home 1 pts 2', 'home 2 ast 1'],
      ['home 1 fga 1', 'home 1 fg3a 1', 'home 1 fgm 1', 'home 1 fg3m 1', 'home 1 pts 3'],
      ['away 11 fga 1', 'away 11 fg3a 1'],
    ]);
  });

  test('counts steals and blocks as plays of their own, not with the turnover or the miss', () => {
    expect(
      credits(
        { actionType: 'turnover', subType: 'lost ball', stealPersonId: 11, ...home(1) },
        { actionType: 'steal', ...away(11) },
        { actionType: '2pt', shotResult: 'Missed', blockPersonId: 12, ...home(1) },
        { actionType: 'block', ...away(12) },
      ),
    ).toEqual([['home 1 tov 1'], ['away 11 stl 1'], ['home 1 fga 1'], ['away 12 blk 1']]);
  });

  test('counts a team’s rebound, deadball or not, and a team’s turnover for the team alone', () => {
    const team = { teamId: HOME_TEAM, personId: 0 };
    expect(
      credits(
        { actionType: 'rebound', subType: 'offensive', qualifiers: ['deadball', 'team'], ...team },
        { actionType: 'rebound', subType: 'defensive', qualifiers: ['team'], ...team },
        { actionType: 'turnover', subType: 'shot clock', qualifiers: ['team'], ...team },
        { actionType: 'rebound', subType: 'defensive', ...home(3) },
      ),
    ).toEqual([
      ['home team oreb 1', 'home team reb 1'],
      ['home team dreb 1', 'home team reb 1'],
      ['home team tov 1'],
      ['home 3 dreb 1', 'home 3 reb 1'],
    ]);
  });

  test('counts no technical foul as personal, and takes it as no proof of being on the floor', () => {
    const game = liveGame([
      { actionType: 'foul', subType: 'technical', ...home(7) },
      { actionType: 'foul', subType: 'personal', ...home(1) },
      { actionType: 'foul', subType: 'offensive', descriptor: 'charge', ...home(1) },
    ]);
    expect(game.plays.map(({ credits }) => credits.map(({ counter }) => counter))).toEqual([
      [],
      ['pf'],
      ['pf'],
    ]);
    expect(game.plays.map(({ presence }) => presence.map(({ playerId }) => playerId))).toEqual([
      [],
      ['1'],
      ['1'],
    ]);
    expect(game.plays.map(({ markFloor }) => markFloor)).toEqual(['technical', 'personal', 'personal']);
  });

  test('of a coach adds no player', () => {
    const game = liveGame([
      { actionType: 'foul', subType: 'technical', ...home(777), playerNameI: 'A. Coach' },
      { actionType: 'ejection', ...home(777), playerNameI: 'A. Coach' },
    ]);
    expect(game.players.some(({ id }) => id === '777')).toBe(false);
    const folded = foldGame(game, leagueNamed('demo'));
    expect(folded.discrepancies.filter(({ kind }) => kind === 'stated_total')).toEqual([]);
  });

  test('names somebody the box leaves out', () => {
    const game = liveGame([
      {
        actionType: '2pt',
        shotResult: 'Made',
        ...home(8),
        playerName: 'Late',
        playerNameI: 'A. Late',
        scoreHome: '2',
      },
    ]);
    expect(game.players.find(({ id }) => id === '8')).toMatchObject({
      name: 'A. Late',
      side: 'home',
      played: null,
    });
  });

  test('is half a substitution', () => {
    const { plays } = liveGame([
      { actionType: 'substitution', subType: 'out', ...home(1) },
      { actionType: 'substitution', subType: 'in', ...home(6) },
    ]);
    expect(plays.map(({ changes }) => changes)).toEqual([
      [{ side: 'home', out: '1', in: null }],
      [{ side: 'home', out: null, in: '6' }],
    ]);
  });

  test('stands in orderNumber order, whatever the array’s order, its actionNumber and its instant', () => {
    const { plays } = liveGame([
      { actionNumber: 5, orderNumber: 300, timeActual: '2023-11-01T00:00:03.1Z' },
      { actionNumber: 9, orderNumber: 100, timeActual: '2023-11-01T00:00:05.2Z' },
      { actionNumber: 2, orderNumber: 200, timeActual: '2023-11-01T00:00:01Z' },
    ]);
    expect(plays.map(({ id }) => id)).toEqual(['9', '2', '5']);
    expect(plays.map(({ stamp }) => stamp.at)).toEqual(
      [5200, 1000, 3100].map((ms) => Date.UTC(2023, 10, 1) + ms),
    );
    const folded = foldGame(
      liveGame([{ orderNumber: 2 }, { orderNumber: 1, timeActual: '2023-11-01T00:00:09Z' }]),
      leagueNamed('demo'),
    );
    expect(folded.plays.map(({ play }) => play.id)).toEqual(['2', '1']);
  });

  test('keeps when it was edited and the note about it', () => {
    const { plays } = liveGame([{ edited: '2023-11-01T02:00:00Z', value: 'assist moved' }, {}]);
    expect(plays.map(({ editedAt, note }) => [editedAt, note])).toEqual([
      [Date.UTC(2023, 10, 1, 2), 'assist moved'],
      [null, null],
    ]);
  });

  test('gives a free throw its worth by the scoreboard in the G League, one point elsewhere', () => {
    const list = [
      { actionType: 'freethrow', subType: '1 of 1', shotResult: 'Made', ...home(1), scoreHome: '2' },
    ];
    const points = (league: string, gameId: string) =>
      liveGame(list, league, gameId).plays[0]?.credits.find(({ counter }) => counter === 'pts')?.by;
    expect(points('gleague', '2022300001')).toBe(2);
    expect(points('nba', '0022300001')).toBe(1);
  });

  test.each([
    ['timeActual', '', '.timeActual'],
    ['timeActual', '1900-01-01T00:00:00Z', '.timeActual'],
    ['timeActual', '2023-11-01T00:00:00', '.timeActual'],
    ['timeActual', '2023-13-41T00:00:00Z', '.timeActual'],
    ['timeActual', '9999-01-01T00:00:00Z', '.timeActual'],
    ['timeActual', undefined, '.timeActual'],
    ['clock', 'PT21M00.00S', '.clock'],
    ['clock', '11:58', '.clock'],
    ['teamId', 42, '.teamId'],
    ['actionNumber', 1, ''],
    ['orderNumber', 10_000, ''],
    ['scoreHome', '-1', '.scoreHome'],
  ])('with %s "%s" is refused at its place', (field, value, place) => {
    expect(() => liveGame([{}, { [field]: value }])).toThrow(`playbyplay.json: $.game.actions[1]${place}: `);
  });

  test.each([
    ['2023-11-01T16:10:00Z', 'is 15 h before play 2, which it follows', 2],
    ['2023-11-21T00:10:00Z', 'is 480 h after play 1, which it follows', 1],
    ['2055-11-01T00:10:00Z', 'is not in the season 2023-24', 1],
  ])('stamped %s is refused at its place', (timeActual, reason, position) => {
    expect(() => liveGame([{}, { timeActual }, {}])).toThrow(
      expect.objectContaining({
        place: `$.game.actions[${position}]`,
        reason: expect.stringContaining(reason),
      }),
    );
  });

  test('with a box score whose cell is a text is refused in the box', () => {
    const box = structuredClone(boxScore('9922300001'));
    const { value } = box.content as { value: { game: { homeTeam: { statistics: object } } } };
    Object.assign(value.game.homeTeam.statistics, { points: '12' });
    expect(() => readLiveBox(box)).toThrow(
      expect.objectContaining({ place: '$.game.homeTeam.statistics.points' }),
    );
  });

  test('with a box score that lists a player twice, or whose start is no instant, is refused in the box', () => {
    const changed = (change: (game: { homeTeam: { players: unknown[] }; gameTimeUTC: string }) => void) => {
      const box = structuredClone(boxScore('9922300001'));
      change((box.content as { value: { game: Parameters<typeof change>[0] } }).value.game);
      return () => readLiveBox(box);
    };
    expect(changed((game) => game.homeTeam.players.push(game.homeTeam.players[0]))).toThrow(
      /^boxscore.json: \$.game: player \d+ stands there twice/,
    );
    expect(
      changed((game) => {
        game.gameTimeUTC = 'soon';
      }),
    ).toThrow('boxscore.json: $.game.gameTimeUTC: not a UTC instant');
  });

  test('of a game that no box and no schedule knows is refused, saying what to load', () => {
    const bundle = { league: 'demo', gameId: '9922300001', schedule: null };
    const plays = playByPlay('9922300001', actions([{}]));
    expect(() => readLiveGame({ ...bundle, plays, companions: [] })).toThrow(
      /load its box score or a schedule/,
    );
    const companions = [{ role: 'box' as const, document: boxScore('9922300001') }];
    expect(readLiveGame({ ...bundle, plays, companions }).home.tricode).toBe('HOM');
  });
});
