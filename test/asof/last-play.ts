/** The last play of a game that counts at an instant, read for itself. */
import type pg from 'pg';
import type { AsOf } from '../../src/asof/query.ts';

/** Where it stood after that play; null before the first. */
export async function lastPlayOf(
  pool: pg.Pool,
  league: string,
  gameKey: number,
  { at, boundary, basis }: AsOf,
): Promise<Record<string, unknown> | null> {
  const { rows } = await pool.query(
    `select wall_clock_time, precision, earliest, latest, period, clock, elapsed, home_score, away_score
     from ${league}.play_by_play
     where game_key = $1 and wall_clock_time ${boundary === 'at' ? '<=' : '<'} $2
       and case when $3::int is null then basis_to is null
           else basis_from <= $3 and (basis_to is null or basis_to > $3) end
     order by wall_clock_time desc, order_key desc limit 1`,
    [gameKey, new Date(at), basis],
  );
  return rows[0] ?? null;
}
