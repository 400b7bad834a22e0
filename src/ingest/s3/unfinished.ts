/**
 * A note that an object could not be settled in the time there was. Putting it notifies the queue, so that work goes on
 * at once and as often as it takes: the bucket is the one thing that the loader can reach.
 */
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { fittingKey } from './fitting-key.ts';
import { type ObjectVersion, versionOf } from './object.ts';

export const UNFINISHED = 'unfinished/';
const ENDING = '.json';

const Note = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().nullable(),
  etag: z.string(),
  sequencer: z.string().nullable(),
});

/** Leave a note about an object. */
export async function leaveNote(s3: S3Client, object: ObjectVersion): Promise<void> {
  const version = versionOf(object).replace(/[^\w.-]/g, '_');
  await s3.send(
    new PutObjectCommand({
      Bucket: object.bucket,
      Key: `${fittingKey(`${UNFINISHED}${object.key}@${version}`, ENDING)}${ENDING}`,
      Body: JSON.stringify(Note.parse(object)),
      ContentType: 'application/json',
    }),
  );
}

/** The object to go on with: that of a note, or the object itself where it is none. */
export async function noted(s3: S3Client, object: ObjectVersion): Promise<ObjectVersion> {
  if (!object.key.startsWith(UNFINISHED)) return object;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: object.bucket, Key: object.key }));
  return Note.parse(JSON.parse((await Body?.transformToString()) ?? ''));
}
