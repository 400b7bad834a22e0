/** What one side of a game did together: units and connections, as of an instant. */
import type pg from 'pg';
import type { League } from '../sports/leagues.ts';
import { Lru } from './lru.ts';
import { type PackedSide, packSide, weightOfSide } from './packed-side.ts';
import type { AsOf } from './query.ts';
import {
  countPlays,
  courseOf,
  linesOf,
  readSidePlays,
  type SidePlays,
  togetherSport,
  weightOfPlays,
} from './side-plays.ts';
import type { TeamGame } from './team-games.ts';
import { connectionsOf, unitsOf } from './units.ts';
import { lastCounted } from './window.ts';

const MEGABYTE = 1024 * 1024;

/** A side takes three kilobytes: some three seasons of thirty teams. Its plays take fifteen. */
const MOST_OF_SIDES = 24 * MEGABYTE;
const MOST_OF_PLAYS = 16 * MEGABYTE;

interface Memory {
  /** What sides did in whole games. */
  readonly sides: Lru<PackedSide>;
  /** Plays of games that were asked about while they went on: another instant of one needs no reading. */
  readonly plays: Lru<SidePlays>;
  /** What is being read: whoever wants the same waits for it. */
  readonly reading: Map<string, Promise<SidePlays>>;
}

const memories = new WeakMap<pg.Pool, Memory>();

function memoryOf(pool: pg.Pool): Memory {
  let memory = memories.get(pool);
  if (memory === undefined) {
    memory = {
      sides: new Lru(MOST_OF_SIDES, weightOfSide),
      plays: new Lru(MOST_OF_PLAYS, weightOfPlays),
      reading: new Map(),
    };
    memories.set(pool, memory);
  }
  return memory;
}

/**
 * Read a side's game; those asked for at the same time are read together. What was read is kept in the process: a version
 * of a game never changes, and a season's games are asked for again and again.
 */
export async function readSideOfGame(
  pool: pg.Pool,
  league: League,
  game: TeamGame,
  asOf: AsOf & { readonly basis: number },
): Promise<PackedSide> {
  const memory = memoryOf(pool);
  const last = lastCounted(asOf);
  const isOver = game.last_play_at <= last;
  const key = `${league.code} ${game.game_key} ${game.side} ${game.version}`;
  const known = isOver ? memory.sides.get(key) : undefined;
  if (known !== undefined) return known;
  const plays = memory.plays.get(key) ?? (await readOnce(pool, memory, key, league, game, asOf.basis));
  if (!isOver) {
    memory.plays.set(key, plays);
    return work(league, game, plays, countPlays(plays, last));
  }
  const side = memory.sides.get(key) ?? work(league, game, plays, plays.at.length);
  memory.sides.set(key, side);
  return side;
}

async function readOnce(
  pool: pg.Pool,
  { reading }: Memory,
  key: string,
  league: League,
  game: TeamGame,
  basis: number,
): Promise<SidePlays> {
  const running = reading.get(key);
  if (running !== undefined) return running;
  const fresh = readSidePlays(pool, league, { ...game, basis });
  reading.set(key, fresh);
  try {
    return await fresh;
  } finally {
    reading.delete(key);
  }
}

function work({ sport }: League, { side }: TeamGame, plays: SidePlays, counted: number): PackedSide {
  const chosen = togetherSport(sport);
  const lines = linesOf(plays);
  const sign = side === 'home' ? 1 : -1;
  return packSide(
    sport.floorSize === null ? [] : unitsOf(chosen, lines, courseOf(plays), sign, counted),
    connectionsOf(chosen, lines, counted),
  );
}
