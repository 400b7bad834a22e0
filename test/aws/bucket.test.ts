import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LoadReport } from '../../src/ingest/load.ts';
import { backfill } from '../../src/ingest/s3/backfill.ts';
import { writeJournal } from '../../src/ingest/s3/journal.ts';
import { rebuild } from '../../src/ingest/s3/rebuild.ts';
import { createSpool, type Spool } from '../../src/ingest/s3/spool.ts';
import { createdObjects } from '../../src/lambda/events.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { asking } from '../http/api.ts';
import { BUCKET, startBucket, type TestBucket } from '../setup/bucket.ts';
import { cloneDatabase, testDatabase } from '../setup/database.ts';
import { ledger } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { deliver, put } from './deliveries.ts';

const [game] = simulateSeason({ seed: 'bucket', season: '2023-24', teams: 2, gamesPerTeam: 1 });
if (game === undefined) throw new RangeError('no game');
const revised = reviseGame(game, 'bucket', 'assist moved').game;
const plays = `incoming/playbyplay_${game.gameId}.json`;
const box = `incoming/boxscore_${game.gameId}.json.gz`;
const scorer = game.boxscore.game.homeTeam.players[0];

let bucket: TestBucket;
let spool: Spool;
let shared: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  shared = await cloneDatabase();
  bucket = await startBucket();
  spool = createSpool({
    s3: bucket.s3,
    folder: mkdtempSync(join(tmpdir(), 'playclock-spool-')),
    maxText: 2 ** 24,
  });
});
afterAll(async () => {
  await shared.close();
  rmSync(spool.folder, { recursive: true, force: true });
  await bucket.close();
});
beforeEach(() => bucket.notifications.splice(0));

async function quarantined(): Promise<string[]> {
  const { Contents = [] } = await bucket.s3.send(
    new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'quarantine/' }),
  );
  return Contents.map(({ Key = '' }) => Key);
}

async function answersAtEveryBasis(pool: pg.Pool): Promise<string[]> {
  const ask = asking(pool);
  const newest = (await ask('/v1/basis')).body.basis;
  const texts: string[] = [];
  for (let basis = 1; basis <= newest; basis++) {
    const at = `as_of=2031-01-01T00:00:00Z&basis=${basis}`;
    texts.push((await ask(`/v1/demo/players/${scorer?.personId}/stats?${at}`)).text);
    texts.push((await ask(`/v1/demo/games/${game?.gameId}?${at}`)).text);
    texts.push((await ask(`/v1/demo/corrections?since_basis=0&basis=${basis}`)).text);
  }
  texts.push((await ask('/v1/ingests')).text);
  return texts;
}

describe('notifications', () => {
  test('name keys as forms do, and tell of what was created only', () => {
    const record = (eventName: string) => ({
      eventName,
      s3: {
        bucket: { name: 'b' },
        object: { key: 'incoming/a+b%2Bc/%C3%A9.json', versionId: 'v', eTag: 'e', sequencer: '0A' },
      },
    });
    const body = JSON.stringify({ Records: [record('ObjectRemoved:Delete'), record('ObjectCreated:Put')] });
    expect(createdObjects(body)).toEqual([
      { bucket: 'b', key: 'incoming/a b+c/é.json', versionId: 'v', etag: 'e', sequencer: '0A' },
    ]);
    expect(
      createdObjects(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' })),
    ).toEqual([]);
    expect(() => createdObjects('{"Records":[{}]}')).toThrow('eventName');
  });
});

describe('a bucket', () => {
  test('is loaded, passed over when loaded again, and rebuilds the same answers at the same bases', async () => {
    const { pool } = await testDatabase();
    const messages = [
      ...(await put(bucket, plays, JSON.stringify(game.playbyplay))),
      ...(await put(bucket, box, gzipSync(JSON.stringify(game.boxscore)))),
      ...(await put(bucket, 'incoming/broken.json', '{')),
      ...(await put(bucket, plays, JSON.stringify(revised.playbyplay))),
      ...(await put(bucket, box, gzipSync(JSON.stringify(revised.boxscore)))),
    ];
    // The last before the one it follows: the ledger is not what a listing of the bucket would give.
    const order = [0, 2, 1, 4, 3, 1];
    for (const place of order) {
      await deliver(pool, spool, messages[place] ?? '');
      await writeJournal(pool, bucket.s3, BUCKET);
    }
    const outcomes = (await ledger(pool)).map(({ outcome, source, reason }) => [
      outcome,
      source.slice(24, 40),
      reason,
    ]);
    expect(outcomes.map(([outcome]) => outcome)).toEqual([
      'unchanged',
      'rejected',
      'loaded',
      'loaded',
      'loaded',
    ]);
    expect(outcomes[0]?.[2]).toMatch(/nothing says who plays at home/);

    const again: LoadReport[] = [];
    await backfill({
      pool,
      spool,
      uri: `s3://${BUCKET}/incoming/`,
      onReport: (report) => again.push(report),
    });
    expect(again).toEqual([]);

    const other = await testDatabase();
    const seen: number[] = [];
    expect(await rebuild({ pool: other.pool, spool }, BUCKET, (basis) => seen.push(basis))).toBe(5);
    expect(await answersAtEveryBasis(other.pool)).toEqual(await answersAtEveryBasis(pool));
    expect(new Set(await answersAtEveryBasis(pool)).size).toBeGreaterThan(6);

    // What was settled is settled in the new database too, and a rebuild of it does nothing.
    await backfill({
      pool: other.pool,
      spool,
      uri: `s3://${BUCKET}/incoming/`,
      onReport: (report) => again.push(report),
    });
    expect(again).toEqual([]);
    await rebuild({ pool: other.pool, spool }, BUCKET, () => {});
    expect(await ledger(other.pool)).toEqual(await ledger(pool));
  });

  test('without notifications gives the same to a backfill', async () => {
    const { pool } = await testDatabase();
    const reports: LoadReport[] = [];
    const progress: string[] = [];
    await backfill({
      pool,
      spool,
      uri: `s3://${BUCKET}/incoming/`,
      onReport: (report) => reports.push(report),
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual([
      'loaded',
      'loaded',
      'loaded',
      'rejected',
      'unchanged',
    ]);
    expect(progress.at(-1)).toBe('5/5');
  });

  test('gets poison back in quarantine, with the reason beside it', async () => {
    const { pool } = shared;
    const [message = ''] = await put(bucket, 'incoming/of nothing.csv', 'a,b\n1,2\n');
    const [settled] = await deliver(pool, spool, message);
    expect(settled?.state).toBe('rejected');
    const [copy = '', reason = ''] = (await quarantined()).filter((key) => key.includes('of nothing'));
    expect(copy).toMatch(/^quarantine\/incoming\/of nothing\.csv@v\d+$/);
    const read = async (Key: string) =>
      (await bucket.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).Body?.transformToString();
    expect(await read(copy)).toBe('a,b\n1,2\n');
    expect(JSON.parse((await read(reason)) ?? '')).toMatchObject({
      object: expect.stringContaining('s3://games/incoming/of nothing.csv'),
      reason: 'no feed recognises it (a CSV with columns a, b)',
    });
    expect((await ledger(pool)).at(-1)).toMatchObject({ outcome: 'rejected', place: 'start' });
    expect(await deliver(pool, spool, message)).toEqual([{ state: 'rejected', report: null }]);
  });

  test('may lose an object, or hide it, before it is read', async () => {
    const { pool } = shared;
    const [hidden = ''] = await put(bucket, 'incoming/hidden.json', '{"hidden":1}');
    await bucket.s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'incoming/hidden.json' }));
    expect((await deliver(pool, spool, hidden)).map(({ state }) => state)).toEqual(['rejected']);
    const [lost = ''] = await put(bucket, 'incoming/lost.json', '{"lost":1}');
    const [{ versionId = '' } = {}] = createdObjects(lost);
    await bucket.s3.send(
      new DeleteObjectCommand({ Bucket: BUCKET, Key: 'incoming/lost.json', VersionId: versionId ?? '' }),
    );
    const [settled] = await deliver(pool, spool, lost);
    expect(settled).toMatchObject({
      state: 'missing',
      report: { outcome: 'unchanged', reason: 'gone before it was read' },
    });
    expect(await deliver(pool, spool, lost)).toEqual([{ state: 'missing', report: null }]);
  });

  test('that is throttled for a while is asked again; a fault that stays is thrown and leaves nothing', async () => {
    const { pool } = shared;
    const before = (await ledger(pool)).length;
    const [message = ''] = await put(bucket, 'incoming/throttled.json', '{"a":1}');
    bucket.failNext(1);
    expect((await deliver(pool, spool, message)).map(({ state }) => state)).toEqual(['rejected']);
    const [second = ''] = await put(bucket, 'incoming/throttled.json', '{"a":2}');
    bucket.failNext(100, 403);
    await expect(deliver(pool, spool, second)).rejects.toThrow();
    bucket.failNext(0);
    expect(await ledger(pool)).toHaveLength(before + 1);
  });

  test('refuses what is too large before it is fetched, and a damaged gzip by its reader', async () => {
    const { pool } = shared;
    const [large = ''] = await put(bucket, 'incoming/large.json.gz', Buffer.alloc(17 * 1024 ** 2, 1));
    expect((await deliver(pool, spool, large))[0]?.report?.reason).toBe('it holds more than 16 MB');
    const damaged = gzipSync(JSON.stringify(game.boxscore)).subarray(0, 500);
    const [cut = ''] = await put(bucket, 'incoming/cut.json.gz', damaged);
    expect((await deliver(pool, spool, cut))[0]?.report?.reason).toMatch(/the gzip is damaged or cut off/);
  });

  test('refuses a text that memory would not hold, before it is read whole', async () => {
    const { pool } = shared;
    const bomb = gzipSync(Buffer.alloc(40 * 1024 ** 2, 'a,'));
    const [message = ''] = await put(bucket, 'incoming/bomb.csv.gz', bomb);
    const [settled] = await deliver(pool, spool, message);
    expect(settled?.report).toMatchObject({
      outcome: 'rejected',
      reason: 'it holds more than 16 MB',
    });
  });
});

describeReal('reference data', () => {
  test('that came before the dates of its seasons is read once those are there', async () => {
    const { pool } = shared;
    const facts = (name: string) => readFileSync(realPath('facts', name));
    const [totals = ''] = await put(
      bucket,
      'incoming/nba_season_totals.csv',
      shortened(facts('nba_season_totals.csv')),
    );
    const [dates = ''] = await put(bucket, 'incoming/nba_seasons.csv', facts('nba_seasons.csv'));
    expect((await deliver(pool, spool, totals)).map(({ state }) => state)).toEqual(['waiting']);
    expect((await deliver(pool, spool, dates)).map(({ state }) => state)).toEqual(['settled']);
    const { rows } = await pool.query(
      `select state, count(*)::int as objects from playclock.objects
       where key like '%nba_season%' group by 1`,
    );
    expect(rows).toEqual([{ state: 'settled', objects: 2 }]);
  });
});

/** The header and a hundred rows. */
function shortened(file: Buffer): string {
  return `${file.toString('utf8').split('\n').slice(0, 101).join('\n')}\n`;
}
