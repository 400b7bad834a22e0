/** What is known now is never older than what was committed before the question, however many ask at once. */
import type pg from 'pg';
import { expect, test } from 'vitest';
import { isBasis, knownNow, lastChange, settled } from '../../src/asof/knowledge.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { blankEntry, ingest, type LedgerEntry } from '../../src/store/ledger.ts';
import { testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';

const commit = async (pool: pg.Pool, entry: Partial<LedgerEntry> = {}) => {
  const made = await ingest(pool, Date.now(), async () => ({ ...ENTRY, ...entry }));
  return made.basis;
};

const ENTRY: LedgerEntry = { ...blankEntry('test'), league: 'demo', outcome: 'loaded', reason: 'told' };

test('is at least what had been committed when it was asked, also in the middle of others asking', async () => {
  const { pool } = await testDatabase();
  let committed = await commit(pool);
  const late: { asked: number; told: number }[] = [];
  let questions = 0;
  let over = false;
  const asker = async () => {
    while (!over) {
      const asked = committed;
      const basis = await knownNow(pool);
      if (basis < asked) late.push({ asked, told: basis });
      questions++;
    }
  };
  const askers = Array.from({ length: 8 }, asker);
  for (let times = 0; times < 100; times++) {
    committed = await commit(pool);
    expect(await knownNow(pool)).toBe(committed);
  }
  over = true;
  await Promise.all(askers);
  expect(late).toEqual([]);
  expect(questions).toBeGreaterThan(100);
});

test('tells for each league since when it has not changed', async () => {
  const { pool } = await testDatabase();
  const first = await commit(pool);
  expect(lastChange(pool, 'demo', null)).toBeNull();
  expect(await knownNow(pool)).toBe(first);
  const other = await commit(pool, { league: 'nba' });
  await commit(pool, { outcome: 'unchanged' });
  for (let times = 0; times < 45; times++) await commit(pool, { outcome: 'rejected', league: null });
  const newest = await knownNow(pool);
  expect(newest).toBe(first + 47);
  expect([lastChange(pool, 'demo', null), lastChange(pool, 'nba', null)]).toEqual([first, other]);
  expect([settled(pool, 'demo', null, newest), settled(pool, 'nba', null, first)]).toEqual([first, first]);
  const all = await commit(pool, { league: null });
  await knownNow(pool);
  expect([lastChange(pool, 'demo', null), lastChange(pool, 'nba', 'player 7')]).toEqual([all, all]);
  expect([await isBasis(pool, all), await isBasis(pool, all + 1)]).toEqual([true, false]);
});

test('tells of a loaded game whom it can have changed, and nobody else', async () => {
  const { pool } = await testDatabase();
  const season = [...simulateSeason({ seed: 'knowledge', teams: 4, gamesPerTeam: 2, season: '2021-22' })];
  await loadGames(pool, season.slice(0, -1));
  const before = await knownNow(pool);
  await loadGames(pool, season.slice(-1));
  const after = await knownNow(pool);
  const { rows } = await pool.query<{ part: `player ${number}`; basis: number }>(
    `select 'player ' || player_key as part, max(basis_from) as basis from demo.player_stats group by player_key`,
  );
  expect(new Set(rows.map((row) => lastChange(pool, 'demo', row.part)))).toEqual(new Set([before, after]));
  for (const { part, basis } of rows) {
    expect(lastChange(pool, 'demo', part)).toBe(basis === after ? after : before);
  }
  expect(lastChange(pool, 'demo', null)).toBe(after);
});
