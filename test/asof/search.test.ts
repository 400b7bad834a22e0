/** Names with accents, by their plain letters and the other way round. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { search } from '../../src/asof/search.ts';
import { load } from '../../src/ingest/load.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { temporaryFolder } from '../setup/files.ts';

const NAMES = ['Luka Dončić', 'Nikola Jokić', 'Çağlar Söyüncü', 'Thomas Müller', 'Martin Ødegaard', 'Åsa'];
const PLAIN = ['Dario Saric', 'Luka Garza', 'Thomas Bryant', 'Asia Durr'];

let database: TestDatabase & { close(): Promise<void> };
beforeAll(async () => {
  database = await cloneDatabase();
  const rows = [...NAMES, ...PLAIN].map((name, index) => `${index + 1},${name},1990-01-01`);
  const { folder, remove } = temporaryFolder({
    'players.csv': ['player_id,player_name,birth_date', ...rows].join('\n'),
  });
  await load({ pool: database.pool, paths: [folder] });
  remove();
});
afterAll(() => database.close());

test.each([
  ['doncic', 'Luka Dončić'],
  ['luka doncic', 'Luka Dončić'],
  ['jokic', 'Nikola Jokić'],
  ['caglar soyuncu', 'Çağlar Söyüncü'],
  ['muller', 'Thomas Müller'],
  ['odegaard', 'Martin Ødegaard'],
  ['asa', 'Åsa'],
  ['Šarić', 'Dario Saric'],
  ['Dončić', 'Luka Dončić'],
])('%s finds %s first, and once', async (asked, name) => {
  const found = await search(database.pool, asked, 10);
  expect(found[0]?.name).toBe(name);
  expect(found.filter((each) => each.name === name)).toHaveLength(1);
});

test('of one league alone, only its own are found', async () => {
  expect((await search(database.pool, 'doncic', 10, 'nba')).length).toBeGreaterThan(0);
  expect(await search(database.pool, 'doncic', 10, 'nfl')).toEqual([]);
});
