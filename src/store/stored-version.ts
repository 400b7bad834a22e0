/** A game's lines as they are stored now: the older side of a comparison with a new version. */
import type pg from 'pg';
import {
  type PlacedPlay,
  type PlacedRow,
  type Rates,
  runningValues,
  type VersionLine,
} from '../fold/contributions.ts';
import type { Side } from '../plays/play.ts';
import { type Sport, teamRate } from '../sports/sport.ts';
import type { EntityTables } from './tables.ts';

export interface StoredVersion {
  readonly plays: readonly PlacedPlay[];
  /** Ingest that opened each play. */
  readonly playBasis: ReadonlyMap<string, number>;
  /** Ingest that opened the game's newest fact. */
  readonly basis: number;
}

/** The open plays of a game, in order. */
export async function readStoredPlays(
  client: pg.ClientBase,
  league: string,
  gameKey: number,
): Promise<StoredVersion> {
  const { rows } = await client.query<PlacedPlay & { basis: number }>(
    `select play_id as id, wall_clock_time as at, order_key as "orderKey", elapsed,
       home_score - away_score as margin, basis_from as basis
     from ${league}.play_by_play where game_key = $1 and basis_to is null
     order by wall_clock_time, order_key`,
    [gameKey],
  );
  return {
    plays: rows,
    playBasis: new Map(rows.map((row) => [row.id, row.basis])),
    basis: Math.max(0, ...rows.map((row) => row.basis)),
  };
}

/** Lines of all players or teams of a game, by key. */
export async function readStoredLines(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  gameKey: number,
  plays: readonly PlacedPlay[],
): Promise<Map<number, VersionLine>> {
  const { rows } = await client.query<{
    key: number;
    side: Side;
    at: number;
    order_key: number;
    active: boolean;
    values: number[];
  }>(
    `select g.${tables.key} as key, g.side, c.wall_clock_time as at, c.order_key, c.elapsed is not null as active,
       array[${tables.counters.map((name) => `c.${name}`)}]::int[] as values
     from ${tables.game.table} g
     join ${tables.cumulative.table} c on c.${tables.key} = g.${tables.key} and c.game_key = g.game_key
       and c.wall_clock_time between $2 and $3 and c.basis_to is null
     where g.game_key = $1 and g.basis_to is null
     order by 1, c.wall_clock_time, c.order_key`,
    // As parameters, so that the planner seeks each line's stretch of the game and not its career.
    [gameKey, new Date(plays[0]?.at ?? 0), new Date(plays.at(-1)?.at ?? 0)],
  );
  // Plays that share instant and order key are one step to a reader: the last of them holds the row.
  const positions = new Map(plays.map((play, position) => [`${play.at} ${play.orderKey}`, position]));
  const lines = new Map<number, VersionLine>();
  for (const [key, own] of Map.groupBy(rows, (row) => row.key)) {
    const placed = own.map(
      (row): PlacedRow => ({
        position: positions.get(`${row.at} ${row.order_key}`) ?? 0,
        values: row.values,
        active: row.active,
      }),
    );
    const rates = ratesOf(tables.kind, own[0]?.side ?? 'home', sport);
    lines.set(key, { plays, steps: runningValues(plays, placed, sport, rates) });
  }
  return lines;
}

/** What one unit of game clock and of home margin adds to an active line. */
export function ratesOf(kind: 'player' | 'team', side: Side, sport: Sport): Rates {
  return { elapsed: kind === 'team' ? teamRate(sport) : 1, margin: side === 'home' ? 1 : -1 };
}
