/** Commits are heard of by whoever follows the ledger, through broken connections too. */
import type pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { followerOf, LedgerFollower } from '../../src/asof/follower.ts';
import { findBasis } from '../../src/asof/ledger.ts';
import { blankEntry, ingest, type LedgerEntry } from '../../src/store/ledger.ts';
import { testDatabase } from '../setup/database.ts';
import { until } from '../setup/until.ts';

const ENTRY: LedgerEntry = { ...blankEntry('test'), outcome: 'loaded' };

const commit = (pool: pg.Pool) => ingest(pool, Date.now(), async () => ENTRY);

/** Follow, noting what is heard. */
function following(pool: pg.Pool) {
  const heard: number[] = [];
  const follower = new LedgerFollower(pool);
  onTestFinished(follower.subscribe((basis) => heard.push(basis)));
  return { follower, heard };
}

async function listeners(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name = 'playclock follower'`,
  );
  return rows.map((row) => row.pid);
}

describe('the follower of the ledger', () => {
  test('tells the newest basis at once and each commit after it', async () => {
    const { pool } = await testDatabase();
    await commit(pool);
    const { follower, heard } = following(pool);
    await until(() => heard.at(-1) === 1);
    await commit(pool);
    await commit(pool);
    await until(() => heard.at(-1) === 3);
    expect(heard).toEqual([1, 2, 3]);
    expect(follower.newest).toBe(3);
  });

  test('never tells of an ingest that cannot be read yet', async () => {
    const { pool } = await testDatabase();
    const follower = new LedgerFollower(pool);
    const unreadable: number[] = [];
    const looked: Promise<void>[] = [];
    onTestFinished(
      follower.subscribe((basis) => {
        const look = async () => {
          if (basis > 0 && (await findBasis(pool, basis)) === null) unreadable.push(basis);
        };
        looked.push(look());
      }),
    );
    await until(() => follower.newest === 0);
    await Promise.all(Array.from({ length: 20 }, () => commit(pool)));
    await until(() => follower.newest === 20);
    await Promise.all(looked);
    expect(unreadable).toEqual([]);
  });

  test('an ingest that is rolled back is not heard of', async () => {
    const { pool } = await testDatabase();
    const { heard } = following(pool);
    await until(() => heard.length === 1);
    await expect(
      ingest(pool, Date.now(), async () => {
        throw new RangeError('no');
      }),
    ).rejects.toThrow('no');
    await commit(pool);
    await until(() => heard.at(-1) === 1);
    expect(heard).toEqual([0, 1]);
  });

  test('a broken connection is opened again, and what was missed is caught up with', async () => {
    const { pool } = await testDatabase();
    const { follower, heard } = following(pool);
    await until(() => heard.length === 1);
    const [first] = await listeners(pool);
    await pool.query('select pg_terminate_backend($1)', [first]);
    await until(async () => !(await listeners(pool)).includes(first ?? 0));
    await commit(pool);
    await until(() => follower.newest === 1);
    expect(heard).toEqual([0, 1]);
    const [second] = await listeners(pool);
    expect(second).not.toBe(first);
  });

  test('all who follow a pool share one connection, and it closes with the last of them', async () => {
    const { pool } = await testDatabase();
    expect(followerOf(pool)).toBe(followerOf(pool));
    const ends = Array.from({ length: 50 }, () => followerOf(pool).subscribe(() => {}));
    await until(() => followerOf(pool).newest === 0);
    expect(await listeners(pool)).toHaveLength(1);
    for (const end of ends.slice(1)) end();
    expect(await listeners(pool)).toHaveLength(1);
    ends[0]?.();
    expect(followerOf(pool).newest).toBeNull();
    await until(async () => (await listeners(pool)).length === 0);
    expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([0, 0]);
  });
});
