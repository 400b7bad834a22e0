/**
 * Objects onto the disk, in pieces. What follows reads them from there, as it reads any file; so nothing is let
 * through that would not fit into memory when it is parsed, packed or unpacked.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { BadInput } from '../../feeds/bad-input.ts';
import { type ObjectVersion, uriOf } from './object.ts';

export interface Spooled {
  readonly path: string;
  readonly bytes: number;
  /** When the bucket got it, epoch milliseconds. */
  readonly modifiedAt: number | null;
}

/** A folder for objects on their way in, and what a document may come to. */
export interface Spool {
  readonly s3: S3Client;
  readonly folder: string;
  /** Bytes of a document at most, as it lies there and unpacked: this is what bounds memory. */
  readonly maxText: number;
}

/** Fetch a version, hand it to `work`, remove it. Null where the version is gone. */
export async function withObject<T>(
  spool: Spool,
  object: Omit<ObjectVersion, 'sequencer'>,
  work: (spooled: Spooled) => Promise<T>,
): Promise<T | null> {
  await mkdir(spool.folder, { recursive: true });
  const folder = await mkdtemp(join(spool.folder, 'object-'));
  try {
    // The name stays: some feeds tell the game in it and nowhere else.
    const spooled = await fetchTo(spool, object, join(folder, basename(object.key)));
    return spooled === null ? null : await work(spooled);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchTo(
  { s3, maxText }: Spool,
  object: Omit<ObjectVersion, 'sequencer'>,
  path: string,
): Promise<Spooled | null> {
  const { bucket: Bucket, key: Key, versionId, etag } = object;
  const unversioned = etag === '' ? {} : { IfMatch: `"${etag}"` };
  const which = versionId === null ? unversioned : { VersionId: versionId };
  try {
    const {
      Body,
      LastModified,
      ContentLength = 0,
    } = await s3.send(new GetObjectCommand({ Bucket, Key, ...which }));
    if (ContentLength > maxText) {
      (Body as Readable | undefined)?.destroy();
      throw tooLarge(uriOf(object), ContentLength, maxText);
    }
    if (Body !== undefined) await pipeline(Body as Readable, createWriteStream(path));
    await checkText(uriOf(object), path, maxText);
    return { path, bytes: ContentLength, modifiedAt: LastModified?.getTime() ?? null };
  } catch (cause) {
    if (isGone(cause)) return null;
    throw cause;
  }
}

/** Gone for good: no such version, a delete marker, or overwritten in a bucket without versions. */
function isGone(cause: unknown): boolean {
  if (!(cause instanceof S3ServiceException) || cause.name === 'NoSuchBucket') return false;
  return [404, 405, 412].includes(cause.$metadata.httpStatusCode ?? 0);
}

/** Count the text piece by piece, and refuse what parsing could not hold. A damaged gzip is told by the reader. */
async function checkText(uri: string, path: string, maxText: number): Promise<void> {
  let text = 0;
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      text += piece.length;
      if (text > maxText) throw tooLarge(uri, text, maxText);
    }
  };
  try {
    if (await isGzip(path)) await pipeline(createReadStream(path), createGunzip(), count);
    else await pipeline(createReadStream(path), count);
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
  }
}

function tooLarge(uri: string, bytes: number, maxText: number): BadInput {
  const limit = Math.round(maxText / 1024 ** 2);
  return new BadInput(uri, `byte ${bytes}`, `it holds more than ${limit} MB`, 'split it');
}

async function isGzip(path: string): Promise<boolean> {
  const [head] = await createReadStream(path, { end: 1 }).toArray();
  return Buffer.isBuffer(head) && head[0] === 0x1f && head[1] === 0x8b;
}
