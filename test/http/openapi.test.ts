/** The document describes what is answered: every example is sent, and each answer is checked against its schema. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/http/app.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadFirstDemoGames } from '../setup/demo.ts';
import { silent } from '../setup/log.ts';
import { type Document, type Operation, operationsOf, type Schema, strictly } from './document.ts';

const ORIGIN = 'http://localhost:8080';

let database: TestDatabase & { close(): Promise<void> };
let app: ReturnType<typeof createApp>;
let operations: Operation[];
let components: Readonly<Record<string, Schema>>;

beforeAll(async () => {
  database = await cloneDatabase();
  await loadFirstDemoGames(database.pool, 3);
  app = createApp({ pool: database.pool, log: silent, keys: [] });
  const document = (await (await app.request('/openapi.json')).json()) as Document;
  operations = operationsOf(document);
  components = document.components.schemas;
});
afterAll(async () => {
  expect(database.pool.totalCount).toBe(database.pool.idleCount);
  await database.close();
});

/** What an answer has that its schema does not allow. */
function objections(operation: Operation, body: unknown): unknown {
  const schema = operation.responses['200']?.content['application/json']?.schema;
  if (schema === undefined) return 'there is no schema';
  const result = z.fromJSONSchema(strictly(schema, components)).safeParse(body);
  return result.success ? null : z.prettifyError(result.error);
}

describe('the OpenAPI document', () => {
  test('has every route of the contract', () => {
    const paths = operations.map(({ method, path }) => `${method} ${path}`);
    expect(paths).toEqual(
      expect.arrayContaining([
        'get /v1/{league}/players/{player_id}/stats',
        'get /v1/{league}/teams/{team_id}/stats',
        'get /v1/{league}/games',
        'get /v1/{league}/games/{game_id}',
        'get /v1/{league}/games/{game_id}/plays',
        'get /v1/{league}/players/{player_id}/interval',
        'get /v1/{league}/players/{player_id}/timeline',
        'get /v1/{league}/players/{player_id}/milestones',
        'get /v1/{league}/leaders',
        'get /v1/{league}/corrections',
        'get /v1/basis',
        'get /v1/ingests',
        'get /v1/search',
        'get /v1/{league}/players/{player_id}/interval',
        'get /v1/{league}/players/{player_id}/timeline',
        'get /v1/{league}/games/{game_id}/stream',
        'get /v1/{league}/stream',
        'post /v1/{league}/panel',
      ]),
    );
  });

  test('names every refusal of every operation', () => {
    for (const { path, responses } of operations) {
      expect(Object.keys(responses), path).toEqual(
        expect.arrayContaining(['200', '400', '401', '404', '429', '500', '503']),
      );
    }
  });

  test('gives every as-of read the parameters that all of them share', () => {
    for (const { path, parameters } of operations) {
      const names = parameters.map(({ name }) => name);
      if (!names.includes('as_of')) continue;
      expect(names, path).toEqual(expect.arrayContaining(['tz', 'basis', 'known_at', 'boundary']));
    }
  });

  test('shows an example of every operation, which is answered as its schema says', async () => {
    for (const operation of operations) {
      const { path, sample } = operation;
      const address = /curl (?:.*)'(http:[^']+)'/.exec(sample)?.[1];
      expect(address?.startsWith(`${ORIGIN}/v1/`), `${path}: ${sample}`).toBe(true);
      if (operation.media !== 'application/json') continue;
      const data = /-d '([^']+)'/.exec(sample)?.[1];
      expect(data === undefined, sample).toBe(operation.method === 'get');
      const response = await app.request(
        address?.slice(ORIGIN.length) ?? '',
        data === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: data },
      );
      const body = await response.json();
      expect(response.status, `${sample}: ${JSON.stringify(body)}`).toBe(200);
      expect(objections(operation, body), sample).toBeNull();
    }
  });

  test('has examples of single parameters that are answered as well', async () => {
    for (const operation of operations) {
      const { path, parameters } = operation;
      if (operation.method !== 'get' || operation.media !== 'application/json') continue;
      const url = new URL(/'(http:[^']+)'/.exec(operation.sample)?.[1] ?? ORIGIN);
      for (const { name, schema } of parameters.filter((parameter) => parameter.in === 'query')) {
        if (schema.example === undefined || url.searchParams.has(name)) continue;
        const asked = new URL(url);
        asked.searchParams.set(name, String(schema.example));
        const response = await app.request(`${asked.pathname}${asked.search}`);
        const body = await response.json();
        expect(response.status, `${path} ${name}: ${JSON.stringify(body)}`).toBe(200);
        expect(objections(operation, body), `${path} ${name}`).toBeNull();
      }
    }
  });

  test('names every field: one more would be objected to, wherever it stands', async () => {
    const operation = operations.find(({ path }) => path === '/v1/{league}/games/{game_id}');
    if (operation === undefined) throw new RangeError('no such route');
    const response = await app.request('/v1/demo/games/9922300001');
    const body = (await response.json()) as { box: { home: { team: object } }; last_play: object };
    expect(objections(operation, body)).toBeNull();
    expect(objections(operation, { ...body, more: 1 })).toContain('more');
    expect(objections(operation, { ...body, last_play: { ...body.last_play, more: 1 } })).toContain('more');
    expect(objections(operation, { ...body, last_play: { ...body.last_play, period: 'x' } })).not.toBeNull();
    const home = { ...body.box.home, team: { ...body.box.home.team, more: 1 } };
    expect(objections(operation, { ...body, box: { ...body.box, home } })).toContain('more');
  });

  test('says how a problem looks', async () => {
    const response = await app.request('/v1/demo/players/nobody/stats?as_of=2024-01-01T00:00:00Z');
    const schema = components.Problem;
    expect(schema).toBeDefined();
    const problem = z.fromJSONSchema(strictly(schema ?? {}, components));
    expect(problem.safeParse(await response.json()).error).toBeUndefined();
  });
});
