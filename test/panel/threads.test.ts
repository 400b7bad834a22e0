/** An answer written in a thread of its own is the answer, and ends as it ends elsewhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { ANSWERS } from '../../src/http/panel/formats.ts';
import { WriterThread } from '../../src/http/panel/writer-thread.ts';
import { cloneDatabase, testDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { filledTemplate } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';

const START = Date.parse('2023-10-25T00:00:00Z');
const IDS = ['9000548', '9000551', 'nobody', '"quoted, id"', ''];
/** As many as are written elsewhere, in two runs at least; some that cannot be answered. */
const ROWS = Array.from({ length: 41_000 }, (_, row) => {
  const at = row % 5000 === 7 ? 'noon' : new Date(START + row * 500).toISOString();
  return `${IDS[row % 97 === 0 ? row % IDS.length : 0]},${at}\n`;
}).join('');
const COUNTERS = 'counters=pts,seconds,ts_pct,reb,ast,stl,blk,tov,pf,fga';

let template: Awaited<ReturnType<typeof filledTemplate>>;
let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  template = await filledTemplate((pool) => loadFirstDemoGames(pool, 1));
  database = await cloneDatabase(template.name);
});
afterAll(async () => {
  await database.close();
  await template.close();
});

function ask(pool: typeof database.pool, threads: boolean, body: string, accept = 'text/csv') {
  const app = createApp({ pool, log: silent, keys: [], threads });
  const headers = { 'content-type': 'text/csv', accept };
  return app.request(`/v1/demo/panel?${COUNTERS}`, { method: 'POST', headers, body });
}

test.each(Object.values(ANSWERS).map(([media]) => media))('%s has the same bytes', async (accept) => {
  const body = `player_id,as_of\n${ROWS}`;
  const [here, there] = await Promise.all(
    [false, true].map(async (threads) => {
      const response = await ask(database.pool, threads, body, accept);
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    }),
  );
  expect(here?.length).toBeGreaterThan(40_000);
  expect(here?.equals(there ?? Buffer.alloc(0))).toBe(true);
});

/** The second kind of rows cannot be read once the answer has begun. */
async function broken(accept: string) {
  const { pool } = await testDatabase(template.name);
  const first = `9000548,,${new Date(START).toISOString()}\n`.repeat(150_000);
  const last = `,990000005,${new Date(START).toISOString()}\n`;
  const response = await ask(pool, true, `player_id,team_id,as_of\n${first}${last}`, accept);
  const chunks = response.body?.[Symbol.asyncIterator]();
  if (chunks === undefined) throw new RangeError('no body');
  await chunks.next();
  await pool.query('alter table demo.team_cumulative_stats rename to gone');
  return chunks;
}

test('an error after the beginning breaks it off', async () => {
  const chunks = await broken('text/csv');
  await expect(async () => {
    while (!(await chunks.next()).done);
  }).rejects.toThrow();
});

test('an error after the beginning is the last line of NDJSON', async () => {
  const chunks = await broken('application/x-ndjson');
  let text = '';
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    text += new TextDecoder().decode(next.value);
  }
  expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toMatchObject({ error: { type: 'internal' } });
});

test('a thread that ends fails its answers, and no process waits for it', async () => {
  const thread = new WriterThread();
  const head = {
    league: 'demo',
    basis: 1,
    boundary: 'at',
    scope: 'career',
    seasonType: 'all',
    columns: [],
    ids: { player: true, team: false },
    entities: [{ kind: 'player', id: '1' }],
  } as const;
  const run = () => ({
    count: 1,
    entity: new Int32Array(1),
    at: new Float64Array(1),
    values: new Float64Array(0),
    lastPlay: new Float64Array(1),
    written: new Map(),
    errors: new Map(),
  });
  const rows = async function* () {
    yield run();
    await thread.close();
    yield run();
  };
  await expect(async () => {
    for await (const _ of thread.write('csv', head, rows()));
  }).rejects.toThrow('has ended');
  expect(thread.hasEnded).toBe(true);
});
