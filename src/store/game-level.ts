/** Writing an entity's lines of one game: the running rows, the final line, and what came before the game. */
import type pg from 'pg';
import type { FoldedPlay } from '../fold/fold.ts';
import type { Row } from '../fold/running.ts';
import type { Side } from '../plays/play.ts';
import type { Sport } from '../sports/sport.ts';
import { add, beforeGames, same, type Vector, zeros } from './careers.ts';
import { type Cell, type CopyRow, instant, vector } from './copy.ts';
import { counterColumns, type EntityTables } from './tables.ts';
import { openRows, replaceRows, reviseRows } from './versioned.ts';

/** A player's or team's game, ready to be written. */
export interface EntityGame {
  readonly key: number;
  readonly side: Side;
  /** Further columns of the final line: a player's team, whether he started, his position. */
  readonly extra: readonly Cell[];
  readonly rows: readonly Row[];
  readonly final: Int32Array;
}

export interface GameFrame {
  readonly gameKey: number;
  readonly seasonOrder: number;
  readonly startedAt: number;
  /** Last play of a finished game; null while it goes on. */
  readonly endedAt: number | null;
  readonly plays: readonly FoldedPlay[];
}

export interface Written {
  readonly opened: number;
  readonly closed: number;
}

/** Write the lines of all entities of one kind. `stored` are those that have lines of this game already. */
export async function writeLines(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  stored: readonly number[],
  basis: number,
): Promise<Written> {
  const keys = [...new Set([...entities.map((entity) => entity.key), ...stored])];
  const before = await linesBefore(client, tables, sport, frame, keys);
  const none = zeros(sport.counters.length);
  const finals: CopyRow[] = entities.map((entity) => [
    entity.key,
    frame.gameKey,
    frame.seasonOrder,
    entity.side,
    ...entity.extra,
    instant(frame.startedAt),
    instant(frame.endedAt),
    ...entity.final,
    vector(before.get(entity.key) ?? none),
  ]);
  const running = entities.flatMap((entity) => runningRows(entity, frame));
  const known = stored.length === 0 ? null : await startKnown(client, tables, frame.gameKey);
  let written: Written;
  if (stored.length === 0) {
    const opened =
      (await openRows(client, { ...tables.cumulative, rows: running }, basis)) +
      (await openRows(client, { ...tables.game, rows: finals }, basis));
    written = { opened, closed: 0 };
  } else {
    const scope = `t.${tables.key} = any($2) and t.game_key = $3`;
    const parameters = [keys, frame.gameKey];
    const lines = await replaceRows(
      client,
      tables.cumulative,
      { ...tables.cumulative, rows: running },
      basis,
      scope,
      parameters,
    );
    const games = await replaceRows(
      client,
      tables.game,
      { ...tables.game, rows: finals },
      basis,
      scope,
      parameters,
    );
    written = { opened: lines.opened + games.opened, closed: lines.closed + games.closed };
  }
  const from = Math.min(frame.startedAt, known ?? frame.startedAt);
  const later = await carryLater(client, tables, sport, frame, from, keys, basis);
  return { opened: written.opened + later, closed: written.closed };
}

function runningRows(entity: EntityGame, frame: GameFrame): CopyRow[] {
  const sign = entity.side === 'home' ? 1 : -1;
  const rows = new Map<string, CopyRow>();
  for (const { position, values, active } of entity.rows) {
    const folded = frame.plays[position];
    if (folded === undefined) continue;
    const { stamp, orderKey } = folded.play;
    const exact = stamp.earliest === stamp.latest;
    // Plays that share instant and order key are one step to a reader: the last of them counts.
    rows.set(`${stamp.at} ${orderKey}`, [
      entity.key,
      instant(stamp.at),
      orderKey,
      frame.gameKey,
      frame.seasonOrder,
      active ? folded.elapsed : null,
      active ? sign * (folded.home - folded.away) : null,
      stamp.precision,
      exact ? null : instant(stamp.earliest),
      exact ? null : instant(stamp.latest),
      ...values,
    ]);
  }
  return [...rows.values()];
}

/** What each entity had in the season part before this game: its game before, with what came before that. */
async function linesBefore(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  keys: readonly number[],
): Promise<Map<number, Vector>> {
  const { rows } = await client.query<{ key: number; final: number[]; before: number[] }>(
    `select k.key, l.final, l.before from unnest($1::int[]) k (key), lateral (
       select array[${counterColumns(sport).map((name) => `g.${name}`)}]::int[] as final, g.season_before as before
       from ${tables.game.table} g
       where g.${tables.key} = k.key and g.season_order = $2 and g.started_at < $3 and g.game_key <> $4
         and g.basis_to is null
       order by g.started_at desc limit 1
     ) l`,
    [keys, frame.seasonOrder, new Date(frame.startedAt), frame.gameKey],
  );
  return new Map(rows.map((row) => [row.key, add(row.final, row.before)]));
}

/** When the game started as far as was known before this ingest. */
async function startKnown(
  client: pg.ClientBase,
  tables: EntityTables,
  gameKey: number,
): Promise<number | null> {
  const { rows } = await client.query<{ at: number | null }>(
    `select min(started_at) as at from ${tables.game.table} where game_key = $1 and basis_to is null`,
    [gameKey],
  );
  return rows[0]?.at ?? null;
}

/**
 * Games of the same season part that were loaded before this one but played after it. Where the game turns out
 * to have been played later than was known, `from` is its old start: those between have it no longer before them.
 */
async function carryLater(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  from: number,
  keys: readonly number[],
  basis: number,
): Promise<number> {
  const columns = counterColumns(sport);
  const moved = from < frame.startedAt;
  const { rows } = await client.query<{ key: number; game_key: number; final: number[]; before: number[] }>(
    `select ${tables.key} as key, game_key, array[${columns}]::int[] as final,
       season_before as before
     from ${tables.game.table}
     where ${tables.key} = any($1) and season_order = $2 and started_at >= $3 and game_key <> $4 and basis_to is null
     order by ${tables.key}, started_at`,
    [keys, frame.seasonOrder, new Date(from), moved ? 0 : frame.gameKey],
  );
  if (rows.length === 0) return 0;
  const through = await linesBefore(
    client,
    tables,
    sport,
    { ...frame, startedAt: moved ? from : from + 1, gameKey: 0 },
    keys,
  );
  const revised: CopyRow[] = [];
  for (const [key, games] of Map.groupBy(rows, (row) => row.key)) {
    const befores = beforeGames(
      through.get(key) ?? zeros(columns.length),
      games.map((game) => game.final),
    );
    games.forEach((game, position) => {
      const value = befores[position] ?? [];
      if (!same(value, game.before)) revised.push([key, game.game_key, vector(value)]);
    });
  }
  return reviseRows(
    client,
    tables.game,
    {
      table: tables.game.table,
      columns: [tables.key, 'game_key', 'season_before'],
      rows: revised,
    },
    basis,
  );
}
