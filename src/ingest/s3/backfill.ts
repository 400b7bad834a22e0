/** Loading what lies in a bucket, from the shell: the same as its notifications would have done. */

import { GetBucketVersioningCommand, type S3Client } from '@aws-sdk/client-s3';
import type pg from 'pg';
import type { LoadReport } from '../load.ts';
import { listObjects, listVersions } from './listing.ts';
import type { Settled } from './member.ts';
import { type ObjectVersion, parseUri } from './object.ts';
import { settle } from './settle.ts';
import type { Spool } from './spool.ts';

export interface BackfillOptions {
  readonly pool: pg.Pool;
  readonly spool: Spool;
  /** `s3://bucket/prefix`. */
  readonly uri: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onReport?: (report: LoadReport) => void;
}

/** Settle every version under a prefix, oldest first; those settled before are passed over without a report. */
export async function backfill({ pool, spool, uri, onProgress, onReport }: BackfillOptions): Promise<void> {
  const objects = await objectsAt(spool.s3, uri);
  for (const [done, object] of objects.entries()) {
    onProgress?.(done, objects.length);
    const onMember = (_: ObjectVersion, { report }: Settled) => {
      if (report !== null) onReport?.(report);
    };
    const { report } = await settle({ pool, spool, onMember }, object);
    if (report !== null) onReport?.(report);
  }
  onProgress?.(objects.length, objects.length);
}

/** Versions under an address, oldest first. */
async function objectsAt(s3: S3Client, uri: string): Promise<ObjectVersion[]> {
  const { bucket, key } = parseUri(uri) ?? { bucket: '', key: '' };
  return (await keepsVersions(s3, bucket)) ? listVersions(s3, bucket, key) : listObjects(s3, bucket, key);
}

/** Local servers may not know the question: they keep no versions then. */
async function keepsVersions(s3: S3Client, bucket: string): Promise<boolean> {
  try {
    const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket: bucket }));
    return Status !== undefined;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotImplemented') return false;
    throw cause;
  }
}
