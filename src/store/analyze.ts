/** Renewing the planner's statistics. */
import type pg from 'pg';
import type { League } from '../sports/leagues.ts';
import { KINDS } from './stored-version.ts';
import { entityTables } from './tables.ts';

/**
 * Analyze every table of the leagues that this role owns. Of running rows only what places them: no plan goes by how their
 * counters are spread, and those of football's sixty took a tenth of its season's load.
 */
export async function analyzeLeagues(pool: pg.Pool, leagues: readonly League[]): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any($1) and tableowner = current_user`,
    [leagues.map((league) => league.code)],
  );
  const places = new Map(
    leagues.flatMap(({ code, sport }) =>
      KINDS.map((kind) => {
        const { cumulative } = entityTables(code, sport, kind);
        const placing = [...cumulative.identity, 'game_key', 'season_order', 'basis_from', 'basis_to'];
        return [cumulative.table, ` (${placing})`] as const;
      }),
    ),
  );
  if (rows.length > 0) {
    await pool.query(`analyze ${rows.map(({ name }) => `${name}${places.get(name) ?? ''}`).join(', ')}`);
  }
}
