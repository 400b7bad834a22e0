/** Rows of stats.nba.com playbyplayv2, from CSV or JSON alike. */
import { z } from 'zod';
import { BadInput } from '../bad-input.ts';
import { check, columns } from '../check.ts';
import type { Document } from '../feed.ts';
import { resultSet } from './result-set.ts';

/** CSV exports write ids as floats and absent ids as nothing or zero. */
const id = z.union([z.string(), z.number(), z.null()]).transform((value, context) => {
  if (value === null || value === '') return 0;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  context.addIssue({ code: 'custom', message: `"${value}" is not an id` });
  return z.NEVER;
});
const text = z.union([z.string(), z.null()]).transform((value) => (value === '' ? null : value));

const Row = z.object({
  GAME_ID: z.string().regex(/^\d{10}$/, 'a play without a game: GAME_ID is not ten digits'),
  EVENTNUM: id,
  EVENTMSGTYPE: id,
  EVENTMSGACTIONTYPE: id,
  PERIOD: id.refine((value) => value >= 1 && value <= 14, 'PERIOD is not between 1 and 14'),
  WCTIMESTRING: z.string(),
  PCTIMESTRING: z.string(),
  HOMEDESCRIPTION: text,
  NEUTRALDESCRIPTION: text,
  VISITORDESCRIPTION: text,
  SCORE: text,
  PERSON1TYPE: id,
  PLAYER1_ID: id,
  PLAYER1_NAME: text,
  PLAYER1_TEAM_ID: id,
  PLAYER1_TEAM_CITY: text,
  PLAYER1_TEAM_NICKNAME: text,
  PLAYER1_TEAM_ABBREVIATION: text,
  PERSON2TYPE: id,
  PLAYER2_ID: id,
  PLAYER2_NAME: text,
  PLAYER2_TEAM_ID: id,
  PLAYER2_TEAM_CITY: text,
  PLAYER2_TEAM_NICKNAME: text,
  PLAYER2_TEAM_ABBREVIATION: text,
  PERSON3TYPE: id,
  PLAYER3_ID: id,
  PLAYER3_NAME: text,
  PLAYER3_TEAM_ID: id,
  PLAYER3_TEAM_CITY: text,
  PLAYER3_TEAM_NICKNAME: text,
  PLAYER3_TEAM_ABBREVIATION: text,
});
export const V2_COLUMNS = Object.keys(Row.shape);

/** A person slot of a row: 4 and 5 are players of home and visitors, 2 and 3 teams, 6 and 7 coaches. */
export interface Person {
  readonly type: number;
  readonly id: number;
  readonly name: string | null;
  readonly team: {
    readonly id: number;
    readonly city: string | null;
    readonly name: string | null;
    readonly tricode: string | null;
  };
}

export interface V2Row {
  /** Where the row stands, for messages. */
  readonly place: string;
  readonly gameId: string;
  readonly eventNumber: number;
  readonly type: number;
  readonly action: number;
  readonly period: number;
  readonly wallClock: string;
  /** Centiseconds left. */
  readonly clock: number;
  readonly home: string | null;
  readonly neutral: string | null;
  readonly visitor: string | null;
  /** Scoreboard after the row, home and away; shown on scoring rows only. */
  readonly score: { readonly home: number; readonly away: number } | null;
  readonly people: readonly [Person, Person, Person];
  readonly raw: string;
}

/** All rows of a playbyplayv2 document, in file order, which is the order of play. */
export function readRows(document: Document): V2Row[] {
  const table =
    document.content.kind === 'csv'
      ? { headers: document.content.header, rows: document.content.rows }
      : resultSet(document, 'PlayByPlay');
  const at = columns(table.headers, V2_COLUMNS, document.file);
  if (table.rows.length === 0) {
    throw new BadInput(
      document.file,
      'start',
      'a play-by-play without plays',
      'fetch it again once the game has begun',
    );
  }
  const names = [...at.keys()];
  const seen = new Map<number, string>();
  return table.rows.map((values, position) => {
    const place = document.content.kind === 'csv' ? `line ${position + 2}` : `PlayByPlay.rowSet[${position}]`;
    const record: Record<string, unknown> = {};
    for (const [name, column] of at) record[name] = values[column];
    const row = toRow(check(Row, record, document.file, place), document.file, place, names, record);
    const twin = seen.get(row.eventNumber);
    if (twin !== undefined) {
      throw new BadInput(
        document.file,
        place,
        `EVENTNUM ${row.eventNumber} stands at ${twin} too`,
        'remove one of them',
      );
    }
    seen.set(row.eventNumber, place);
    return row;
  });
}

function toRow(
  row: z.infer<typeof Row>,
  file: string,
  place: string,
  names: readonly string[],
  record: Record<string, unknown>,
): V2Row {
  const raw: Record<string, unknown> = {};
  for (const name of names) {
    const value = record[name];
    if (value !== null && value !== '' && value !== undefined) raw[name] = value;
  }
  return {
    place,
    gameId: row.GAME_ID,
    eventNumber: row.EVENTNUM,
    type: row.EVENTMSGTYPE,
    action: row.EVENTMSGACTIONTYPE,
    period: row.PERIOD,
    wallClock: row.WCTIMESTRING,
    clock: readClock(row.PCTIMESTRING, file, place),
    home: row.HOMEDESCRIPTION,
    neutral: row.NEUTRALDESCRIPTION,
    visitor: row.VISITORDESCRIPTION,
    score: readScore(row.SCORE, file, place),
    people: [
      {
        type: row.PERSON1TYPE,
        id: row.PLAYER1_ID,
        name: row.PLAYER1_NAME,
        team: {
          id: row.PLAYER1_TEAM_ID,
          city: row.PLAYER1_TEAM_CITY,
          name: row.PLAYER1_TEAM_NICKNAME,
          tricode: row.PLAYER1_TEAM_ABBREVIATION,
        },
      },
      {
        type: row.PERSON2TYPE,
        id: row.PLAYER2_ID,
        name: row.PLAYER2_NAME,
        team: {
          id: row.PLAYER2_TEAM_ID,
          city: row.PLAYER2_TEAM_CITY,
          name: row.PLAYER2_TEAM_NICKNAME,
          tricode: row.PLAYER2_TEAM_ABBREVIATION,
        },
      },
      {
        type: row.PERSON3TYPE,
        id: row.PLAYER3_ID,
        name: row.PLAYER3_NAME,
        team: {
          id: row.PLAYER3_TEAM_ID,
          city: row.PLAYER3_TEAM_CITY,
          name: row.PLAYER3_TEAM_NICKNAME,
          tricode: row.PLAYER3_TEAM_ABBREVIATION,
        },
      },
    ],
    raw: JSON.stringify(raw),
  };
}

function readClock(value: string, file: string, place: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(value);
  if (match === null || Number(match[1]) > 12) {
    throw new BadInput(
      file,
      place,
      `PCTIMESTRING "${value}" is not a game clock like 11:41`,
      'correct or drop the row',
    );
  }
  return (Number(match[1]) * 60 + Number(match[2])) * 100;
}

function readScore(value: string | null, file: string, place: string): V2Row['score'] {
  if (value === null) return null;
  const match = /^(\d+) - (\d+)$/.exec(value);
  if (match === null) {
    throw new BadInput(file, place, `SCORE "${value}" is not like "2 - 0"`, 'correct or drop the row');
  }
  return { away: Number(match[1]), home: Number(match[2]) };
}
