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

/** Game id of the first row of a table of that name; null when the content has no such table or no row. */
export function gameIdIn(content: Content, name: string): string | null {
  if (content.kind !== 'json') return null;
  const envelope = Names.safeParse(content.value);
  const set = envelope.success
    ? envelope.data.resultSets.find((candidate) => candidate.name === name)
    : undefined;
  const value = set?.rowSet[0]?.[set.headers.indexOf('GAME_ID')];
  return typeof value === 'string' ? value : null;
}

/** Rows of a table as records by column name. */
export function records(table: Table): Record<string, string | number | boolean | null>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.headers.map((name, position) => [name, row[position] ?? null])),
  );
}
