/** zod at the edge: a failed check becomes a BadInput that names the place. */
import type { z } from 'zod';
import { BadInput } from './bad-input.ts';

/** Parse or throw a BadInput whose place is `where` joined with the path of the first issue. */
export function check<T>(schema: z.ZodType<T>, value: unknown, file: string, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  throw new BadInput(
    file,
    `${where}${path.join('')}`,
    issue?.message ?? 'not what the format has',
    'compare the file with its source and fetch it again',
  );
}

/** Columns by name; a missing one is a BadInput. */
export function columns(
  header: readonly string[],
  wanted: readonly string[],
  file: string,
): Map<string, number> {
  const at = new Map(header.map((name, position) => [name, position]));
  const missing = wanted.filter((name) => !at.has(name));
  if (missing.length > 0) {
    throw new BadInput(
      file,
      'line 1',
      `missing columns: ${missing.join(', ')}`,
      'export the file with all columns',
    );
  }
  return at;
}
