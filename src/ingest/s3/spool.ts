/**
 * Objects onto the disk, in pieces. What follows reads them from there, as it reads any file; so nothing is let
 * through that would not fit into memory when it is parsed, packed or unpacked.
 */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { BadInput } from '../../feeds/bad-input.ts';
import { isGzip, MAX_BUNDLE, openBundle } from '../bundle/bundle.ts';
import { type HeldBundle, HeldBundles } from './held-bundles.ts';
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
  /** Bundles that were split; they lie in the folder. */
  readonly bundles: HeldBundles;
}

/** A spool that holds no bundle yet. */
export function createSpool(words: Omit<Spool, 'bundles'>): Spool {
  return { ...words, bundles: new HeldBundles() };
}

/** Bytes of a file's name at most. */
const LONGEST_NAME = 255;

type Wanted = Omit<ObjectVersion, 'sequencer'>;

/**
 * Fetch a version, or a member of a bundle, hand it to `work`, remove it. Null where the version is gone.
 * A bundle itself comes as it is, too large to be parsed: `asBundle` takes it instead.
 */
export async function withObject<T>(
  spool: Spool,
  object: Wanted,
  work: (spooled: Spooled) => Promise<T>,
  asBundle?: (bundle: HeldBundle) => Promise<T>,
): Promise<T | null> {
  const { member, ...whole } = object;
  const held = spool.bundles.find(uriOf(whole));
  if (held === null) {
    await mkdir(spool.folder, { recursive: true });
    const folder = await mkdtemp(join(spool.folder, 'object-'));
    try {
      // The name stays: some feeds tell the game in it and nowhere else.
      const spooled = await fetchTo(spool, whole, join(folder, fileNameOf(object.key)));
      if (spooled === null) return null;
      const bundle = await splitAt(spool, whole, spooled);
      if (bundle === null && member === undefined) {
        await checkText(uriOf(object), spooled, spool.maxText);
        return await work(spooled);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return spool.bundles.using(uriOf(whole), async (bundle) => {
    if (member === undefined) return asBundle === undefined ? null : asBundle(bundle);
    const path = bundle.members.get(member);
    if (path === undefined) return null;
    const bytes = statSync(path).size;
    if (bytes > spool.maxText) throw tooLarge(uriOf(object), bytes, spool.maxText);
    return work({ path, bytes, modifiedAt: bundle.modifiedAt });
  });
}

/** The last part of a key; of one that is too long for the disk the end, where the game and the format are told. */
export function fileNameOf(key: string): string {
  const bytes = Buffer.from(basename(key));
  let from = Math.max(0, bytes.length - LONGEST_NAME);
  // Not in the middle of a character: what follows its first byte begins with 10.
  while (((bytes[from] ?? 0) & 0b1100_0000) === 0b1000_0000) from++;
  return bytes.toString('utf8', from);
}

/** Split a bundle and hold it. Null where it is none. */
async function splitAt(spool: Spool, object: Wanted, spooled: Spooled): Promise<HeldBundle | null> {
  await spool.bundles.makeRoom();
  const folder = await mkdtemp(join(spool.folder, 'bundle-'));
  const members = await openBundle(spooled.path, folder);
  if (members === null) {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const bundle = { members, folder, modifiedAt: spooled.modifiedAt };
  spool.bundles.hold(uriOf(object), bundle);
  return bundle;
}

async function fetchTo({ s3 }: Spool, object: Wanted, path: string): Promise<Spooled | null> {
  const { bucket: Bucket, key: Key, versionId, etag } = object;
  const unversioned = etag === '' ? {} : { IfMatch: `"${etag}"` };
  const which = versionId === null ? unversioned : { VersionId: versionId };
  try {
    const {
      Body,
      LastModified,
      ContentLength = 0,
    } = await s3.send(new GetObjectCommand({ Bucket, Key, ...which }));
    if (ContentLength > MAX_BUNDLE) {
      (Body as Readable | undefined)?.destroy();
      throw tooLarge(uriOf(object), ContentLength, MAX_BUNDLE);
    }
    if (Body !== undefined) await pipeline(Body as Readable, createWriteStream(path));
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
async function checkText(uri: string, { path, bytes }: Spooled, maxText: number): Promise<void> {
  if (bytes > maxText) throw tooLarge(uri, bytes, maxText);
  if (!(await isGzip(path))) return;
  let text = 0;
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      text += piece.length;
      if (text > maxText) throw tooLarge(uri, text, maxText);
    }
  };
  try {
    await pipeline(createReadStream(path), createGunzip(), count);
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
  }
}

function tooLarge(uri: string, bytes: number, most: number): BadInput {
  const limit = Math.round(most / 1024 ** 2);
  return new BadInput(uri, `byte ${bytes}`, `it holds more than ${limit} MB`, 'split it');
}
