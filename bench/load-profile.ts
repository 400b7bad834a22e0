/** Where a load's time goes on the server, from its own statistics. */
import pg from 'pg';
import { withClient } from './server.ts';

export interface ServerTime {
  /** Milliseconds in COPY, in other statements, in planning, in flushing the log. */
  readonly copy: number;
  readonly other: number;
  readonly planning: number;
  readonly flushing: number;
  readonly statements: number;
  /** The costliest statements. */
  readonly top: readonly { readonly text: string; readonly calls: number; readonly ms: number }[];
}

/** Statistics from here on, for connections made from here on. */
export async function startProfile(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const database = pg.escapeIdentifier(client.database ?? '');
    await client.query('create extension if not exists pg_stat_statements');
    await client.query(`alter database ${database} set pg_stat_statements.track = 'top'`);
    await client.query(`alter database ${database} set pg_stat_statements.track_planning = on`);
    await client.query('select pg_stat_statements_reset()');
    await client.query(`select pg_stat_reset_shared('io')`);
  });
}

/** No more statistics, for connections made from here on: they would weigh on short reads. */
export async function stopProfile(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const database = pg.escapeIdentifier(client.database ?? '');
    await client.query(`alter database ${database} reset all`);
  });
}

/** Where the server spent its time since the statistics were last emptied. */
export async function readProfile(url: string): Promise<ServerTime> {
  return withClient(url, async (client) => {
    const ours = `from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())`;
    const { rows } = await client.query<Omit<ServerTime, 'top' | 'flushing'>>(
      `select coalesce(sum(total_exec_time) filter (where query ~* '^copy'), 0) as copy,
         coalesce(sum(total_exec_time) filter (where query !~* '^copy'), 0) as other,
         coalesce(sum(total_plan_time), 0) as planning, coalesce(sum(calls), 0)::int as statements ${ours}`,
    );
    const top = await client.query<ServerTime['top'][number]>(
      `select left(regexp_replace(query, '\\s+', ' ', 'g'), 60) as text, calls::int,
         total_exec_time + total_plan_time as ms ${ours} order by 3 desc limit 8`,
    );
    const io = await client.query<{ flushing: number }>(
      `select coalesce(sum(fsync_time), 0) as flushing from pg_stat_io where object = 'wal'`,
    );
    const [total] = rows;
    if (total === undefined) throw new RangeError('no statement statistics');
    return { ...total, flushing: io.rows[0]?.flushing ?? 0, top: top.rows };
  });
}
