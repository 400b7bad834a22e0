/** Poison is copied out of the way, with the reason beside it. Doing it twice leaves the same two objects. */
import { CopyObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { BadInput } from '../../feeds/bad-input.ts';
import { type ObjectVersion, uriOf, versionOf } from './object.ts';

export const QUARANTINE = 'quarantine/';

/** Copy a version to `quarantine/`, and write why. The bucket copies: nothing passes through this program. */
export async function quarantine(s3: S3Client, object: ObjectVersion, error: BadInput): Promise<void> {
  const { bucket, key, versionId } = object;
  const target = `${QUARANTINE}${key}@${versionOf(object).replace(/[^\w.-]/g, '_')}`;
  const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
  const which = versionId === null ? '' : `?versionId=${encodeURIComponent(versionId)}`;
  try {
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: target, CopySource: `${path}${which}` }));
  } catch (cause) {
    // Deleted since it was read: the reason is kept all the same.
    const gone = cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 404;
    if (!gone) throw cause;
  }
  const { place, reason, remedy } = error;
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: `${target}.reason.json`,
      Body: `${JSON.stringify({ object: uriOf(object), place, reason, remedy }, null, 2)}\n`,
      ContentType: 'application/json',
    }),
  );
}
