/** Writing running rows as runs, so that those of an entity never overlap. */
import type pg from 'pg';
import type { Sport } from '../sports/sport.ts';
import { shapeOf } from './run-shape.ts';
import { countRows, divide, identityOf, type LineRun, openRuns } from './runs.ts';
import { differenceOfRuns, readRuns, type StoredRun } from './stored-runs.ts';
import type { EntityTables } from './tables.ts';
import { closeNamed } from './versioned.ts';

/** Open whole lines where none were. Returns how many running rows. */
export async function openLines(
  client: pg.ClientBase,
  { cumulative }: EntityTables,
  sport: Sport,
  lines: readonly LineRun[],
  basis: number,
): Promise<number> {
  const shape = shapeOf(sport);
  const runs = lines.flatMap((line) => divide(line, shape));
  await openRuns(client, cumulative, shape, runs, basis);
  return countRows(runs);
}

export interface ReplacedLines {
  readonly closed: readonly StoredRun[];
  /** Undivided. */
  readonly opened: readonly LineRun[];
}

/**
 * Make the given lines the open ones in place of those stored.
 *
 * @param stored all open runs of the game, by entity.
 */
export async function replaceLines(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  lines: readonly LineRun[],
  stored: ReadonlyMap<number, readonly StoredRun[]>,
  basis: number,
): Promise<ReplacedLines> {
  const given = new Set(lines.map(({ key }) => key));
  const gone = [...stored].flatMap(([key, runs]) => (given.has(key) ? [] : runs));
  const changes = lines.map((line) => differenceOfRuns(stored.get(line.key) ?? [], line));
  const closed = [...gone, ...changes.flatMap((change) => change.closed)];
  const opened = changes.flatMap((change) => (change.opened === null ? [] : [change.opened]));
  await closeNamed(client, tables.cumulative, closed.map(identityOf), basis);
  await openLines(client, tables, sport, opened, basis);
  return { closed, opened };
}

/** A stretch of an entity's line, both ends in it. */
export interface Stretch {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** Where lines lie that were opened. */
export function stretches(lines: readonly LineRun[]): Stretch[] {
  return lines.flatMap(({ key, rows }) => {
    const [first, last] = [rows[0], rows.at(-1)];
    return first === undefined || last === undefined ? [] : [{ key, from: first.at, to: last.at }];
  });
}

/**
 * Where rows of two games of an entity lie among one another (a suspended game, season totals that become certain during
 * a game), divide the runs, so that a reader finds every row by the first row of its run.
 *
 * @param opened where rows have been.
 */
export async function keepApart(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  opened: readonly Stretch[],
  basis: number,
): Promise<{ opened: number; closed: number }> {
  const tally = { opened: 0, closed: 0 };
  for (const { key, from, to } of await findEntangled(client, tables, opened)) {
    const runs = await readRuns(
      client,
      tables,
      sport,
      `x.${tables.key} = $1 and x.wall_clock_time between $2 and $3`,
      [key, from, to],
    );
    if (runs.every((run, place) => place === 0 || follows(runs[place - 1], run))) continue;
    const apart = disentangle(runs);
    const known = runs.filter((run) => run.basis < basis);
    const fresh = runs.filter((run) => run.basis === basis);
    await closeNamed(client, tables.cumulative, known.map(identityOf), basis);
    for (const run of fresh) {
      await client.query(
        `delete from ${tables.cumulative.table} where ${tables.key} = $1 and wall_clock_time = $2 and order_key = $3
           and basis_to is null`,
        identityOf(run),
      );
    }
    tally.opened += (await openLines(client, tables, sport, apart, basis)) - countRows(fresh);
    tally.closed += countRows(known);
  }
  return tally;
}

function follows(before: LineRun | undefined, after: LineRun): boolean {
  const [last, first] = [before?.rows.at(-1), after.rows[0]];
  if (last === undefined || first === undefined) return true;
  return first.at > last.at || (first.at === last.at && first.orderKey > last.orderKey);
}

/** Rows of several games in the order of plays, a line for each stretch of one game. */
function disentangle(runs: readonly StoredRun[]): LineRun[] {
  const rows = runs
    .flatMap(({ rows: each, ...run }) => each.map((row) => ({ run, row })))
    .sort((a, b) => a.row.at - b.row.at || a.row.orderKey - b.row.orderKey);
  const lines: (Omit<LineRun, 'rows'> & { readonly rows: LineRun['rows'][number][] })[] = [];
  for (const { run, row } of rows) {
    const line = lines.at(-1);
    if (line !== undefined && line.gameKey === run.gameKey && line.seasonOrder === run.seasonOrder) {
      line.rows.push(row);
    } else {
      lines.push({ key: run.key, gameKey: run.gameKey, seasonOrder: run.seasonOrder, rows: [row] });
    }
  }
  return lines;
}

/** Of the stretches those in which a run begins before, or when, another has ended, from the first run that does on. */
async function findEntangled(
  client: pg.ClientBase,
  { key, cumulative }: EntityTables,
  opened: readonly Stretch[],
): Promise<{ key: number; from: Date; to: Date }[]> {
  if (opened.length === 0) return [];
  const run = `select x.wall_clock_time as first, x.order_key,
      x.wall_clock_time + x.instants[cardinality(x.instants)] * interval '1 millisecond' as last
    from ${cumulative.table} x where x.${key} = k.key and x.basis_to is null`;
  const { rows } = await client.query<{ key: number; from: number; to: number }>(
    `select k.key, min(e.first) as from, max(e.next) as to
     from unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) k (key, since, until), lateral (
       select r.first, lead(r.first) over line as next, max(r.last) over line as reached from (
         (${run} and x.wall_clock_time < k.since order by x.wall_clock_time desc, x.order_key desc limit 1)
         union all
         (${run} and x.wall_clock_time between k.since and k.until)
       ) r window line as (order by r.first, r.order_key rows unbounded preceding)
     ) e
     where e.reached >= e.next group by k.key`,
    [
      opened.map((stretch) => stretch.key),
      opened.map(({ from }) => new Date(from)),
      opened.map(({ to }) => new Date(to)),
    ],
  );
  return rows.map((row) => ({ key: row.key, from: new Date(row.from), to: new Date(row.to) }));
}
