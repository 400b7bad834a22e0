import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { createKey, endKey, NoSuchKeyError, rotateKey } from '../../src/keys/manage.ts';
import { listKeys } from '../../src/store/api-keys.ts';
import { cloneDatabase } from '../setup/database.ts';
import { silent } from '../setup/log.ts';

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

/** An application that has seen no key yet: what it remembers of one lasts seconds. */
function fresh(keys: readonly string[] = []) {
  const app = createApp({ pool: database.pool, log: silent, keys, guarded: true });
  return (key: string | null, path = '/v1/basis') =>
    app.request(path, key === null ? {} : { headers: { authorization: `Bearer ${key}` } });
}

const reader = { name: 'reader', scopes: ['read'], perMinute: 1000 } as const;

test('a key opens /v1, nothing else does, and what is not /v1 stays open', async () => {
  const { key, keyId } = await createKey(database.pool, reader);
  const ask = fresh();
  // Nothing is loaded: the answer is that nothing was known yet, and not that a key is needed.
  expect((await ask(key)).status).toBe(404);
  const near = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
  for (const wrong of [null, '', 'x', near, `pck_000000000000_${'A'.repeat(43)}`, keyId]) {
    const refused = await ask(wrong);
    expect([wrong, refused.status]).toEqual([wrong, 401]);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(((await refused.json()) as { type: string }).type).toBe('unauthorized');
  }
  expect((await ask(null, '/healthz')).status).toBe(200);
  expect((await ask(null, '/openapi.json')).status).toBe(200);
});

test('the database holds no secret', async () => {
  const { key, keyId } = await createKey(database.pool, reader);
  const stored = JSON.stringify((await listKeys(database.pool)).find((one) => one.keyId === keyId));
  expect(stored).toContain(keyId);
  expect(stored).not.toContain(key.split('_').slice(2).join('_'));
});

test('a rotated key ends with its old secret, a revoked one with both', async () => {
  const made = await createKey(database.pool, reader);
  const rotated = await rotateKey(database.pool, made.keyId);
  expect(rotated.keyId).toBe(made.keyId);
  expect((await fresh()(made.key)).status).toBe(401);
  expect((await fresh()(rotated.key)).status).toBe(404);
  await endKey(database.pool, made.keyId);
  expect((await fresh()(rotated.key)).status).toBe(401);
  await expect(rotateKey(database.pool, made.keyId)).rejects.toThrow(NoSuchKeyError);
  await expect(endKey(database.pool, 'ffffffffffff')).rejects.toThrow(NoSuchKeyError);
});

test('a key that may only ingest does not read', async () => {
  const { key } = await createKey(database.pool, { ...reader, scopes: ['ingest'] });
  const refused = await fresh()(key);
  expect(refused.status).toBe(401);
  expect(((await refused.json()) as { detail: string }).detail).toContain('may not read');
});

test('calls beyond the limit of a key are told when to come again; other keys go on', async () => {
  const few = await createKey(database.pool, { ...reader, perMinute: 2 });
  const many = await createKey(database.pool, { ...reader, perMinute: 2 });
  const ask = fresh(['of the environment']);
  expect((await ask(few.key)).status).toBe(404);
  expect((await ask(few.key)).status).toBe(404);
  const refused = await ask(few.key);
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({ type: 'rate-limited', retry_after: wait });
  expect((await ask(many.key)).status).toBe(404);
  expect((await ask('of the environment')).status).toBe(404);
});
