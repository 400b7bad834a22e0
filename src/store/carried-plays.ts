/** Plays carried over from a schema that kept no digests of the feed's own rows. */
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { digestOf, type PlayDocument, readDocuments } from './documents.ts';
import { cellsOf, type StoredRow } from './stored-row.ts';
import type { StoredVersion } from './stored-version.ts';
import { playTable } from './tables.ts';

/**
 * A game's open plays, those without a digest with that of what is given where their documents say the same: the
 * text that the feed gave is lost, so only the parsed documents can tell.
 */
export async function withDigests(
  client: pg.ClientBase,
  league: string,
  gameKey: number,
  given: readonly PlayDocument[],
  { playRows, playBasis }: StoredVersion,
): Promise<readonly StoredRow[]> {
  const table = playTable(league);
  const cells = cellsOf(table);
  const idOf = (row: StoredRow) => cells.text(row, 'play_id') ?? '';
  const carried = playRows.filter((row) => cells.text(row, 'document_digest') === null).map(idOf);
  if (carried.length === 0) return playRows;
  const documents = await readDocuments(
    client,
    league,
    gameKey,
    carried.map((id) => ({ id, basis: playBasis.get(id) ?? 0 })),
  );
  const same = new Map(
    given
      .filter(({ id, raw }) => documents.has(id) && isDeepStrictEqual(documents.get(id), JSON.parse(raw)))
      .map(({ id, raw }) => [id, digestOf(raw)]),
  );
  const place = table.columns.indexOf('document_digest');
  return playRows.map((row) => {
    const digest = same.get(idOf(row));
    return digest === undefined ? row : row.with(place, digest);
  });
}
