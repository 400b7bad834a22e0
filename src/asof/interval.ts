/** What was earned between two points: the difference of two as-ofs, with bounds where an end is in doubt. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { difference, isOpen } from './difference.ts';
import { headerOf, headOf, keyOf } from './directory.ts';
import { describePlay } from './game-state.ts';
import { type GameStretch, placesOfStretch } from './game-stretch.ts';
import { formatInstant } from './instant.ts';
import {
  type Candidate,
  type End,
  gamesFromPlays,
  readEndAt,
  readEndsAt,
  type Subject,
} from './interval-end.ts';
import { newestBasis } from './ledger.ts';
import { toStatLine } from './published.ts';
import { type Boundary, type Db, inSnapshot } from './query.ts';
import { readSeasonParts } from './season-parts.ts';
import { describeSpread, type Spread, spreadOf } from './spread.ts';
import { UnknownGameError } from './unknown-game.ts';

/** From one instant to another, both epoch milliseconds. */
export interface InstantStretch {
  readonly from: number;
  readonly to: number;
}

export interface IntervalQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  readonly stretch: InstantStretch | GameStretch;
  readonly boundary: Boundary;
  readonly basis: number | null;
  readonly seasonType: SeasonType | 'all';
}

interface Found {
  readonly basis: number;
  readonly from: End;
  readonly to: End;
  readonly counters: Vector;
  readonly bounds: Spread | null;
}

/** The answer, or null for a player or team that was not known. Throws `UnknownGameError`, `NoSuchTimeError`. */
export async function answerInterval(pool: pg.Pool, question: IntervalQuestion) {
  const { league, kind, id, stretch } = question;
  const key = await keyOf(pool, league, kind, id);
  if (key === null) return null;
  const found = await inSnapshot(pool, (db) => readInterval(db, question, key));
  const { basis, from, to, counters, bounds } = found;
  const head = await headOf(pool, league, kind, key, basis);
  if (head === null) return null;
  const played = gamesFromPlays(to) - gamesFromPlays(from);
  return {
    league: league.code,
    [kind]: { id, name: head.name },
    from: await describeEnd(pool, league, from, basis),
    to: await describeEnd(pool, league, to, basis),
    game_id: 'gameId' in stretch ? stretch.gameId : null,
    boundary: question.boundary,
    basis,
    season_type: question.seasonType,
    ...toStatLine(league.sport, counters),
    bounds: bounds === null ? null : describeSpread(league.sport, bounds),
    coverage: { games_from_plays: played, games_from_totals: (counters[0] ?? 0) - played },
  };
}

async function readInterval(db: Db, question: IntervalQuestion, key: number): Promise<Found> {
  const { league, kind, seasonType, basis } = question;
  const { sport } = league;
  const [from, to] = await readEnds(db, { league, kind, key, seasonType }, question);
  const states = [from.best, to.best, ...from.doubtful, ...to.doubtful];
  const parts = states.some((state) => isOpen(sport, kind, state))
    ? await readSeasonParts(db, league, kind, key, seasonType, basis)
    : [];
  const earned = (a: Candidate, b: Candidate) => difference(sport, kind, a, b, parts);
  return {
    basis: basis ?? (await newestBasis(db)),
    from,
    to,
    counters: earned(from.best, to.best),
    bounds: spreadOf(from, to, earned),
  };
}

async function readEnds(
  db: Db,
  subject: Subject,
  { stretch, boundary, basis }: IntervalQuestion,
): Promise<readonly [End, End]> {
  if (!('gameId' in stretch)) {
    const end = (at: number) => readEndAt(db, subject, { at, boundary, basis });
    return [await end(stretch.from), await end(stretch.to)];
  }
  const places = await placesOfStretch(db, subject.league, stretch, boundary, basis);
  if (places === null) throw new UnknownGameError(subject.league, stretch.gameId);
  const [from, to] = await readEndsAt(db, subject, places, basis);
  if (from === undefined || to === undefined) throw new RangeError('a line for each place was asked for');
  return [from, to];
}

async function describeEnd(pool: pg.Pool, league: League, { asOf, best, behind }: End, basis: number) {
  const { line } = best;
  const game = line.game_key === null ? null : await headerOf(pool, league, line.game_key, basis);
  const last = behind ?? (game === null ? null : { ...line, game_id: game.game_id });
  return { as_of: formatInstant(asOf.at), last_play: last === null ? null : describePlay(last) };
}
