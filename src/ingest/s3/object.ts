/** Names of versions of bucket objects, and their order. */
import type { ObjectRow } from '../../store/objects.ts';

/** One version of an object, as an event or a listing names it. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  /** Null in a bucket that keeps no versions. */
  readonly versionId: string | null;
  /** Entity tag without quotes. */
  readonly etag: string;
  /** Of the event; null from a listing. */
  readonly sequencer: string | null;
}

const ETAG = 'etag:';

/** What tells versions of a key apart: the version id, or the entity tag where the bucket keeps no versions. */
export function versionOf(object: ObjectVersion): string {
  return object.versionId ?? `${ETAG}${object.etag}`;
}

/** The version that a row names. */
export function versionNamed(
  row: Pick<ObjectRow, 'bucket' | 'key' | 'version' | 'sequencer'>,
): ObjectVersion {
  const { bucket, key, version, sequencer } = row;
  return version.startsWith(ETAG)
    ? { bucket, key, sequencer, versionId: null, etag: version.slice(ETAG.length) }
    : { bucket, key, sequencer, versionId: version, etag: '' };
}

/** `s3://bucket/key`, with the version where there is one. */
export function uriOf(object: Pick<ObjectVersion, 'bucket' | 'key' | 'versionId'>): string {
  const name = `s3://${object.bucket}/${object.key}`;
  return object.versionId === null ? name : `${name}?versionId=${object.versionId}`;
}

/** The object of such an address, or null where it is none. */
export function parseUri(uri: string): Pick<ObjectVersion, 'bucket' | 'key' | 'versionId'> | null {
  const match = /^s3:\/\/([^/]+)\/?(.*?)(?:\?versionId=([^?]+))?$/s.exec(uri);
  if (match === null) return null;
  const [, bucket = '', key = '', versionId = null] = match;
  return { bucket, key, versionId };
}

type Placed = Pick<ObjectRow, 'key' | 'version' | 'sequencer' | 'modifiedAt'>;

/** Whether `a` is an earlier version of the same key than `b`. Sequencers decide, padded on the right as S3 asks. */
export function earlierVersion(a: Placed, b: Placed): boolean {
  if (a.version === b.version) return false;
  if (a.sequencer !== null && b.sequencer !== null) {
    const length = Math.max(a.sequencer.length, b.sequencer.length);
    return a.sequencer.padEnd(length, '0') < b.sequencer.padEnd(length, '0');
  }
  return (a.modifiedAt ?? 0) < (b.modifiedAt ?? 0);
}

/** The order in which objects of different keys are taken to have been put: instant, then key. */
export function byArrival(a: Placed, b: Placed): number {
  return (a.modifiedAt ?? 0) - (b.modifiedAt ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Of each key the latest version. */
export function latestVersions(rows: readonly ObjectRow[]): ObjectRow[] {
  const latest = new Map<string, ObjectRow>();
  for (const row of rows) {
    const name = `${row.bucket}/${row.key}`;
    const held = latest.get(name);
    if (held === undefined || earlierVersion(held, row)) latest.set(name, row);
  }
  return [...latest.values()];
}
