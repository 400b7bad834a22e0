/** One end of an interval: the line there, the lines it may have been where that is in doubt, its last play. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import { type DoubtStep, readDoubtSteps, readEveryStep } from './bounds.ts';
import { combine, type Lines, totalsCertain } from './combine.ts';
import type { LineEnd } from './difference.ts';
import { headerOf } from './directory.ts';
import { type LineAt, type Place, readLinesAt } from './doubt.ts';
import { readEntityAndBoard } from './entities.ts';
import { type BehindTotals, readBehindTotals, readEntity } from './entity.ts';
import { readGameByKey } from './game-state.ts';
import { type AsOf, type Db, orderOf } from './query.ts';

export interface Subject {
  readonly league: League;
  readonly kind: Kind;
  readonly key: number;
  readonly seasonType: SeasonType | 'all';
}

/** A state the line may have been in at an end. */
export interface Candidate extends LineEnd {
  readonly line: LineAt;
  readonly at: Place;
  /** Whether a play in doubt, or season totals in doubt, make it differ from the one before. */
  readonly changes: boolean;
}

export interface End {
  readonly asOf: AsOf;
  readonly lines: Lines;
  /** The best value. */
  readonly best: Candidate;
  /** All states the line may have been in; none where the end is exact. */
  readonly doubtful: readonly Candidate[];
  /** Behind a line that stands on season totals. */
  readonly behind: BehindTotals | null;
}

/** An end at an instant. */
export async function readEndAt(db: Db, subject: Subject, asOf: AsOf): Promise<End> {
  const { league, kind, key, seasonType } = subject;
  const row = await readEntity(db, league, kind, key, asOf, seasonType, 'sought');
  const game =
    row.current_game_key === null ? null : await readGameByKey(db, league.code, row.current_game_key, asOf);
  const lines = combine(league.sport, kind, row, asOf);
  const found = await readDoubtSteps(db, { ...subject, asOf }, row, lines, game);
  return {
    asOf,
    lines,
    best: { line: row, place: asOf, at: { at: asOf.at, order: orderOf(asOf) }, changes: false },
    doubtful: found === null ? [] : found.steps.map((step) => candidateOf(step, asOf)),
    behind: await behindOf(db, subject, row, asOf),
  };
}

/**
 * All states that a line may have been in at an instant, at a basis; none where it is exact. What is asked for several
 * lines at the same time is read together.
 */
export async function readDoubtful(
  pool: pg.Pool,
  subject: Subject,
  at: AsOf,
  basis: number,
): Promise<readonly Candidate[]> {
  const asOf = { ...at, basis };
  const { row, game, lines } = await readLineAndGame(pool, subject, asOf, basis);
  const found = await readDoubtSteps(pool, { ...subject, asOf }, row, lines, game);
  return found === null ? [] : found.steps.map((step) => candidateOf(step, asOf));
}

/** The same with plays in doubt that change other lines of the game only. */
export async function readEveryDoubtful(
  pool: pg.Pool,
  subject: Subject,
  at: AsOf,
  basis: number,
): Promise<readonly Candidate[]> {
  const asOf = { ...at, basis };
  const { row, game, lines } = await readLineAndGame(pool, subject, asOf, basis);
  const steps = await readEveryStep(pool, { ...subject, asOf }, row, lines, game);
  return steps.map((step) => candidateOf(step, asOf));
}

async function readLineAndGame(
  pool: pg.Pool,
  { league, kind, key, seasonType }: Subject,
  asOf: AsOf,
  basis: number,
) {
  const row = await readEntityAndBoard(pool, league, kind, key, asOf, seasonType, 'sought');
  const { current_game_key: current } = row;
  const game = current === null ? null : await headerOf(pool, league, current, basis);
  return { row, game, lines: combine(league.sport, kind, row, asOf) };
}

/** Ends at places in the order of plays, which nothing puts in doubt. */
export async function readEndsAt(
  db: Db,
  subject: Subject,
  places: readonly Place[],
  basis: number | null,
): Promise<End[]> {
  const { league, kind, key, seasonType } = subject;
  const rows = await readLinesAt(db, league, kind, key, places, seasonType, basis);
  const ends: End[] = [];
  for (const [position, line] of rows.entries()) {
    const at = places[position];
    if (at === undefined) continue;
    const asOf: AsOf = { at: at.at, boundary: 'at', basis };
    const best = { line, place: asOf, at, changes: false };
    const lines = combine(league.sport, kind, line, asOf);
    ends.push({ asOf, lines, best, doubtful: [], behind: await behindOf(db, subject, line, asOf) });
  }
  return ends;
}

/** Games loaded play by play that count at an end. */
export function gamesFromPlays({ best: { line, place }, behind }: End): number {
  const ofPart = !totalsCertain(line, place)
    ? (line.before?.[0] ?? 0) + (line.line?.[0] ?? 0)
    : behind?.season_order === line.season_order
      ? behind.games
      : 0;
  return (line.games_before ?? 0) + ofPart;
}

function candidateOf({ place, line, changes }: DoubtStep, asOf: AsOf): Candidate {
  const isHere = place.at === asOf.at && place.order === orderOf(asOf);
  return { line, at: place, changes, place: isHere ? asOf : { at: place.at, boundary: 'at' } };
}

function behindOf(
  db: Db,
  { league, kind, key, seasonType }: Subject,
  line: LineAt,
  asOf: AsOf,
): Promise<BehindTotals | null> {
  const onTotals = line.season_order !== null && line.game_key === null;
  return onTotals ? readBehindTotals(db, league, kind, key, asOf, seasonType) : Promise.resolve(null);
}
