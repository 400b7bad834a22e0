/** `panel` in the shell: a file in, a file out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type PanelCommand, panel } from '../../src/cli/panel.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { folderOf } from '../setup/files.ts';

const ROWS = 'player_id,as_of\n9000548,2023-10-24T20:21:13\nnobody,2023-10-24T20:21:13\n';
const COMMAND = {
  league: 'demo',
  scope: 'career',
  seasonType: 'all',
  tz: 'America/Chicago',
  counters: 'pts',
} as const;

let database: TestDatabase & { close(): Promise<void> };
beforeAll(async () => {
  database = await cloneDatabase();
  await loadFirstDemoGames(database.pool, 1);
});
afterAll(() => database.close());

async function run(name: string, more: Partial<PanelCommand> = {}): Promise<{ file: string; said: string }> {
  const folder = folderOf({ 'rows.csv': ROWS });
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const file = join(folder, name);
    await panel(database.pool, join(folder, 'rows.csv'), { ...COMMAND, output: file, ...more });
    return { file, said: String(log.mock.calls[0]?.[0]) };
  } finally {
    log.mockRestore();
  }
}

test('writes a file in the format that its name says, and tells what could not be answered', async () => {
  const csv = await run('out.csv');
  expect(csv.said).toMatch(/^2 rows at basis 2 into .*out\.csv; 1 rows could not be answered/);
  const [header, first, second] = readFileSync(csv.file, 'utf8').split('\n');
  expect(header).toBe('player_id,as_of,pts,last_play_time,basis,error');
  expect(first).toMatch(/^9000548,2023-10-25T01:21:13\.000Z,\d+,2023-10-25T01:2/);
  expect(second).toMatch(/^nobody,2023-10-25T01:21:13\.000Z,,,2,"?not-found/);

  const parquet = readFileSync((await run('out.parquet', { before: true, scope: 'game' })).file);
  const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ player_id: '9000548', pts: expect.any(Number), basis: 2, error: null });
});

test('refuses in words, and leaves no file behind', async () => {
  await expect(run('out.xlsx')).rejects.toThrow(/name it with one of/);
  await expect(run('out.csv', { counters: 'goals' })).rejects.toThrow(/"goals" is no counter/);
  await expect(run('out.csv', { basis: '99' })).rejects.toThrow(/no ingest has the id 99/);
  const folder = folderOf({ 'rows.csv': 'a,b\n1,2\n' });
  const output = join(folder, 'out.csv');
  await expect(panel(database.pool, join(folder, 'rows.csv'), { ...COMMAND, output })).rejects.toThrow(
    /first line/,
  );
  const nowhere = join(folder, 'none', 'out.csv');
  await expect(
    panel(database.pool, join(folder, 'rows.csv'), { ...COMMAND, output: nowhere }),
  ).rejects.toThrow(/there is no folder .*none to write into/);
  await expect(panel(database.pool, join(folder, 'none.csv'), { ...COMMAND, output })).rejects.toThrow(
    /no file/,
  );
  expect(existsSync(output)).toBe(false);
});
