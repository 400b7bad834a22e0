import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';

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
