/** Several objects of one game on this disk at once. */
import type { ObjectRow } from '../../store/objects.ts';
import { look } from '../survey.ts';
import type { Member } from './member.ts';
import { versionNamed } from './object.ts';
import { type Spool, withObject } from './spool.ts';

/** Fetch all that are still there and still what they were; then `work`; then remove them. */
export async function withMembers<T>(
  spool: Spool,
  rows: readonly ObjectRow[],
  held: readonly Member[],
  work: (members: readonly Member[]) => Promise<T>,
): Promise<T> {
  const [row, ...rest] = rows;
  if (row === undefined) return work(held);
  if (held.some((member) => member.row === row)) return withMembers(spool, rest, held, work);
  const done = await withObject(spool, versionNamed(row), async ({ path }) => {
    const file = look(path, new Map());
    const next = 'error' in file ? held : [...held, { row, file }];
    return { value: await withMembers(spool, rest, next, work) };
  });
  return done === null ? withMembers(spool, rest, held, work) : done.value;
}
