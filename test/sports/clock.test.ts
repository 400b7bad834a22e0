import { describe, expect, test } from 'vitest';
import { foldGame } from '../../src/fold/fold.ts';
import type { SeasonType } from '../../src/plays/game.ts';
import { EMPTY_PLAY } from '../../src/plays/play.ts';
import { anyGame } from '../../src/simulate/any-sport.ts';
import { exactStamp } from '../../src/simulate/stamps.ts';
import { clockReader } from '../../src/sports/clock.ts';
import { clockRules, leagueNamed } from '../../src/sports/leagues.ts';

/** Rule books: NFL rule 16 (and its wording before 2017), NHL rule 84, WNBA rule 5 before and since 2006. */
const LENGTHS: readonly [string, string, SeasonType, number, number, number][] = [
  ['nfl', '2016', 'regular', 4, 900, 900],
  ['nfl', '2016', 'playoffs', 4, 900, 900],
  ['nfl', '2017', 'regular', 4, 900, 600],
  ['nfl', '2024', 'preseason', 4, 900, 600],
  ['nfl', '2024', 'playoffs', 4, 900, 900],
  ['nhl', '2022-23', 'regular', 3, 1200, 300],
  ['nhl', '2024-25', 'playoffs', 3, 1200, 1200],
  ['wnba', '2005', 'regular', 2, 1200, 300],
  ['wnba', '2006', 'regular', 4, 600, 300],
  ['nba', '2015-16', 'playoffs', 4, 720, 300],
  ['mlb', '2022', 'playoffs', 9, 6, 6],
];

describe('lengths of play', () => {
  test.each(LENGTHS)('%s %s %s: %i periods of %i, then %i', (code, season, type, periods, length, beyond) => {
    expect(clockRules(leagueNamed(code), { season, type })).toEqual({
      regulationPeriods: periods,
      periodSeconds: length,
      overtimeSeconds: beyond,
    });
  });

  test.each([
    ['nfl', '2024', 'playoffs', 4500],
    ['nfl', '2024', 'regular', 4200],
    ['nfl', '2015', 'regular', 4500],
    ['nhl', '2024-25', 'playoffs', 4800],
    ['nhl', '2024-25', 'regular', 3900],
  ] as const)('a whole overtime of %s %s %s ends after %i seconds of play', (code, season, type, seconds) => {
    const league = leagueNamed(code);
    const options = { league, seed: 'clock', startsAt: 0, home: 0, away: 1, id: '1' };
    const game = anyGame({ ...options, part: { season, type } });
    const periods = league.clock.regulationPeriods + 1;
    const plays = Array.from({ length: periods }, (_, place) => ({
      ...EMPTY_PLAY,
      id: String(place),
      orderKey: place,
      stamp: exactStamp(place),
      period: place + 1,
      clock: 0,
      kind: 'end',
      ends: 'period' as const,
      raw: '{}',
    }));
    const folded = foldGame({ ...game, plays }, league);
    expect(folded.plays.map(({ elapsed }) => elapsed / 100).at(-1)).toBe(seconds);
  });
});

describe('the clock as published', () => {
  const read = (code: string, period: number, clock: number) =>
    clockReader(leagueNamed(code), { season: '2024', season_type: 'regular' })(period, clock);

  test('counts seconds down where the scoreboard does', () => {
    expect(read('nba', 1, 61_400)).toEqual({
      clock_seconds: 614,
      clock: { unit: 'seconds', played: 106, left: 614 },
    });
  });

  test('counts outs in baseball', () => {
    expect(read('mlb', 5, 200)).toEqual({ clock_seconds: null, clock: { unit: 'outs', played: 4, left: 2 } });
  });

  test('tells what was played where the referee ends the half', () => {
    expect(read('soccer', 2, 360_000 - 73_400)).toEqual({
      clock_seconds: null,
      clock: { unit: 'seconds', played: 734, left: null },
    });
  });
});
