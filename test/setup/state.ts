/**
 * What a database says now, in a form that does not depend on when or in which order it was told: ids for
 * keys, no bases, rows in order.
 */
import type pg from 'pg';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { entityTables } from '../../src/store/tables.ts';

type Row = Record<string, unknown>;
export type State = Readonly<Record<string, readonly string[]>>;

const KEYS: Readonly<Record<string, readonly [table: string, id: string]>> = {
  player_key: ['players', 'player_id'],
  team_key: ['teams', 'team_id'],
  home_key: ['teams', 'team_id'],
  away_key: ['teams', 'team_id'],
  game_key: ['games', 'game_id'],
  venue_key: ['venues', 'venue_id'],
  official_key: ['officials', 'official_id'],
};

const OPEN = [
  'team_details',
  'player_details',
  'game_details',
  'game_officials',
  'play_by_play',
  'period_starters',
  'reconciliations',
  // How running rows are divided into runs depends on how a game came.
  'cumulative_rows',
  'team_cumulative_rows',
  'player_stats',
  'team_stats',
  'player_season_totals',
  'team_season_totals',
];

/** Open rows of a league's tables, as sorted texts. */
export async function openState(pool: pg.Pool, league: string): Promise<State> {
  const ids = new Map<string, Map<unknown, unknown>>();
  for (const [table, id] of new Set(Object.values(KEYS))) {
    const key = id.replace('_id', '_key');
    const { rows } = await pool.query<{ key: number; id: string }>(
      `select ${key} as key, ${id} as id from ${league}.${table}`,
    );
    ids.set(table, new Map(rows.map((row) => [row.key, row.id])));
  }
  const state: Record<string, string[]> = {};
  for (const table of OPEN) {
    const { rows } = await pool.query<Row>(`select * from ${league}.${table} where basis_to is null`);
    state[table] = rows.map((row) => described(row, ids)).sort();
  }
  return state;
}

function described(row: Row, ids: ReadonlyMap<string, ReadonlyMap<unknown, unknown>>): string {
  const cells = Object.entries(row).flatMap(([name, value]) => {
    if (name === 'basis_from' || name === 'basis_to') return [];
    const key = KEYS[name];
    return [[name, key === undefined || value === null ? value : ids.get(key[0])?.get(value)]];
  });
  return JSON.stringify(Object.fromEntries(cells));
}

export interface StoredRow {
  readonly id: string;
  readonly game: string | null;
  readonly season: number;
  readonly from: number;
  readonly to: number | null;
  readonly values: readonly (number | null)[];
}

/** All versions of an entity kind's rows at one level, with their bases and counters: the row's own, or a carried column's. */
export async function versions(
  pool: pg.Pool,
  league: string,
  kind: 'player' | 'team',
  level: 'cumulative' | 'game' | 'season',
  carried: string | null = null,
): Promise<StoredRow[]> {
  const tables = entityTables(league, leagueNamed(league).sport, kind);
  const values =
    carried === null
      ? `array[${tables.counters.map((name) => `t.${name}`)}]::int[]`
      : `coalesce(t.${carried}, array_fill(0::bigint, array[${tables.counters.length}]))`;
  const game = level === 'season' ? 'null::text' : 'g.game_id';
  const join = level === 'season' ? '' : `left join ${league}.games g on g.game_key = t.game_key`;
  const { rows } = await pool.query<StoredRow>(
    `select e.${kind}_id as id, ${game} as game, t.season_order as season, t.basis_from as from,
       t.basis_to as to, ${values} as values
     from ${level === 'cumulative' ? tables.rows : tables[level].table} t join ${league}.${kind}s e on e.${kind}_key = t.${kind}_key ${join}
     order by 1, 2, 3, 4`,
  );
  return rows;
}
