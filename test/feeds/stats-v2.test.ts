import { describe, expect, test } from 'vitest';
import { foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { AWAY_ID, coach, csv, GAME, HOME_ID, player, readV2, TEAMS, team, type V2Cells } from './v2-rows.ts';

/** Credits of the first row, as "side player counter by"; the other rows name the teams. */
function credits(...rows: V2Cells[]): string[][] {
  const { plays } = readV2(csv([...rows, ...TEAMS]));
  return plays
    .slice(0, rows.length)
    .map((play) =>
      play.credits.map(({ side, playerId, counter, by }) => `${side} ${playerId ?? 'team'} ${counter} ${by}`),
    );
}

const HOME = (id: number) => player(1, 'home', id);

describe('a row of playbyplayv2', () => {
  test('of a made shot counts for the shooter, with three points only where the text says 3PT', () => {
    const two = {
      EVENTMSGTYPE: 1,
      HOMEDESCRIPTION: "Millsap 12' Jump Shot (2 PTS)",
      SCORE: '0 - 2',
      ...HOME(1),
    };
    const three = {
      EVENTMSGTYPE: 1,
      HOMEDESCRIPTION: "Korver 25' 3PT Jump Shot (3 PTS)",
      SCORE: '0 - 5',
      ...HOME(2),
    };
    expect(credits(two, three)).toEqual([
      ['home 1 fgm 1', 'home 1 fga 1', 'home 1 pts 2'],
      ['home 2 fgm 1', 'home 2 fga 1', 'home 2 fg3m 1', 'home 2 fg3a 1', 'home 2 pts 3'],
    ]);
  });

  test('carries the assist on the make, the block on the miss, the steal on the turnover', () => {
    expect(
      credits(
        { EVENTMSGTYPE: 1, SCORE: '0 - 2', ...HOME(1), ...player(2, 'home', 2) },
        { EVENTMSGTYPE: 2, ...HOME(1), ...player(3, 'away', 11) },
        { EVENTMSGTYPE: 5, ...HOME(1), ...player(2, 'away', 12) },
      ).map((list) => list.at(-1)),
    ).toEqual(['home 2 ast 1', 'away 11 blk 1', 'away 12 stl 1']);
  });

  test('of a free throw is made where it shows a SCORE, and missed where it shows none, MISS or not', () => {
    expect(
      credits(
        {
          EVENTMSGTYPE: 3,
          EVENTMSGACTIONTYPE: 11,
          HOMEDESCRIPTION: 'A Free Throw 1 of 2',
          SCORE: '0 - 1',
          ...HOME(1),
        },
        { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 12, HOMEDESCRIPTION: 'MISS A Free Throw 2 of 2', ...HOME(1) },
        { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 12, HOMEDESCRIPTION: 'Free Throw 2 of 2', ...HOME(1) },
        { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 12, ...HOME(1) },
      ),
    ).toEqual([
      ['home 1 fta 1', 'home 1 ftm 1', 'home 1 pts 1'],
      ['home 1 fta 1'],
      ['home 1 fta 1'],
      ['home 1 fta 1'],
    ]);
  });

  test('of a double personal foul charges both players', () => {
    const foul = { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: 10, ...HOME(1), ...player(2, 'away', 11) };
    expect(credits(foul)).toEqual([['home 1 pf 1', 'away 11 pf 1']]);
  });

  test('of a personal foul charges who fouled, not who was fouled', () => {
    const foul = { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: 2, ...HOME(1), ...player(2, 'away', 11) };
    expect(credits(foul)).toEqual([['home 1 pf 1']]);
  });

  test.each([11, 12, 13, 16, 17, 18, 19, 25, 30])('of a foul of action %i is no personal foul', (action) => {
    const foul = { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: action, ...HOME(1), ...player(2, 'away', 11) };
    expect(credits(foul)).toEqual([[]]);
    // It may reach the bench: it proves nobody to be on the floor.
    expect(readV2(csv([foul, ...TEAMS])).plays[0]?.presence).toEqual([]);
  });

  test.each(['home', 'away'] as const)(
    'of a coach of the %s side counts for nobody and adds no player',
    (side) => {
      const foul = { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: 2, ...coach(side, 777) };
      expect(credits(foul)).toEqual([[]]);
      const game = readV2(csv([foul, ...TEAMS]));
      expect(game.players.map(({ id }) => id)).toEqual(['900', '901']);
      expect(game.plays[0]).toMatchObject({ side, playerId: null });
    },
  );

  test('of a team’s rebound or turnover counts for the team alone', () => {
    expect(
      credits(
        { EVENTMSGTYPE: 2, ...HOME(1) },
        { EVENTMSGTYPE: 4, HOMEDESCRIPTION: 'HAWKS Rebound', ...team('home') },
        { EVENTMSGTYPE: 2, ...HOME(1) },
        { EVENTMSGTYPE: 4, VISITORDESCRIPTION: 'PISTONS Rebound', ...team('away') },
        {
          EVENTMSGTYPE: 5,
          EVENTMSGACTIONTYPE: 11,
          VISITORDESCRIPTION: 'Turnover: Shot Clock (T#1)',
          ...team('away'),
        },
      ),
    ).toEqual([
      ['home 1 fga 1'],
      ['home team oreb 1', 'home team reb 1'],
      ['home 1 fga 1'],
      ['away team dreb 1', 'away team reb 1'],
      ['away team tov 1'],
    ]);
  });

  test('of a rebound is offensive where the text raises that count, whoever missed last', () => {
    const rebound = (text: string) => ({
      EVENTMSGTYPE: 4,
      HOMEDESCRIPTION: `A REBOUND (${text})`,
      ...HOME(1),
    });
    expect(
      credits(
        { EVENTMSGTYPE: 2, ...player(1, 'away', 11) },
        rebound('Off:0 Def:1'),
        rebound('Off:1 Def:1'),
        rebound('Off:1 Def:2'),
      ).map((list) => list[0]),
    ).toEqual(['away 11 fga 1', 'home 1 dreb 1', 'home 1 oreb 1', 'home 1 dreb 1']);
  });

  test('names its teams and players by whole numbers, though the file writes floats', () => {
    const game = readV2(csv([{ EVENTMSGTYPE: 8, ...HOME(1), ...player(2, 'home', 2) }, ...TEAMS]));
    expect([game.home.id, game.away.id]).toEqual([HOME_ID, AWAY_ID]);
    expect(game.home).toEqual({ id: HOME_ID, tricode: 'ATL', city: 'Atlanta', name: 'Hawks' });
    expect(game.players.map(({ id, side }) => [id, side])).toEqual([
      ['1', 'home'],
      ['2', 'home'],
      ['900', 'home'],
      ['901', 'away'],
    ]);
    expect(game.plays[0]?.changes).toEqual([{ side: 'home', out: '1', in: '2' }]);
  });

  test('has EVENTNUM as identity and the file’s order as order, though EVENTNUM goes down', () => {
    const { plays } = readV2(
      csv([
        { EVENTNUM: 7 },
        { EVENTNUM: 3 },
        ...TEAMS.map((row, index) => ({ ...row, EVENTNUM: 20 + index })),
      ]),
    );
    expect(plays.map(({ id }) => id)).toEqual(['7', '3', '20', '21']);
    expect(plays.map(({ stamp }) => stamp.at)).toEqual(plays.map(({ stamp }) => stamp.at).toSorted());
  });

  test('keeps the text’s running totals beside what it counts', () => {
    const rows = [
      {
        EVENTMSGTYPE: 1,
        HOMEDESCRIPTION: 'A Layup (18 PTS) (Van Exel 3 AST)',
        SCORE: '0 - 2',
        ...HOME(1),
        ...player(2, 'home', 2),
      },
      { EVENTMSGTYPE: 4, HOMEDESCRIPTION: 'A REBOUND (Off:2 Def:3)', ...HOME(1) },
      {
        EVENTMSGTYPE: 5,
        HOMEDESCRIPTION: 'A Turnover (P2.T4)',
        VISITORDESCRIPTION: 'B STEAL (1 STL)',
        ...HOME(1),
        ...player(2, 'away', 11),
      },
      {
        EVENTMSGTYPE: 2,
        HOMEDESCRIPTION: 'MISS A',
        VISITORDESCRIPTION: 'C BLOCK (2 BLK)',
        ...HOME(1),
        ...player(3, 'away', 12),
      },
      { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: 1, HOMEDESCRIPTION: 'A P.FOUL (P2.T4) (B.Ref)', ...HOME(1) },
      { EVENTMSGTYPE: 6, EVENTMSGACTIONTYPE: 1, HOMEDESCRIPTION: 'A P.FOUL (P3.PN) (B.Ref)', ...HOME(1) },
    ];
    const stated = readV2(csv([...rows, ...TEAMS])).plays.flatMap(({ statedTotals }) =>
      statedTotals.map(({ playerId, counter, value }) => `${playerId} ${counter} ${value}`),
    );
    expect(stated).toEqual([
      '1 pts 18',
      '2 ast 3',
      '1 oreb 2',
      '1 dreb 3',
      '11 stl 1',
      '1 tov 2',
      '12 blk 2',
      '1 pf 2',
      '1 pf 3',
    ]);
  });
});

describe('a free throw worth what the foul earned', () => {
  const throws = (gameId: string) =>
    [
      { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 10, SCORE: '0 - 2', ...HOME(1) },
      { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 10, SCORE: '3 - 2', ...player(1, 'away', 11) },
      { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 10, SCORE: '3 - 3', ...HOME(1) },
      { EVENTMSGTYPE: 3, EVENTMSGACTIONTYPE: 10, ...HOME(1) },
      ...TEAMS,
    ].map((cells) => ({ ...cells, GAME_ID: gameId }));

  test('counts two or three points in the G League, as the scoreboard shows', () => {
    const game = readV2(csv(throws('2021500001')), 'gleague', '2021500001');
    const points = game.plays.flatMap(({ credits }) => credits.filter(({ counter }) => counter === 'pts'));
    expect(points.map(({ by }) => by)).toEqual([2, 3, 1]);
    const folded = foldGame(game, leagueNamed('gleague'));
    expect(folded.discrepancies.filter(({ kind }) => kind === 'scoreboard')).toEqual([]);
    expect(folded.plays.at(-1)).toMatchObject({ home: 3, away: 3 });
  });

  test('counts one point in the NBA, where a scoreboard that gains two is a discrepancy', () => {
    const game = readV2(csv(throws(GAME)));
    const points = game.plays.flatMap(({ credits }) => credits.filter(({ counter }) => counter === 'pts'));
    expect(points.map(({ by }) => by)).toEqual([1, 1, 1]);
    const board = foldGame(game, leagueNamed('nba')).discrepancies.filter(
      ({ kind }) => kind === 'scoreboard',
    );
    expect(board[0]).toMatchObject({ side: 'home', playId: '1', stated: 2, counted: 1 });
  });
});
