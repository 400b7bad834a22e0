/** Files of many games in a bucket: each game settled once, whatever happens on the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LoadReport } from '../../src/ingest/load.ts';
import { backfill } from '../../src/ingest/s3/backfill.ts';
import { writeJournal } from '../../src/ingest/s3/journal.ts';
import { rebuild } from '../../src/ingest/s3/rebuild.ts';
import { settle } from '../../src/ingest/s3/settle.ts';
import { OutOfTimeError } from '../../src/ingest/s3/settle-bundle.ts';
import { createSpool, type Spool } from '../../src/ingest/s3/spool.ts';
import { createdObjects } from '../../src/lambda/events.ts';
import type { BatchResponse } from '../../src/lambda/loader.ts';
import { asking } from '../http/api.ts';
import { BUCKET, startBucket, type TestBucket } from '../setup/bucket.ts';
import { cloneDatabase, testDatabase } from '../setup/database.ts';
import { ledger } from '../setup/loading.ts';
import { asLines, inTurn, type ManyGames, manyGames, mixed } from '../setup/many-games.ts';
import { openState } from '../setup/state.ts';
import { startArtefact } from './artefact.ts';
import { type Crash, Crashed, crashing, deliver, put } from './deliveries.ts';

let bucket: TestBucket;
let folder: string;
let many: ManyGames;
let ids: string[];
/** The season with a row of its second game spoiled, and where. */
let spoiled: { text: string; line: number };

beforeAll(async () => {
  bucket = await startBucket();
  folder = mkdtempSync(join(tmpdir(), 'playclock-spool-'));
  many = manyGames({ seed: 'bundles', season: '2023-24', teams: 4, gamesPerTeam: 1 });
  ids = many.games.map((game) => game.gameId);
  const cells = many.rows[1]?.[6]?.split(',') ?? [];
  cells[many.header.split(',').indexOf('PCTIMESTRING')] = 'noon';
  const rows = many.rows.map((lines, game) => (game === 1 ? lines.with(6, cells.join(',')) : lines));
  const third = many.rows[0]?.map((line) => line.replace(ids[0] ?? '', '9922300999')) ?? [];
  const text = mixed({ header: many.header, rows: [...rows, third] });
  spoiled = { text, line: text.split('\n').findIndex((one) => one.includes('noon')) + 1 };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bucket.close();
});
beforeEach(() => bucket.notifications.splice(0));

/** As a process that has just begun: no bundle is held. */
const spoolOf = (): Spool => createSpool({ s3: bucket.s3, folder, maxText: 2 ** 24 });

async function members(pool: pg.Pool): Promise<string[][]> {
  const { rows } = await pool.query<{ name: string; state: string }>(
    `select member as name, state::text from playclock.objects where key ~ 'season' order by length(member), member`,
  );
  return rows.map(({ name, state }) => [name, state]);
}

async function answers(pool: pg.Pool): Promise<string[]> {
  const ask = asking(pool);
  const newest = (await ask('/v1/basis')).body.basis;
  const texts = [(await ask('/v1/ingests')).text];
  for (let basis = 1; basis <= newest; basis++) {
    for (const id of ids) {
      texts.push((await ask(`/v1/demo/games/${id}?as_of=2031-01-01T00:00:00Z&basis=${basis}`)).text);
    }
  }
  return texts;
}

test('each game is an ingest; the bad one is set aside with its line; the rest is rebuilt to the same answers', async () => {
  const { pool } = await testDatabase();
  const [season = ''] = await put(bucket, 'incoming/season.csv.gz', gzipSync(spoiled.text));
  const [dates = ''] = await put(bucket, 'incoming/dates.csv', many.schedule);
  // The games come before the schedule that dates them.
  expect((await deliver(pool, spoolOf(), season)).map(({ report }) => report?.reason)).toEqual([
    'a bundle of 3 files, each an ingest of its own: 1 rejected, 2 waiting',
  ]);
  await deliver(pool, spoolOf(), dates);
  await deliver(pool, spoolOf(), season);
  await writeJournal(pool, bucket.s3, BUCKET);
  expect(await members(pool)).toEqual([
    ['', 'settled'],
    [`game=${ids[0]}`, 'settled'],
    [`game=${ids[1]}`, 'rejected'],
    ['game=9922300999', 'waiting'],
  ]);
  const rejected = (await ledger(pool)).find(({ outcome }) => outcome === 'rejected');
  expect(rejected).toMatchObject({ game: null, place: `line ${spoiled.line}` });
  expect(rejected?.source).toMatch(/^s3:\/\/games\/incoming\/season\.csv\.gz\?versionId=v\d+#game=\d{10}$/);

  const { Contents = [] } = await bucket.s3.send(
    new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'quarantine/' }),
  );
  const [copy = '', reason = ''] = Contents.map(({ Key = '' }) => Key);
  const read = async (Key: string) =>
    (await (await bucket.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).Body?.transformToString()) ??
    '';
  expect(copy).toMatch(new RegExp(`^quarantine/incoming/season\\.csv\\.gz@v\\d+/game=${ids[1]}$`));
  expect((await read(copy)).split('\n')).toHaveLength((many.rows[1]?.length ?? 0) + 2);
  expect(JSON.parse(await read(reason))).toMatchObject({ place: `line ${spoiled.line}` });

  const other = await testDatabase();
  await rebuild({ pool: other.pool, spool: spoolOf() }, BUCKET, () => {});
  expect(await answers(other.pool)).toEqual(await answers(pool));
  expect(await members(other.pool)).toEqual(await members(pool));
});

test('cut off before or after a commit, or doubled, it ends the same, each game written once', async () => {
  const [dates = ''] = await put(bucket, 'incoming/dates.csv', many.schedule);
  const [season = ''] = await put(bucket, 'incoming/season.csv', inTurn(many));
  const endOf = async (crashes: readonly (Crash | null)[]) => {
    const { pool, close } = await cloneDatabase();
    try {
      await deliver(pool, spoolOf(), dates);
      for (const crash of crashes) {
        const cut = crash === null ? pool : crashing(pool, crash);
        await deliver(cut, spoolOf(), season).catch((cause: unknown) => {
          if (!(cause instanceof Crashed)) throw cause;
        });
      }
      const sources = (await ledger(pool)).map(({ source, outcome }) => [source, outcome]);
      return { state: await openState(pool, 'demo'), members: await members(pool), sources };
    } finally {
      await close();
    }
  };
  const expected = await endOf([null]);
  expect(expected.members.map(([, state]) => state)).toEqual(['settled', 'settled', 'settled']);
  expect(expected.sources.map(([, outcome]) => outcome)).toEqual(['loaded', 'loaded', 'loaded', 'unchanged']);
  // The second game's commit, and that of the bundle itself.
  expect(await endOf([{ commit: 2, when: 'before' }, null])).toEqual(expected);
  expect(await endOf([{ commit: 2, when: 'after' }, null, null])).toEqual(expected);
  expect(await endOf([{ commit: 3, when: 'before' }, null])).toEqual(expected);
});

test('a later version tells what it tells otherwise, and one of both that comes late changes nothing', async () => {
  const old = asLines(many.games);
  // Another game stands first, so that every line has moved.
  const moved = asLines(many.games.toReversed()).replace(/"assistTotal":(\d+)/, '"assistTotal":9$1');
  const [first = ''] = await put(bucket, 'incoming/season.ndjson', old);
  const [second = ''] = await put(bucket, 'incoming/season.ndjson', moved);
  const stateAfter = async (...messages: string[]) => {
    const { pool, close } = await cloneDatabase();
    try {
      for (const message of messages) await deliver(pool, spoolOf(), message);
      return await openState(pool, 'demo');
    } finally {
      await close();
    }
  };
  const expected = await stateAfter(first, second);
  expect(await stateAfter(second, first)).toEqual(expected);
  expect(expected.game_details).toHaveLength(ids.length);
});

test('when its time is over it stops between two games, and goes on with the next', async () => {
  const { pool } = await testDatabase();
  const [dates = ''] = await put(bucket, 'incoming/dates.csv', many.schedule);
  const [season = ''] = await put(bucket, 'incoming/season.csv', inTurn(many));
  await deliver(pool, spoolOf(), dates);
  const [object] = createdObjects(season);
  if (object === undefined) throw new RangeError('no object');
  const spool = spoolOf();
  let left = 1;
  const cut = settle({ pool, spool, isOver: () => left-- === 0 }, object);
  await expect(cut).rejects.toThrow(new OutOfTimeError(object, 1));
  expect(await members(pool)).toEqual([[`game=${ids[0]}`, 'settled']]);
  const seen: string[] = [];
  await settle({ pool, spool, onMember: ({ member = '' }) => seen.push(member) }, object);
  expect(seen).toEqual([`game=${ids[1]}`]);
});

test('a backfill reports every game, and passes over what is settled', async () => {
  const { pool } = await testDatabase();
  await put(bucket, 'backfill/dates.csv', many.schedule);
  await put(bucket, 'backfill/season.csv', inTurn(many));
  const load = async () => {
    const reports: LoadReport[] = [];
    const uri = `s3://${BUCKET}/backfill/`;
    await backfill({ pool, spool: spoolOf(), uri, onReport: (report) => reports.push(report) });
    return reports.map(({ source, outcome }) => `${source.split('#')[1] ?? 'whole'} ${outcome}`);
  };
  expect(await load()).toEqual(['whole loaded', ...ids.map((id) => `game=${id} loaded`), 'whole unchanged']);
  expect(await load()).toEqual([]);
});

test('the loader that has too little time leaves a note, and the note brings it back', async () => {
  const database = await cloneDatabase();
  const loader = await startArtefact('loader', {
    DATABASE_URL: database.url,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
  });
  try {
    await put(bucket, 'incoming/dates.csv', many.schedule);
    await put(bucket, 'incoming/season.csv', inTurn(many));
    const invoke = (allowedMs: number, ...bodies: string[]) =>
      loader.invoke<BatchResponse>({
        allowedMs,
        Records: bodies.map((body, place) => ({ messageId: `m${place}`, body })),
      });
    const [dates = '', season = ''] = bucket.notifications.splice(0);
    // Less is left than a file may need: both go back to the queue, and nothing was begun.
    expect((await invoke(29_000, dates, season)).batchItemFailures).toHaveLength(2);
    expect(await ledger(database.pool)).toEqual([]);
    await invoke(900_000, dates);
    // So little that it is over after one game, or before it.
    let rounds = 0;
    for (let message: string | undefined = season; message !== undefined; rounds++) {
      const { batchItemFailures } = await invoke(30_200, message);
      if (batchItemFailures.length > 0) continue;
      message = bucket.notifications.splice(0).find((body) => body.includes('unfinished'));
    }
    expect((await ledger(database.pool)).filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    expect((await members(database.pool)).map(([, state]) => state)).toEqual(
      ids.map(() => 'settled').concat('settled'),
    );
    expect(rounds).toBeGreaterThan(0);
  } finally {
    await loader.close();
    await database.close();
  }
});
