/** Poison is copied out of the way, with the reason beside it. Doing it twice leaves the same two objects. */
import { createReadStream } from 'node:fs';
import { CopyObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { BadInput } from '../../feeds/bad-input.ts';
import { fittingKey } from './fitting-key.ts';
import { type ObjectVersion, uriOf, versionOf } from './object.ts';
import { type Spool, withObject } from './spool.ts';

export const QUARANTINE = 'quarantine/';
const REASON = '.reason.json';

/** Copy a version, or one member of a bundle, to `quarantine/`, and write why. */
export async function quarantine(spool: Spool, object: ObjectVersion, error: BadInput): Promise<void> {
  const { s3 } = spool;
  const target = placeOf(object);
  if (object.member === undefined) await copy(s3, object, target);
  else {
    await withObject(spool, object, ({ path, bytes: ContentLength }) =>
      s3.send(
        new PutObjectCommand({
          Bucket: object.bucket,
          Key: target,
          Body: createReadStream(path),
          ContentLength,
        }),
      ),
    );
  }
  const { place, reason, remedy } = error;
  await s3.send(
    new PutObjectCommand({
      Bucket: object.bucket,
      Key: `${target}${REASON}`,
      Body: `${JSON.stringify({ object: uriOf(object), place, reason, remedy }, null, 2)}\n`,
      ContentType: 'application/json',
    }),
  );
}

/** Key of the copy, which leaves room for that of the reason beside it. */
function placeOf(object: ObjectVersion): string {
  const version = versionOf(object).replace(/[^\w.-]/g, '_');
  const member = object.member === undefined ? '' : `/${object.member}`;
  return fittingKey(`${QUARANTINE}${object.key}@${version}${member}`, REASON);
}

/** The bucket copies: nothing passes through this program. */
async function copy(s3: S3Client, { bucket, key, versionId }: ObjectVersion, target: string): Promise<void> {
  const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
  const which = versionId === null ? '' : `?versionId=${encodeURIComponent(versionId)}`;
  try {
    await s3.send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: target,
        CopySource: `${path}${which}`,
        // By none: to copy an object's tags takes rights that the loader does not have.
        TaggingDirective: 'REPLACE',
      }),
    );
  } catch (cause) {
    // Deleted since it was read: the reason is kept all the same.
    const gone = cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 404;
    if (!gone) throw cause;
  }
}
