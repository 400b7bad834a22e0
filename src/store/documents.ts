/**
 * The feeds' own rows of plays. They are the bulk of what a feed says and nearly never asked for, so they lie beside
 * the plays, compressed: each ingest keeps one bundle a game, with the rows of exactly the plays it opened. A play's
 * `basis_from` names its bundle; bundles never change.
 */
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type pg from 'pg';
import type { GameDocuments } from '../fold/kept.ts';

/** A play's own row, as JSON text. */
export interface PlayDocument {
  readonly id: string;
  readonly raw: string;
}

/**
 * Of the levels measured on a real game of 610 plays (616 bytes a play): 3 leaves 60 bytes a play in 0.3 ms, 6 leaves 48
 * in 1.4 ms, 9 leaves 45 in 2.1 ms, 19 leaves 39 in 117 ms; gzip leaves 56 in 2.0 ms, brotli 5 leaves 46 in 2.2 ms.
 */
const LEVEL = 6;

/** Room for all that is left of a game: each piece would cross from thread to thread and back. */
const ROOM = 128 * 1024;
const OPTIONS = { chunkSize: ROOM, params: { [constants.ZSTD_c_compressionLevel]: LEVEL } };

const compress = promisify(zstdCompress);

/** Tells one text from another, as PostgreSQL's `bigint`: eight bytes of its SHA-256. */
export function digestOf(raw: string): string {
  return hash('sha256', raw, 'buffer').readBigInt64BE(0).toString();
}

/** Put documents together: JSON text, an object by play. Runs beside this thread. */
export function packDocuments(documents: readonly PlayDocument[]): Promise<Buffer> {
  return compress(together(documents), OPTIONS);
}

/** The same in this thread: for one that nobody waits for, without a way to another thread and back. */
export function packDocumentsHere(documents: readonly PlayDocument[]): Buffer {
  return zstdCompressSync(together(documents), OPTIONS);
}

function together(documents: readonly PlayDocument[]): string {
  return `{${documents.map((document) => keyOf(document.id) + document.raw).join(',')}}`;
}

function keyOf(id: string): string {
  return `${JSON.stringify(id)}:`;
}

/** Packed documents one by one again, given their plays and how long each is. */
export function textsOf(packed: Uint8Array, ids: readonly string[], lengths: ArrayLike<number>): string[] {
  const text = zstdDecompressSync(packed).toString('utf8');
  let at = 0;
  return ids.map((id, place) => {
    const from = at + 1 + keyOf(id).length;
    at = from + (lengths[place] ?? 0);
    return text.slice(from, at);
  });
}

/** Documents of a game's plays in total order. */
export function gameDocuments(documents: readonly PlayDocument[]): GameDocuments {
  return {
    digests: documents.map(({ raw }) => digestOf(raw)),
    texts: () => documents.map(({ raw }) => raw),
    packed: () => packDocuments(documents),
  };
}

/** Keep the documents of plays that an ingest opened. */
export async function writeDocuments(
  client: pg.ClientBase,
  league: string,
  gameKey: number,
  packed: Promise<Uint8Array>,
  basis: number,
): Promise<void> {
  await client.query({
    name: `write documents ${league}`,
    text: `insert into ${league}.play_documents (game_key, basis, format, documents) values ($1, $2, 'zstd', $3)`,
    values: [gameKey, basis, await packed],
  });
}

/** A play's identity and the ingest that opened it. */
export interface OpenedPlay {
  readonly id: string;
  readonly basis: number;
}

/** Documents of plays of a game, parsed, by play. */
export async function readDocuments(
  client: pg.ClientBase | pg.Pool,
  league: string,
  gameKey: number,
  plays: readonly OpenedPlay[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const bundles = Map.groupBy(plays, (play) => play.basis);
  const { rows } = await client.query<{ basis: number; format: 'json' | 'zstd'; documents: Buffer }>(
    `select basis, format, documents from ${league}.play_documents where game_key = $1 and basis = any($2)`,
    [gameKey, [...bundles.keys()]],
  );
  for (const { basis, format, documents } of rows) {
    const text = format === 'zstd' ? zstdDecompressSync(documents) : documents;
    const bundle: Readonly<Record<string, unknown>> = JSON.parse(text.toString('utf8'));
    for (const { id } of bundles.get(basis) ?? []) found.set(id, bundle[id]);
  }
  return found;
}
