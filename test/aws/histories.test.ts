/**
 * However notifications are delivered - twice, late, out of order, again after a crash - the database ends as if
 * each had come once, in the order of the puts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpool, type Spool } from '../../src/ingest/s3/spool.ts';
import { Random } from '../../src/simulate/random.ts';
import { revise } from '../histories/tiny-edits.ts';
import { Ids, liveFiles } from '../histories/tiny-files.ts';
import { tinyGame } from '../histories/tiny-game.ts';
import { BUCKET, startBucket, type TestBucket } from '../setup/bucket.ts';
import { cloneDatabase } from '../setup/database.ts';
import { openState } from '../setup/state.ts';
import { type Crash, Crashed, crashing, deliver, put } from './deliveries.ts';

const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) / 100);
let bucket: TestBucket;
let spool: Spool;
/** One message a put, in the order of the puts. */
let messages: string[];
let expected: unknown;

beforeAll(async () => {
  bucket = await startBucket();
  spool = createSpool({
    s3: bucket.s3,
    folder: mkdtempSync(join(tmpdir(), 'playclock-spool-')),
    maxText: 2 ** 24,
  });
  messages = await putAll();
  expected = await endOf(messages.map((message) => ({ message, crash: null })));
});
afterAll(async () => {
  rmSync(spool.folder, { recursive: true, force: true });
  await bucket.close();
});

/** Games that are overwritten, told under two keys, poisoned, put right, emptied; a season with its totals. */
async function putAll(): Promise<string[]> {
  const ids = new Ids(0);
  const random = new Random('deliveries');
  const first = tinyGame(0, 1);
  const second = tinyGame(1, 2);
  const third = tinyGame(2, 3);
  const edited = revise('edit', first, random, Date.UTC(2021, 10, 2), 900) ?? first;
  const moved = revise('insert', edited, random, Date.UTC(2021, 10, 3), 901) ?? edited;
  const deleted = revise('delete', second, random, Date.UTC(2021, 10, 12), 902) ?? second;
  const sent: string[] = [];
  const send = async (folder: string, files: Record<string, string>, only = /./) => {
    for (const [name, text] of Object.entries(files)) {
      if (only.test(name)) sent.push(...(await put(bucket, `incoming/${folder}/${name}`, text)));
    }
  };
  await send('a b', liveFiles({ game: first, madeAt: null }, ids));
  await send('a b', liveFiles({ game: edited, madeAt: null }, ids));
  await send('other', liveFiles({ game: moved, madeAt: null }, ids), /play/);
  await send('c+d', liveFiles({ game: second, madeAt: Date.UTC(2021, 10, 13) }, ids));
  await send('é', liveFiles({ game: deleted, madeAt: Date.UTC(2021, 10, 12) }, ids));
  // Its box is poison at first; the play-by-play waits for the one that is not.
  const [play = '', box = ''] = Object.keys(liveFiles({ game: third, madeAt: null }, ids))
    .sort()
    .reverse();
  const files = liveFiles({ game: third, madeAt: null }, ids);
  await send('e', { [box]: '{ "game": ' });
  await send('e', { [play]: files[play] ?? '' });
  await send('e', { [box]: files[box] ?? '' });
  await send('e', { [play]: 'nothing, of\nthe kind, at\nall' });
  return sent;
}

interface Delivery {
  readonly message: string;
  readonly crash: Crash | null;
}

/** Deliver to an empty database; what it then says, and what lies in quarantine. */
async function endOf(deliveries: readonly Delivery[]): Promise<unknown> {
  const database = await cloneDatabase();
  try {
    const left = [...deliveries];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const pool = next.crash === null ? database.pool : crashing(database.pool, next.crash);
      try {
        await deliver(pool, spool, next.message);
      } catch (cause) {
        if (!(cause instanceof Crashed)) throw cause;
        left.push({ message: next.message, crash: null });
      }
    }
    const { rows: ledger } = await database.pool.query(
      `select key, version, count(*)::int as times from playclock.objects group by 1, 2 order by 1, 2`,
    );
    const { rows: waiting } = await database.pool.query(
      `select key, state from playclock.objects where state in ('waiting', 'rejected') order by 1`,
    );
    const { Contents = [] } = await bucket.s3.send(
      new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'quarantine/' }),
    );
    return {
      ledger,
      waiting,
      quarantine: Contents.map(({ Key }) => Key),
      state: await openState(database.pool, 'demo'),
    };
  } finally {
    await database.close();
  }
}

test('the deliveries in order load three games, and put two files in quarantine', () => {
  expect(messages).toHaveLength(13);
  const { state, quarantine, waiting } = expected as {
    state: Record<string, string[]>;
    quarantine: string[];
    waiting: unknown[];
  };
  expect(state.game_details).toHaveLength(3);
  expect(quarantine).toHaveLength(4);
  expect(waiting).toHaveLength(2);
});

test('every other history of deliveries ends in the same database', async () => {
  const delivery = fc.record({
    place: fc.nat(messages.length - 1),
    crash: fc.option(
      fc.record({ commit: fc.integer({ min: 1, max: 3 }), when: fc.constantFrom('before', 'after') }),
    ),
  });
  const history = fc.record({
    order: fc.shuffledSubarray([...messages.keys()], { minLength: messages.length }),
    crashes: fc.array(delivery, { maxLength: 5 }),
    again: fc.array(fc.nat(messages.length - 1), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ order, crashes, again }) => {
      const deliveries = [...order, ...again].map((place): Delivery => {
        const found = crashes.find((one) => one.place === place);
        return { message: messages[place] ?? '', crash: (found?.crash as Crash | null) ?? null };
      });
      expect(await endOf(deliveries)).toEqual(expected);
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  );
}, 240_000);
