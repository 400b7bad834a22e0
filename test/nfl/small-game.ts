/** A game of seven plays, written by hand, to be damaged. */
import type { FileGame, FilePlay, FileStat } from './nfl-games.ts';

export const HOME = '10402310-a47e-10ea-7442-16b633633637';
export const AWAY = '10400325-48de-3d6a-be29-8f829437f4c8';

export function row(statType: number, teamId: string, player: string | null, yards: number | null): FileStat {
  return { gsisPlayerId: player, gsisPlayerName: player && `N.${player}`, statType, teamId, yards };
}

export function play(playId: number, more: Partial<FilePlay>): FilePlay {
  return {
    playId,
    playSequenceNumber: playId,
    playDeleted: false,
    quarter: 1,
    clockTime: '15:00',
    driveSequence: 1,
    playType: 'RUSH',
    playStartTime: null,
    playEndTime: null,
    playDescription: 'a play',
    prePlayByPlay: null,
    stats: [],
    ...more,
  };
}

/** Kickoff, a touchdown pass with its extra point, a run, the end. */
export function smallGame(): FileGame {
  const quarters = { q1: 7, q2: 0, q3: 0, q4: 0, ot: 0, total: 7 };
  const none = { ...quarters, q1: 0, total: 0 };
  const team = (id: string, letters: string, fullName: string) => ({
    id,
    currentLogo: `https://static.www.nfl.com/{formatInstructions}/league/api/clubs/logos/${letters}`,
    fullName,
  });
  return {
    id: '7d3e8f84-1312-11ef-afd1-646009f18b2e',
    homeTeam: team(HOME, 'KC', 'Kansas City Chiefs'),
    awayTeam: team(AWAY, 'BAL', 'Baltimore Ravens'),
    time: '2024-09-06T00:20:00Z',
    season: 2024,
    seasonType: 'REG',
    venue: { id: 'v', name: 'Arrowhead', city: 'Kansas City', country: 'USA' },
    summary: { phase: 'FINAL', homeTeam: { score: quarters }, awayTeam: { score: none } },
    driveChart: {
      plays: [
        play(1, { playType: 'GAME_START', clockTime: null }),
        play(40, {
          playType: 'KICK_OFF',
          playStartTime: '2024-09-06T00:24:42Z',
          stats: [row(44, AWAY, 'k', 65)],
        }),
        play(60, {
          playType: 'PASS',
          clockTime: '14:40',
          playStartTime: '2024-09-06T00:25:10.100Z',
          playEndTime: '2024-09-06T00:25:16.500Z',
          stats: [
            row(16, HOME, 'qb', 75),
            row(22, HOME, 'wr', 75),
            row(4, HOME, null, null),
            row(115, HOME, 'wr', null),
          ],
        }),
        play(80, {
          playType: 'XP_KICK',
          clockTime: '14:30',
          playStartTime: '2024-09-06T00:26:02Z',
          stats: [row(72, HOME, 'k2', null)],
        }),
        play(90, { playDeleted: true, quarter: 0, clockTime: null, stats: [] }),
        play(100, {
          clockTime: '14:25',
          playStartTime: '2024-09-06T00:28:30.000Z',
          playEndTime: '2024-09-06T00:28:35.250Z',
          stats: [row(10, AWAY, 'rb', -3), row(84, HOME, 'de', -3), row(79, HOME, 'de', null)],
        }),
        play(120, { playType: 'END_GAME', clockTime: '00:00' }),
      ],
      scoringSummaries: [{ homeScore: 7, awayScore: 0, patPlayId: 80, scoringPlayId: 60 }],
    },
  };
}
