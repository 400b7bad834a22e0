/** The last games somebody had played in at an instant, the present one included, added up. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { Sport } from '../sports/sport.ts';
import { add, type Vector } from '../store/careers.ts';
import { combine } from './combine.ts';
import { difference } from './difference.ts';
import { headOf, keyOf } from './directory.ts';
import { type EntityGame, readEntityGames } from './entity-games.ts';
import { describePlay } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { type Candidate, type End, readEndAt, readEndsAt, type Subject } from './interval-end.ts';
import { newestBasis } from './ledger.ts';
import { ORDER_BEFORE } from './line-sql.ts';
import { toStatLine, zeroValues } from './published.ts';
import { type AsOf, type Db, inSnapshot } from './query.ts';
import { readSeasonParts } from './season-parts.ts';
import { describeSpread, type Spread } from './spread.ts';

export interface LastGamesQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  /** How many games. */
  readonly games: number;
  readonly asOf: AsOf;
  readonly seasonType: SeasonType | 'all';
}

interface Found {
  readonly basis: number;
  readonly to: End;
  readonly games: readonly EntityGame[];
  readonly counters: Vector;
  readonly bounds: Spread | null;
  /** Games since the first of them that are known by season totals alone. */
  readonly unseen: number;
}

/** The answer, or null for a player or team that was not known. */
export async function answerLastGames(pool: pg.Pool, question: LastGamesQuestion) {
  const { league, kind, id, asOf } = question;
  const key = await keyOf(pool, league, kind, id);
  if (key === null) return null;
  const { basis, to, games, counters, bounds, unseen } = await inSnapshot(pool, (db) =>
    readLastGames(db, question, key),
  );
  const head = await headOf(pool, league, kind, key, basis);
  if (head === null) return null;
  const { line } = to.best;
  const lastGame = games.find(({ game_key }) => game_key === line.game_key);
  const last = to.behind ?? (lastGame === undefined ? null : { ...line, game_id: lastGame.game_id });
  const first = games.at(-1);
  return {
    league: league.code,
    [kind]: { id, name: head.name },
    from: { as_of: first === undefined ? null : formatInstant(first.started_at), last_play: null },
    to: { as_of: formatInstant(asOf.at), last_play: last === null ? null : describePlay(last) },
    game_id: null,
    games: games.map(({ game_id }) => game_id).reverse(),
    boundary: asOf.boundary,
    basis,
    season_type: question.seasonType,
    ...toStatLine(league.sport, counters),
    bounds: bounds === null ? null : describeSpread(league.sport, bounds),
    coverage: { games_from_plays: games.length, games_from_totals: unseen },
  };
}

async function readLastGames(db: Db, question: LastGamesQuestion, key: number): Promise<Found> {
  const { league, kind, games: wanted, asOf, seasonType } = question;
  const { sport } = league;
  const subject: Subject = { league, kind, key, seasonType };
  const to = await readEndAt(db, subject, asOf);
  const latest = Math.max(asOf.at, ...to.doubtful.map(({ at }) => at.at));
  // One more than wanted: of the newest, he may not have been in it yet.
  const begun = await readEntityGames(
    db,
    subject,
    { from: 0, to: latest, direction: 'desc', limit: wanted + 1, played: true },
    asOf.basis,
  );
  const sumOf = (state: Candidate) => lastOf(sport, kind, begun, state, wanted);
  const best = sumOf(to.best);
  const sums = to.doubtful.map((state) => sumOf(state).counters);
  const first = best.games.at(-1);
  return {
    basis: asOf.basis ?? (await newestBasis(db)),
    to,
    games: best.games,
    counters: best.counters,
    bounds: boundsOf([best.counters, ...sums], to),
    unseen: first === undefined ? 0 : await unseenSince(db, subject, first, to, best.games.length),
  };
}

/** The last games at a state of the line, newest first, and their sum. */
function lastOf(
  sport: Sport,
  kind: Kind,
  begun: readonly EntityGame[],
  { line, place }: Candidate,
  wanted: number,
): { readonly games: readonly EntityGame[]; readonly counters: Vector } {
  const present = combine(sport, kind, line, place).game;
  const lineOf = (game: EntityGame) => (game.game_key === line.game_key ? present : game.final);
  const reached = line.wall_clock_time ?? Number.NEGATIVE_INFINITY;
  const games = begun.filter((game) => game.started_at <= reached && lineOf(game)[0] !== 0).slice(0, wanted);
  return { games, counters: games.map(lineOf).reduce(add, zeroValues(sport)) };
}

function boundsOf(sums: readonly Vector[], to: End): Spread | null {
  const extreme = (pick: (...values: number[]) => number): Vector =>
    (sums[0] ?? []).map((_, position) => pick(...sums.map((sum) => sum[position] ?? 0)));
  const [min, max] = [extreme(Math.min), extreme(Math.max)];
  if (min.every((value, position) => value === max[position])) return null;
  return { min, max, playsInDoubt: to.doubtful.filter(({ changes }) => changes).length };
}

/** Games since the first of the last ones that only season totals tell of. */
async function unseenSince(
  db: Db,
  subject: Subject,
  first: EntityGame,
  to: End,
  counted: number,
): Promise<number> {
  const { league, kind, key, seasonType } = subject;
  const { basis } = to.asOf;
  const [before] = await readEndsAt(db, subject, [{ at: first.started_at, order: ORDER_BEFORE }], basis);
  if (before === undefined) return 0;
  const parts = await readSeasonParts(db, league, kind, key, seasonType, basis);
  return (difference(league.sport, kind, before.best, to.best, parts)[0] ?? counted) - counted;
}
