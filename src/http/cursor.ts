/** Cursors of pages: opaque to clients, and bound to the basis of the first page so that pages never tear. */
import { z } from '@hono/zod-openapi';
import type { CorrectionPlace } from '../asof/corrections.ts';
import type { Place } from '../asof/doubt.ts';
import type { PlayPlace } from '../asof/plays.ts';
import { Problem } from './problem.ts';

interface Cursor<Place> {
  readonly basis: number;
  readonly after: Place;
}

const basis = z.int().positive();
const PlayCursor = z.object({ basis, after: z.object({ at: z.int(), order: z.int(), id: z.string() }) });
const PlaceCursor = z.object({
  basis,
  after: z.object({
    at: z
      .int()
      .min(Date.UTC(1, 0))
      .max(Date.UTC(9999, 11, 31)),
    order: z.int32(),
  }),
});
const CorrectionCursor = z.object({ basis, after: z.object({ basis: z.int(), position: z.int() }) });

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

function read<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('invalid-parameter', 'cursor: not a next_cursor of this route', {
      parameter: 'cursor',
    });
  }
}
