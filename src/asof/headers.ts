/** Headers of games, read together for all who wait for one. */
import type pg from 'pg';
import { type GameRow, headerSql, NO_PLAY } from './game-state.ts';
import { askTogether, filled } from './gathering.ts';
import { cached } from './query.ts';

const statement = cached((league: string) => {
  const { columns, joins } = headerSql(league, 'at_basis', 'a.basis');
  return `select a.place::int - 1 as place, a.basis, ${columns}
    from unnest($1::int[], $2::int[]) with ordinality a (key, basis, place)
    join ${league}.games g on g.game_key = a.key
    ${joins}
    where a.key is not null`;
});

interface Asked {
  readonly key: number;
  readonly basis: number;
}

type Header = Omit<GameRow, keyof typeof NO_PLAY>;

/** A game's header at a basis, before any play; null where it was not known. */
export function readHeader(
  pool: pg.Pool,
  league: string,
  key: number,
  basis: number,
): Promise<GameRow | null> {
  const { name, text } = statement(league);
  const read = async (asked: readonly Asked[]) => {
    const { rows } = await pool.query<Header & { readonly place: number }>({
      name,
      text,
      values: [filled(asked.map((one) => one.key)), asked.map((one) => one.basis)],
    });
    const found: (GameRow | null)[] = asked.map(() => null);
    for (const { place, ...header } of rows) found[place] = { ...header, ...NO_PLAY };
    return found;
  };
  return askTogether(pool, name, read, { key, basis });
}
