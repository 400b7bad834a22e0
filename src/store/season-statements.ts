/** Official season totals: statements with the interval in which they became true. */
import type pg from 'pg';
import type { SeasonTotal } from '../feeds/feed.ts';
import type { Sport } from '../sports/sport.ts';
import { same, type Vector } from './careers.ts';
import { instant, vector } from './copy.ts';
import { keepApart, openLines, stretches } from './running-lines.ts';
import type { LineRun } from './runs.ts';
import { openParts, recarry } from './season-level.ts';
import type { EntityTables } from './tables.ts';
import { reviseRows } from './versioned.ts';

/** An official statement about a season part, with the interval in which it became true. */
export interface Statement {
  readonly key: number;
  readonly seasonOrder: number;
  readonly from: number;
  readonly at: number;
  readonly team: string;
  readonly counters: Vector;
}

/** Record official statements, then carry on. */
export async function stateSeasons(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  statements: readonly Statement[],
  basis: number,
): Promise<number> {
  const known = await client.query<{
    key: number;
    season_order: number;
    from: number | null;
    at: number | null;
    counters: Vector | null;
  }>(
    `select ${tables.key} as key, season_order, stated_from as from, stated_at as at, stated as counters
     from ${tables.season.table} where basis_to is null and ${tables.key} = any($1)`,
    [[...new Set(statements.map((statement) => statement.key))]],
  );
  const stored = new Map(known.rows.map((row) => [`${row.key} ${row.season_order}`, row]));
  const idOf = (statement: Statement) => `${statement.key} ${statement.seasonOrder}`;
  const changed = statements.filter((statement) => {
    const before = stored.get(idOf(statement));
    const isSame =
      before !== undefined && before.counters !== null && same(statement.counters, before.counters);
    return !isSame || before?.from !== statement.from || before.at !== statement.at;
  });
  let written = await openParts(
    client,
    tables,
    sport,
    changed.filter((statement) => !stored.has(idOf(statement))),
    false,
    basis,
  );
  const revised = await reviseRows(
    client,
    tables.season,
    {
      table: tables.season.table,
      columns: [tables.key, 'season_order', 'is_stated', 'stated_from', 'stated_at', 'stated_team', 'stated'],
      rows: changed.map((statement) => [
        statement.key,
        statement.seasonOrder,
        true,
        instant(statement.from),
        instant(statement.at),
        statement.team,
        vector(statement.counters),
      ]),
    },
    basis,
  );
  written += revised.opened + (await markStatements(client, tables, sport, changed, basis));
  return written + (await recarry(client, tables, sport, [...new Set(changed.map(({ key }) => key))], basis));
}

/** The totals file's rows as statements, counters in the sport's order. */
export function toStatement(
  total: SeasonTotal,
  key: number,
  seasonOrder: number,
  sport: Sport,
  from: number,
  at: number,
): Statement {
  const counters = sport.counters.map((counter) => {
    const value = total.counters[counter.name];
    return value === undefined || value === null ? null : value * (counter.perUnit ?? 1);
  });
  return { key, seasonOrder, from, at, team: total.team, counters };
}

/** At the instant a statement is certain, the running line gets a row, so that the last-row seek finds it. */
async function markStatements(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  statements: readonly Statement[],
  basis: number,
): Promise<number> {
  if (statements.length === 0) return 0;
  const closed = await client.query(
    `update ${tables.cumulative.table} c set basis_to = $1
     from unnest($2::int[], $3::int[]) s (key, season_order)
     where c.${tables.key} = s.key and c.season_order = s.season_order and c.game_key is null and c.basis_to is null`,
    [basis, statements.map(({ key }) => key), statements.map(({ seasonOrder }) => seasonOrder)],
  );
  const counters = sport.counters.map(() => 0);
  const lines = statements.map(({ key, seasonOrder, from, at }): LineRun => {
    const certain = { at, orderKey: 0, precision: 'season', earliest: from, latest: at } as const;
    return { key, gameKey: null, seasonOrder, rows: [{ ...certain, elapsed: null, margin: null, counters }] };
  });
  const opened = await openLines(client, tables, sport, lines, basis);
  const apart = await keepApart(client, tables, sport, stretches(lines), basis);
  return (closed.rowCount ?? 0) + opened + apart.opened + apart.closed;
}
