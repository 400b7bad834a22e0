/** Cursors of pages: opaque to clients, and bound to the basis of the first page so that pages never tear. */
import { z } from '@hono/zod-openapi';
import type pg from 'pg';
import type { CorrectionPlace } from '../asof/corrections.ts';
import type { Place } from '../asof/doubt.ts';
import { isBasis } from '../asof/knowledge.ts';
import type { PlayPlace } from '../asof/plays.ts';
import { type Knowledge, resolveBasis } from './parameters.ts';
import { Problem } from './problem.ts';

interface Cursor<Place> {
  readonly basis: number;
  readonly after: Place;
}

const basis = z.int32().positive();
const at = z
  .int()
  .min(Date.UTC(1, 0))
  .max(Date.UTC(9999, 11, 31));
const id = z.string().refine((text) => !text.includes('\0'));
const PlayCursor = z.object({ basis, after: z.object({ at, order: z.int32(), id }) });
const PlaceCursor = z.object({ basis, after: z.object({ at, order: z.int32() }) });
const CorrectionCursor = z.object({ basis, after: z.object({ basis: z.int32(), position: z.int32() }) });

/** A cursor as it goes into `next_cursor`. */
export function writeCursor(cursor: Cursor<PlayPlace | CorrectionPlace | Place>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Cursor of a page of plays; throws a `Problem` for anything else. */
export function readPlayCursor(text: string): Cursor<PlayPlace> {
  return read(PlayCursor, text);
}

/** Cursor of a page of a timeline; throws a `Problem` for anything else. */
export function readPlaceCursor(text: string): Cursor<Place> {
  return read(PlaceCursor, text);
}

/** Cursor of a page of corrections; throws a `Problem` for anything else. */
export function readCorrectionCursor(text: string): Cursor<CorrectionPlace> {
  return read(CorrectionCursor, text);
}

/**
 * Basis that a page is answered at: its cursor's, or what the query asks for (null: everything known now). Throws a `Problem`
 * for a cursor of a basis that nobody has given, or of another than the query's.
 */
export async function resolvePageBasis(
  pool: pg.Pool,
  query: Knowledge,
  cursor: Cursor<unknown> | null,
): Promise<number | null> {
  if (cursor === null) return resolveBasis(pool, query);
  if (query.basis !== undefined && query.basis !== cursor.basis) {
    throw refusal(`its page is at basis ${cursor.basis}, not ${query.basis}`);
  }
  if (!(await isBasis(pool, cursor.basis))) throw refusal(NOT_OURS);
  return cursor.basis;
}

const NOT_OURS = 'not a next_cursor of this route';

function read<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw refusal(NOT_OURS);
  }
}

function refusal(detail: string): Problem {
  return new Problem('invalid-parameter', `cursor: ${detail}`, { parameter: 'cursor' });
}
