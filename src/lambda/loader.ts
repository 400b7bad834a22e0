/** The loader function: notifications of the bucket, off the queue, into the database. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createPool } from '../database/pool.ts';
import { createS3 } from '../ingest/s3/client.ts';
import { writeJournal } from '../ingest/s3/journal.ts';
import { isInput } from '../ingest/s3/listing.ts';
import type { Settled, SettleServices } from '../ingest/s3/member.ts';
import { type ObjectVersion, uriOf } from '../ingest/s3/object.ts';
import { settle } from '../ingest/s3/settle.ts';
import { OutOfTimeError } from '../ingest/s3/settle-bundle.ts';
import { createSpool } from '../ingest/s3/spool.ts';
import { leaveNote, noted } from '../ingest/s3/unfinished.ts';
import { databaseTarget, POOL_SIZE } from './connection.ts';
import { createdObjects, QueueEvent } from './events.ts';

/** A sixteenth of the memory: a parsed document and its fold take about ten times its text. */
const SHARE_OF_MEMORY = 1 / 16;
/** No file is begun with less time than this, milliseconds: the largest takes twenty seconds. */
const LAST_FILE = 30_000;

const memory = Number(process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? 1024) * 1024 ** 2;
const log = pino({ level: 'info', base: null }, pino.destination({ dest: 1, sync: true }));
const pool = createPool({
  url: databaseTarget(process.env),
  max: POOL_SIZE,
  name: 'playclock loader',
  pipeline: true,
});
const s3 = createS3();
const folder = join(tmpdir(), 'playclock');
// The disk outlives a process that ran out of memory.
rmSync(folder, { recursive: true, force: true });
// Kept from one invocation to the next: what goes on with a bundle finds it split.
const spool = createSpool({ s3, folder, maxText: memory * SHARE_OF_MEMORY });

export interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** Of what Lambda tells a function about its invocation. */
interface Context {
  getRemainingTimeInMillis(): number;
}

/** Messages whose files could not be settled now are given back to the queue; the others are done. */
export async function handler(event: unknown, context: Context): Promise<BatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const buckets = new Set<string>();
  const isOver = () => context.getRemainingTimeInMillis() < LAST_FILE;
  for (const { messageId, body } of QueueEvent.parse(event).Records) {
    try {
      for (const object of createdObjects(body)) {
        if (isOver()) throw new OutOfTimeError(object, 0);
        if (await load(await noted(s3, object), isOver)) buckets.add(object.bucket);
      }
    } catch (error) {
      log.error({ err: error, messageId }, 'given back to the queue');
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  for (const bucket of buckets) {
    // The data is committed: a journal that lags is caught up with by the next batch.
    await writeJournal(pool, s3, bucket).catch((error) => log.error({ err: error, bucket }, 'journal lags'));
  }
  return { batchItemFailures };
}

/** False for what is no file to load: folders, and what the loader itself put there. */
async function load(object: ObjectVersion, isOver: () => boolean): Promise<boolean> {
  if (!isInput(object.key)) return false;
  const services: SettleServices = { pool, spool, isOver, onMember: tell };
  try {
    tell(object, await settle(services, object));
  } catch (cause) {
    // Without any progress the queue counts the try, and gives up in the end.
    if (!(cause instanceof OutOfTimeError) || cause.progress === 0) throw cause;
    await leaveNote(s3, cause.object);
    log.info({ object: uriOf(object), progress: cause.progress }, 'to be continued');
  }
  return true;
}

function tell(object: ObjectVersion, { state, report }: Settled): void {
  const { outcome, basis, reason } = report ?? {};
  log.info({ object: uriOf(object), state, outcome, basis, reason }, 'settled');
}
