/** What is known now is never older than what was committed before the question, however many ask at once. */
import type pg from 'pg';
import { expect, test } from 'vitest';
import { isBasis, knownNow, lastChange, settled } from '../../src/asof/knowledge.ts';
import { ingest, type LedgerEntry } from '../../src/store/ledger.ts';
import { testDatabase } from '../setup/database.ts';

const commit = async (pool: pg.Pool, entry: Partial<LedgerEntry> = {}) => {
  const made = await ingest(pool, Date.now(), async () => ({ ...ENTRY, ...entry }));
  return made.basis;
};

const ENTRY: LedgerEntry = {
  league: 'demo',
  source: 'test',
  format: null,
  gameId: null,
  outcome: 'loaded',
  place: null,
  reason: 'told',
  plays: 0,
  rowsWritten: 0,
  discrepancies: 0,
  counts: {},
  files: [],
};

test('is at least what had been committed when it was asked, also in the middle of others asking', async () => {
  const { pool } = await testDatabase();
  let committed = await commit(pool);
  const late: { asked: number; told: number }[] = [];
  let questions = 0;
  let over = false;
  const asker = async () => {
    while (!over) {
      const asked = committed;
      const { basis } = await knownNow(pool);
      if (basis < asked) late.push({ asked, told: basis });
      questions++;
    }
  };
  const askers = Array.from({ length: 8 }, asker);
  for (let times = 0; times < 100; times++) {
    committed = await commit(pool);
    expect((await knownNow(pool)).basis).toBe(committed);
  }
  over = true;
  await Promise.all(askers);
  expect(late).toEqual([]);
  expect(questions).toBeGreaterThan(100);
});

test('tells for each league since when it has not changed', async () => {
  const { pool } = await testDatabase();
  const first = await commit(pool);
  expect(lastChange(pool, 'demo')).toBeNull();
  expect((await knownNow(pool)).changed('demo')).toBe(first);
  const other = await commit(pool, { league: 'nba' });
  await commit(pool, { outcome: 'unchanged' });
  const rejected = await commit(pool, { league: null, outcome: 'rejected' });
  const known = await knownNow(pool);
  expect([known.basis, known.changed('demo'), known.changed('nba')]).toEqual([rejected, first, other]);
  expect([settled(pool, 'demo', rejected), settled(pool, 'nba', first)]).toEqual([first, first]);
  const all = await commit(pool, { league: null });
  expect((await knownNow(pool)).changed('demo')).toBe(all);
  expect([await isBasis(pool, all), await isBasis(pool, all + 1)]).toEqual([true, false]);
});
