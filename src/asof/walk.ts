/**
 * An entity's line, step by step: every place in the order of plays at which it may change, with the totals from
 * there on. Games are read a few at a time, so a walk costs what it covers, not what the career is long.
 */

import type { Kind } from '../plays/kind.ts';
import type { Precision } from '../plays/play.ts';
import type { Sport } from '../sports/sport.ts';
import { type Board, readBoards } from './boards.ts';
import { combine, type Levels, type Lines } from './combine.ts';
import type { Place } from './doubt.ts';
import { type EntityGame, readEntityGames } from './entity-games.ts';
import type { Subject } from './interval-end.ts';
import type { Db } from './query.ts';
import { type RunningRow, readRunningRows } from './running-rows.ts';
import type { SeasonPartRow } from './season-parts.ts';
import { comparePlaces } from './spread.ts';

export interface Step extends Place {
  /** Null where season totals take over. */
  readonly game: EntityGame | null;
  readonly season_order: number;
  readonly precision: Precision;
  readonly earliest: number;
  readonly latest: number;
  readonly lines: Lines;
}

export interface Walk {
  /** Steps after the one place, up to and with the other. */
  readonly after: Place;
  readonly until: Place;
  /** All season parts of the entity, and the basis they were read at. */
  readonly parts: readonly SeasonPartRow[];
  readonly basis: number | null;
  /** Whether counters that run by themselves are of interest: then every play of an active line is a step. */
  readonly accruing: boolean;
}

/** Games read at a time. */
const BATCH = 16;

/** The steps in order. A game counts where `wanted` says so; the others are passed over. */
export function walk(
  db: Db,
  subject: Subject,
  walked: Walk,
  wanted: (game: EntityGame) => boolean = () => true,
): AsyncGenerator<Step> {
  return walkGames(db, subject, walked, gamesOf(db, subject, walked, wanted));
}

async function* gamesOf(
  db: Db,
  subject: Subject,
  { after, until, basis }: Walk,
  wanted: (game: EntityGame) => boolean,
): AsyncGenerator<EntityGame[]> {
  const present = { from: 0, to: after.at, direction: 'desc', limit: 1 } as const;
  let games = await readEntityGames(db, subject, present, basis);
  for (let from = after.at + 1; from <= until.at; ) {
    const next = { from, to: until.at, direction: 'asc', limit: BATCH } as const;
    const fresh = await readEntityGames(db, subject, next, basis);
    yield [...games, ...fresh].filter(wanted);
    games = [];
    if (fresh.length < BATCH) return;
    from = (fresh.at(-1)?.started_at ?? until.at) + 1;
  }
  yield games.filter(wanted);
}

/** The steps in some games only, which come in order, a few at a time. */
export async function* walkGames(
  db: Db,
  subject: Subject,
  walked: Walk,
  batches: AsyncIterable<readonly EntityGame[]>,
): AsyncGenerator<Step> {
  const marks = walked.parts.flatMap(markOf).sort(comparePlaces);
  let held: readonly EntityGame[] = [];
  for await (const games of batches) {
    if (games.length === 0) continue;
    const last = held.at(-1);
    if (last !== undefined) {
      yield* stepsIn(db, subject, walked, held, dueBy(marks, last.ended_at ?? last.started_at));
    }
    held = games;
  }
  yield* stepsIn(db, subject, walked, held, dueBy(marks, walked.until.at));
}

/** Take out the marks up to an instant. */
function dueBy(marks: Mark[], horizon: number): Mark[] {
  return marks.splice(0, marks.findLastIndex((mark) => mark.at <= horizon) + 1);
}

async function* stepsIn(
  db: Db,
  subject: Subject,
  { after, until, parts, basis, accruing }: Walk,
  games: readonly EntityGame[],
  marks: readonly Mark[],
): AsyncGenerator<Step> {
  const within = (place: Place) => comparePlaces(place, after) > 0 && comparePlaces(place, until) <= 0;
  const { code, sport } = subject.league;
  const rows = games.length === 0 ? [] : await readRunningRows(db, subject, games, basis);
  const active = accruing ? [...new Set(rows.map(({ game_key }) => game_key))] : [];
  const boards = active.length === 0 ? [] : await readBoards(db, code, active, basis);
  const scene = { games: new Map(games.map((game) => [game.game_key, game])), parts };
  for (const step of stepsOf(sport, subject.kind, scene, rows, boards, marks)) {
    if (within(step)) yield step;
  }
}

interface Mark extends Place {
  readonly part: SeasonPartRow;
}

/** Where a part's totals take over: the running line has a row there, before every play of the instant. */
function markOf(part: SeasonPartRow): Mark[] {
  return part.stated_at === null ? [] : [{ at: part.stated_at, order: 0, part }];
}

interface Scene {
  readonly games: ReadonlyMap<number, EntityGame>;
  readonly parts: readonly SeasonPartRow[];
}

/** Steps of some games and marks: at each row, at each mark, and at each play while the last row is active. */
function* stepsOf(
  sport: Sport,
  kind: Kind,
  { games, parts }: Scene,
  rows: readonly RunningRow[],
  boards: readonly Board[],
  marks: readonly Mark[],
): Generator<Step> {
  const partOf = new Map(parts.map((part) => [part.season_order, part]));
  const events = [
    ...rows.map((row) => ({ at: row.at, order: row.order, row })),
    ...boards.map((board) => ({ at: board.at, order: board.order, board })),
    ...marks.map((mark) => ({ at: mark.at, order: mark.order, mark })),
  ].sort((a, b) => comparePlaces(a, b) || Number('board' in a) - Number('board' in b));
  let current: { readonly row: RunningRow; readonly game: EntityGame; readonly part: SeasonPartRow } | null =
    null;
  for (const event of events) {
    if ('mark' in event) {
      const { part, at, order } = event.mark;
      current = null;
      const nothing = sport.counters.map(() => 0);
      const lines = combine(sport, kind, levelsOf(part, null, nothing), { at, boundary: 'at' });
      const [earliest, latest] = [part.stated_from ?? at, at];
      yield {
        at,
        order,
        game: null,
        season_order: part.season_order,
        precision: 'season',
        earliest,
        latest,
        lines,
      };
      continue;
    }
    if ('row' in event) {
      const game = games.get(event.row.game_key);
      const part = game === undefined ? undefined : partOf.get(game.season_order);
      if (game === undefined || part === undefined) continue;
      current = { row: event.row, game, part };
    } else {
      const { row } = current ?? {};
      if (row === undefined || row.elapsed === null || row.game_key !== event.board.game_key) continue;
      if (comparePlaces(event, row) === 0) continue;
    }
    if (current === null) continue;
    const { row, game, part } = current;
    const source = 'board' in event ? event.board : row;
    const levels = {
      ...levelsOf(part, game, row.line),
      elapsed: row.elapsed,
      margin: row.margin,
      ...('board' in event
        ? {
            play_elapsed: event.board.elapsed,
            home_score: event.board.home_score,
            away_score: event.board.away_score,
          }
        : {}),
    };
    yield {
      at: event.at,
      order: event.order,
      game,
      season_order: game.season_order,
      precision: source.precision,
      earliest: source.earliest ?? event.at,
      latest: source.latest ?? event.at,
      lines: combine(sport, kind, levels, { at: event.at, boundary: 'at' }),
    };
  }
}

function levelsOf(part: SeasonPartRow, game: EntityGame | null, line: Levels['line']): Levels {
  const { carry, earlier, stated, stated_at } = part;
  return {
    line,
    elapsed: null,
    margin: null,
    play_elapsed: null,
    home_score: null,
    away_score: null,
    side: game?.side ?? null,
    before: game?.before ?? null,
    carry,
    earlier,
    stated,
    stated_at,
  };
}
