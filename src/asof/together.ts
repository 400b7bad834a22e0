/** A team's units and connections in a game or a season, as of an instant. */
import type pg from 'pg';
import { partOfOrder, SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { headOf, keyOf } from './directory.ts';
import { readGame } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { knownNow } from './knowledge.ts';
import { connected, together } from './packed-side.ts';
import type { AsOf } from './query.ts';
import { readSideOfGame } from './side-of-game.ts';
import {
  type NewestGame,
  readNewestTeamGame,
  readTeamGame,
  readTeamGames,
  type TeamGame,
} from './team-games.ts';
import { UnknownGameError } from './unknown-game.ts';

/** No season lasts longer, all its parts together; it keeps the search to the games of its time. */
const LONGEST_SEASON_MS = 500 * 86_400_000;

export interface TogetherQuestion {
  readonly league: League;
  readonly teamId: string;
  readonly asOf: AsOf;
  /** `game` is the one asked for, or the last one begun. A career's are not kept: no read scans a career. */
  readonly scope: 'game' | 'season';
  readonly gameId: string | null;
  readonly seasonType: SeasonType | 'all';
  /** Only what this player had part in. */
  readonly playerId: string | null;
  readonly limit: number;
}

/** Groups of so many who were on together; null for a team that was not known. Throws `UnknownGameError`. */
export async function answerLineups(pool: pg.Pool, question: TogetherQuestion & { readonly size: number }) {
  const found = await readSides(pool, question);
  if (found === null) return null;
  const { league, playerId, size, limit } = question;
  const groups = together(found.sides, size).filter(
    ({ players }) => playerId === null || players.includes(playerId),
  );
  const nameOf = await naming(
    pool,
    league,
    found.basis,
    groups.slice(0, limit).flatMap(({ players }) => players),
  );
  return {
    ...found.frame,
    size,
    lineups_in_all: groups.length,
    lineups: groups.slice(0, limit).map(({ players, games, elapsed, plusMinus }) => ({
      players: players.map(nameOf),
      games,
      seconds: elapsed / 100,
      plus_minus: plusMinus,
    })),
  };
}

/** Who handed on to whom; null for a team that was not known. Throws `UnknownGameError`. */
export async function answerAssists(pool: pg.Pool, question: TogetherQuestion) {
  const found = await readSides(pool, question);
  if (found === null) return null;
  const { league, playerId, limit } = question;
  const pairs = connected(found.sides).filter(
    ({ from, to }) => playerId === null || from === playerId || to === playerId,
  );
  const nameOf = await naming(
    pool,
    league,
    found.basis,
    pairs.slice(0, limit).flatMap(({ from, to }) => [from, to]),
  );
  return {
    ...found.frame,
    by: league.sport.assisted?.by ?? null,
    of: league.sport.assisted?.of ?? null,
    pairs_in_all: pairs.length,
    pairs: pairs.slice(0, limit).map(({ from, to, count, score }) => ({
      from: nameOf(from),
      to: nameOf(to),
      count,
      score,
    })),
  };
}

/** All of it at one basis, which never changes: no snapshot is needed. */
async function readSides(pool: pg.Pool, question: TogetherQuestion) {
  const { league, teamId, asOf } = question;
  const key = await keyOf(pool, league, 'team', teamId);
  if (key === null) return null;
  const basis = asOf.basis ?? (await knownNow(pool));
  const fixed = { ...asOf, basis };
  const head = await headOf(pool, league, 'team', key, basis);
  if (head === null) return null;
  const { gameId } = question;
  if (gameId !== null && (await readGame(pool, league.code, gameId, fixed)) === null) {
    throw new UnknownGameError(league, gameId);
  }
  const newest = await readNewestTeamGame(pool, league.code, key, fixed);
  const games = newest === null ? [] : await readGames(pool, question, key, basis, newest);
  const chosen = question.scope === 'season' ? games : games.slice(-1);
  const sides = await Promise.all(chosen.map((game) => readSideOfGame(pool, league, game, fixed)));
  return { basis, sides, frame: frameOf(question, head.name, basis, newest?.season_order ?? null, chosen) };
}

/** Games of the season of the newest, or the one that is named: it may be of any season. */
function readGames(
  pool: pg.Pool,
  { league, asOf, gameId, seasonType }: TogetherQuestion,
  key: number,
  basis: number,
  newest: NewestGame,
): Promise<TeamGame[]> {
  const fixed = { at: asOf.at, basis };
  if (gameId !== null) return readTeamGame(pool, league.code, key, fixed, gameId);
  const since = newest.started_at - LONGEST_SEASON_MS;
  return readTeamGames(pool, league.code, key, fixed, partsOf(newest.season_order, seasonType), since);
}

/** First and last season part that count, of the season of one of them. */
function partsOf(order: number, seasonType: SeasonType | 'all'): readonly [number, number] {
  const year = order - (order % 10);
  if (seasonType === 'all') return [year, year + 9];
  const part = year + SEASON_TYPES.indexOf(seasonType);
  return [part, part];
}

function frameOf(
  { league, teamId, asOf, scope, seasonType }: TogetherQuestion,
  name: string,
  basis: number,
  newest: number | null,
  games: readonly TeamGame[],
) {
  const order = games.at(-1)?.season_order ?? newest;
  return {
    league: league.code,
    team: { id: teamId, name },
    as_of: formatInstant(asOf.at),
    boundary: asOf.boundary,
    basis,
    scope,
    season: order === null ? null : seasonLabel(league, partOfOrder(order).year),
    season_type: seasonType,
    games: games.length,
    game_id: scope === 'game' ? (games.at(-1)?.game_id ?? null) : null,
  };
}

/** Names of players as the basis knows them, read together. */
async function naming(pool: pg.Pool, league: League, basis: number, ids: readonly string[]) {
  const named = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const key = await keyOf(pool, league, 'player', id);
      const head = key === null ? null : await headOf(pool, league, 'player', key, basis);
      return [id, head?.name ?? id] as const;
    }),
  );
  const names = new Map(named);
  return (id: string) => ({ id, name: names.get(id) ?? id });
}
