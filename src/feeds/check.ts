/** zod at the edge: a failed check becomes a BadInput that names the place. */
import type { z } from 'zod';
import type { PlayerRef } from '../plays/game.ts';
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

/** A box score that puts another team on a side than the game does is a BadInput; one that names none is not. */
export function refuseOtherSide<Id extends number | string>(
  named: Id | undefined,
  own: Id,
  file: string,
  place: string,
): void {
  if (named === undefined || named === own) return;
  throw new BadInput(
    file,
    place,
    `the box score has team ${named} here, the game has team ${own}`,
    'compare who is at home with the source and fetch the file again',
  );
}

/** Players of a list by id; somebody who stands in it twice is a BadInput. */
export function playersById(
  players: readonly PlayerRef[],
  file: string,
  place: string,
): Map<string, PlayerRef> {
  const byId = new Map<string, PlayerRef>();
  for (const player of players) {
    if (byId.has(player.id)) {
      throw new BadInput(
        file,
        place,
        `player ${player.id} stands there twice`,
        'compare the file with its source and fetch it again',
      );
    }
    byId.set(player.id, player);
  }
  return byId;
}

/** Official cells of a box score by counter: those it has must be numbers. */
export function officialCells(
  statistics: Readonly<Record<string, unknown>>,
  cells: Readonly<Record<string, string>>,
  file: string,
  place: string,
): Record<string, number> {
  const counters: Record<string, number> = {};
  for (const [field, counter] of Object.entries(cells)) {
    const value = statistics[field];
    if (value == null) continue;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      throw new BadInput(
        file,
        `${place}.${field}`,
        `${JSON.stringify(value)} is not a whole number`,
        'compare the file with its source and fetch it again',
      );
    }
    counters[counter] = value;
  }
  return counters;
}
