/** Every kind of input that must be refused, each with files that hold it and where the fault lies. */
import { gzipSync } from 'node:zlib';
import { actions, boxScore, type Cells, playByPlay } from '../feeds/live-actions.ts';
import { csv, csvText, player, TEAMS, type V2Cells } from '../feeds/v2-rows.ts';
import type { Files } from '../setup/files.ts';
import { scheduleCsv } from '../setup/files.ts';

export interface BadCase {
  readonly name: string;
  readonly files: Files;
  /** Name of the file that is refused; the others are what makes it a case. */
  readonly bad: string;
  readonly place: string;
  readonly reason: RegExp;
}

const ID = '0021500001';
const SCHEDULE = scheduleCsv(`${ID},2015-16,regular,2015-10-27,DET,ATL`);
const LIVE = '9922300099';
const v2 = (rows: readonly V2Cells[], without: string[] = []) => csvText(csv(rows, without));
const good = v2(TEAMS);

function v2Case(name: string, third: V2Cells, place: string, reason: RegExp): BadCase {
  const files = { 'a_schedule.csv': SCHEDULE, 'game.csv': v2([...TEAMS, third]) };
  return { name: `v2: ${name}`, files, bad: 'game.csv', place, reason };
}

function json(document: ReturnType<typeof playByPlay>): unknown {
  return document.content.kind === 'json' ? document.content.value : null;
}

function liveFiles(cells: readonly Cells[]): Files {
  return { 'plays.json': json(playByPlay(LIVE, actions(cells))), 'box.json': json(boxScore(LIVE)) };
}

function liveCase(name: string, second: Cells, place: string, reason: RegExp): BadCase {
  return { name: `live: ${name}`, files: liveFiles([{}, second]), bad: 'plays.json', place, reason };
}

function fileCase(name: string, content: unknown, place: string, reason: RegExp, bad = 'file.json'): BadCase {
  return { name, files: { [bad]: content }, bad, place, reason };
}

const at = (field: string) => `$.game.actions[1].${field}`;

export const BAD_CASES: readonly BadCase[] = [
  fileCase('not JSON', '{"game": {\n"gameId": oops', 'line 2', /^not valid JSON/),
  fileCase('plain text', 'hello', 'line 1', /^not valid JSON/),
  fileCase('not UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 'start', /not UTF-8/),
  fileCase(
    'a truncated gzip',
    gzipSync(good).subarray(0, 60),
    'byte 60',
    /gzip is damaged or cut off/,
    'a.csv.gz',
  ),
  fileCase(
    'a gzip that is none inside',
    Buffer.from([0x1f, 0x8b, 1, 2, 3]),
    'byte 5',
    /gzip is damaged/,
    'a.csv.gz',
  ),
  fileCase('a 0-byte file', '', 'start', /the file is empty/),
  fileCase('an empty gzip', gzipSync(''), 'start', /the file is empty/, 'a.json.gz'),
  fileCase('an unknown format', { weather: 'fine' }, 'start', /no feed recognises it \(JSON with weather\)/),
  fileCase(
    'an unknown CSV',
    'a,b\n1,2\n',
    'start',
    /no feed recognises it \(a CSV with columns a, b\)/,
    'a.csv',
  ),
  fileCase('a CSV with a short row', `${good}1,2\n`, 'line 4', /not valid CSV/, 'a.csv'),
  {
    name: 'v2: a CSV without its columns',
    files: { 'a_schedule.csv': SCHEDULE, 'game.csv': v2(TEAMS, ['WCTIMESTRING', 'PLAYER2_ID']) },
    bad: 'game.csv',
    place: 'line 1',
    reason: /missing columns: WCTIMESTRING, PLAYER2_ID/,
  },
  v2Case('a play without a game', { GAME_ID: '' }, 'line 4.GAME_ID', /a play without a game/),
  v2Case(
    'a team that does not play',
    { ...player(1, 'home', 5), PLAYER1_TEAM_ID: '1610612999' },
    'line 4',
    /team 1610612999 does not play in this game/,
  ),
  v2Case('a missing time', { WCTIMESTRING: '' }, 'line 4', /WCTIMESTRING "" is not a time/),
  v2Case('an absurd time', { WCTIMESTRING: '27:99 XM' }, 'line 4', /is not a time like 8:12 PM/),
  v2Case('a time that goes back', { WCTIMESTRING: '8:11 PM' }, 'line 4', /does not follow the row before/),
  v2Case('an absurd game clock', { PCTIMESTRING: '99:00' }, 'line 4', /is not a game clock/),
  {
    name: 'v2: teams unknown to the schedule',
    files: { 'a_schedule.csv': scheduleCsv(`${ID},2015-16,regular,2015-10-27,NYK,ATL`), 'game.csv': good },
    bad: 'game.csv',
    place: 'PLAYER1_TEAM_ID',
    reason: /the schedule has NYK at ATL, the plays DET at ATL/,
  },
  {
    name: 'v2: a game whose date is in no schedule',
    files: { 'a_schedule.csv': SCHEDULE.replace(ID, '0021500002'), 'game.csv': good },
    bad: 'game.csv',
    place: 'GAME_ID',
    reason: /no schedule gives the date of game 0021500001/,
  },
  {
    name: 'v2: a schedule with a date there is not',
    files: { 'schedule.csv': SCHEDULE.replace('10-27', '13-27') },
    bad: 'schedule.csv',
    place: 'line 2.game_date_et',
    reason: /not a date/,
  },
  liveCase('a team that does not play', { teamId: 42 }, at('teamId'), /team 42 does not play in this game/),
  liveCase('a missing time', { timeActual: undefined }, at('timeActual'), /string/),
  liveCase(
    'an absurd time',
    { timeActual: '0001-01-01T00:00:00Z' },
    at('timeActual'),
    /not a believable UTC instant/,
  ),
  liveCase('a time without a zone', { timeActual: '2023-11-01T00:00:00' }, at('timeActual'), /believable/),
  liveCase(
    'a number beyond the database',
    { orderNumber: 3_000_000_000 },
    'values',
    /the database refuses it/,
  ),
  liveCase(
    'a text the database cannot hold',
    { description: 'a\u0000b' },
    'values',
    /the database refuses it/,
  ),
  {
    name: 'live: nothing says who is at home',
    files: { 'plays.json': liveFiles([{}])['plays.json'] },
    bad: 'plays.json',
    place: '$.game.gameId',
    reason: /nothing says who plays at home/,
  },
  {
    name: 'live: a play-by-play without a game',
    files: { 'plays.json': { game: { actions: actions([{}]) } } },
    bad: 'plays.json',
    place: 'start',
    reason: /no feed recognises it \(JSON with game\)/,
  },
  {
    name: 'live: a play-by-play without plays',
    files: liveFiles([]),
    bad: 'plays.json',
    place: '$.game.actions',
    reason: /a play-by-play without plays/,
  },
  {
    name: 'live: a box score without plays',
    files: { 'box.json': liveFiles([])['box.json'] },
    bad: 'box.json',
    place: 'start',
    reason: /without the play-by-play it belongs to/,
  },
  {
    name: 'line-ups in a file that is not named by their game',
    files: { '15986_lineups.json': [{ team_id: 1, team_name: 'One', lineup: [] }] },
    bad: '15986_lineups.json',
    place: 'start',
    reason: /StatsBomb line-ups that do not say which game they are of/,
  },
  {
    name: 'live: a broken box score beside good plays',
    files: {
      ...liveFiles([{}]),
      'box.json': { game: { gameId: LIVE, gameTimeUTC: '2023-11-01T00:00:00Z', homeTeam: {}, awayTeam: {} } },
    },
    bad: 'box.json',
    place: '$.game.homeTeam.teamId',
    reason: /./,
  },
  {
    name: 'season totals of a season without dates',
    files: {
      'totals.csv':
        'player_id,player_name,season,season_type,team,games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf\n' +
        '1,A,1999-00,regular,LAL,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0\n',
    },
    bad: 'totals.csv',
    place: 'season',
    reason: /first and last day of 1999-00 regular are not known/,
  },
];
