/** The answer to "what were his stats then?", for a player or a team: the body of the contract's first two routes. */
import type pg from 'pg';
import { partOfOrder } from '../plays/game.ts';
import type { GameLines } from '../sports/formula.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { followsFloor } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { bornOf } from './age.ts';
import { type BesideQuestion, readBeside } from './beside.ts';
import { readBounds } from './bounds.ts';
import { combine, type Lines, SCOPES, type Scope, totalsCertain } from './combine.ts';
import { gameIdOf, headerOf, headOf, holdsDoubt, keyOf, maybeDoubt } from './directory.ts';
import { type Board, boardOf, type EntityAndBoard, readEntityAndBoard } from './entities.ts';
import { type BehindTotals, type Doubts, type EntityRow, readBehindTotals } from './entity.ts';
import { describeGame, describePlay, type GameRow } from './game-state.ts';
import { noteRead, readHeld } from './held.ts';
import { formatInstant } from './instant.ts';
import { lineText } from './line-text.ts';
import { type StatLine, toCounters, toGameLine, toStatLine, zeroValues } from './published.ts';
import type { AsOf } from './query.ts';
import { lastCounted } from './window.ts';

export interface StatsQuestion extends BesideQuestion {
  /** Figures of the game and of the season: from the line alone (unless said), or also from the games' other lines. */
  readonly derived?: DerivedFrom;
}

export const DERIVED_FROM = ['line', 'all'] as const;
export type DerivedFrom = (typeof DERIVED_FROM)[number];

/** A scope's line, before it is told as an object or as text. */
interface Total {
  /** The game or the season it is of. */
  readonly of: object;
  readonly values: Vector;
  /** Lines of the same games, where figures are wanted that need them. */
  readonly others: GameLines<Vector> | undefined;
}

/** The answer, or null for an id that was not known. */
export async function answerStats(pool: pg.Pool, question: StatsQuestion) {
  const read = await readStats(pool, question);
  if (read === null) return null;
  const told = ({ of, values, others }: Total) => ({ ...of, ...lineOf(question, values, others) });
  const totals = read.totals.map(([scope, total]) => [scope, total === null ? null : told(total)]);
  return { ...read.head, totals: Object.fromEntries(totals), ...read.rest };
}

/** The same as JSON text, and its basis: what is asked thousands of times a second is written without making the objects. */
export async function writeStats(
  pool: pg.Pool,
  question: StatsQuestion,
): Promise<{ readonly basis: number; readonly text: string } | null> {
  const read = await readStats(pool, question);
  if (read === null) return null;
  const line = ({ values, others }: Total) =>
    others === undefined ? lineText(question.league.sport, values) : inner(lineOf(question, values, others));
  const totals = read.totals.map(([scope, total]) => {
    if (total === null) return `"${scope}":null`;
    const of = inner(total.of);
    return `"${scope}":{${of}${of === '' ? '' : ','}${line(total)}}`;
  });
  const { head, rest } = read;
  return { basis: head.basis, text: `{${inner(head)},"totals":{${totals.join(',')}},${inner(rest)}}` };
}

/** Members of an object as JSON. */
function inner(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

function lineOf(
  { league, kind }: StatsQuestion,
  values: Vector,
  others: GameLines<Vector> | undefined,
): StatLine {
  return others === undefined
    ? toStatLine(league.sport, values)
    : toGameLine(league.sport, kind, values, others);
}

/** All that the answer says: what stands before the totals, the totals by scope, and what stands after. */
async function readStats(pool: pg.Pool, question: StatsQuestion) {
  const { league, kind, asOf, seasonType } = question;
  const key = await keyOf(pool, league, kind, question.id);
  if (key === null) return null;
  const { row, board } = await findLine(pool, question, key);
  // What is read besides is read at the basis of the line, so that no ingest falls between.
  const fixed: AsOf = { ...asOf, basis: row.basis };
  const head = await headOf(pool, league, kind, key, row.basis);
  if (head === null) return null;
  const game =
    row.current_game_key === null ? null : await readState(pool, league, row, row.current_game_key, board);
  const onTotals = row.season_order !== null && row.game_key === null;
  const behind = onTotals ? await readBehindTotals(pool, league, kind, key, fixed, seasonType) : null;
  const lines = combine(league.sport, kind, row, asOf);
  const bounds = await readBounds(pool, { league, kind, key, asOf: fixed, seasonType }, row, lines, game);
  const inGame = game !== null && row.game_key === game.game_key;
  const scopes = question.scope === 'all' ? SCOPES : [question.scope];
  const beside =
    question.derived === 'all' ? await readBeside(pool, { ...question, asOf: fixed }, key, row, lines) : null;
  const totals = {
    game:
      game === null
        ? null
        : {
            of: { game_id: game.game_id },
            values: inGame ? lines.game : zeroValues(league.sport),
            others: beside?.game,
          },
    season: { of: seasonOf(league, row), values: lines.season, others: beside?.season },
    career: { of: {}, values: lines.career, others: undefined },
  };
  const played = row.game_key === null ? null : await gameIdOf(pool, league, row.game_key);
  const last = describePlay(behind ?? (played === null ? NO_PLAY : playOf(row, played)));
  const gameAt = game === null ? null : describeGame(league, game, asOf);
  return {
    head: {
      league: league.code,
      [kind]: {
        id: question.id,
        name: head.name,
        ...(kind === 'player' ? bornOf(head, asOf.at) : { tricode: head.tricode }),
      },
      as_of: formatInstant(asOf.at),
      boundary: asOf.boundary,
      basis: row.basis,
    },
    totals: scopes.map((scope): [Scope, Total | null] => [scope, totals[scope]]),
    rest: {
      bounds:
        bounds === null
          ? null
          : {
              min: describeLines(league, scopes, bounds.min),
              max: describeLines(league, scopes, bounds.max),
              plays_in_doubt: bounds.playsInDoubt,
            },
      game:
        gameAt === null
          ? null
          : {
              ...gameAt.game,
              ...gameAt.state,
              on_floor: followsFloor(league.sport) ? inGame && row.elapsed !== null : null,
            },
      last_play: last,
      staleness_ms: last === null ? null : asOf.at - Date.parse(last.wall_clock_time),
      coverage: coverageOf(row, lines, behind, asOf),
    },
  };
}

interface Line {
  readonly row: EntityRow;
  /** Where the game going on stands. */
  readonly board: (gameKey: number) => Promise<Board | null>;
}

/** The line from memory, or read together with those of all who ask now. */
async function findLine(pool: pg.Pool, question: StatsQuestion, key: number): Promise<Line> {
  const { league, kind, asOf, seasonType } = question;
  const held = seasonType === 'all' ? await readHeld(pool, league, kind, key, asOf) : null;
  if (held !== null) {
    return {
      row: held.row,
      board: async (gameKey) => (await held.playsOf(gameKey)).upTo(lastCounted(asOf)),
    };
  }
  const row = await readRow(pool, question, key);
  if (seasonType === 'all') await noteRead(pool, league, kind, key, asOf, row);
  return { row, board: async () => boardOf(row) };
}

/** Doubts are sought unless the league is known to hold none; what is known may be a basis behind. */
async function readRow(
  pool: pg.Pool,
  { league, kind, asOf, seasonType }: StatsQuestion,
  key: number,
): Promise<EntityAndBoard> {
  const read = (at: AsOf, doubts: Doubts) =>
    readEntityAndBoard(pool, league, kind, key, at, seasonType, doubts);
  if (asOf.basis !== null)
    return read(asOf, (await holdsDoubt(pool, league, asOf.basis)) ? 'sought' : 'none');
  if (maybeDoubt(pool, league)) {
    const row = await read(asOf, 'sought');
    await holdsDoubt(pool, league, row.basis);
    return row;
  }
  const row = await read(asOf, 'none');
  if (!(await holdsDoubt(pool, league, row.basis))) return row;
  return read({ ...asOf, basis: row.basis }, 'sought');
}

/** A game's header from memory, and its state. */
async function readState(
  pool: pg.Pool,
  league: League,
  { basis }: EntityRow,
  key: number,
  board: Line['board'],
): Promise<GameRow | null> {
  const header = await headerOf(pool, league, key, basis);
  return header === null ? null : { ...header, ...(await board(key)) };
}

/** Named one by one: a copy of a row of thirty members costs more than describing the play. */
function playOf({ wall_clock_time, precision, earliest, latest }: EntityRow, game_id: string) {
  return { game_id, wall_clock_time, precision, earliest, latest };
}

const NO_PLAY = { game_id: null, wall_clock_time: null, precision: null, earliest: null, latest: null };

/** The season of the last counted play, and its type unless several types count together. */
function seasonOf(league: League, row: EntityRow) {
  if (row.season_order === null) return { season: null, season_type: null };
  const { year, type } = partOfOrder(row.season_order);
  const season = seasonLabel(league, year);
  return { season, season_type: (row.earlier?.[0] ?? 0) > 0 ? 'all' : type };
}

/** How many of the games counted were loaded play by play, and how many are known by season totals alone. */
function coverageOf(row: EntityRow, lines: Lines, behind: BehindTotals | null, asOf: AsOf) {
  const games = lines.career[0] ?? 0;
  const ofPart = !totalsCertain(row, asOf)
    ? (row.before?.[0] ?? 0) + (row.line?.[0] ?? 0)
    : behind?.season_order === row.season_order
      ? behind.games
      : 0;
  const fromPlays = (row.games_before ?? 0) + ofPart;
  return { games_from_plays: fromPlays, games_from_totals: games - fromPlays };
}

function describeLines(league: League, scopes: readonly Scope[], lines: Lines) {
  return Object.fromEntries(
    scopes.map((name) => [name, { counters: toCounters(league.sport, lines[name]) }]),
  );
}
