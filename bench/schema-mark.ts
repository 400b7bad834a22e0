/** Which kept databases may be used again: they carry a mark of the migrations in their names. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchServer } from './server.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');

/**
 * Keep databases that the present migrations made, and those that a number of the first of them made: the later
 * ones will be applied. Rows loaded into any other schema are of no use. Returns the mark that names end with.
 */
export async function keepUsable(server: BenchServer, prefix: string): Promise<string> {
  const [mark = '', ...older] = schemaMarks();
  for (const name of await server.list()) {
    if (!name.startsWith(prefix) || name.endsWith(mark)) continue;
    const found = older.find((each) => name.endsWith(each));
    const wanted = found === undefined ? '' : `${name.slice(0, -found.length)}${mark}`;
    if (found === undefined || (await server.has(wanted))) await server.drop(name);
    else await server.rename(name, wanted);
  }
  return mark;
}

/** A mark for all migrations, then for all but the last, and so on. */
function schemaMarks(): string[] {
  const hash = createHash('sha256');
  const marks: string[] = [];
  for (const file of readdirSync(MIGRATIONS).sort()) {
    if (!file.endsWith('.sql')) continue;
    hash.update(readFileSync(join(MIGRATIONS, file)));
    marks.unshift(hash.copy().digest('hex').slice(0, 8));
  }
  return marks;
}
