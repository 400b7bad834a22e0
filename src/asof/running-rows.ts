/** The running rows of an entity within its games: the one reader of the play level besides the as-of seek. */

import type { Kind } from '../plays/kind.ts';
import type { Precision } from '../plays/play.ts';
import { leagueNamed } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { shapeOf } from '../store/run-shape.ts';
import { type RunRecord, rowsOf, runColumns } from '../store/stored-runs.ts';
import { entityTables } from '../store/tables.ts';
import type { EntityGame } from './entity-games.ts';
import type { Subject } from './interval-end.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface RunningRow {
  readonly game_key: number;
  readonly at: number;
  readonly order: number;
  readonly precision: Precision;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly line: Vector;
  /** The game's clock and the side's margin at the row; null unless the line is active. */
  readonly elapsed: number | null;
  readonly margin: number | null;
}

const statement = cached((code: string, kind: Kind, visibility: Visibility) => {
  const league = leagueNamed(code);
  const tables = entityTables(code, league.sport, kind);
  return seenRows(
    runColumns(tables.key, 'x'),
    tables.cumulative.table,
    `x.${tables.key} = $1 and x.wall_clock_time between $2 and $3 and x.game_key = any($4::int[])`,
    visibility,
    '$5::int',
  );
});

/** All rows of an entity in some of its games. */
export async function readRunningRows(
  db: Db,
  { league, kind, key }: Subject,
  games: readonly EntityGame[],
  basis: number | null,
): Promise<RunningRow[]> {
  const values: unknown[] = [
    key,
    new Date(Math.min(...games.map((game) => game.started_at))),
    games.some((game) => game.ended_at === null)
      ? 'infinity'
      : new Date(Math.max(...games.map((game) => game.ended_at ?? 0))),
    games.map((game) => game.game_key),
  ];
  const { rows } = await db.query<RunRecord>({
    ...statement(league.code, kind, visibilityOf({ basis })),
    values: basis === null ? values : [...values, basis],
  });
  const shape = shapeOf(league.sport);
  return rows.flatMap((run) =>
    rowsOf(run, shape).map(({ orderKey: order, counters, ...row }) => ({
      ...row,
      order,
      game_key: run.game_key ?? 0,
      line: Array.from(counters),
    })),
  );
}
