/** The envelope of stats.nba.com JSON: named tables of headers and rows. */
import { z } from 'zod';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import type { Content } from '../document.ts';
import type { Document } from '../feed.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Envelope = z.object({
  resultSets: z.array(
    z.object({ name: z.string(), headers: z.array(z.string()), rowSet: z.array(z.array(cell)) }),
  ),
});

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Table of that name, or a BadInput. */
export function resultSet(document: Document, name: string): Table {
  const value = document.content.kind === 'json' ? document.content.value : null;
  const envelope = check(Envelope, value, document.file, '$');
  const set = envelope.resultSets.find((candidate) => candidate.name === name);
  if (set === undefined) {
    throw new BadInput(document.file, '$.resultSets', `no result set "${name}"`, 'fetch the file again');
  }
  return { headers: set.headers, rows: set.rowSet };
}

const Names = z.object({
  resultSets: z.array(
    z.object({ name: z.string(), headers: z.array(z.string()), rowSet: z.array(z.array(z.unknown())) }),
  ),
});

/** Game id of a table of that name, from the first row that has one; null when there is no such table or row. */
export function gameIdIn(content: Content, name: string): string | null {
  if (content.kind !== 'json') return null;
  const envelope = Names.safeParse(content.value);
  const set = envelope.success
    ? envelope.data.resultSets.find((candidate) => candidate.name === name)
    : undefined;
  const column = set?.headers.indexOf('GAME_ID') ?? -1;
  const ids = set?.rowSet.map((row) => row[column]) ?? [];
  return ids.find((id): id is string => typeof id === 'string' && id !== '') ?? null;
}

/** Rows of a table as records by column name. */
export function records(table: Table): Record<string, string | number | boolean | null>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.headers.map((name, position) => [name, row[position] ?? null])),
  );
}
