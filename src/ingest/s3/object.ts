/** Names of versions of bucket objects, and their order. */
import type { ObjectName, ObjectRow } from '../../store/objects.ts';

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
  /** Of a bundle, one member; absent: the object itself. */
  readonly member?: string;
}

const ETAG = 'etag:';

/** What tells versions of a key apart: the version id, or the entity tag where the bucket keeps no versions. */
export function versionOf(object: ObjectVersion): string {
  return object.versionId ?? `${ETAG}${object.etag}`;
}

/** The name of an object's row. */
export function nameOf(object: ObjectVersion): ObjectName {
  const { bucket, key, member = '' } = object;
  return { bucket, key, version: versionOf(object), member };
}

/** The version that a row names. */
export function versionNamed(row: ObjectName & Pick<ObjectRow, 'sequencer'>): ObjectVersion {
  const { bucket, key, version, sequencer } = row;
  const member = row.member === '' ? {} : { member: row.member };
  return version.startsWith(ETAG)
    ? { bucket, key, sequencer, versionId: null, etag: version.slice(ETAG.length), ...member }
    : { bucket, key, sequencer, versionId: version, etag: '', ...member };
}

/** Whether both rows are about one file. */
export function isSameObject(a: ObjectName, b: ObjectName): boolean {
  return a.bucket === b.bucket && a.key === b.key && a.version === b.version && a.member === b.member;
}

/** Names an object, or a member of it. */
export type Address = Pick<ObjectVersion, 'bucket' | 'key' | 'versionId' | 'member'>;

/** `s3://bucket/key`, with the version where there is one, and the member of a bundle. */
export function uriOf(object: Address): string {
  const name = `s3://${object.bucket}/${object.key}`;
  const version = object.versionId === null ? '' : `?versionId=${object.versionId}`;
  return `${name}${version}${object.member === undefined ? '' : `#${object.member}`}`;
}

/** The object of such an address, or null where it is none. */
export function parseUri(uri: string): Address | null {
  const match = /^s3:\/\/([^/]+)\/?(.*?)(?:\?versionId=([^?#]+))?(?:#((?:game|line)=\w+))?$/s.exec(uri);
  if (match === null) return null;
  const [, bucket = '', key = '', versionId = null, member] = match;
  return { bucket, key, versionId, ...(member === undefined ? null : { member }) };
}

type Placed = Pick<ObjectRow, 'key' | 'version' | 'member' | 'sequencer' | 'modifiedAt'>;

/**
 * Whether `a` is an earlier version of the same key than `b`. Sequencers decide, padded on the right as S3 asks;
 * in one version of a bundle, the place in it.
 */
export function earlierVersion(a: Placed, b: Placed): boolean {
  if (a.version === b.version) return compareMembers(a.member, b.member) < 0;
  if (a.sequencer !== null && b.sequencer !== null) {
    const length = Math.max(a.sequencer.length, b.sequencer.length);
    return a.sequencer.padEnd(length, '0') < b.sequencer.padEnd(length, '0');
  }
  return (a.modifiedAt ?? 0) < (b.modifiedAt ?? 0);
}

/** The order in which objects of different keys are taken to have been put: instant, then key. */
export function byArrival(a: Placed, b: Placed): number {
  return (
    (a.modifiedAt ?? 0) - (b.modifiedAt ?? 0) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
    compareMembers(a.member, b.member)
  );
}

/** Lines of a bundle by number. */
function compareMembers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * What a later version of an object takes the place of: the key's content, or in a bundle what it says in this role of
 * the game. Lines move from version to version, so a member's name does not tell.
 */
export function slotOf({ bucket, key, member, role }: ObjectRow): string {
  return JSON.stringify(member === '' ? [bucket, key] : [bucket, key, role]);
}

/** Of each key (of a bundle: each role) the latest version. Rows are of one game. */
export function latestVersions(rows: readonly ObjectRow[]): ObjectRow[] {
  const latest = new Map<string, ObjectRow>();
  for (const row of rows) {
    const name = slotOf(row);
    const held = latest.get(name);
    if (held === undefined || earlierVersion(held, row)) latest.set(name, row);
  }
  return [...latest.values()];
}
