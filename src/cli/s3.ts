/** Buckets from the shell. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { MAX_TEXT } from '../ingest/files.ts';
import { type BackfillOptions, backfill } from '../ingest/s3/backfill.ts';
import { createS3 } from '../ingest/s3/client.ts';
import { parseUri } from '../ingest/s3/object.ts';
import { rebuild } from '../ingest/s3/rebuild.ts';
import { createSpool, type Spool } from '../ingest/s3/spool.ts';
import { UsageError } from './usage-error.ts';

export interface S3Words {
  readonly endpoint?: string;
}

/** Run work with a client and a folder of its own. */
export async function withSpool<T>({ endpoint }: S3Words, work: (spool: Spool) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'playclock-s3-'));
  const s3 = createS3({ endpoint });
  try {
    return await work(createSpool({ s3, folder, maxText: MAX_TEXT }));
  } finally {
    s3.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Load what lies in a bucket. */
export function backfillFrom(words: S3Words, options: Omit<BackfillOptions, 'spool'>): Promise<void> {
  return withSpool(words, (spool) => backfill({ ...options, spool }));
}

/** Repeat a bucket's journal. */
export async function rebuildFrom(pool: pg.Pool, address: string, words: S3Words): Promise<void> {
  const bucket = parseUri(address)?.bucket ?? '';
  if (bucket === '') throw new UsageError(`"${address}" is no bucket: write s3://bucket`);
  const newest = await withSpool(words, (spool) =>
    rebuild({ pool, spool }, bucket, (basis) => {
      if (basis % 100 === 0) console.error(`ingest ${basis}`);
    }),
  );
  console.log(newest === 0 ? `s3://${bucket} keeps no ledger` : `rebuilt up to basis ${newest}`);
}
