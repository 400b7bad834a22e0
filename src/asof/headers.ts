/** Headers of games, read together for all who wait for one. */
import type pg from 'pg';
import { type GameRow, gameSql } from './game-state.ts';
import { askTogether, filled } from './gathering.ts';
import { cached } from './query.ts';

/** The instant lies before all plays. */
const statement = cached((league = '') => {
  const args = { at: "'-infinity'::timestamptz", order: '0', basis: 'a.basis' };
  return `select a.place::int as place, h.*
    from unnest($1::int[], $2::int[]) with ordinality a (key, basis, place)
    left join lateral (${gameSql(league, 'at_basis', 'g.game_key = a.key', args)}) h on true
    where a.key is not null`;
});

interface Asked {
  readonly key: number;
  readonly basis: number;
}

/** A game's header at a basis, before any play; null where it was not known. */
export function readHeader(
  pool: pg.Pool,
  league: string,
  key: number,
  basis: number,
): Promise<GameRow | null> {
  const { name, text } = statement(league);
  const read = async (asked: readonly Asked[]) => {
    const { rows } = await pool.query<GameRow & { readonly place: number }>({
      name,
      text,
      values: [filled(asked.map((one) => one.key)), asked.map((one) => one.basis)],
    });
    return rows
      .sort((a, b) => a.place - b.place)
      .map(({ place: _, ...header }) => (header.game_id === null ? null : header));
  };
  return askTogether(pool, name, read, { key, basis });
}
