/** Small live documents made by hand: a home team of players 1 to 7, visitors 11 to 17, the first five starting. */
import type { Document } from '../../src/feeds/feed.ts';
import { readLiveGame } from '../../src/feeds/nba-live/game.ts';
import type { NormalGame } from '../../src/plays/game.ts';

export type Cells = Readonly<Record<string, unknown>>;

export const HOME_TEAM = 990000001;
export const AWAY_TEAM = 990000002;
const TIP_OFF = Date.UTC(2023, 10, 1, 0, 10);

/** Actions numbered in order, a second apart, by the home team unless told otherwise, with a score of 0-0. */
export function actions(cells: readonly Cells[]): Cells[] {
  return cells.map((own, index) => ({
    actionNumber: index + 1,
    orderNumber: (index + 1) * 10_000,
    clock: 'PT12M00.00S',
    timeActual: new Date(TIP_OFF + index * 1000).toISOString(),
    period: 1,
    actionType: 'stoppage',
    personId: 0,
    scoreHome: '0',
    scoreAway: '0',
    ...own,
  }));
}

export function playByPlay(gameId: string, list: readonly Cells[]): Document {
  return { file: 'playbyplay.json', content: { kind: 'json', value: { game: { gameId, actions: list } } } };
}

function team(side: 'home' | 'away', score: number) {
  const first = side === 'home' ? 1 : 11;
  return {
    teamId: side === 'home' ? HOME_TEAM : AWAY_TEAM,
    teamName: side === 'home' ? 'Homers' : 'Aways',
    teamCity: 'Town',
    teamTricode: side === 'home' ? 'HOM' : 'AWY',
    score,
    statistics: { minutes: '' },
    players: Array.from({ length: 7 }, (_, index) => ({
      personId: first + index,
      name: `Player ${first + index}`,
      starter: index < 5 ? '1' : '0',
      played: index < 6 ? '1' : '0',
      statistics: { minutes: '' },
    })),
  };
}

export function boxScore(gameId: string): Document {
  const game = {
    gameId,
    gameTimeUTC: '2023-11-01T00:00:00Z',
    gameTimeLocal: '2023-10-31T20:00:00-04:00',
    homeTeam: team('home', 0),
    awayTeam: team('away', 0),
  };
  return { file: 'boxscore.json', content: { kind: 'json', value: { game } } };
}

/** The game these actions make, with a box score that says who plays where. */
export function liveGame(list: readonly Cells[], league = 'demo', gameId = '9922300001'): NormalGame {
  return readLiveGame({
    league,
    gameId,
    plays: playByPlay(gameId, actions(list)),
    companions: [{ role: 'box', document: boxScore(gameId) }],
    schedule: null,
  });
}
