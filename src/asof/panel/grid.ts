/** A grid makes the rows of a panel itself: everybody at every so many seconds, or at the end of every period. */
import type pg from 'pg';
import type { League } from '../../sports/leagues.ts';
import { cached } from '../query.ts';
import { seenRows } from '../seen.ts';
import { MAX_ROWS } from './question.ts';
import { type PanelEntity, type PanelRows, PanelTooLargeError } from './rows.ts';

/** Add a row for each entity at each instant: all instants of the first entity, then of the second, and so on. */
export function addGrid(
  rows: PanelRows,
  entities: readonly PanelEntity[],
  instants: readonly number[],
): void {
  for (const { kind, id } of entities) {
    const entity = rows.entityOf(kind, id);
    for (const at of instants) rows.addAt(entity, at);
  }
}

/** Instants from the first to the last, both included where the step allows, milliseconds. Throws `PanelTooLargeError`. */
export function steps(from: number, to: number, every: number): number[] {
  const count = Math.floor((to - from) / every) + 1;
  if (count > MAX_ROWS) throw new PanelTooLargeError(MAX_ROWS, 'rows');
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * every);
}

const ends = cached((league: string) => {
  const rows = seenRows(
    'x.period, x.wall_clock_time',
    `${league}.play_by_play`,
    `x.game_key = (select game_key from ${league}.games where game_id = $1)`,
    'at_basis',
    '$2::int',
  );
  return `select max(wall_clock_time) as at from (${rows}) p group by period order by period`;
});

/** Instants of the last play of each period of a game at a basis; none for a game that the basis does not know. */
export async function periodEnds(
  pool: pg.Pool,
  league: League,
  gameId: string,
  basis: number,
): Promise<number[]> {
  const { rows } = await pool.query<{ at: number }>({ ...ends(league.code), values: [gameId, basis] });
  return rows.map((row) => row.at);
}
