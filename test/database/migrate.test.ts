import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { readDocuments } from '../../src/store/documents.ts';
import { entityTables } from '../../src/store/tables.ts';
import { folderOf } from '../setup/files.ts';

/** A database without anything in it, and how to look at it. */
async function emptyDatabase(name: string): Promise<{ url: string; client: pg.Client }> {
  const serverUrl = inject('serverUrl');
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { url: url.toString(), client };
}

/** The schema as it was before a migration. */
async function migrateUntil(client: pg.Client, migration: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', 'migrations');
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  const tags: string[] = journal.entries.map(({ tag }: { tag: string }) => tag);
  const migrations = tags.findIndex((tag) => tag.endsWith(migration));
  const older = folderOf({
    'meta/_journal.json': { ...journal, entries: journal.entries.slice(0, migrations) },
    ...Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    ),
  });
  await runMigrations(drizzle(client), {
    migrationsFolder: older,
    migrationsSchema: 'playclock_migrations',
    migrationsTable: 'applied',
  });
}

async function shape(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select md5(string_agg(line, '|' order by line)) as shape from (
       select table_schema || table_name || column_name || data_type as line from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema')
       union all select oid::regprocedure::text from pg_proc where pronamespace = 'demo'::regnamespace
     ) lines`,
  );
  return rows[0].shape;
}

test('two processes that migrate at once leave one schema, and a third changes nothing', async () => {
  const { url, client } = await emptyDatabase('test_migrate_at_once');
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const first = await shape(client);
  const { rows } = await client.query('select count(*)::int as applied from playclock_migrations.applied');
  await migrate(url);
  expect(await shape(client)).toBe(first);
  const again = await client.query('select count(*)::int as applied from playclock_migrations.applied');
  expect(again.rows).toEqual(rows);
});

test('routines whose text has changed are made anew', async () => {
  const { url, client } = await emptyDatabase('test_migrate_routines');
  await migrate(url);
  await client.query(`update playclock.routines set sha256 = 'older'`);
  await client.query('drop function demo.game_as_of(text, timestamptz, integer, text)');
  await migrate(url);
  const { rows } = await client.query(`select 'demo.game_as_of'::regproc::text as name`);
  expect(rows).toEqual([{ name: 'demo.game_as_of' }]);
});

test('what plays held of the feed before it was kept in bundles is found beside them', async () => {
  const { url, client } = await emptyDatabase('test_migrate_documents');
  await migrateUntil(client, 'keep_documents_in_bundles');
  await client.query(
    `insert into playclock.ingests (ingest_id, source, outcome, started_at, committed_at, duration_ms)
     select n, 'file', 'loaded', now(), now(), 0 from generate_series(1, 2) n;
     insert into wnba.games (game_id) values ('a'), ('b');
     insert into wnba.play_by_play (game_key, wall_clock_time, order_key, play_id, precision, method, earliest, latest,
       period, clock, elapsed, home_score, away_score, kind, feed, raw, basis_from, basis_to)
     select g.game_key, at, 1, id, 'millisecond', 'feed', at, at, 1, 0, 0, 0, 0, 'shot', 'feed', raw, f, t
     from wnba.games g, (values ('1', '{"b": 1.50, "a": "Größe\\n"}'::jsonb, 1, 2), ('1', '{"b": 2}', 2, null),
       ('2', '{"c": [null, true]}', 1, null)) p (id, raw, f, t), (select '2024-01-01 00:00+00'::timestamptz as at) i
     where g.game_id = 'a'`,
  );
  const { rows: plays } = await client.query<{ key: number; id: string; basis: number; raw: unknown }>(
    'select game_key as key, play_id as id, basis_from as basis, raw from wnba.play_by_play',
  );
  await migrate(url);
  for (const { key, id, basis, raw } of plays) {
    expect((await readDocuments(client, 'wnba', key, [{ id, basis }])).get(id)).toEqual(raw);
  }
  const { rows } = await client.query(
    `select array_agg(distinct game_key || ' ' || basis || ' ' || format) as bundles,
       (select count(*)::int from wnba.play_by_play where document_digest is null) as plays from wnba.play_documents`,
  );
  const [key] = plays.map((play) => play.key);
  expect(rows).toEqual([{ bundles: [`${key} 1 json`, `${key} 2 json`], plays: 3 }]);
});

test('running rows gathered into runs are the same rows, and no basis sees runs that overlap', async () => {
  const { url, client } = await emptyDatabase('test_migrate_runs');
  await migrateUntil(client, 'runs_of_rows');
  const league = leagueNamed('nba');
  const tables = entityTables('nba', league.sport, 'player');
  const [games, seconds, ...others] = tables.counters;
  // Lines of three players, of several games, precisions and sizes; every third stretch corrected from its middle on, or in
  // one place, and the last taken back; the twentieth part of the rows are season totals that lie within a game.
  await client.query(
    `insert into nba.cumulative_stats (player_key, wall_clock_time, order_key, game_key, season_order, elapsed, margin,
       precision, earliest, latest, ${games}, ${seconds}, ${others}, basis_from, basis_to)
     select n % 3, at, n, case when n % 20 > 0 then n / 150 end, 20231 + n / 700, case when n % 7 > 0 then n end,
       case when n % 7 > 0 then -n % 9 end,
       case when n % 400 > 300 then 'second' else 'millisecond' end::playclock.precision,
       case when n % 11 = 0 then at - interval '1 minute' end, case when n % 11 = 0 then at end,
       1, n * 100, ${others.map((_, place) => (place % 5 === 0 ? `(n % 600) / 4 - ${place}` : place))}, f, t
     from generate_series(1, 1200) n,
       lateral (select '2024-01-01 00:00+00'::timestamptz + (n / 2) * interval '7123 milliseconds' + n / 500 * interval '3 days' as at) i,
       lateral (select 1 as f, null::int as t where n % 150 < 75 and n % 61 > 0
                union all select 1, 2 where n % 150 >= 75 or n % 61 = 0
                union all select 2, null where (n % 150 >= 75 or n % 61 = 0) and n < 1100) b`,
  );
  await client.query('create table rows_before as table nba.cumulative_stats');
  await migrate(url);
  const columns = [
    'player_key, wall_clock_time, order_key, game_key, season_order, elapsed, margin, precision, earliest, latest',
    ...tables.counters,
    'basis_from, basis_to',
  ];
  const { rows: differing } = await client.query(
    `(select ${columns} from rows_before except all select ${columns} from ${tables.rows})
     union all (select ${columns} from ${tables.rows} except all select ${columns} from rows_before)`,
  );
  expect(differing).toEqual([]);
  const { rows: gathered } = await client.query(
    `select count(*)::float8 / sum(cardinality(instants)) as share, bool_or(counters_2 is not null) as large,
       bool_or(basis_to is not null and cardinality(instants) > 1) as closed
     from nba.cumulative_stats`,
  );
  expect(gathered[0]).toMatchObject({ large: true, closed: true });
  expect(gathered[0].share).toBeLessThan(0.8);
  for (const basis of [1, 2]) {
    const { rows } = await client.query(
      `select * from (
         select row(wall_clock_time + instants[cardinality(instants)] * interval '1 millisecond', order_keys[cardinality(instants)])
             >= row(lead(wall_clock_time) over line, lead(order_key) over line) as too_late
         from nba.cumulative_stats where basis_from <= $1 and coalesce(basis_to, 9) > $1
         window line as (partition by player_key order by wall_clock_time, order_key)
       ) runs where too_late`,
      [basis],
    );
    expect(rows, `basis ${basis}`).toEqual([]);
  }
});
