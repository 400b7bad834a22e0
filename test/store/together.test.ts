import { describe, expect, test } from 'vitest';
import { copyRows } from '../../src/store/copy-statement.ts';
import { blankEntry, ingest } from '../../src/store/ledger.ts';
import { together } from '../../src/store/together.ts';
import { cloneDatabase } from '../setup/database.ts';

describe.each([
  ['pipelines', true],
  ['does not pipeline', false],
])('over a connection that %s', (_, pipeline) => {
  /** A database with an empty table, gone when the work is done. */
  async function withTable(work: (pool: Awaited<ReturnType<typeof cloneDatabase>>['pool']) => Promise<void>) {
    const { pool, close } = await cloneDatabase(undefined, { pipeline });
    try {
      await pool.query('create table facts (n integer check (n <> 13))');
      await work(pool);
    } finally {
      await close();
    }
  }
  const entry = { ...blankEntry('a file'), outcome: 'loaded' as const };

  test('each part gives its own, statements and copies among one another', async () => {
    await withTable(async (pool) => {
      await ingest(pool, Date.now(), async (client) => {
        const given = await together(
          client,
          async () => (await client.query<{ n: number }>('select 1 as n')).rows[0]?.n,
          () => copyRows(client, 'copy facts (n) from stdin', Buffer.from('5\n6\n')),
          async () => (await client.query<{ n: number }>('select $1::int as n', [7])).rows[0]?.n,
          () => copyRows(client, 'copy facts (n) from stdin', Buffer.from('8\n')),
        );
        expect(given).toEqual([1, undefined, 7, undefined]);
        return entry;
      });
      expect((await pool.query('select n from facts order by n')).rows.map(({ n }) => n)).toEqual([5, 6, 8]);
    });
  });

  test('where one fails the others’ later statements do not outlive the rollback, and its cause is told', async () => {
    await withTable(async (pool) => {
      const insert = (client: { query(text: string, values: unknown[]): Promise<unknown> }, n: number) =>
        client.query('insert into facts (n) values ($1)', [n]);
      const failing = ingest(pool, Date.now(), async (client) => {
        await together(
          client,
          async () => {
            for (let n = 0; n < 10; n++) await insert(client, n);
          },
          () => copyRows(client, 'copy facts (n) from stdin', Buffer.from('12\n13\n14\n')),
          async () => {
            for (let n = 20; n < 40; n++) await insert(client, n);
          },
        );
        return entry;
      });
      await expect(failing).rejects.toMatchObject({ code: '23514', table: 'facts' });
      expect((await pool.query('select n from facts')).rows).toEqual([]);
      expect((await pool.query('select from playclock.ingests')).rowCount).toBe(0);
      // The connection is whole.
      await ingest(pool, Date.now(), async (client) => {
        await insert(client, 1);
        return entry;
      });
      expect((await pool.query('select n from facts')).rows).toEqual([{ n: 1 }]);
    });
  });

  test('a part that hears of the failure before the one that failed does not hide why', async () => {
    await withTable(async (pool) => {
      const deep = async (levels: number, work: () => Promise<unknown>): Promise<unknown> =>
        levels === 0 ? work() : deep(levels - 1, work);
      const failing = ingest(pool, Date.now(), async (client) => {
        const insert = (n: number) => client.query('insert into facts (n) values ($1)', [n]);
        await together(
          client,
          () => deep(20, () => insert(13)),
          () => insert(14),
        );
        return entry;
      });
      await expect(failing).rejects.toMatchObject({ code: '23514', table: 'facts' });
    });
  });
});
