/** Requests that are wrong, cut off or abandoned: a clear problem each, and no connection lost to any. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { followerOf } from '../../src/asof/follower.ts';
import { DEMO } from '../../src/http/example.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { until } from '../setup/until.ts';
import { type Document, type Operation, operationsOf } from './document.ts';
import { type Serving, serving } from './serving.ts';

const game = `/v1/demo/games/${DEMO.game_id}`;

let database: TestDatabase & { close(): Promise<void> };
let server: Serving;
let operations: Operation[];

beforeAll(async () => {
  database = await cloneDatabase();
  await loadFirstDemoGames(database.pool, 1);
  server = await serving(database.pool);
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  operations = operationsOf(document).filter(({ method }) => method === 'get');
});
afterEach(async () => {
  const { pool } = database;
  await until(() => pool.totalCount === pool.idleCount && followerOf(pool).newest === null);
  expect(pool.waitingCount).toBe(0);
  const { rows } = await pool.query(
    `select pid from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%' and pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([]);
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

/** The example of an operation, changed. */
function changed({ sample }: Operation, name: string, value: string): URL {
  const example = new URL(/'(http:[^']+)'/.exec(sample)?.[1] ?? '');
  const url = new URL(`${example.pathname}${example.search}`, server.url);
  url.searchParams.set(name, value);
  return url;
}

/** What is wrong with how a request is refused; null for a problem of one of the types. */
async function unclear(url: URL, types: readonly string[]): Promise<string | null> {
  const response = await fetch(url);
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
    await response.body?.cancel();
    return `${url.pathname}${url.search}: ${response.status} ${response.headers.get('content-type')}`;
  }
  const problem = (await response.json()) as { type: string; status: number };
  const clear = types.includes(problem.type) && problem.status === response.status;
  return clear ? null : `${url.pathname}${url.search}: ${JSON.stringify(problem)}`;
}

describe('every route refuses with a problem', () => {
  const INVALID = ['invalid-parameter'];
  const bad: readonly (readonly [name: string, value: string, types: readonly string[]])[] = [
    ['limit', '-1', INVALID],
    ['limit', '1e3', INVALID],
    ['limit', '999999999999', INVALID],
    ['basis', '0', INVALID],
    ['basis', '-1', INVALID],
    ['basis', '2147483647', ['unknown-basis']],
    ['known_at', '1999-01-01T00:00:00Z', ['unknown-basis']],
    ['known_at', 'yesterday', ['invalid-instant']],
    ['as_of', '2023-10-25T01:21:13', ['invalid-instant']],
    ['as_of', '2023-02-30T00:00:00Z', ['invalid-instant']],
    ['as_of', '', ['invalid-instant', 'invalid-parameter']],
    ['boundary', 'after', INVALID],
    ['scope', 'decade', INVALID],
    ['season_type', 'summer', INVALID],
    ['counter', 'goals; drop table', INVALID],
    ['counters', 'pts,nothing', INVALID],
    ['cursor', 'eyJ4IjoxfQ', INVALID],
    ['last_event_id', '-1', INVALID],
    ['last_event_id', '77', ['unknown-basis']],
    ['no_such_parameter', '1', INVALID],
  ];

  test.each(bad)('%s=%s', async (name, value, types) => {
    const takers = operations.filter(
      ({ parameters, sample }) =>
        (name === 'no_such_parameter' || parameters.some((parameter) => parameter.name === name)) &&
        // An interval asked for by its ends refuses an instant whatever it is.
        !(name === 'as_of' && sample.includes('from=')),
    );
    expect(takers.length).toBeGreaterThan(0);
    const faults = await Promise.all(
      takers.map((operation) => unclear(changed(operation, name, value), types)),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  test('an unknown league, whatever is asked of it', async () => {
    const faults = await Promise.all(
      operations
        .filter(({ path }) => path.includes('{league}'))
        .map((operation) => {
          const url = changed(operation, 'x', '');
          url.searchParams.delete('x');
          url.pathname = url.pathname.replace('/demo/', "/cricket'--/");
          return unclear(url, ['unknown-league']);
        }),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});

describe('a body that is not what it should be', () => {
  test.each([
    ['cut off', 'application/json', '{"rows": [{"player_id": "9000548", "as_of": "2023-10-25'],
    ['of another kind', 'application/json', 'player_id,as_of\n9000548,2023-10-25T01:21:13Z\n'],
    ['of another kind', 'text/csv', '{"rows": []}'],
    ['of an unknown kind', 'image/png', 'x'],
    ['with a member that is not known', 'application/json', '{"rows": [], "rowz": []}'],
    ['with an unknown counter', 'application/json', '{"rows": [], "counters": ["goals"]}'],
    ['empty', 'application/json', ''],
  ])('%s (%s) is refused', async (_, type, body) => {
    const response = await fetch(`${server.url}/v1/demo/panel`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const text = await response.text();
    expect(response.headers.get('content-type'), text).toContain('application/problem+json');
    expect([400, 415], text).toContain(response.status);
  });
});

/** Send bytes, wait for an answer to begin if one is wanted, and go. */
async function abandon(request: string, waits: boolean): Promise<void> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.write(request, () => {
      if (!waits) resolve();
    });
    if (waits) socket.once('data', () => resolve());
  });
  socket.removeAllListeners('error').on('error', () => {});
  socket.destroy();
}

/** A panel of so many rows, as NDJSON. */
function rowsOf(count: number): string {
  const row = JSON.stringify({ player_id: DEMO.player_id, as_of: DEMO.as_of });
  return `${row}\n`.repeat(count);
}

function post(path: string, body: string, length = Buffer.byteLength(body)): string {
  return `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ncontent-length: ${length}\r\n\r\n${body}`;
}

describe('a client that goes away', () => {
  test.each([
    ['before the answer begins', `${game}/changes`, false],
    ['when the answer has begun', `${game}/changes`, true],
    ['while it follows a stream', `${game}/stream?last_event_id=0`, true],
    ['before a stream begins', '/v1/demo/stream', false],
  ])('%s leaves nothing behind', async (_, path, waits) => {
    const request = `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
    await Promise.all(Array.from({ length: 10 }, () => abandon(request, waits)));
    await until(async () => (await server.connections()) === 0);
  });

  test.each([
    [
      'in the middle of the rows it sends',
      post('/v1/demo/panel?counters=pts', rowsOf(500), 1_000_000),
      false,
    ],
    ['in the middle of the rows it gets', post('/v1/demo/panel?counters=pts', rowsOf(20_000)), true],
    ['before the first of them', post('/v1/demo/panel?counters=pts', rowsOf(5_000)), false],
  ])('%s leaves nothing behind', async (_, request, waits) => {
    await Promise.all(Array.from({ length: 3 }, () => abandon(request, waits)));
    await until(async () => (await server.connections()) === 0);
  });

  test('and the next is answered as if nothing had been', async () => {
    const response = await fetch(`${server.url}/v1/demo/panel?counters=pts`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: rowsOf(3),
    });
    expect((await response.text()).trim().split('\n')).toHaveLength(3);
  });
});
