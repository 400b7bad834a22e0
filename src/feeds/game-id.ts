/** Ten-digit game ids of the NBA family: two for the league, one for the kind of game, two for the year. */
import type { SeasonPart, SeasonType } from '../plays/game.ts';
import { findLeague, type League, seasonLabel } from '../sports/leagues.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  '00': 'nba',
  '10': 'wnba',
  '20': 'gleague',
  '99': 'demo',
};

const KINDS: Readonly<Record<string, SeasonType>> = {
  '1': 'preseason',
  '2': 'regular',
  '4': 'playoffs',
  '5': 'play_in',
};

/** The league whose ids begin as this one does, or null. */
export function leagueOfGame(gameId: string): League | null {
  if (!/^\d{10}$/.test(gameId)) return null;
  return findLeague(PREFIXES[gameId.slice(0, 2)] ?? '') ?? null;
}

/**
 * Season and part a game id names: `0021500001` is 2015-16 regular.
 * Null for games that count toward no season (All-Star games, cup finals).
 */
export function partOfGame(gameId: string): SeasonPart | null {
  const type = KINDS[gameId[2] ?? ''];
  const league = leagueOfGame(gameId);
  if (type === undefined || league === null) return null;
  const short = Number(gameId.slice(3, 5));
  const year = short >= 46 ? 1900 + short : 2000 + short;
  return { season: seasonLabel(league, year), type };
}
