/** `compact`: what many loads left loose is packed again. */
import type pg from 'pg';
import { compactIndexes } from '../store/compact.ts';

/** Rebuild, and say what was given back. */
export async function compact(pool: pg.Pool): Promise<void> {
  const rebuilt = await compactIndexes(pool);
  for (const { name, bytes, packed } of rebuilt)
    console.log(`${name}: ${megabytes(bytes)} to ${megabytes(packed)}`);
  const saved = rebuilt.reduce((sum, { bytes, packed }) => sum + bytes - packed, 0);
  console.log(rebuilt.length === 0 ? 'nothing to be gained' : `about ${megabytes(saved)} given back`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2).toLocaleString('en')} MB`;
}
