/** Finding and reading input files. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BadInput } from '../feeds/bad-input.ts';

/** What a folder's other files are called does not matter: only these are taken up. */
const EXTENSIONS = /\.(json|ndjson|jsonl|csv)(\.gz)?$/i;
/** Bytes of a document at most, as it lies there and unpacked: it is parsed whole. */
export const MAX_TEXT = 256 * 1024 ** 2;

/** Bytes unpacked in one piece: whatever a file says of itself, no more. */
const LEAST_ROOM = 1024;
const MOST_ROOM = 8 * 1024 ** 2;

export interface FileText {
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Files of the given paths: files as they are, folders with all that is below them, in name order. In a folder a link to
 * a file is that file; one to a folder is not followed, for it may lead back.
 */
export function findFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (isFolder(path) ? filesBelow(path).sort() : [path]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    const mayBeFile = entry.isFile() || (entry.isSymbolicLink() && !isFolder(path));
    return mayBeFile && EXTENSIONS.test(entry.name) ? [path] : [];
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whoever reads it tells why it cannot be read.
    return false;
  }
}

/** Read a file, unpacked if gzipped (by its first bytes, whatever its name). */
export function readText(file: string): FileText {
  const raw = readBytes(file);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? unpack(file, raw) : raw;
  if (bytes.length === 0) throw new BadInput(file, 'start', 'the file is empty', 'fetch it again');
  return { file, text: decode(file, bytes), bytes: raw.length, sha256 };
}

function readBytes(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > MAX_TEXT) throw tooLarge(file, size);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new BadInput(file, 'path', reason, 'check the path and its permissions', cause);
  }
}

function unpack(file: string, raw: Buffer): Buffer {
  try {
    return gunzipSync(raw, { maxOutputLength: MAX_TEXT, chunkSize: room(raw) });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(file, MAX_TEXT);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BadInput(
      file,
      `byte ${raw.length}`,
      `the gzip is damaged or cut off: ${reason}`,
      'fetch it again',
      cause,
    );
  }
}

/** Room for all of it at once, as gzip's last four bytes tell: gathering many pieces took as long as unpacking them. */
function room(raw: Buffer): number {
  const told = raw.length < 18 ? 0 : raw.readUInt32LE(raw.length - 4);
  return Math.min(Math.max(told + 1, LEAST_ROOM), MOST_ROOM);
}

function tooLarge(file: string, bytes: number): BadInput {
  const reason = `a document of more than ${MAX_TEXT / 1024 ** 2} MB`;
  return new BadInput(file, `byte ${bytes}`, reason, 'split it');
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BadInput(file, 'start', 'it is not UTF-8 text', 'convert it to UTF-8', cause);
  }
}
