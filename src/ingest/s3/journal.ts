/**
 * The ledger written down beside the files it is about, an object an ingest. A database lost with all its
 * backups is rebuilt from the bucket alone: same ingests, same ids, same answers.
 */
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type pg from 'pg';
import {
  type JournalEntry,
  JournalEntrySchema,
  JournalError,
  journalEntries,
  journaledTo,
  markJournaled,
} from '../../store/journal.ts';

export const JOURNAL = 'ledger/';

/** Ingests written in one go. */
const BATCH = 200;

/** Write down what is in the ledger and not yet in the bucket. Doing it twice writes the same objects. */
export async function writeJournal(pool: pg.Pool, s3: S3Client, bucket: string): Promise<void> {
  for (let from = await journaledTo(pool, bucket); ; ) {
    const entries = await journalEntries(pool, from, BATCH);
    await Promise.all(
      entries.map((entry) =>
        s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(entry.ingest_id),
            Body: JSON.stringify(entry),
            ContentType: 'application/json',
          }),
        ),
      ),
    );
    const last = entries.at(-1)?.ingest_id;
    if (last === undefined) return;
    await markJournaled(pool, bucket, last);
    if (entries.length < BATCH) return;
    from = last;
  }
}

/** The journal of a bucket, in order. A hole in it is an error: what follows would get other ids. */
export async function* readJournal(s3: S3Client, bucket: string): AsyncGenerator<JournalEntry> {
  let next = 1;
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: JOURNAL, ContinuationToken: token }),
    );
    for (const { Key = '' } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      const entry = JournalEntrySchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
      if (entry.ingest_id !== next) throw new JournalError(`the journal has no ingest ${next}`);
      next++;
      yield entry;
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}

function keyOf(basis: number): string {
  return `${JOURNAL}${String(basis).padStart(10, '0')}.json`;
}
