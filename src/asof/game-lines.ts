/** Every row of the running lines of a game, as stored: what a reader needs to work out any instant of it. */

import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { leagueNamed } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { shapeOf } from '../store/run-shape.ts';
import { type RunRecord, rowsOf, runColumns } from '../store/stored-runs.ts';
import { entityTables } from '../store/tables.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility, visible } from './seen.ts';

/** Somebody of the game, or one of its teams, in the order of the box. */
export interface LineHead {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly starter: boolean | null;
  readonly position: string | null;
}

/** A running row: the line after a play, and the game's clock and the side's margin at it while it accrues. */
export interface LineRow {
  readonly id: string;
  readonly wall_clock_time: number;
  readonly order_key: number;
  readonly line: Vector;
  readonly elapsed: number | null;
  readonly margin: number | null;
}

const heads = cached((code: string, kind: Kind, visibility: Visibility) => {
  const { tables } = tablesOf(code, kind);
  const seen = (alias: string) => visible(alias, visibility, '$2::int');
  const [name, own] =
    kind === 'player'
      ? ['d.name', 'g.starter, g.position']
      : [
          `coalesce(d.city || ' ' || d.name, d.name, d.tricode)`,
          'null::boolean as starter, null as position',
        ];
  return `select e.${kind}_id as id, ${name} as name, g.side, ${own}
    from ${tables.game.table} g
    join ${code}.${kind}s e on e.${tables.key} = g.${tables.key}
    left join lateral (
      select * from ${code}.${kind}_details x where x.${tables.key} = g.${tables.key} and ${seen('x')} limit 1
    ) d on true
    where g.game_key = $1 and ${seen('g')}
    order by g.side desc, ${kind === 'player' ? 'g.starter desc nulls last, ' : ''}d.name, e.${kind}_id`;
});

const runs = cached((code: string, kind: Kind, visibility: Visibility) => {
  const { tables } = tablesOf(code, kind);
  const ofGame = seenRows(
    'x.*',
    tables.cumulative.table,
    `x.${tables.key} = g.${tables.key} and x.game_key = $1 and x.wall_clock_time between $3 and $4`,
    visibility,
    '$2::int',
  );
  return `select e.${kind}_id as id, ${runColumns(tables.key, 'r')}
    from ${tables.game.table} g
    join ${code}.${kind}s e on e.${tables.key} = g.${tables.key}
    cross join lateral (${ofGame}) r
    where g.game_key = $1 and ${visible('g', visibility, '$2::int')}`;
});

function tablesOf(code: string, kind: Kind) {
  const league = leagueNamed(code);
  return { tables: entityTables(code, league.sport, kind), shape: shapeOf(league.sport) };
}

/** Everybody of a game, or both teams, as a basis knows them. */
export async function readLineHeads(
  db: Db,
  league: string,
  kind: Kind,
  gameKey: number,
  basis: number,
): Promise<LineHead[]> {
  const result = await db.query<LineHead>({
    ...heads(league, kind, visibilityOf({ basis })),
    values: [gameKey, basis],
  });
  return result.rows;
}

/** Their running rows in the order of plays. `from` and `to` are the instants of the game's first play and last. */
export async function readLineRows(
  db: Db,
  league: string,
  kind: Kind,
  game: { readonly key: number; readonly from: number; readonly to: number },
  basis: number,
): Promise<LineRow[]> {
  const { rows } = await db.query<RunRecord & { id: string }>({
    ...runs(league, kind, visibilityOf({ basis })),
    values: [game.key, basis, new Date(game.from), new Date(game.to)],
  });
  const { shape } = tablesOf(league, kind);
  return rows
    .flatMap((run) =>
      rowsOf(run, shape).map(({ at, orderKey, counters, elapsed, margin }) => ({
        id: run.id,
        wall_clock_time: at,
        order_key: orderKey,
        line: Array.from(counters),
        elapsed,
        margin,
      })),
    )
    .sort((a, b) => a.wall_clock_time - b.wall_clock_time || a.order_key - b.order_key);
}
