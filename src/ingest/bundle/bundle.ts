/**
 * A file of many games is a bundle, and its members are files: a CSV with the rows of many games, or JSON documents
 * one a line. It is split while it is read, in bounded memory, and each member then goes the way of any other file.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { BadInput } from '../../feeds/bad-input.ts';
import { gameColumnOf } from '../../feeds/formats.ts';
import { Pieces } from './pieces.ts';
import type { Astray } from './runs.ts';
import { CsvSplitter } from './split-csv.ts';
import { NdjsonSplitter } from './split-ndjson.ts';

/** Members by name (`game=0021500001`, `line=17`), in the order of the bundle, each with the path of its file. */
export type Bundle = ReadonlyMap<string, string>;

/** Bytes of a bundle at most, as it lies there and unpacked: what the disk must hold. */
export const MAX_BUNDLE = 1024 ** 3;
/** Members at most: a game is more than 50 kB in every feed. */
const MAX_MEMBERS = 20_000;
const READ = 1024 ** 2;
/** Bytes of a file that is read at once. */
const SMALL = 2 * 1024 ** 2;
const LONGEST_HEADER = 64 * 1024;
const LINE_FEED = 10;

/**
 * Split a file into a folder of its own, which need not be there yet. Null where the file is no bundle: whatever else
 * it is, and a CSV of one game. Throws `BadInput` where a bundle is too large or damaged.
 *
 * @param read bytes read at a time.
 */
export async function openBundle(file: string, folder: string, read = READ): Promise<Bundle | null> {
  const { bundle, astray } = await split(file, folder, read, new Map());
  if (astray.size === 0) return bundle;
  // Only at the end is it known that they stand in another game's; it happens seldom enough to begin again.
  await rm(folder, { recursive: true, force: true });
  return (await split(file, folder, read, astray)).bundle;
}

/** @param astray rows that go with the game they stand in. */
async function split(
  file: string,
  folder: string,
  read: number,
  astray: Astray,
): Promise<{ readonly bundle: Bundle | null; readonly astray: Astray }> {
  const splitting = new Splitting(file, folder, astray);
  const none = { bundle: null, astray: new Map() };
  try {
    const whole = read === READ ? smallText(file) : null;
    if (whole !== null) return splitting.take(whole) ? splitting.end() : none;
    for await (const piece of textOf(file, await isGzip(file), read)) {
      if (!splitting.take(piece)) return none;
    }
    return splitting.end();
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (!splitting.isBundle) return none;
    throw new BadInput(file, splitting.place, `it is damaged or cut off: ${reason}`, 'fetch it again', cause);
  } finally {
    if (!splitting.isDone) await rm(folder, { recursive: true, force: true });
  }
}

interface Splitter {
  readonly pieces: Pieces;
  take(bytes: Buffer, isLast: boolean): number | null;
  astray(): Astray;
}

/** A file being split. */
class Splitting {
  readonly #file: string;
  readonly #folder: string;
  readonly #astray: Astray;
  #splitter: Splitter | null = null;
  #rest: Buffer = Buffer.alloc(0);
  #bytes = 0;
  isDone = false;

  constructor(file: string, folder: string, astray: Astray) {
    this.#file = file;
    this.#folder = folder;
    this.#astray = astray;
  }

  get isBundle(): boolean {
    return (this.#splitter?.pieces.size ?? 0) > 1;
  }

  get place(): string {
    return `byte ${this.#bytes}`;
  }

  /** False where it is no bundle. */
  take(piece: Buffer): boolean {
    this.#bytes += piece.length;
    if (this.#bytes > MAX_BUNDLE) {
      if (!this.isBundle) return false;
      throw this.#refuse(`it holds more than ${MAX_BUNDLE / 1024 ** 2} MB`);
    }
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    return this.#pass(bytes, false);
  }

  end(): { readonly bundle: Bundle | null; readonly astray: Astray } {
    const none = { bundle: null, astray: new Map() };
    if (!this.#pass(this.#rest, true) || this.#splitter === null || !this.isBundle) return none;
    this.#splitter.pieces.flush();
    this.isDone = true;
    return { bundle: this.#splitter.pieces.paths(), astray: this.#splitter.astray() };
  }

  #pass(bytes: Buffer, isLast: boolean): boolean {
    let from = 0;
    if (this.#splitter === null) {
      if (!isLast && bytes.length < LONGEST_HEADER && !bytes.includes(LINE_FEED)) {
        this.#rest = bytes;
        return true;
      }
      const begun = begin(bytes, this.#folder, this.#astray);
      if (begun === null) return false;
      this.#splitter = begun.splitter;
      from = begun.from;
    }
    const taken = this.#splitter.take(bytes.subarray(from), isLast);
    if (taken === null) return false;
    if (this.#splitter.pieces.size > MAX_MEMBERS) {
      throw this.#refuse(`it holds more than ${MAX_MEMBERS} games`);
    }
    this.#rest = bytes.subarray(from + taken);
    return true;
  }

  #refuse(reason: string): BadInput {
    return new BadInput(this.#file, this.place, reason, 'split it');
  }
}

/** What the first bytes say: a splitter, and where it begins; null where they are of no bundle. */
function begin(bytes: Buffer, folder: string, astray: Astray): { splitter: Splitter; from: number } | null {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const start = bytes
    .subarray(mark, mark + 64)
    .toString('latin1')
    .trimStart();
  if (start.startsWith('{')) {
    const pieces = new Pieces(folder, '.json');
    const ndjson = new NdjsonSplitter(pieces);
    const take = (text: Buffer) => (ndjson.take(text) ? text.length : null);
    return { splitter: { pieces, take, astray: () => new Map() }, from: mark };
  }
  const headEnd = bytes.indexOf(LINE_FEED) + 1;
  if (headEnd === 0) return null;
  const header = headerOf(bytes.subarray(mark, headEnd).toString('utf8'));
  const column = gameColumnOf(header);
  if (column === null) return null;
  const pieces = new Pieces(folder, '.csv', Buffer.from(bytes.subarray(0, headEnd)));
  const csv = new CsvSplitter(pieces, column, header.indexOf(column.name), astray);
  const take = (text: Buffer, isLast: boolean) => csv.take(text, isLast);
  return { splitter: { pieces, take, astray: () => csv.astray() }, from: headEnd };
}

function headerOf(line: string): string[] {
  try {
    const [header = []]: string[][] = parse(line);
    return header;
  } catch {
    // What is no header is told by whoever reads the file.
    return [];
  }
}

/** The text of a small file at once: streams take ten times as long for a game. Null where it is not small. */
function smallText(file: string): Buffer | null {
  if (statSync(file).size > SMALL) return null;
  const raw = readFileSync(file);
  if (!(raw[0] === 0x1f && raw[1] === 0x8b)) return raw;
  try {
    return gunzipSync(raw, { maxOutputLength: SMALL * 16 });
  } catch {
    // Damaged, or packed out of all measure: as a stream it is told which, and how far it could be read.
    return null;
  }
}

async function* textOf(file: string, packed: boolean, read: number): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: read });
  if (!packed) {
    yield* raw;
    return;
  }
  const unpacked = createGunzip({ chunkSize: Math.max(64, read) });
  raw.on('error', (cause) => unpacked.destroy(cause));
  try {
    yield* raw.pipe(unpacked);
  } finally {
    raw.destroy();
  }
}

/** Whether a file is gzipped, by its first bytes. */
export async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
