/** Keys of many players or teams at once. */
import type pg from 'pg';
import { KINDS, type Kind } from '../../plays/kind.ts';
import type { League } from '../../sports/leagues.ts';
import { cached } from '../query.ts';
import { visible } from '../seen.ts';
import type { PanelEntity } from './rows.ts';

const IDS_A_STATEMENT = 20_000;
/** No such player or team at the basis. */
export const UNKNOWN = -1;

const keys = cached(
  (league: string, kind: Kind) =>
    `select e.${kind}_id as id, e.${kind}_key as key from ${league}.${kind}s e
     where e.${kind}_id = any($1::text[]) and exists (
       select from ${league}.${kind}_details d where d.${kind}_key = e.${kind}_key and ${visible('d', 'at_basis', '$2::int')}
     )`,
);

/** Key of each entity, in order; `UNKNOWN` for those that the basis does not know. */
export async function readKeys(
  pool: pg.Pool,
  league: League,
  entities: readonly PanelEntity[],
  basis: number,
): Promise<Int32Array> {
  const found = new Int32Array(entities.length).fill(UNKNOWN);
  for (const kind of KINDS) {
    const places = new Map<string, number>();
    entities.forEach((entity, place) => {
      // PostgreSQL's text cannot hold NUL, so nobody has such an id.
      if (entity.kind === kind && !entity.id.includes('\0')) places.set(entity.id, place);
    });
    const ids = [...places.keys()];
    for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
      const { rows } = await pool.query<{ id: string; key: number }>({
        ...keys(league.code, kind),
        values: [ids.slice(start, start + IDS_A_STATEMENT), basis],
      });
      for (const { id, key } of rows) found[places.get(id) ?? -1] = key;
    }
  }
  return found;
}
