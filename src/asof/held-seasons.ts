/**
 * Lines of everybody between games, from the games of their seasons kept in the process: who leads is asked again and
 * again, and of all who are ranked only those whose game goes on have changed since the last question.
 */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { settled } from './knowledge.ts';
import { Lru } from './lru.ts';
import type { AsOf } from './query.ts';
import { lineAt, type SeasonGames, standingAt, weightOfGames } from './season-games.ts';
import { type Member, readMembers, readSeasonGames } from './season-games-sql.ts';
import { lastCounted } from './window.ts';

const MEGABYTE = 1024 * 1024;

/** A player's season takes eight kilobytes: a season of a league four megabytes, everybody's last one fifteen. */
const MOST_OF_GAMES = 32 * MEGABYTE;
const MOST_LEAGUES = 8;
const MOST_NAMES = 1_000;

/** Questions from which on it is worth while: to read the games of a season costs as much as some twenty of its lines. */
const OFTEN = 16;

/** Seasons read in one statement at most. */
const AT_ONCE = 256;

interface Memory {
  readonly games: Lru<SeasonGames>;
  readonly members: Lru<readonly Member[]>;
  readonly asked: Lru<number>;
}

const memories = new WeakMap<pg.Pool, Memory>();

function memoryOf(pool: pg.Pool): Memory {
  let memory = memories.get(pool);
  if (memory === undefined) {
    memory = {
      games: new Lru(MOST_OF_GAMES, weightOfGames),
      members: new Lru(MOST_LEAGUES),
      asked: new Lru(MOST_NAMES),
    };
    memories.set(pool, memory);
  }
  return memory;
}

/** Whether a question of this kind came up so often that it is answered from what is kept. */
export function isOften(pool: pg.Pool, name: string): boolean {
  const { asked } = memoryOf(pool);
  const times = Math.min((asked.get(name) ?? 0) + 1, OFTEN);
  asked.set(name, times);
  return times === OFTEN;
}

export interface Wanted {
  readonly league: League;
  readonly kind: Kind;
  readonly seasonType: SeasonType | 'all';
  readonly scope: 'season' | 'career';
  /** Of the season that begins in this year; for careers the last year in which a season had begun. */
  readonly year: number;
  /** Positions of the counters wanted. */
  readonly positions: readonly number[];
}

export interface HeldLines {
  readonly lines: readonly { readonly key: number; readonly line: Vector }[];
  /** Of whom only the running rows tell. */
  readonly unsure: readonly number[];
}

/** The lines of all who have one, and who else may have one. */
export async function readHeldLines(
  pool: pg.Pool,
  wanted: Wanted,
  asOf: AsOf & { readonly basis: number },
): Promise<HeldLines> {
  const { league, kind, seasonType, scope, year, positions } = wanted;
  const last = lastCounted(asOf);
  const lines: { key: number; line: Vector }[] = [];
  const unsure: number[] = [];
  let open: Sought[] = [];
  for (const { key, years, stated } of await membersOf(pool, league, kind, asOf.basis)) {
    const place = scope === 'season' ? years.indexOf(year) : years.findLastIndex((one) => one <= year);
    if (stated) unsure.push(key);
    else if (place >= 0) open.push({ key, years, place });
  }
  while (open.length > 0) {
    const earlier: Sought[] = [];
    const games = await gamesOf(pool, league, kind, open, asOf.basis);
    open.forEach(({ key, years, place }, index) => {
      const played = games[index];
      const standing = played === undefined ? 'unsure' : standingAt(played, seasonType, last);
      if (played === undefined || standing === 'unsure') unsure.push(key);
      else if (standing !== 'before') {
        lines.push({ key, line: lineAt(played, standing, scope, seasonType, positions) });
      } else if (scope === 'career' && place > 0) earlier.push({ key, years, place: place - 1 });
    });
    open = earlier;
  }
  return { lines, unsure };
}

/** Somebody, and the place of a year in those of his seasons. */
interface Sought extends Pick<Member, 'key' | 'years'> {
  readonly place: number;
}

async function membersOf(
  pool: pg.Pool,
  league: League,
  kind: Kind,
  basis: number,
): Promise<readonly Member[]> {
  const { members } = memoryOf(pool);
  const name = `${league.code} ${kind} ${settled(pool, league.code, null, basis)}`;
  const known = members.get(name);
  if (known !== undefined) return known;
  const fresh = await readMembers(pool, league, kind, basis);
  members.set(name, fresh);
  return fresh;
}

async function gamesOf(
  pool: pg.Pool,
  league: League,
  kind: Kind,
  sought: readonly Sought[],
  basis: number,
): Promise<SeasonGames[]> {
  const { games } = memoryOf(pool);
  const asked = sought.map(({ key, years, place }) => {
    const year = years[place] ?? 0;
    const known = settled(pool, league.code, `${kind} ${key}`, basis);
    return { key, year, name: `${league.code} ${kind} ${key} ${year} ${known}` };
  });
  const found = new Map(asked.map(({ name }) => [name, games.get(name)]));
  const missing = asked.filter(({ name }) => found.get(name) === undefined);
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE);
    const read = await readSeasonGames(pool, league, kind, some, basis);
    some.forEach(({ name }, index) => {
      const fresh = read[index];
      if (fresh === undefined) return;
      found.set(name, fresh);
      games.set(name, fresh);
    });
  }
  return asked.flatMap(({ name }) => found.get(name) ?? []);
}
