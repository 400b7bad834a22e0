/** boxscoretraditionalv2 and boxscoresummaryv2: official lines, starters, officials, team names. */
import { z } from 'zod';
import type { OfficialLine, PlayerRef, TeamRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { check, playersById, refuseOtherSide } from '../check.ts';
import type { Document, GameFacts } from '../feed.ts';
import { records, resultSet } from './result-set.ts';

/** Box columns and our counters. */
const CELLS: Readonly<Record<string, string>> = {
  FGM: 'fgm',
  FGA: 'fga',
  FG3M: 'fg3m',
  FG3A: 'fg3a',
  FTM: 'ftm',
  FTA: 'fta',
  OREB: 'oreb',
  DREB: 'dreb',
  REB: 'reb',
  AST: 'ast',
  STL: 'stl',
  BLK: 'blk',
  TO: 'tov',
  PF: 'pf',
  PTS: 'pts',
  PLUS_MINUS: 'plus_minus',
};
/** The box's team rebounds and turnovers leave out the team's own; ours hold them, so these cells differ by design. */
const WITHOUT_TEAM_OWN = new Set(['OREB', 'DREB', 'REB', 'TO']);

const number = z.union([z.number(), z.null()]);
const Line = z.looseObject({
  TEAM_ID: z.number(),
  TEAM_ABBREVIATION: z.string(),
  MIN: z.union([z.string(), z.null()]),
  ...Object.fromEntries(Object.keys(CELLS).map((name) => [name, number])),
});
const PlayerLine = Line.extend({
  PLAYER_ID: z.number(),
  PLAYER_NAME: z.string(),
  START_POSITION: z.string(),
});
const Summary = z.looseObject({
  GAME_DATE_EST: z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'not a date'),
  HOME_TEAM_ID: z.number(),
  VISITOR_TEAM_ID: z.number(),
});
const Score = z.looseObject({
  TEAM_ID: z.number(),
  TEAM_ABBREVIATION: z.string(),
  TEAM_CITY_NAME: z.string(),
  TEAM_NICKNAME: z.string(),
  PTS: number,
});
const Other = z.looseObject({ TEAM_ID: z.number(), TOTAL_TURNOVERS: number, TEAM_REBOUNDS: number });
const OfficialRow = z.looseObject({ OFFICIAL_ID: z.number(), FIRST_NAME: z.string(), LAST_NAME: z.string() });

/** Whole seconds in the box and in the clock: each entry and exit may be off by a fraction. */
const SECONDS_TOLERANCE = 1;

const NOTHING: GameFacts = {
  home: null,
  away: null,
  date: null,
  scheduledAt: null,
  players: [],
  officials: [],
  venue: null,
  lines: [],
  tolerance: {},
  score: null,
};

/** Players, starters and official lines. The teams' ids come from the plays or the summary. */
export function readBox(document: Document, homeId: string, awayId: string): GameFacts {
  const sideOf = (id: number, place: string): Side => {
    if (String(id) === homeId) return 'home';
    if (String(id) === awayId) return 'away';
    throw new BadInput(
      document.file,
      `${place}.TEAM_ID`,
      `team ${id} does not play in this game (${awayId} at ${homeId})`,
      'fetch the file again',
    );
  };
  const players: PlayerRef[] = [];
  const lines: OfficialLine[] = [];
  for (const [position, record] of records(resultSet(document, 'PlayerStats')).entries()) {
    const place = `PlayerStats.rowSet[${position}]`;
    const row = check(PlayerLine, record, document.file, place);
    const side = sideOf(row.TEAM_ID, place);
    players.push({
      id: String(row.PLAYER_ID),
      name: row.PLAYER_NAME,
      side,
      starter: row.START_POSITION !== '',
      position: row.START_POSITION || null,
      played: row.MIN !== null,
    });
    if (row.MIN === null) continue;
    const counters = {
      ...cells(record, new Set()),
      seconds: minutes(row.MIN, document.file, position),
      games: 1,
    };
    lines.push({ side, playerId: String(row.PLAYER_ID), counters });
  }
  for (const [position, record] of records(resultSet(document, 'TeamStats')).entries()) {
    const place = `TeamStats.rowSet[${position}]`;
    const row = check(Line, record, document.file, place);
    const side = sideOf(row.TEAM_ID, place);
    const seconds = row.MIN === null ? {} : { seconds: minutes(row.MIN, document.file, position) };
    lines.push({ side, playerId: null, counters: { ...cells(record, WITHOUT_TEAM_OWN), ...seconds } });
  }
  playersById(players, document.file, 'PlayerStats.rowSet');
  return { ...NOTHING, players, lines, tolerance: { seconds: SECONDS_TOLERANCE } };
}

/** Date, teams, officials, final score, and the team totals that include the team's own turnovers. */
export function readSummary(document: Document): GameFacts {
  const { file } = document;
  const [first] = records(resultSet(document, 'GameSummary'));
  if (first === undefined) throw new BadInput(file, 'GameSummary', 'no row', 'fetch the file again');
  const summary = check(Summary, first, file, 'GameSummary.rowSet[0]');
  const scores = records(resultSet(document, 'LineScore')).map((record, position) =>
    check(Score, record, file, `LineScore.rowSet[${position}]`),
  );
  const team = (id: number): TeamRef | null => {
    const row = scores.find((score) => score.TEAM_ID === id);
    return row === undefined
      ? null
      : { id: String(id), tricode: row.TEAM_ABBREVIATION, city: row.TEAM_CITY_NAME, name: row.TEAM_NICKNAME };
  };
  const points = (id: number) => scores.find((score) => score.TEAM_ID === id)?.PTS ?? null;
  const [home, away] = [points(summary.HOME_TEAM_ID), points(summary.VISITOR_TEAM_ID)];
  const lines = records(resultSet(document, 'OtherStats')).flatMap((record, position): OfficialLine[] => {
    const place = `OtherStats.rowSet[${position}]`;
    const row = check(Other, record, file, place);
    if (row.TEAM_ID !== summary.HOME_TEAM_ID)
      refuseOtherSide(row.TEAM_ID, summary.VISITOR_TEAM_ID, file, `${place}.TEAM_ID`);
    if (row.TOTAL_TURNOVERS === null) return [];
    const side = row.TEAM_ID === summary.HOME_TEAM_ID ? 'home' : 'away';
    return [{ side, playerId: null, counters: { tov: row.TOTAL_TURNOVERS } }];
  });
  return {
    ...NOTHING,
    home: team(summary.HOME_TEAM_ID),
    away: team(summary.VISITOR_TEAM_ID),
    date: summary.GAME_DATE_EST.slice(0, 10),
    officials: records(resultSet(document, 'Officials')).map((record, position) => {
      const row = check(OfficialRow, record, file, `Officials.rowSet[${position}]`);
      return { id: String(row.OFFICIAL_ID), name: `${row.FIRST_NAME} ${row.LAST_NAME}` };
    }),
    score: home === null || away === null ? null : { home, away },
    lines,
  };
}

function cells(record: Record<string, unknown>, without: ReadonlySet<string>): Record<string, number> {
  const counters: Record<string, number> = {};
  for (const [column, counter] of Object.entries(CELLS)) {
    const value = record[column];
    if (typeof value === 'number' && !without.has(column)) counters[counter] = value;
  }
  return counters;
}

/** "36:42" is 2202 seconds. */
function minutes(value: string, file: string, position: number): number {
  const match = /^(\d+):([0-5]\d)$/.exec(value);
  if (match === null)
    throw new BadInput(file, `rowSet[${position}].MIN`, `"${value}" is not minutes`, 'fetch the file again');
  return Number(match[1]) * 60 + Number(match[2]);
}
