import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellRows, type RowSink, type TellRows } from '../../src/store/row-sink.ts';
import { openRows, openTold } from '../../src/store/versioned.ts';
import { testDatabase } from '../setup/database.ts';

const TABLE = {
  table: 'pg_temp.told',
  identity: ['a'],
  columns: ['a', 'b', 'c', 'd', 'e', 'f'],
};

const ARRAYS = {
  table: 'pg_temp.arrays',
  identity: ['a'],
  columns: ['a', 'b', 'c', 'd', 'e', 'f'],
};

type Told = readonly [
  number | null,
  number | null,
  string | null,
  number | null,
  string | null,
  string | null,
];

const telling =
  (rows: readonly Told[]): TellRows =>
  (sink: RowSink) => {
    for (const [a, b, c, d, e, f] of rows) {
      sink.begin();
      sink.smallint(a);
      sink.integer(b);
      sink.bigint(c);
      sink.instant(d);
      sink.text(e);
      sink.text(f);
      sink.end();
    }
  };

type ToldArrays = readonly [
  boolean | null,
  readonly (number | null)[] | null,
  readonly (number | null)[] | null,
  readonly (number | null)[] | null,
  readonly number[] | null,
  readonly (number | null)[] | null,
];

const tellingArrays =
  (rows: readonly ToldArrays[]): TellRows =>
  (sink: RowSink) => {
    for (const [a, b, c, d, e, f] of rows) {
      sink.begin();
      sink.boolean(a);
      sink.integers(b);
      sink.smallints(c);
      sink.bigints(d);
      sink.bytes(e);
      sink.instants(f);
      sink.end();
    }
  };

const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row: fc.Arbitrary<Told> = fc.tuple(
  or(fc.integer({ min: -32_768, max: 32_767 })),
  or(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  or(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  or(fc.integer({ min: Date.UTC(1900), max: Date.UTC(2100) })),
  or(fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', ''))),
  or(fc.constantFrom('millisecond', 'minute')),
);

const listOf = (value: fc.Arbitrary<number>) => or(fc.array(or(value), { maxLength: 12 }));
const rowOfArrays: fc.Arbitrary<ToldArrays> = fc.tuple(
  or(fc.boolean()),
  listOf(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  listOf(fc.integer({ min: -32_768, max: 32_767 })),
  listOf(fc.maxSafeInteger()),
  or(fc.array(fc.integer({ min: -128, max: 127 }), { maxLength: 12 })),
  listOf(fc.integer({ min: Date.UTC(1900), max: Date.UTC(2100) })),
);

test('arrays told in binary are those told as text, whatever they hold', async () => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  try {
    await client.query(
      `create temp table arrays (a boolean, b integer[], c smallint[], d bigint[], e "char"[], f timestamptz(3)[],
         basis_from integer)`,
    );
    const stored = async (write: () => Promise<number>) => {
      await client.query('truncate arrays');
      await write();
      const { rows } = await client.query<{ row: string }>('select arrays::text as row from arrays');
      return rows.map((one) => one.row);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(rowOfArrays, { maxLength: 20 }), async (rows) => {
        const tell = tellingArrays(rows);
        const binary = await stored(() => openTold(client, ARRAYS, tell, 1));
        expect(binary.length).toBe(rows.length);
        expect(binary).toEqual(await stored(() => openRows(client, { ...ARRAYS, rows: cellRows(tell) }, 1)));
      }),
      { numRuns: 40 },
    );
  } finally {
    client.release(true);
  }
});

test('rows told in binary are those told as text, whatever they hold', async () => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  try {
    await client.query(
      `create temp table told (n serial, a smallint, b integer, c bigint, d timestamptz(3), e text,
         f playclock.precision, basis_from integer)`,
    );
    const stored = async (write: () => Promise<number>) => {
      await client.query('truncate told restart identity');
      const written = await write();
      const { rows } = await client.query<{ row: string }>('select told::text as row from told order by n');
      return { written, rows: rows.map((one) => one.row) };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        async (rows, basis) => {
          const tell = telling(rows);
          const binary = await stored(() => openTold(client, TABLE, tell, basis));
          expect(binary.written).toBe(rows.length);
          expect(binary).toEqual(
            await stored(() => openRows(client, { ...TABLE, rows: cellRows(tell) }, basis)),
          );
        },
      ),
      { numRuns: 40 },
    );
    // Longer than the room that is made at first.
    const long: Told[] = Array.from({ length: 300 }, (_, n) => [n, n, String(n), n, 'é'.repeat(1000), null]);
    const many = await stored(() => openTold(client, TABLE, telling(long), 1));
    expect(many.rows.length).toBe(300);
    expect(many).toEqual(
      await stored(() => openRows(client, { ...TABLE, rows: cellRows(telling(long)) }, 1)),
    );
  } finally {
    client.release(true);
  }
});

test.each<[string, Told, RegExp]>([
  ['a number too large for two bytes', [32_768, 1, '1', 1, 'x', null], /smallint/],
  ['a number too large for four', [1, 2 ** 31, '1', 1, 'x', null], /integer/],
  ['half a number', [1, 1.5, '1', 1, 'x', null], /integer/],
  ['a text with a zero byte', [1, 1, '1', 1, 'a\0b', null], /UTF8/],
  ['a label that the type has not', [1, 1, '1', 1, 'x', 'fortnight'], /playclock.precision|enum/],
])('%s is refused by the server, in its words', async (_name, told, words) => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  try {
    await client.query(
      'create temp table told (a smallint, b integer, c bigint, d timestamptz(3), e text, f playclock.precision, basis_from integer)',
    );
    await expect(openTold(client, TABLE, telling([told]), 1)).rejects.toThrow(words);
  } finally {
    client.release(true);
  }
});
