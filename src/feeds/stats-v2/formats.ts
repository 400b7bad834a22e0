/** stats.nba.com: playbyplayv2 as CSV or JSON, boxscoretraditionalv2, boxscoresummaryv2, and schedule.csv. */
import type { Content } from '../document.ts';
import type { Claim, Format, Role } from '../feed.ts';
import { leagueOfGame } from '../game-id.ts';
import { readStatsV2Game } from './game.ts';
import { gameIdIn } from './result-set.ts';
import { readScheduleCsv, SCHEDULE_COLUMNS } from './schedule.ts';

const FEED = 'stats_v2';

const playsCsv: Format = {
  name: 'stats.nba.com playbyplayv2 CSV',
  recognise(content) {
    if (content.kind !== 'csv' || !content.header.includes('EVENTMSGTYPE')) return null;
    const column = content.header.indexOf('GAME_ID');
    const named = content.rows.find((row) => leagueOfGame(row[column] ?? '') !== null);
    return claim(this.name, 'plays', named?.[column] ?? '');
  },
  gameColumn: (header) =>
    header.includes('EVENTMSGTYPE') && header.includes('GAME_ID')
      ? { name: 'GAME_ID', isGame: (cell) => leagueOfGame(cell) !== null }
      : null,
  readGame: readStatsV2Game,
};

const scheduleCsv: Format = {
  name: 'schedule CSV',
  recognise(content) {
    if (content.kind !== 'csv' || !SCHEDULE_COLUMNS.every((name) => content.header.includes(name)))
      return null;
    const league = leagueOfGame(content.rows[0]?.[content.header.indexOf('game_id')] ?? '');
    return league === null
      ? null
      : { format: this.name, feed: FEED, role: 'schedule', league: league.code, gameId: null };
  },
  readSchedule: readScheduleCsv,
};

export const STATS_V2_FORMATS: readonly Format[] = [
  playsCsv,
  scheduleCsv,
  { ...json('stats.nba.com playbyplayv2 JSON', 'plays', 'PlayByPlay'), readGame: readStatsV2Game },
  json('stats.nba.com boxscoretraditionalv2', 'box', 'PlayerStats'),
  json('stats.nba.com boxscoresummaryv2', 'summary', 'GameSummary'),
];

function json(name: string, role: Role, table: string): Format {
  return {
    name,
    recognise(content: Content) {
      const gameId = gameIdIn(content, table);
      return gameId === null ? null : claim(name, role, gameId);
    },
  };
}

function claim(format: string, role: Role, gameId: string): Claim | null {
  const league = leagueOfGame(gameId);
  return league === null ? null : { format, feed: FEED, role, league: league.code, gameId };
}
