/** The examples of the guide are answered as they stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { asking, type Reply } from './api.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/temporal-queries.md'), 'utf8');
const examples = [...guide.matchAll(/^curl "\$DEMO(\/[^"]+)"$/gm)].map((match) => `/v1/demo${match[1]}`);

describe('the guide', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let ask: (path: string) => Promise<Reply>;
  beforeAll(async () => {
    database = await cloneDatabase();
    await loadFirstDemoGames(database.pool, 2);
    ask = asking(database.pool);
  });
  afterAll(() => database.close());

  test('has examples of every read between instants', () => {
    for (const read of ['interval', 'timeline', 'milestones', 'leaders']) {
      expect(
        examples.some((path) => path.includes(`/${read}?`)),
        read,
      ).toBe(true);
    }
  });

  test.each(examples)('%s is answered', async (path) => {
    const { status, text } = await ask(path);
    expect(status, text).toBe(200);
  });
});
