/** Real games lie outside the repository: `PLAYCLOCK_REAL_DATA` names their folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe } from 'vitest';
import { parseDocument } from '../../src/feeds/document.ts';
import type { Document } from '../../src/feeds/feed.ts';

const folder = process.env.PLAYCLOCK_REAL_DATA;

/** `describe` that says plainly when it is skipped for want of the real files. */
export const describeReal =
  folder === undefined
    ? (name: string, _body: () => void) =>
        describe.skip(`${name} (skipped: PLAYCLOCK_REAL_DATA is not set)`, () => {})
    : (name: string, body: () => void) => describe(name, body);

/** Path below the real data. */
export function realPath(...parts: string[]): string {
  if (folder === undefined) throw new RangeError('PLAYCLOCK_REAL_DATA is not set');
  return join(folder, ...parts);
}

/** A parsed real file. */
export function realDocument(...parts: string[]): Document {
  const file = realPath(...parts);
  const raw = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  return { file, content: parseDocument(file, text) };
}
