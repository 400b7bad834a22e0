/** A game as it is stored now, read once: what a new version is compared with, row by row and counter by counter. */
import type pg from 'pg';
import { type PlacedPlay, type Rates, runningValues, type VersionLine } from '../fold/contributions.ts';
import { compareIds, type Side } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { type Sport, teamRate } from '../sports/sport.ts';
import type { Vector } from './careers.ts';
import { readVector } from './copy.ts';
import { cellsOf, readOpen, type StoredRow } from './stored-row.ts';
import { readRuns, type StoredRun } from './stored-runs.ts';
import { type EntityTables, entityTables, playTable, starterTable } from './tables.ts';

export const KINDS = ['player', 'team'] as const;
export type Kind = (typeof KINDS)[number];

/** The open rows of a game. */
export interface StoredVersion {
  readonly feed: string | null;
  /** Whether the game was over as far as was known. */
  readonly isFinal: boolean;
  /** In order. */
  readonly plays: readonly PlacedPlay[];
  readonly playRows: readonly StoredRow[];
  readonly starterRows: readonly StoredRow[];
  /** Ingest that opened each play. */
  readonly playBasis: ReadonlyMap<string, number>;
  /** Ingest that opened the game's newest play. */
  readonly basis: number;
  readonly lines: Readonly<Record<Kind, StoredLines>>;
}

/** Lines that a game has already, and the stretch of time its plays take. */
export interface StoredLines {
  /** Runs in order, by their entity's key. */
  readonly running: ReadonlyMap<number, readonly StoredRun[]>;
  readonly games: readonly StoredRow[];
  readonly finals: ReadonlyMap<number, StoredFinal>;
}

/** A final line, by its entity's key. */
export interface StoredFinal {
  readonly side: Side;
  readonly seasonOrder: number;
  readonly startedAt: number;
  readonly final: Vector;
  /** The season part to date before the game. */
  readonly before: Vector;
}

/** Read what is stored of a game. */
export async function readStoredVersion(
  client: pg.ClientBase,
  league: League,
  gameKey: number,
  { feed, isFinal }: Pick<StoredVersion, 'feed' | 'isFinal'>,
): Promise<StoredVersion> {
  const table = playTable(league.code);
  const cells = cellsOf(table);
  const playRows = await readOpen(client, table, 'game_key = $1', [gameKey]);
  const placed = playRows.map((row) => ({
    basis: cells.basis(row),
    play: {
      id: cells.text(row, 'play_id') ?? '',
      at: cells.instant(row, 'wall_clock_time'),
      orderKey: cells.number(row, 'order_key'),
      elapsed: cells.number(row, 'elapsed'),
      margin: cells.number(row, 'home_score') - cells.number(row, 'away_score'),
    },
  }));
  const plays = placed
    .map(({ play }) => play)
    .sort((a, b) => a.at - b.at || a.orderKey - b.orderKey || compareIds(a.id, b.id));
  const read = (kind: Kind) =>
    readStoredLines(client, entityTables(league.code, league.sport, kind), league.sport, gameKey, plays);
  return {
    feed,
    isFinal,
    plays,
    playRows,
    starterRows: await readOpen(client, starterTable(league.code), 'game_key = $1', [gameKey]),
    playBasis: new Map(placed.map(({ play, basis }) => [play.id, basis])),
    basis: placed.reduce((newest, { basis }) => Math.max(newest, basis), 0),
    lines: { player: await read('player'), team: await read('team') },
  };
}

async function readStoredLines(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  gameKey: number,
  plays: readonly PlacedPlay[],
): Promise<StoredLines> {
  const cells = cellsOf(tables.game);
  const games = await readOpen(client, tables.game, 'game_key = $1', [gameKey]);
  const finals = new Map(
    games.map((row): [number, StoredFinal] => [
      cells.number(row, tables.key),
      {
        side: cells.text(row, 'side') === 'home' ? 'home' : 'away',
        seasonOrder: cells.number(row, 'season_order'),
        startedAt: cells.instant(row, 'started_at'),
        final: tables.counters.map((name) => cells.number(row, name)),
        before: readVector(cells.text(row, 'season_before') ?? '{}'),
      },
    ]),
  );
  // The game's first instant and last let the server seek each line's stretch of the game and not its career.
  const running = await readRuns(
    client,
    tables,
    sport,
    `x.${tables.key} = any($1) and x.game_key = $2 and x.wall_clock_time between $3 and $4`,
    [[...finals.keys()], gameKey, new Date(plays[0]?.at ?? 0), new Date(plays.at(-1)?.at ?? 0)],
  );
  return { running: Map.groupBy(running, ({ key }) => key), games, finals };
}

/** The line of one player or team in the stored version. */
export function storedLine(
  { plays, lines }: StoredVersion,
  tables: EntityTables,
  key: number,
  sport: Sport,
): VersionLine {
  // Plays that share instant and order key are one step to a reader: the last of them holds the row.
  const positions = new Map(plays.map((play, position) => [`${play.at} ${play.orderKey}`, position]));
  const { running, finals } = lines[tables.kind];
  const rows = (running.get(key) ?? [])
    .flatMap((run) => run.rows)
    .map(({ at, orderKey, counters, elapsed }) => ({
      position: positions.get(`${at} ${orderKey}`) ?? 0,
      values: Array.from(counters),
      active: elapsed !== null,
    }));
  const rates = ratesOf(tables.kind, finals.get(key)?.side ?? 'home', sport);
  return { plays, steps: runningValues(plays, rows, sport, rates) };
}

/** What one unit of game clock and of home margin adds to an active line. */
export function ratesOf(kind: Kind, side: Side, sport: Sport): Rates {
  return { elapsed: kind === 'team' ? teamRate(sport) : 1, margin: side === 'home' ? 1 : -1 };
}
