/** Where poison is put, and what S3 allows there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import { fittingKey, LONGEST_KEY } from '../../src/ingest/s3/fitting-key.ts';
import type { ObjectVersion } from '../../src/ingest/s3/object.ts';
import { quarantine } from '../../src/ingest/s3/quarantine.ts';
import { createSpool, fileNameOf, type Spool } from '../../src/ingest/s3/spool.ts';
import { leaveNote, noted } from '../../src/ingest/s3/unfinished.ts';
import { createdObjects } from '../../src/lambda/events.ts';
import { BUCKET, startBucket, type TestBucket } from '../setup/bucket.ts';
import { inTurn, manyGames } from '../setup/many-games.ts';

let bucket: TestBucket;
let spool: Spool;
beforeAll(async () => {
  bucket = await startBucket();
  const folder = mkdtempSync(join(tmpdir(), 'playclock-spool-'));
  spool = createSpool({ s3: bucket.s3, folder, maxText: 2 ** 24 });
});
afterAll(async () => {
  rmSync(spool.folder, { recursive: true, force: true });
  await bucket.close();
});

const poison = new BadInput('a file', 'line 1', 'it is poison', 'mend it');
/** A key of as many bytes, most of them in characters of two. */
function keyOf(bytes: number, name: string): string {
  const room = bytes - Buffer.byteLength(`incoming//${name}`);
  const folders = 'é'.repeat(Math.floor(room / 2)).replace(/(é{60})é/g, '$1-/');
  return `incoming/${'x'.repeat(room % 2)}${folders}/${name}`;
}

async function put(Key: string, Body: string, Tagging?: string): Promise<ObjectVersion> {
  bucket.notifications.splice(0);
  await bucket.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, Tagging }));
  const [object] = createdObjects(bucket.notifications[0] ?? '');
  if (object === undefined) throw new RangeError('no notification');
  return object;
}

async function keysUnder(Prefix: string): Promise<string[]> {
  const { Contents = [] } = await bucket.s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
  return Contents.map(({ Key = '' }) => Key);
}

async function read(Key: string): Promise<string> {
  const { Body } = await bucket.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return (await Body?.transformToString()) ?? '';
}

test('a tagged file is copied without its tags, for which the loader has no rights', async () => {
  const object = await put('incoming/tagged.csv', 'a\n', 'league=nba&from=press');
  await quarantine(spool, object, poison);
  const [copy = '', reason] = await keysUnder('quarantine/incoming/tagged');
  expect(await read(copy)).toBe('a\n');
  expect(reason).toBe(`${copy}.reason.json`);
});

test('the longest keys keep copy and reason beside each other, however often it is done', async () => {
  const keys = ['one.csv', 'two.csv'].map((name) => keyOf(LONGEST_KEY, name));
  for (const key of keys) {
    expect(Buffer.byteLength(key)).toBe(LONGEST_KEY);
    const object = await put(key, key);
    await quarantine(spool, object, poison);
    await quarantine(spool, object, poison);
  }
  const found = await keysUnder(`quarantine/${keys[0]?.slice(0, 400)}`);
  const copies = found.filter((key) => !key.endsWith('.reason.json'));
  expect(found.toSorted()).toEqual(copies.flatMap((key) => [key, `${key}.reason.json`]).toSorted());
  expect((await Promise.all(copies.map(read))).toSorted()).toEqual(keys.toSorted());
  for (const copy of copies) {
    const { object } = JSON.parse(await read(`${copy}.reason.json`));
    expect(object).toContain(`s3://${BUCKET}/${await read(copy)}?versionId=`);
  }
});

test('members of a bundle with such a key are told apart, and a note of it is found again', async () => {
  const many = manyGames({ seed: 'quarantine', season: '2023-24', teams: 4, gamesPerTeam: 1 });
  const bundle = await put(keyOf(LONGEST_KEY, 'season.csv'), inTurn(many));
  const ids = many.games.map(({ gameId }) => gameId);
  const before = await keysUnder('quarantine/');
  for (const id of ids) await quarantine(spool, { ...bundle, member: `game=${id}` }, poison);
  const found = (await keysUnder('quarantine/')).filter((key) => !before.includes(key));
  const copies = found.filter((key) => !key.endsWith('.reason.json'));
  expect(found).toHaveLength(2 * ids.length);
  const texts = await Promise.all(copies.map(read));
  for (const id of ids) expect(texts.filter((text) => text.includes(id))).toHaveLength(1);

  bucket.notifications.splice(0);
  await leaveNote(bucket.s3, bundle);
  const [note] = createdObjects(bucket.notifications[0] ?? '');
  expect(note === undefined ? null : await noted(bucket.s3, note)).toEqual(bundle);
});

test('a key without folders gives a name that the disk takes, and that ends as the key does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-names-'));
  try {
    for (const unit of ['x', 'é', '€', '🏀', 'x🏀']) {
      const key = `incoming/${unit.repeat(1000).slice(0, 400)}_4711.json.gz`;
      const name = fileNameOf(key);
      writeFileSync(join(folder, name), '');
      expect(key.endsWith(name)).toBe(true);
      expect(name).toMatch(/_4711\.json\.gz$/);
      expect(Buffer.byteLength(name)).toBeGreaterThan(255 - 4);
    }
    expect(fileNameOf('incoming/a/short.json')).toBe('short.json');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a key that fits stays, and one that does not is cut to whole characters', () => {
  const characters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const long = fc.tuple(characters, fc.nat({ max: 1100 }), fc.constantFrom('', '.reason.json'));
  fc.assert(
    fc.property(long, ([unit, bytes, ending]) => {
      const key = `quarantine/${unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))}`;
      const fitting = fittingKey(key, ending);
      const fits = Buffer.byteLength(key + ending) <= LONGEST_KEY;
      expect(fitting === key).toBe(fits);
      expect(Buffer.byteLength(fitting + ending)).toBeLessThanOrEqual(LONGEST_KEY);
      if (fits) return;
      const beginning = fitting.slice(0, -33);
      expect(fitting.slice(-33)).toMatch(/^-[0-9a-f]{32}$/);
      expect(key.startsWith(beginning)).toBe(true);
      // Nothing is given away but the character that was cut.
      expect(Buffer.byteLength(fitting + ending)).toBeGreaterThan(LONGEST_KEY - 4);
      expect(fittingKey(`${key}x`, ending)).not.toBe(fitting);
    }),
  );
});
