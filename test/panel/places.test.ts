/** A bounded number of panels is answered at a time; the others wait in line, for a while. */
import { connect } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { Admission, LARGE_FROM } from '../../src/http/panel/admission.ts';
import { Places } from '../../src/http/panel/places.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { silent } from '../setup/log.ts';
import { until } from '../setup/until.ts';

const ROW = '9000548,2023-10-25T01:21:13.000Z\n';
const LARGE = `player_id,as_of\n${ROW.repeat(LARGE_FROM + 10_000)}`;
const SMALL = `player_id,as_of\n${ROW}`;
const PATIENCE = 150;

const staying = () => new AbortController().signal;

describe('places', () => {
  test('are given in the order of coming', async () => {
    const places = new Places({ places: 2, line: 5, patience: 10_000 });
    const giveBack = [await places.take(staying()), await places.take(staying())];
    const order: number[] = [];
    const later = [1, 2, 3].map(async (number) => {
      const own = await places.take(staying());
      order.push(number);
      own();
    });
    expect([places.taken, places.waiting]).toEqual([2, 3]);
    giveBack[0]?.();
    await Promise.all(later);
    expect(order).toEqual([1, 2, 3]);
    expect([places.taken, places.waiting]).toEqual([1, 0]);
  });

  test('given back twice are given back once', async () => {
    const places = new Places({ places: 2, line: 5, patience: 10_000 });
    const [first] = [await places.take(staying()), await places.take(staying())];
    first?.();
    first?.();
    expect(places.taken).toBe(1);
  });

  test('are refused where the line is full, and where the wait is too long', async () => {
    const places = new Places({ places: 1, line: 1, patience: PATIENCE });
    await places.take(staying());
    const waits = places.take(staying());
    await expect(places.take(staying())).rejects.toMatchObject({ type: 'not-ready' });
    await expect(waits).rejects.toMatchObject({ type: 'not-ready', members: { retry_after: 1 } });
    expect([places.taken, places.waiting]).toEqual([1, 0]);
  });

  test('are not kept for who has gone', async () => {
    const places = new Places({ places: 1, line: 1, patience: 10_000 });
    const giveBack = await places.take(staying());
    const goes = new AbortController();
    const waits = places.take(goes.signal);
    goes.abort();
    await expect(waits).rejects.toThrow();
    await expect(places.take(goes.signal)).rejects.toThrow();
    const next = places.take(staying());
    giveBack();
    (await next)();
    expect([places.taken, places.waiting]).toEqual([0, 0]);
  });
});

describe('panels at once', () => {
  let database: TestDatabase & { close(): Promise<void> };
  beforeAll(async () => {
    database = await cloneDatabase();
    await loadFirstDemoGames(database.pool, 1);
  });
  afterAll(() => database.close());

  const one = { places: 1, line: 1, patience: PATIENCE };

  function ask(app: ReturnType<typeof createApp>, body: string, more: RequestInit = {}) {
    const headers = { 'content-type': 'text/csv' };
    const url = 'http://localhost/v1/demo/panel?counters=pts';
    // A body in chunks, as it comes over a network.
    const bytes = Buffer.from(body);
    const size = 64 * 1024;
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    const init = {
      method: 'POST',
      headers,
      body: ReadableStream.from(chunks),
      duplex: 'half',
      ...more,
    };
    return app.request(new Request(url, init as RequestInit));
  }

  test('more than there are places for are told when to come again, and small ones do not wait for large', async () => {
    const panels = new Admission({ rows: 1_000_000, small: one, large: one });
    const app = createApp({ pool: database.pool, log: silent, keys: [], panels });
    const first = await ask(app, LARGE);
    expect(first.status).toBe(200);
    const refused = await ask(app, LARGE);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ type: 'not-ready', status: 503 });
    const grid = await app.request('/v1/demo/panel', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grid: {
          player_ids: ['9000548'],
          from: '2023-10-25T00:00:00Z',
          to: '2023-10-26T00:00:00Z',
          every: 1,
        },
        counters: ['pts'],
      }),
    });
    expect(grid.status).toBe(503);
    expect((await (await ask(app, SMALL)).text()).split('\n')).toHaveLength(3);
    // Read to its end, the first gives its place back.
    expect((await first.text()).split('\n')).toHaveLength(LARGE_FROM + 10_000 + 2);
    expect((await (await ask(app, LARGE)).text()).length).toBeGreaterThan(0);
  });

  test('more rows than there is room for are refused while they are read', async () => {
    const panels = new Admission({ rows: LARGE_FROM + 40_000, small: one, large: { ...one, places: 5 } });
    const app = createApp({ pool: database.pool, log: silent, keys: [], panels });
    const first = await ask(app, LARGE);
    const refused = await ask(app, LARGE);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(panels.rows).toBe(LARGE_FROM + 10_000);
    expect((await ask(app, SMALL)).status).toBe(200);
    await first.body?.cancel();
    expect((await ask(app, LARGE)).status).toBe(200);
  });

  test('a panel whose answer is not read to its end gives its place back', async () => {
    const panels = new Admission({ rows: 1_000_000, small: one, large: one });
    const app = createApp({ pool: database.pool, log: silent, keys: [], panels });
    for (let round = 0; round < 3; round++) {
      const response = await ask(app, LARGE);
      expect(response.status).toBe(200);
      await response.body?.cancel();
    }
    const bad = await ask(app, `${LARGE}"`);
    expect(bad.status).toBe(400);
    expect((await ask(app, LARGE)).status).toBe(200);
  });

  test('a client that goes away while it waits leaves the line', async () => {
    const panels = new Admission({ rows: 1_000_000, small: one, large: { ...one, patience: 20_000 } });
    const app = createApp({ pool: database.pool, log: silent, keys: [], panels });
    const { server, port } = await listening(app);
    try {
      const first = await ask(app, LARGE);
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /v1/demo/panel?counters=pts HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: ${LARGE.length}\r\n\r\n${LARGE}`,
      );
      await until(() => panels.large.waiting === 1);
      socket.destroy();
      await until(() => panels.large.waiting === 0);
      expect(panels.rows).toBe(LARGE_FROM + 10_000);
      const next = ask(app, LARGE);
      await until(() => panels.large.waiting === 1);
      await first.body?.cancel();
      await (await next).body?.cancel();
      expect([panels.large.taken, panels.rows]).toEqual([0, 0]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('a client that goes away while it is answered gives its place back', async () => {
    const panels = new Admission({ rows: 1_000_000, small: one, large: one });
    const { server, port } = await listening(
      createApp({ pool: database.pool, log: silent, keys: [], panels }),
    );
    try {
      const socket = connect(port, '127.0.0.1');
      socket.on('data', () => socket.destroy());
      socket.write(
        `POST /v1/demo/panel HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: ${LARGE.length}\r\n\r\n${LARGE}`,
      );
      await until(() => panels.large.taken === 1);
      await until(() => panels.large.taken === 0);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function listening(app: ReturnType<typeof createApp>) {
    return new Promise<{ server: ServerType; port: number }>((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve({ server, port }),
      );
    });
  }
});
