import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyIn, instant } from '../../src/store/copy.ts';
import { testDatabase } from '../setup/database.ts';

test('an instant is written as ISO 8601 with milliseconds, whatever was written before it', () => {
  // A few thousand seconds are kept: ask for seconds that share a place with one another.
  const years = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
  const close = fc
    .integer({ min: 0, max: 40 })
    .map((turn) => Date.UTC(2016, 5, 20) + turn * 4_096_000 + turn);
  fc.assert(
    fc.property(fc.array(fc.oneof(years, close), { minLength: 1, maxLength: 50 }), (instants) => {
      expect(instants.map(instant)).toEqual(instants.map((at) => new Date(at).toISOString()));
    }),
  );
  expect(instant(null)).toBeNull();
});

test('what is copied in is what stands in the table', async () => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  try {
    await client.query('create temporary table cells (n int, t text, b bool, x timestamptz)');
    const row = fc.tuple(
      fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
      fc.option(
        fc.oneof(
          fc.constantFrom('', '\\N', '\\.', '\t', 'a\\tb', 'line\r\nline', '\\', 'NULL', '“ü”'),
          fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        ),
      ),
      fc.option(fc.boolean()),
      fc.option(fc.integer({ min: Date.UTC(1946, 0), max: Date.UTC(2100, 0) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        await client.query('truncate cells');
        await copyIn(client, {
          table: 'cells',
          columns: ['n', 't', 'b', 'x'],
          rows: rows.map(([n, t, b, x]) => [n, t, b, instant(x)]),
        });
        const { rows: stored } = await client.query('select * from cells');
        expect(stored.map(({ n, t, b, x }) => [n, t, b, x])).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  } finally {
    client.release();
  }
});

test.each([
  ['a statement that the server refuses', 'nothing_there', [1], /nothing_there/],
  ['a row that it refuses', 'n', ['one'], /invalid input syntax/],
])('%s leaves the connection as it was', async (_name, column, row, words) => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  try {
    await client.query('create temporary table cells (n int)');
    const rows = Array.from({ length: 50_000 }, () => row);
    await expect(copyIn(client, { table: 'cells', columns: [column], rows })).rejects.toThrow(words);
    await copyIn(client, { table: 'cells', columns: ['n'], rows: [[7]] });
    expect((await client.query('select n from cells')).rows).toEqual([{ n: 7 }]);
  } finally {
    client.release();
  }
});
