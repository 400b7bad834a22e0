/**
 * Where players or teams stand before a game that nobody knew is written. Games mostly come in order of play, and then one
 * read tells all that writing the next one needs; whoever has something later is asked about at length.
 */
import type pg from 'pg';
import type { Sport } from '../sports/sport.ts';
import { add, type Vector, zeros } from './careers.ts';
import type { GameFrame } from './entity-game.ts';
import type { EntityTables } from './tables.ts';

export interface Standing {
  /** The season part to date before the game; null where another game of it began with this one or later. */
  readonly seasonBefore: Vector | null;
  /** The entity's newest season part; null where it has none. */
  readonly newestPart: { readonly seasonOrder: number; readonly hasPlays: boolean } | null;
  /** Whether a run of the entity reaches into the game. */
  readonly reachedInto: boolean;
}

/** Where each of the entities stands: an index descent for each of the three. */
export async function standingsOf(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  { seasonOrder, startedAt, lastAt }: Pick<GameFrame, 'seasonOrder' | 'startedAt' | 'lastAt'>,
  keys: readonly number[],
): Promise<Map<number, Standing>> {
  if (keys.length === 0) return new Map();
  const { key, game, season, cumulative } = tables;
  const { rows } = await client.query<{
    key: number;
    started_at: number | null;
    final: Vector | null;
    before: Vector | null;
    newest: number | null;
    has_plays: boolean | null;
    reached: number | null;
  }>(
    `select k.key, g.started_at, g.final, g.before, s.season_order as newest, s.has_plays, r.reached
     from unnest($1::int[]) k (key)
     left join lateral (
       select t.started_at, array[${tables.counters.map((name) => `t.${name}`)}]::int[] as final, t.season_before as before
       from ${game.table} t where t.${key} = k.key and t.season_order = $2 and t.basis_to is null
       order by t.started_at desc limit 1
     ) g on true
     left join lateral (
       select t.season_order, t.has_plays from ${season.table} t where t.${key} = k.key and t.basis_to is null
       order by t.season_order desc limit 1
     ) s on true
     left join lateral (
       select t.wall_clock_time + t.instants[cardinality(t.instants)] * interval '1 millisecond' as reached
       from ${cumulative.table} t where t.${key} = k.key and t.basis_to is null and t.wall_clock_time <= $3
       order by t.wall_clock_time desc, t.order_key desc limit 1
     ) r on true`,
    [keys, seasonOrder, new Date(lastAt)],
  );
  const none = zeros(sport.counters.length);
  return new Map(
    rows.map((row): [number, Standing] => [
      row.key,
      {
        seasonBefore:
          row.started_at === null || row.final === null || row.before === null
            ? none
            : row.started_at < startedAt
              ? add(row.final, row.before)
              : null,
        newestPart:
          row.newest === null ? null : { seasonOrder: row.newest, hasPlays: row.has_plays === true },
        reachedInto: row.reached !== null && row.reached >= startedAt,
      },
    ]),
  );
}
