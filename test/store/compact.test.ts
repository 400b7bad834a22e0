import type pg from 'pg';
import { expect, test } from 'vitest';
import { compactIndexes, looseIndexes } from '../../src/store/compact.ts';
import { testDatabase } from '../setup/database.ts';

/** Seasons as a load writes them: each game puts rows at the ends of its players' ranges. */
async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(
    `create table demo.lines (player integer not null, at timestamptz not null, play integer not null)`,
  );
  await pool.query('create unique index lines_open on demo.lines (player, at, play) where play is not null');
  await pool.query(
    `insert into demo.lines
     select player, timestamptz '2024-10-22Z' + game * interval '3 hours' + play * interval '77 seconds', play
     from generate_series(1, 300) game, generate_series(1, 200) player, generate_series(1, 25) play
     where (player * 7 + game * 13) % 20 = 0 order by game, player, play`,
  );
  await pool.query('analyze demo.lines');
}

async function sizeOf(pool: pg.Pool, name: string): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    'select pg_relation_size($1::regclass)::float8 as bytes',
    [name],
  );
  return rows[0]?.bytes ?? 0;
}

const megabyte = 1024 ** 2;

test('an index that games left half empty is rebuilt to the size foretold, and not a second time', async () => {
  const { pool } = await testDatabase();
  await fill(pool);
  const before = await sizeOf(pool, 'demo.lines_open');
  const [loose, ...others] = await looseIndexes(pool, megabyte);
  expect(loose).toMatchObject({ name: 'demo.lines_open', bytes: before });
  expect(others).toEqual([]);

  expect(await compactIndexes(pool, { least: megabyte })).toEqual([loose]);
  const after = await sizeOf(pool, 'demo.lines_open');
  expect(after / before).toBeLessThan(2 / 3);
  expect(after / (loose?.packed ?? 0)).toBeGreaterThan(0.95);
  expect(after / (loose?.packed ?? 0)).toBeLessThan(1.05);
  expect(await compactIndexes(pool, { least: megabyte })).toEqual([]);
});

test('is left alone where it would give back little, or where there is no time', async () => {
  const { pool } = await testDatabase();
  await fill(pool);
  expect(await compactIndexes(pool)).toEqual([]);
  expect(await compactIndexes(pool, { least: megabyte, goOn: () => false })).toEqual([]);
  expect(await looseIndexes(pool, megabyte)).toHaveLength(1);
});

test('what an interrupted rebuild left is removed', async () => {
  const { pool } = await testDatabase();
  await pool.query('create index players_ccnew on demo.players (player_id)');
  await pool.query(
    `update pg_index set indisvalid = false where indexrelid = 'demo.players_ccnew'::regclass`,
  );
  await compactIndexes(pool);
  const { rows } = await pool.query(`select to_regclass('demo.players_ccnew') as name`);
  expect(rows).toEqual([{ name: null }]);
});
