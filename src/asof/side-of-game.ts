/** What one side of a game did together: units and connections, as of an instant. */
import type pg from 'pg';
import type { League } from '../sports/leagues.ts';
import { type CoursePlay, readCourse } from './course.ts';
import { readLineHeads, readLineRows } from './game-lines.ts';
import { Lru } from './lru.ts';
import type { AsOf, Db } from './query.ts';
import type { TeamGame } from './team-games.ts';
import { type Connection, connectionsOf, type Unit, type UnitLine, unitsOf } from './units.ts';

export interface SideOfGame {
  readonly units: readonly Unit[];
  readonly connections: readonly Connection[];
}

/** Whole games of a season of thirty teams, both sides. A side takes some ten kilobytes. */
const KEPT = 2_500;

const memories = new WeakMap<pg.Pool, Lru<SideOfGame>>();

/**
 * Read a side's game. A game that was over by the instant is kept in the process: a version of it never changes, and
 * a season's games are asked for again and again.
 */
export async function readSideOfGame(
  pool: pg.Pool,
  db: Db,
  league: League,
  game: TeamGame,
  asOf: AsOf & { readonly basis: number },
): Promise<SideOfGame> {
  const over = asOf.boundary === 'at' ? game.last_play_at <= asOf.at : game.last_play_at < asOf.at;
  if (!over) return work(db, league, game, asOf);
  const memory = memories.get(pool) ?? new Lru<SideOfGame>(KEPT);
  memories.set(pool, memory);
  const key = `${league.code} ${game.game_key} ${game.side} ${game.version}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const fresh = await work(db, league, game, asOf);
  memory.set(key, fresh);
  return fresh;
}

async function work(
  db: Db,
  league: League,
  game: TeamGame,
  asOf: AsOf & { readonly basis: number },
): Promise<SideOfGame> {
  const { code, sport } = league;
  const { basis } = asOf;
  const course = await readCourse(db, code, game.game_key, basis);
  const heads = await readLineHeads(db, code, 'player', game.game_key, basis);
  const own = new Set(heads.filter(({ side }) => side === game.side).map(({ id }) => id));
  const span = { key: game.game_key, from: game.first_play_at, to: game.last_play_at };
  // Of plays that share instant and order key the last holds the row.
  const positions = new Map(course.map((play, position) => [`${play.at} ${play.order}`, position]));
  const lines = new Map<string, { id: string; rows: UnitLine['rows'][number][] }>();
  for (const row of await readLineRows(db, code, 'player', span, basis)) {
    if (!own.has(row.id)) continue;
    const line = lines.get(row.id) ?? { id: row.id, rows: [] };
    lines.set(row.id, line);
    line.rows.push({
      position: positions.get(`${row.wall_clock_time} ${row.order_key}`) ?? 0,
      line: row.line,
      active: row.elapsed !== null,
    });
  }
  const counted = countedOf(course, asOf);
  const all = [...lines.values()];
  return {
    units:
      sport.floorSize === null ? [] : unitsOf(sport, all, course, game.side === 'home' ? 1 : -1, counted),
    connections: connectionsOf(sport, all, counted),
  };
}

function countedOf(course: readonly CoursePlay[], { at, boundary }: AsOf): number {
  return course.findLastIndex((play) => (boundary === 'at' ? play.at <= at : play.at < at)) + 1;
}
