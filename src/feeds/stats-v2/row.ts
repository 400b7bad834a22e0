/** Rows of stats.nba.com playbyplayv2, from CSV or JSON alike. */
import { z } from 'zod';
import { BadInput } from '../bad-input.ts';
import { check, columns } from '../check.ts';
import type { Document } from '../feed.ts';
import { resultSet } from './result-set.ts';

const GAME_ID = /^\d{10}$/;
const LAST_PERIOD = 14;
/** Minutes of a period in any league, once or now; how long this one's are is held apart. */
const LONGEST_PERIOD = 20;
/** Characters that JSON does not write as they are. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

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
  GAME_ID: z.string().regex(GAME_ID, 'a play without a game: GAME_ID is not ten digits'),
  EVENTNUM: id,
  EVENTMSGTYPE: id,
  EVENTMSGACTIONTYPE: id,
  PERIOD: id.refine(
    (value) => value >= 1 && value <= LAST_PERIOD,
    `PERIOD is not between 1 and ${LAST_PERIOD}`,
  ),
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
type Checked = z.infer<typeof Row>;
export const V2_COLUMNS = Object.keys(Row.shape);

/** What a cell of a file may hold. */
type RawCell = string | number | boolean | null | undefined;

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
  const read = rowReader(at, document.file);
  const seen = new Map<number, string>();
  return table.rows.map((values, position) => {
    const place = document.content.kind === 'csv' ? `line ${position + 2}` : `PlayByPlay.rowSet[${position}]`;
    const row = read(values, place);
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

/**
 * A reader of rows with these columns. Cells that are plainly as the schema wants them are taken as they are;
 * as soon as one is not, the schema judges the row and words the refusal. A game has 15,000 cells, and to run
 * the schema over all of them took longer than folding it.
 */
function rowReader(
  at: ReadonlyMap<string, number>,
  file: string,
): (values: readonly RawCell[], place: string) => V2Row {
  const position = (name: keyof Checked) => at.get(name) ?? -1;
  const gameId = position('GAME_ID');
  const eventNumber = position('EVENTNUM');
  const type = position('EVENTMSGTYPE');
  const action = position('EVENTMSGACTIONTYPE');
  const period = position('PERIOD');
  const wallClock = position('WCTIMESTRING');
  const clock = position('PCTIMESTRING');
  const home = position('HOMEDESCRIPTION');
  const neutral = position('NEUTRALDESCRIPTION');
  const visitor = position('VISITORDESCRIPTION');
  const score = position('SCORE');
  const people = ([1, 2, 3] as const).map((slot) => ({
    type: position(`PERSON${slot}TYPE`),
    id: position(`PLAYER${slot}_ID`),
    name: position(`PLAYER${slot}_NAME`),
    teamId: position(`PLAYER${slot}_TEAM_ID`),
    city: position(`PLAYER${slot}_TEAM_CITY`),
    nickname: position(`PLAYER${slot}_TEAM_NICKNAME`),
    tricode: position(`PLAYER${slot}_TEAM_ABBREVIATION`),
  }));
  const raw = [...at].map(([name, column]) => ({ column, key: `${JSON.stringify(name)}:` }));

  return (values, place) => {
    let plain = true;
    const readId = (column: number): number => {
      const value = values[column];
      const number = value === null ? 0 : Number(value);
      if (!Number.isInteger(number) || number < 0 || typeof value === 'boolean') plain = false;
      return number;
    };
    const readText = (column: number): string | null => {
      const value = values[column];
      if (value === '' || value === null) return null;
      if (typeof value === 'string') return value;
      plain = false;
      return null;
    };
    const readString = (column: number): string => {
      const value = values[column];
      if (typeof value === 'string') return value;
      plain = false;
      return '';
    };
    const slots = people.map((slot) => ({
      type: readId(slot.type),
      id: readId(slot.id),
      name: readText(slot.name),
      team: {
        id: readId(slot.teamId),
        city: readText(slot.city),
        name: readText(slot.nickname),
        tricode: readText(slot.tricode),
      },
    }));
    const [one, two, three] = slots;
    if (one === undefined || two === undefined || three === undefined) throw new RangeError('three slots');
    const row = {
      place,
      gameId: readString(gameId),
      eventNumber: readId(eventNumber),
      type: readId(type),
      action: readId(action),
      period: readId(period),
      wallClock: readString(wallClock),
      clock: 0,
      home: readText(home),
      neutral: readText(neutral),
      visitor: readText(visitor),
      score: null as V2Row['score'],
      people: [one, two, three] as const,
      raw: '',
    };
    const clockText = readString(clock);
    const scoreText = readText(score);
    if (!plain || row.period < 1 || row.period > LAST_PERIOD || !GAME_ID.test(row.gameId)) {
      check(
        Row,
        Object.fromEntries(V2_COLUMNS.map((name) => [name, values[at.get(name) ?? -1]])),
        file,
        place,
      );
      throw new RangeError(`${file}: ${place}: the schema takes a row that its reader does not`);
    }
    row.clock = readClock(clockText, file, place);
    row.score = readScore(scoreText, file, place);
    row.raw = rawOf(values, raw);
    return row;
  };
}

/** The row as JSON, without its empty cells. */
function rawOf(
  values: readonly RawCell[],
  columns: readonly { readonly column: number; readonly key: string }[],
): string {
  let text = '';
  for (const { column, key } of columns) {
    const value = values[column];
    if (value === null || value === '' || value === undefined) continue;
    text += (text === '' ? '{' : ',') + key;
    text += typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value);
  }
  return `${text}}`;
}

function readClock(value: string, file: string, place: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(value);
  if (match === null || Number(match[1]) > LONGEST_PERIOD) {
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
