/** Cursors of pages: opaque to clients, and bound to the basis of the first page so that pages never tear. */
import { z } from '@hono/zod-openapi';
import type { PlayPlace } from '../asof/plays.ts';
import { Problem } from './problem.ts';

const Cursor = z.object({
  basis: z.int().positive(),
  after: z.object({ at: z.int(), order: z.int(), id: z.string() }),
});

export function writeCursor(cursor: { readonly basis: number; readonly after: PlayPlace }): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

export function readCursor(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('invalid-parameter', 'cursor: not a next_cursor of this route', {
      parameter: 'cursor',
    });
  }
}
