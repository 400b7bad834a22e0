/** A team's units and connections in a game or a season, as of an instant. */
import type pg from 'pg';
import { partOfOrder, SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import { type League, seasonLabel } from '../sports/leagues.ts';
import { headOf, keyOf } from './directory.ts';
import { readGame } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { newestBasis } from './ledger.ts';
import { type AsOf, inSnapshot } from './query.ts';
import { readSideOfGame, type SideOfGame } from './side-of-game.ts';
import { readNewestTeamPart, readTeamGames, type TeamGame } from './team-games.ts';
import { type Connection, together } from './units.ts';
import { UnknownGameError } from './unknown-game.ts';

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
  const groups = together(
    found.sides.map(({ units }) => units),
    size,
  ).filter(({ players }) => playerId === null || players.includes(playerId));
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
  const pairs = summed(found.sides.flatMap(({ connections }) => connections)).filter(
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

async function readSides(pool: pg.Pool, question: TogetherQuestion) {
  const { league, teamId, asOf } = question;
  const key = await keyOf(pool, league, 'team', teamId);
  if (key === null) return null;
  return inSnapshot(pool, async (db) => {
    const basis = asOf.basis ?? (await newestBasis(db));
    const fixed = { ...asOf, basis };
    const head = await headOf(pool, league, 'team', key, basis);
    if (head === null) return null;
    const { gameId } = question;
    if (gameId !== null && (await readGame(db, league.code, gameId, fixed)) === null) {
      throw new UnknownGameError(league, gameId);
    }
    const newest = await readNewestTeamPart(db, league.code, key, fixed);
    const games =
      newest === null
        ? []
        : await readTeamGames(db, league.code, key, fixed, partsOf(question, newest), question.gameId);
    const chosen = question.scope === 'season' ? games : games.slice(-1);
    const sides: SideOfGame[] = [];
    for (const game of chosen) sides.push(await readSideOfGame(pool, db, league, game, fixed));
    return { basis, sides, frame: frameOf(question, head.name, basis, newest, chosen) };
  });
}

/** First and last season part that count. A game that is named may be of any season. */
function partsOf({ gameId, seasonType }: TogetherQuestion, newest: number): readonly [number, number] {
  if (gameId !== null) return [0, newest];
  const year = newest - (newest % 10);
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

function summed(connections: readonly Connection[]): Connection[] {
  const pairs = new Map<string, Connection>();
  for (const { from, to, count, score } of connections) {
    const key = `${from} ${to}`;
    const known = pairs.get(key) ?? { from, to, count: 0, score: 0 };
    pairs.set(key, known);
    known.count += count;
    known.score += score;
  }
  return [...pairs.values()].sort(
    (a, b) => b.count - a.count || b.score - a.score || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
  );
}

/** Names of players as the basis knows them. */
async function naming(pool: pg.Pool, league: League, basis: number, ids: readonly string[]) {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const key = await keyOf(pool, league, 'player', id);
    const head = key === null ? null : await headOf(pool, league, 'player', key, basis);
    names.set(id, head?.name ?? id);
  }
  return (id: string) => ({ id, name: names.get(id) ?? id });
}
