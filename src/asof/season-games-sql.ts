/** Reading the games of many players or teams in a season each, and who was ever in which season. */
import type pg from 'pg';
import type { Kind } from '../plays/kind.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { entityTables } from '../store/tables.ts';
import { cached } from './query.ts';
import type { PartBefore, SeasonGames } from './season-games.ts';
import { seenRows, visible } from './seen.ts';

/** Somebody, and the years in which the seasons begin that he has a line in. */
export interface Member {
  readonly key: number;
  /** Ascending. */
  readonly years: readonly number[];
  /** Whether official totals are told of any of his seasons. */
  readonly stated: boolean;
}

const members = cached((code: string, kind: Kind) => {
  const tables = tablesOf(code, kind);
  return `select x.${tables.key} as key, array_agg(distinct x.season_order / 10) as years, bool_or(x.is_stated) as stated
    from ${tables.season.table} x where ${visible('x', 'at_basis', '$1::int')} group by 1`;
});

/** Everybody at a basis. */
export async function readMembers(
  pool: pg.Pool,
  { code }: League,
  kind: Kind,
  basis: number,
): Promise<Member[]> {
  const { rows } = await pool.query<Member>({ ...members(code, kind), values: [basis] });
  return rows.map((row) => ({ ...row, years: row.years.toSorted((a, b) => a - b) }));
}

const games = cached((code: string, kind: Kind) => {
  const tables = tablesOf(code, kind);
  const some = tables.counters.map((name) => `x.${name} <> 0`).join(' or ');
  const totals = tables.counters.map(
    (name, place) => `x.season_before[${place + 1}] + x.${name} as t${place}`,
  );
  const rows = seenRows(
    `x.started_at, x.ended_at, x.season_order, (${some})::int as counted, ${totals}`,
    tables.game.table,
    `x.${tables.key} = a.key and x.season_order between a.year * 10 and a.year * 10 + 9`,
    'at_basis',
    '$3::int',
  );
  const milliseconds = (name: string) => `array_agg((date_part('epoch', g.${name}) * 1000)::bigint)`;
  return `select a.place::int as place, c.*
    from unnest($1::int[], $2::int[]) with ordinality a (key, year, place)
    cross join lateral (
      select ${milliseconds('started_at')} as starts, ${milliseconds('ended_at')} as ends,
        array_agg(g.season_order) as orders, array_agg(g.counted) as counted,
        ${tables.counters.map((_, place) => `array_agg(g.t${place}) as t${place}`)}
      from (select * from (${rows}) r order by started_at) g
    ) c`;
});

interface GamesRow {
  readonly place: number;
  readonly starts: readonly number[] | null;
  readonly ends: readonly (number | null)[];
  readonly orders: readonly number[];
  readonly counted: readonly number[];
  /** The totals, counter by counter: `t0`, `t1` and so on. */
  readonly [column: string]: unknown;
}

const parts = cached((code: string, kind: Kind) => {
  const tables = tablesOf(code, kind);
  const rows = seenRows(
    `x.season_order as "order", x.career_before as carry, x.career_before_type as "carryOfType", x.season_before as earlier`,
    tables.season.table,
    `x.${tables.key} = a.key and x.season_order between a.year * 10 and a.year * 10 + 9`,
    'at_basis',
    '$3::int',
  );
  return `select a.place::int as place, p.* from unnest($1::int[], $2::int[]) with ordinality a (key, year, place)
    cross join lateral (${rows}) p`;
});

interface PartRow extends PartBefore {
  readonly place: number;
}

/** Of each the games of the season that begins in the year. */
export async function readSeasonGames(
  pool: pg.Pool,
  { code }: League,
  kind: Kind,
  asked: readonly { readonly key: number; readonly year: number }[],
  basis: number,
): Promise<SeasonGames[]> {
  const values = [asked.map(({ key }) => key), asked.map(({ year }) => year), basis];
  const found = await pool.query<GamesRow>({ ...games(code, kind), values });
  const { rows } = await pool.query<PartRow>({ ...parts(code, kind), values });
  const rowOf = new Map(found.rows.map((row) => [row.place, row]));
  const partsOf = Map.groupBy(rows, ({ place }) => place);
  const width = tablesOf(code, kind).counters.length;
  return asked.map((_, index) =>
    pack(
      rowOf.get(index + 1),
      (partsOf.get(index + 1) ?? []).map(({ place: _place, ...part }) => part),
      width,
    ),
  );
}

function pack(row: GamesRow | undefined, before: readonly PartBefore[], width: number): SeasonGames {
  const starts = row?.starts ?? [];
  const totals = new Int32Array(starts.length * width);
  for (let position = 0; position < width; position++) {
    const column = row?.[`t${position}`] as Vector | undefined;
    for (let game = 0; game < starts.length; game++) totals[game * width + position] = column?.[game] ?? 0;
  }
  return {
    starts: Float64Array.from(starts),
    ends: Float64Array.from(starts, (_, game) => row?.ends[game] ?? Number.NaN),
    orders: Int32Array.from(starts, (_, game) => row?.orders[game] ?? 0),
    counted: Uint8Array.from(starts, (_, game) => row?.counted[game] ?? 0),
    totals,
    parts: before,
  };
}

function tablesOf(code: string, kind: Kind) {
  const league = leagueNamed(code);
  return entityTables(code, league.sport, kind);
}
