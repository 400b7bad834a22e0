/** The panel over HTTP: formats, refusals, errors in rows, and clients that go away. */
import { connect } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { type Table, tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { cloneDatabase, type TestDatabase, testDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { filledTemplate } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';
import { until } from '../setup/until.ts';

const PLAYER = '9000548';
const TEAM = '990000005';
const INSTANT = '2023-10-25T01:21:13.000Z';
const CSV = `player_id,as_of\n${PLAYER},${INSTANT}\n`;

let database: TestDatabase & { close(): Promise<void> };
let app: ReturnType<typeof createApp>;
let server: ServerType;
let port = 0;

let template: Awaited<ReturnType<typeof filledTemplate>>;

beforeAll(async () => {
  template = await filledTemplate((pool) => loadFirstDemoGames(pool, 2));
  database = await cloneDatabase(template.name);
  app = createApp({ pool: database.pool, log: silent, keys: [] });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
      port = address.port;
      resolve();
    });
  });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
  await template.close();
});

/** Connections that no request uses any more. */
function poolIsWhole(): boolean {
  const { pool } = database;
  return pool.totalCount === pool.idleCount && pool.waitingCount === 0;
}

interface Asked {
  readonly type?: string;
  readonly accept?: string;
  readonly method?: string;
  readonly query?: string;
}

async function ask(body: string, { type = 'text/csv', accept, method = 'POST', query = '' }: Asked = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/v1/demo/panel?${query}`, {
    method,
    headers: { 'content-type': type, ...(accept === undefined ? {} : { accept }) },
    body,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: new TextDecoder().decode(bytes) };
}

const json = (body: object) => ask(JSON.stringify(body), { type: 'application/json' });

interface Row {
  readonly counters: Record<string, number | null>;
  readonly last_play_time: string | null;
  readonly as_of: string;
  readonly error?: string;
}

async function rowsOf(body: object): Promise<Row[]> {
  const { status, text } = await json(body);
  expect(status, text).toBe(200);
  return (JSON.parse(text) as { rows: Row[] }).rows;
}

describe('formats', () => {
  const query = 'counters=pts,seconds,ts_pct&basis=3';
  const media = {
    csv: 'text/csv',
    json: 'application/json',
    ndjson: 'application/x-ndjson',
    arrow: 'application/vnd.apache.arrow.stream',
    parquet: 'application/vnd.apache.parquet',
  };
  const rows = [
    { player_id: PLAYER, as_of: INSTANT },
    { player_id: 'nobody', as_of: INSTANT },
    { player_id: PLAYER, as_of: '2000-01-01T00:00:00Z' },
    { player_id: PLAYER, as_of: 'noon' },
  ];
  const bodies = {
    csv: `player_id,as_of\n${rows.map((row) => `${row.player_id},${row.as_of}\n`).join('')}`,
    json: JSON.stringify({ rows }),
    ndjson: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  };

  /** Rows as plain values, whatever they came as. */
  async function read(format: keyof typeof media, bytes: Uint8Array): Promise<unknown[]> {
    const text = new TextDecoder().decode(bytes);
    if (format === 'json') return (JSON.parse(text) as { rows: Record<string, unknown>[] }).rows.map(flat);
    if (format === 'ndjson')
      return text
        .trim()
        .split('\n')
        .map((line) => flat(JSON.parse(line)));
    if (format === 'csv') {
      const [header = '', ...lines] = text.trim().split('\n');
      const cells = lines.map((line) => line.replaceAll('""', '').replaceAll('"', '').split(','));
      return cells.map((row) =>
        typed(Object.fromEntries(header.split(',').map((name, at) => [name, row[at]]))),
      );
    }
    if (format === 'arrow') {
      const table: Table = tableFromIPC(bytes);
      return table.toArray().map((row: { toJSON(): Record<string, unknown> }) => typed(row.toJSON()));
    }
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return (await parquetReadObjects({ file })).map(typed);
  }

  const NUMBERS = ['pts', 'seconds', 'ts_pct', 'basis'];

  /** Texts of a CSV as numbers, instants as text; what the row could not be answered for only in part. */
  function typed(row: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (value === '' || value == null) return [name, null];
        if (name === 'error') return [name, String(value).split(':')[0]];
        if (NUMBERS.includes(name)) return [name, Number(value)];
        if (value instanceof Date) return [name, value.toISOString()];
        return [name, typeof value === 'number' ? new Date(value).toISOString() : value];
      }),
    );
  }

  function flat({ counters, error = null, ...row }: Record<string, unknown>): Record<string, unknown> {
    return typed({ ...row, ...(counters as object), error });
  }

  test('say the same, whatever the rows came as', async () => {
    const { text } = await ask(bodies.json, { type: media.json, query });
    const expected = (JSON.parse(text) as { rows: Record<string, unknown>[] }).rows.map(flat);
    expect(expected).toEqual([
      expect.objectContaining({ player_id: PLAYER, as_of: INSTANT, basis: 3, error: null }),
      expect.objectContaining({ player_id: 'nobody', pts: null, last_play_time: null, error: 'not-found' }),
      expect.objectContaining({ pts: 0, seconds: 0, ts_pct: null, last_play_time: null, error: null }),
      expect.objectContaining({ as_of: 'noon', pts: null, error: 'invalid-instant' }),
    ]);
    expect(expected[0]?.pts).toBeGreaterThan(0);
    for (const own of ['csv', 'json', 'ndjson'] as const) {
      for (const format of Object.keys(media) as (keyof typeof media)[]) {
        const reply = await ask(bodies[own], { type: media[own], accept: media[format], query });
        expect(reply.status, reply.text).toBe(200);
        expect(reply.headers.get('content-type')?.split(';')[0]).toBe(media[format]);
        // What is no instant has no place in a column of instants.
        const columnar = format === 'arrow' || format === 'parquet';
        const wanted = expected.map((row) =>
          columnar && row.as_of === 'noon' ? { ...row, as_of: null } : row,
        );
        expect(await read(format, reply.bytes), `${own} to ${format}`).toEqual(wanted);
      }
    }
  });

  test('are those of the rows where the client does not mind', async () => {
    for (const own of ['csv', 'json', 'ndjson'] as const) {
      const reply = await ask(bodies[own], { type: media[own], accept: 'image/*, */*;q=0.1', query });
      expect(reply.headers.get('content-type')).toContain(media[own]);
    }
  });

  test('keep the order of rows and the quotes of ids', async () => {
    const reply = await ask(`note,as_of,player_id\n"a ""b"", c",${INSTANT},"x,y"\n,${INSTANT},${PLAYER}\n`, {
      query: 'counters=pts',
    });
    const [header, first, second] = reply.text.split('\n');
    expect(header).toBe('player_id,as_of,pts,last_play_time,basis,error');
    expect(first).toMatch(/^"x,y",2023-10-25T01:21:13\.000Z,,,3,"not-found: /);
    expect(second).toMatch(new RegExp(`^${PLAYER},2023-10-25T01:21:13\\.000Z,\\d+,2023`));
  });

  test('read CSV with a byte order mark, carriage returns and chunks that end anywhere', async () => {
    const body = Buffer.from(`\uFEFFplayer_id,as_of\r\n${PLAYER},${INSTANT}\r\n"é",${INSTANT}`);
    for (const size of [1, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
        body.subarray(at * size, (at + 1) * size),
      );
      const response = await app.request(
        new Request('http://localhost/v1/demo/panel?counters=pts', {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: ReadableStream.from(chunks) as ReadableStream<Uint8Array>,
          duplex: 'half',
        } as RequestInit),
      );
      const text = await response.text();
      expect(text.split('\n')[1]).toMatch(new RegExp(`^${PLAYER},.*,\\d+,2023.*,3,$`));
      expect(text.split('\n')[2]).toMatch(/^é,.*not-found/);
    }
  });

  test('read a JSON document whose rows end anywhere in a chunk, among other members', async () => {
    const body = Buffer.from(
      JSON.stringify({
        counters: ['pts'],
        rows: [
          { player_id: 'a]}"{\\', as_of: INSTANT, more: [{ rows: [1] }] },
          { player_id: PLAYER, as_of: INSTANT },
        ],
        boundary: 'before',
      }),
    );
    for (let at = 1; at < body.length; at += 3) {
      const response = await app.request(
        new Request('http://localhost/v1/demo/panel', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: ReadableStream.from([body.subarray(0, at), body.subarray(at)]) as ReadableStream<Uint8Array>,
          duplex: 'half',
        } as RequestInit),
      );
      const answer = (await response.json()) as { boundary: string; rows: Row[] };
      expect(answer.boundary).toBe('before');
      expect(answer.rows.map(({ error }) => error?.split(' ')[0])).toEqual(['not-found:', undefined]);
    }
  });
});

describe('rows', () => {
  test('that cannot be answered say why, and the others are answered', async () => {
    const rows = await rowsOf({
      rows: [
        { player_id: PLAYER, as_of: '2023-10-24T20:21:13' },
        { player_id: PLAYER, as_of: '2023-11-05T01:30:00' },
        { player_id: PLAYER, as_of: '2024-03-10T02:30:00' },
        { player_id: PLAYER },
        { as_of: INSTANT },
        { player_id: PLAYER, team_id: TEAM, as_of: INSTANT },
        7,
        { player_id: Number(PLAYER), as_of: INSTANT },
        { team_id: TEAM, as_of: INSTANT },
        { player_id: `${PLAYER}\0`, as_of: INSTANT },
        { player_id: PLAYER, as_of: '0000-01-01T00:00:00Z' },
        { player_id: PLAYER, as_of: '9999-12-31T23:59:59-12:00' },
        { player_id: PLAYER, as_of: Date.parse(INSTANT) },
        { player_id: Number.MAX_VALUE, as_of: INSTANT },
      ],
      tz: 'America/Chicago',
      counters: ['pts'],
    });
    expect(rows.map(({ error }) => error?.split(':')[0])).toEqual([
      undefined,
      'ambiguous-instant',
      'nonexistent-instant',
      'invalid-instant',
      'invalid-parameter',
      'invalid-parameter',
      'invalid-parameter',
      undefined,
      undefined,
      'not-found',
      'invalid-instant',
      'invalid-instant',
      'invalid-instant',
      'invalid-parameter',
    ]);
    expect(rows[0]?.as_of).toBe(INSTANT);
    expect(rows[12]?.as_of).toBe(String(Date.parse(INSTANT)));
    expect(rows[7]).toEqual(rows[0]);
  });

  test('beyond the greatest age have no values but still tell the last play', async () => {
    const rows = [1, 3600].map((seconds) => ({
      player_id: PLAYER,
      as_of: new Date(Date.parse('2023-10-26T01:00:00Z') + seconds * 1000).toISOString(),
    }));
    const [all] = await rowsOf({ rows, counters: ['pts'] });
    const last = Date.parse(all?.last_play_time ?? '');
    const age = Math.ceil((Date.parse(rows[0]?.as_of ?? '') - last) / 1000);
    for (const max_age of [age, `PT${age}S`]) {
      const [fresh, stale] = await rowsOf({ rows, counters: ['pts'], max_age });
      expect(fresh).toEqual(all);
      expect(stale).toMatchObject({ counters: { pts: null }, last_play_time: all?.last_play_time });
    }
  });

  test('are made by a grid of steps', async () => {
    const from = '2023-10-25T01:21:13Z';
    const made = await rowsOf({
      grid: { player_ids: [PLAYER], team_ids: [TEAM], from, to: '2023-10-25T01:22:13Z', every: 30 },
      counters: ['pts'],
    });
    const instants = ['01:21:13', '01:21:43', '01:22:13'].map((time) => `2023-10-25T${time}.000Z`);
    const asked = await rowsOf({
      rows: [{ player_id: PLAYER }, { team_id: TEAM }].flatMap((entity) =>
        instants.map((as_of) => ({ ...entity, as_of })),
      ),
      counters: ['pts'],
    });
    expect(made).toEqual(asked);
  });

  test('are made by a grid of period ends, which the game route agrees with', async () => {
    const rows = await rowsOf({
      grid: { team_ids: [TEAM], game_id: '9922300001', every: 'period_end' },
      counters: ['pts'],
      scope: 'game',
    });
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) {
      const response = await app.request(`/v1/demo/games/9922300001?as_of=${row.as_of}`);
      const { game, state } = (await response.json()) as {
        game: { home: { team_id: string } };
        state: { home_score: number; away_score: number };
      };
      expect(row.counters.pts).toBe(game.home.team_id === TEAM ? state.home_score : state.away_score);
    }
  });
});

describe('refusals', () => {
  const long = 'x'.repeat(70_000);
  test.each<[string, string, Asked, number, string]>([
    ['no content type for rows', CSV, { type: 'text/plain' }, 400, 'invalid-parameter'],
    ['an answer in HTML', CSV, { accept: 'text/html' }, 400, 'invalid-parameter'],
    ['an unknown counter', CSV, { query: 'counters=pts,goals' }, 400, 'invalid-parameter'],
    ['a figure from other lines', CSV, { query: 'counters=pts,usg_pct' }, 400, 'invalid-parameter'],
    ['an unknown scope', CSV, { query: 'scope=all' }, 400, 'invalid-parameter'],
    ['an unknown parameter', CSV, { query: 'as_of=2024-01-01T00:00:00Z' }, 400, 'invalid-parameter'],
    ['an unknown basis', CSV, { query: 'basis=99' }, 404, 'unknown-basis'],
    [
      'knowledge before the first ingest',
      CSV,
      { query: 'known_at=2001-01-01T00:00:00Z' },
      404,
      'unknown-basis',
    ],
    ['an age that is none', CSV, { query: 'max_age=P1M' }, 400, 'invalid-parameter'],
    ['a negative age', CSV, { query: 'max_age=-1' }, 400, 'invalid-parameter'],
    ['nothing', '', {}, 400, 'invalid-parameter'],
    ['CSV without an instant', 'player_id\n1\n', {}, 400, 'invalid-parameter'],
    ['JSON said to be CSV', '{"rows":[]}', {}, 400, 'invalid-parameter'],
    ['CSV with two instants a row', 'player_id,as_of,as_of\n', {}, 400, 'invalid-parameter'],
    ['an unknown zone', CSV, { query: 'tz=Nowhere/Bad' }, 400, 'invalid-instant'],
    [
      'an unknown zone in the body',
      '{"rows":[],"tz":"Nowhere/Bad"}',
      { type: 'application/json' },
      400,
      'invalid-instant',
    ],
    ['quotes that do not close', `player_id,as_of\n"${PLAYER},${INSTANT}\n`, {}, 400, 'invalid-parameter'],
    ['a line without end', `player_id,as_of\n${long}`, {}, 400, 'invalid-parameter'],
    ['NDJSON cut off', '{"player_id":"1"', { type: 'application/x-ndjson' }, 400, 'invalid-parameter'],
    ['CSV said to be NDJSON', CSV, { type: 'application/x-ndjson' }, 400, 'invalid-parameter'],
    [
      'JSON cut off in a row',
      '{"rows":[{"player_id":"1"',
      { type: 'application/json' },
      400,
      'invalid-parameter',
    ],
    ['JSON cut off after the rows', '{"rows":[]', { type: 'application/json' }, 400, 'invalid-parameter'],
    ['CSV said to be JSON', CSV, { type: 'application/json' }, 400, 'invalid-parameter'],
    ['neither rows nor grid', '{}', { type: 'application/json' }, 400, 'invalid-parameter'],
    ['an unknown member', '{"rows":[],"limit":1}', { type: 'application/json' }, 400, 'invalid-parameter'],
    ['rows that are no array', '{"rows":{}}', { type: 'application/json' }, 400, 'invalid-parameter'],
    [
      'a parameter given twice',
      '{"rows":[],"scope":"game"}',
      { type: 'application/json', query: 'scope=season' },
      400,
      'invalid-parameter',
    ],
    [
      'a grid beyond all bounds',
      `{"grid":{"player_ids":["1"],"every":0.001,"from":"2000-01-01T00:00:00Z","to":"${INSTANT}"}}`,
      { type: 'application/json' },
      413,
      'too-large',
    ],
    [
      'a grid that begins after its end',
      `{"grid":{"player_ids":["1"],"every":30,"from":"2030-01-01T00:00:00Z","to":"${INSTANT}"}}`,
      { type: 'application/json' },
      400,
      'invalid-parameter',
    ],
    [
      'a grid of a game whose id holds NUL',
      '{"grid":{"player_ids":["1"],"every":"period_end","game_id":"1\\u0000"}}',
      { type: 'application/json' },
      400,
      'invalid-parameter',
    ],
    [
      'a grid of a game there is not',
      '{"grid":{"player_ids":["1"],"every":"period_end","game_id":"1"}}',
      { type: 'application/json' },
      404,
      'not-found',
    ],
  ])('%s', async (_, body, asked, status, type) => {
    const reply = await ask(body, asked);
    expect({ status: reply.status, type: JSON.parse(reply.text).type }, reply.text).toEqual({ status, type });
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(poolIsWhole()).toBe(true);
  });

  test('a league there is not', async () => {
    const response = await app.request('/v1/cricket/panel', { method: 'POST', body: CSV });
    expect(response.status).toBe(404);
  });

  test('a connection goes on after a body that was refused in its middle', async () => {
    const head = 'POST /v1/demo/panel HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length:';
    const body = `player_id,as_of\n${'9'.repeat(1_000_000)},${INSTANT}\n`;
    const next = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    const answered = await raw(`${head} ${body.length}\r\n\r\n${body}${next}`, (text) =>
      text.includes('"ok"'),
    );
    expect(answered).toMatch(/^HTTP\/1\.1 400 .*too long to be a row.*HTTP\/1\.1 200 /s);
  });

  test('a body that announces too much is not waited for', async () => {
    const answered = await raw(
      `POST /v1/demo/panel HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 999999999\r\n\r\nplayer_id`,
      (text) => text.includes('too-large'),
    );
    expect(answered).toMatch(/^HTTP\/1\.1 413 /);
    expect(poolIsWhole()).toBe(true);
  });
});

/** Send bytes over a bare connection until what has come back is enough, then break it off. */
function raw(head: string, enough: (text: string) => boolean, ends = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (enough(received)) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(head, () => {
      if (ends) socket.destroy();
    });
  });
}

describe('an error after the answer has begun', () => {
  /** A panel of two batches, of which the second cannot be read. */
  async function broken(accept: string): Promise<AsyncIterator<Uint8Array>> {
    const { pool } = await testDatabase(template.name);
    const first = `${PLAYER},,${INSTANT}\n`.repeat(70_000);
    const body = `player_id,team_id,as_of\n${first},${TEAM},${INSTANT}\n`;
    const headers = { 'content-type': 'text/csv', accept };
    const own = createApp({ pool, log: silent, keys: [] });
    const response = await own.request('/v1/demo/panel?counters=pts', { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    const chunks = response.body?.[Symbol.asyncIterator]();
    if (chunks === undefined) throw new RangeError('no body');
    await chunks.next();
    await pool.query('alter table demo.team_cumulative_stats rename to gone');
    return chunks;
  }

  test('is the last line of NDJSON', async () => {
    const chunks = await broken('application/x-ndjson');
    let text = '';
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      text += new TextDecoder().decode(next.value);
    }
    const lines = text.trim().split('\n');
    expect(lines.length).toBeLessThan(70_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ error: { type: 'internal', status: 500 } });
    expect(text).not.toMatch(/relation/);
  });

  test.each(['text/csv', 'application/json', 'application/vnd.apache.arrow.stream'])(
    'breaks %s off',
    async (accept) => {
      const chunks = await broken(accept);
      await expect(async () => {
        while (!(await chunks.next()).done);
      }).rejects.toThrow();
    },
  );
});

describe('a client that goes away', () => {
  test('while it sends leaves no connection behind', async () => {
    const body = `player_id,as_of\n${`${PLAYER},${INSTANT}\n`.repeat(100)}`;
    await raw(
      `POST /v1/demo/panel HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 100000\r\n\r\n${body}`,
      () => false,
      true,
    );
    await until(poolIsWhole);
  });

  test('while it reads leaves no connection behind, and ends the work', async () => {
    const body = `player_id,as_of\n${`${PLAYER},${INSTANT}\n`.repeat(100_000)}`;
    const received = await raw(
      `POST /v1/demo/panel HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      (text) => text.length > 100_000,
    );
    expect(received).toMatch(/^HTTP\/1\.1 200 /);
    await until(poolIsWhole);
    const { rows } = await database.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()",
    );
    expect(rows).toEqual([]);
  });
});

describe('keeping', () => {
  const basis = 'counters=pts&basis=3';
  test('only what the method says changes nothing, at a basis that was named', async () => {
    const control = async (method: string, query: string) =>
      (await ask(CSV, { method, query })).headers.get('cache-control');
    expect(await control('QUERY', basis)).toBe('public, max-age=31536000, immutable');
    expect(await control('QUERY', 'counters=pts')).toBe('no-store');
    expect(await control('POST', basis)).toBe('no-store');
    expect((await ask(CSV, { method: 'QUERY', query: basis })).bytes).toEqual(
      (await ask(CSV, { query: basis })).bytes,
    );
  });
});
