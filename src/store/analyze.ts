/** Renewing the planner's statistics. */
import type pg from 'pg';
import type { League } from '../sports/leagues.ts';
import { KINDS } from './stored-version.ts';
import { CARRIES, entityTables } from './tables.ts';

/**
 * Analyze every table of the leagues that this role owns, the largest first, as many at a time as the pool has connections.
 * Of lines only what places them: no plan goes by how their counters are spread, and those of football's sixty
 * took a tenth of its season's load.
 */
export async function analyzeLeagues(pool: pg.Pool, leagues: readonly League[]): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any($1) and tableowner = current_user
     order by pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) desc`,
    [leagues.map((league) => league.code)],
  );
  const places = new Map(
    leagues.flatMap(({ code, sport }) =>
      KINDS.flatMap((kind) => {
        const { cumulative, game, season, counters } = entityTables(code, sport, kind);
        const values = new Set<string>([...counters, 'stated', ...CARRIES]);
        const placing: (readonly [string, readonly string[]])[] = [
          [cumulative.table, [...cumulative.identity, 'game_key', 'season_order']],
          ...[game, season].map(
            ({ table, columns }) => [table, columns.filter((name) => !values.has(name))] as const,
          ),
        ];
        return placing.map(
          ([table, columns]) => [table, ` (${[...columns, 'basis_from', 'basis_to']})`] as const,
        );
      }),
    ),
  );
  await Promise.all(rows.map(({ name }) => pool.query(`analyze ${name}${places.get(name) ?? ''}`)));
}
