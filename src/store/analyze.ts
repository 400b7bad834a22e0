/** Renewing the planner's statistics. */
import type pg from 'pg';

/** Analyze every table of the leagues that this role owns. */
export async function analyzeLeagues(pool: pg.Pool, leagues: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any($1) and tableowner = current_user`,
    [leagues],
  );
  if (rows.length > 0) await pool.query(`analyze ${rows.map((row) => row.name).join(', ')}`);
}
