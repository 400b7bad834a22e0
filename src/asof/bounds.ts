/**
 * Where an instant falls inside the interval of plays, the answer has bounds: for every counter the least and
 * the greatest value it may have had, counting only what surely had happened, then each play that may have.
 */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { combine, type Lines, SCOPES, type Scope } from './combine.ts';
import { type LineAt, type Place, readDoubtfulPlays, readLinesAt } from './doubt.ts';
import type { EntityRow } from './entity.ts';
import type { GameRow } from './game-state.ts';
import { ORDER_AT } from './line-sql.ts';
import { zeroValues } from './published.ts';
import { type AsOf, type Db, orderOf } from './query.ts';

export interface Bounds {
  readonly min: Lines;
  readonly max: Lines;
  /** Plays, or season totals, that may or may not count and would change the line. */
  readonly playsInDoubt: number;
}

export interface DoubtQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly key: number;
  readonly asOf: AsOf;
  readonly seasonType: SeasonType | 'all';
}

/** A state the line may have been in: after a play in doubt, or before the first. */
export interface DoubtStep {
  readonly place: Place;
  readonly line: LineAt;
  readonly lines: Lines;
  /** Whether what is in doubt changes the line here; false of the first. */
  readonly changes: boolean;
}

export interface Doubted {
  /** In order; each may have been the state at the instant. */
  readonly steps: readonly DoubtStep[];
  /** Plays, or season totals, that change the line. */
  readonly doubts: number;
}

/** Bounds of an entity's line, or null where it is exact. `game` is the entity's game in progress. */
export async function readBounds(
  db: Db,
  question: DoubtQuestion,
  row: EntityRow,
  lines: Lines,
  game: GameRow | null,
): Promise<Bounds | null> {
  const found = await readDoubtSteps(db, question, row, lines, game);
  return found === null
    ? null
    : spread(
        found.steps.map((step) => step.lines),
        found.doubts,
      );
}

/** All states an entity's line may have been in at the instant, or null where it is exact. */
export async function readDoubtSteps(
  db: Db,
  question: DoubtQuestion,
  row: EntityRow,
  lines: Lines,
  game: GameRow | null,
): Promise<Doubted | null> {
  const steps = await readSteps(db, question, row, lines, doubtfulGame(row, question.asOf, game));
  const doubts = steps.filter(({ changes }) => changes).length;
  return doubts === 0 ? null : { steps, doubts };
}

/** The line with each of what is in doubt in its game, changed by it or not; none where nothing is in doubt. */
export function readEveryStep(
  db: Db,
  question: DoubtQuestion,
  row: EntityRow,
  lines: Lines,
  game: GameRow | null,
): Promise<DoubtStep[]> {
  // Of somebody on the bench the last plays of his game may be in doubt though none of his own is.
  return readSteps(db, question, row, lines, doubtfulGame(row, question.asOf, game) ?? row.game_key);
}

async function readSteps(
  db: Db,
  question: DoubtQuestion,
  row: EntityRow,
  lines: Lines,
  gameKey: number | null,
): Promise<DoubtStep[]> {
  if (row.season_certain_at !== null) {
    const place = { at: row.season_certain_at, order: ORDER_AT };
    const here = { at: question.asOf.at, order: orderOf(question.asOf) };
    const now = { place: here, line: row, lines, changes: false };
    const then = (await linesAt(db, question, [place])).map((line) => ({
      place,
      line,
      lines: { ...linesOf(question, line, place.at), game: lines.game },
      changes: true,
    }));
    return [now, ...then];
  }
  if (gameKey === null) return [];
  const plays = await readDoubtfulPlays(db, question.league.code, gameKey, question.asOf);
  const first = plays[0];
  if (first === undefined) return [];
  const places = [
    { at: first.wall_clock_time, order: first.order_key - 1 },
    ...plays.map((play) => ({ at: play.wall_clock_time, order: play.order_key })),
  ];
  const read = await linesAt(db, question, places);
  const steps: DoubtStep[] = [];
  for (const [position, place] of places.entries()) {
    const line = read[position];
    if (line === undefined) continue;
    const all = linesOf(question, line, place.at);
    const lines = line.game_key === gameKey ? all : { ...all, game: zeroValues(question.league.sport) };
    const before = steps.at(-1);
    steps.push({ place, line, lines, changes: before !== undefined && differs(lines, before.lines) });
  }
  return steps;
}

/**
 * The game whose plays may be in doubt: the one of the last row, the one about to be entered, or the one going on.
 * In that order, for a game whose end was never told goes on until its season is over.
 */
function doubtfulGame(row: EntityRow, asOf: AsOf, game: GameRow | null): number | null {
  if (row.game_key !== null && row.latest !== null && row.latest >= asOf.at) return row.game_key;
  if (row.next_earliest !== null && row.next_earliest <= asOf.at) return row.next_game_key;
  return game !== null && game.game_precision !== 'millisecond' ? game.game_key : null;
}

function linesAt(
  db: Db,
  { league, kind, key, asOf, seasonType }: DoubtQuestion,
  places: readonly Place[],
): Promise<LineAt[]> {
  return readLinesAt(db, league, kind, key, places, seasonType, asOf.basis);
}

function linesOf({ league, kind }: DoubtQuestion, line: LineAt, at: number): Lines {
  return combine(league.sport, kind, line, { at, boundary: 'at' });
}

function differs(a: Lines, b: Lines): boolean {
  return SCOPES.some((scope) => a[scope].some((value, position) => value !== b[scope][position]));
}

/** Least and greatest of every counter; plus/minus may have been lower, or higher, in between. */
function spread(steps: readonly Lines[], playsInDoubt: number): Bounds {
  const extreme = (pick: (...values: number[]) => number): Lines => {
    const of = (scope: Scope): Vector =>
      (steps[0]?.[scope] ?? []).map((_, position) => {
        const values = steps.map((step) => step[scope][position] ?? null);
        return values.includes(null) ? null : pick(...values.filter((value) => value !== null));
      });
    return { game: of('game'), season: of('season'), career: of('career') };
  };
  return { min: extreme(Math.min), max: extreme(Math.max), playsInDoubt };
}
