/** Files as they are loaded from this disk: bundles stand aside for their members. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from '../../feeds/bad-input.ts';
import type { InputFile, Refusal } from '../survey.ts';
import { openBundle } from './bundle.ts';

/** Members lie in a folder of their own until `remove`. */
export async function unpacked(files: readonly string[]): Promise<{
  readonly files: readonly InputFile[];
  readonly refusals: readonly Refusal[];
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'playclock-bundles-'));
  const found: InputFile[] = [];
  const refusals: Refusal[] = [];
  for (const [position, file] of files.entries()) {
    try {
      const bundle = await openBundle(file, join(folder, String(position).padStart(6, '0')));
      if (bundle === null) found.push({ file, source: file });
      else for (const [member, path] of bundle) found.push({ file: path, source: `${file}#${member}` });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      refusals.push({ error, sha256: null, bytes: 0, claim: null });
    }
  }
  return { files: found, refusals, remove: () => rm(folder, { recursive: true, force: true }) };
}
