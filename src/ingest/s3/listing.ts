/** What lies in a bucket, as versions in the order in which they were put. */
import {
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { JOURNAL } from './journal.ts';
import type { ObjectVersion } from './object.ts';
import { QUARANTINE } from './quarantine.ts';
import { UNFINISHED } from './unfinished.ts';

interface Listed extends ObjectVersion {
  readonly modifiedAt: number;
}

const OWN = [QUARANTINE, JOURNAL, UNFINISHED];

/** False for folders, and for what Playclock itself writes into a bucket. */
export function isInput(key: string): boolean {
  return !key.endsWith('/') && !OWN.some((prefix) => key.startsWith(prefix));
}

/** All versions under a prefix, oldest first. A bucket that keeps none gives each object as it is. */
export async function listVersions(s3: S3Client, bucket: string, prefix: string): Promise<ObjectVersion[]> {
  const listed: Listed[] = [];
  let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | null = {};
  while (markers !== null) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...markers }),
    );
    for (const { Key, VersionId, ETag, LastModified } of page.Versions ?? []) {
      if (Key === undefined) continue;
      const versionId = VersionId === undefined || VersionId === 'null' ? null : VersionId;
      listed.push(describe(bucket, Key, versionId, ETag, LastModified));
    }
    markers = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : null;
  }
  return inOrder(listed);
}

/** The newest version of every object under a prefix, for a bucket that keeps no versions. */
export async function listObjects(s3: S3Client, bucket: string, prefix: string): Promise<ObjectVersion[]> {
  const listed: Listed[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
    );
    for (const { Key, ETag, LastModified } of page.Contents ?? []) {
      if (Key !== undefined) listed.push(describe(bucket, Key, null, ETag, LastModified));
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return inOrder(listed);
}

function describe(
  bucket: string,
  key: string,
  versionId: string | null,
  tag: string | undefined,
  modified: Date | undefined,
): Listed {
  const etag = (tag ?? '').replaceAll('"', '');
  return { bucket, key, versionId, etag, sequencer: null, modifiedAt: modified?.getTime() ?? 0 };
}

/** S3 lists a key's versions newest first; reversed, a stable sort keeps those of one second in order. */
function inOrder(listed: readonly Listed[]): ObjectVersion[] {
  return listed
    .filter(({ key }) => isInput(key))
    .toReversed()
    .sort((a, b) => a.modifiedAt - b.modifiedAt)
    .map(({ modifiedAt: _modifiedAt, ...object }) => object);
}
