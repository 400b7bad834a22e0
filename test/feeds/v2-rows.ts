/** Small playbyplayv2 documents made by hand. */
import type { Content } from '../../src/feeds/document.ts';
import type { ScheduleEntry } from '../../src/feeds/feed.ts';
import { readStatsV2Game } from '../../src/feeds/stats-v2/game.ts';
import { V2_COLUMNS } from '../../src/feeds/stats-v2/row.ts';
import type { NormalGame } from '../../src/plays/game.ts';

export type V2Cells = Readonly<Record<string, string | number>>;

export const GAME = '0021500001';
const HOME = { id: '1610612737.0', city: 'Atlanta', nickname: 'Hawks', tricode: 'ATL' };
const AWAY = { id: '1610612765.0', city: 'Detroit', nickname: 'Pistons', tricode: 'DET' };
export const HOME_ID = '1610612737';
export const AWAY_ID = '1610612765';

/** A player in a slot: 4 plays for the home side, 5 for the visitors. Ids are written as floats, as exports do. */
export function player(slot: 1 | 2 | 3, side: 'home' | 'away', id: number): V2Cells {
  const team = side === 'home' ? HOME : AWAY;
  return {
    [`PERSON${slot}TYPE`]: side === 'home' ? '4.0' : '5.0',
    [`PLAYER${slot}_ID`]: `${id}.0`,
    [`PLAYER${slot}_NAME`]: `Player ${id}`,
    [`PLAYER${slot}_TEAM_ID`]: team.id,
    [`PLAYER${slot}_TEAM_CITY`]: team.city,
    [`PLAYER${slot}_TEAM_NICKNAME`]: team.nickname,
    [`PLAYER${slot}_TEAM_ABBREVIATION`]: team.tricode,
  };
}

/** A team in the first slot (team rebounds and turnovers), as the feed writes it: the team's id as person. */
export function team(side: 'home' | 'away'): V2Cells {
  return { PERSON1TYPE: side === 'home' ? '2' : '3', PLAYER1_ID: side === 'home' ? HOME_ID : AWAY_ID };
}

/** A coach in the first slot. */
export function coach(side: 'home' | 'away', id: number): V2Cells {
  return { ...player(1, side, id), PERSON1TYPE: side === 'home' ? '6' : '7' };
}

/** Rows with what they need, numbered from 1, at 12:00 of the first period and 8:12 PM unless told otherwise. */
export function csv(
  rows: readonly V2Cells[],
  without: readonly string[] = [],
): Extract<Content, { kind: 'csv' }> {
  const header = V2_COLUMNS.filter((name) => !without.includes(name));
  return {
    kind: 'csv',
    header,
    rows: rows.map((cells, index) => {
      const row: V2Cells = {
        GAME_ID: GAME,
        EVENTNUM: index + 1,
        EVENTMSGTYPE: 12,
        EVENTMSGACTIONTYPE: 0,
        PERIOD: 1,
        WCTIMESTRING: '8:12 PM',
        PCTIMESTRING: '12:00',
        ...cells,
      };
      return header.map((name) => String(row[name] ?? ''));
    }),
  };
}

/** The document as CSV text. */
export function csvText(content: Extract<Content, { kind: 'csv' }>): string {
  return [content.header, ...content.rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/** Two rows that name both teams, so that the game can be read. */
export const TEAMS: readonly V2Cells[] = [
  { EVENTMSGTYPE: 9, ...player(1, 'home', 900) },
  { EVENTMSGTYPE: 9, ...player(1, 'away', 901) },
];

/** What a schedule says of the game. */
export function scheduled(gameId: string): ScheduleEntry {
  const team = (tricode: string) => ({ id: null, tricode, city: null, name: null });
  return {
    gameId,
    part: { season: '2015-16', type: 'regular' },
    date: '2015-10-27',
    scheduledAt: null,
    home: team('ATL'),
    away: team('DET'),
    venue: null,
  };
}

/** The game a document makes, dated by that schedule. */
export function readV2(content: Content, league = 'nba', gameId = GAME): NormalGame {
  const plays = { file: 'game.csv', content };
  return readStatsV2Game({ league, gameId, plays, companions: [], schedule: scheduled(gameId) });
}
