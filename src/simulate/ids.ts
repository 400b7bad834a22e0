/** Which part of the season a game belongs to. */
export type SeasonPart = 'regular' | 'playoffs';

/** League prefixes of game ids: the demo league's own, and the NBA's for tests that want such ids. */
export type LeaguePrefix = '99' | '00';

const KIND_DIGIT: Record<SeasonPart, string> = { regular: '2', playoffs: '4' };

/**
 * A ten-digit game id: league prefix, kind digit, two digits of the starting year, five digits of number.
 * Example: 9922300001 is the first regular-season game of 2023-24.
 */
export function gameId(prefix: LeaguePrefix, part: SeasonPart, year: number, number: number): string {
  const yy = String(year % 100).padStart(2, '0');
  return `${prefix}${KIND_DIGIT[part]}${yy}${String(number).padStart(5, '0')}`;
}

/** First ids of each kind of thing; all stay below 2^31 so that they fit a signed 32-bit column. */
export const FIRST_TEAM_ID = 990000001;
export const FIRST_PLAYER_ID = 9000001;
export const FIRST_OFFICIAL_ID = 9900001;
export const FIRST_ARENA_ID = 99001;
