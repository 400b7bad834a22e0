/** Writing an entity's lines of one game: the running rows, the final line, and what came before the game. */
import type pg from 'pg';
import type { Sport } from '../sports/sport.ts';
import { add, beforeGames, same, type Vector, zeros } from './careers.ts';
import { type CopyRow, vector } from './copy.ts';
import type { EntityGame, GameFrame } from './entity-game.ts';
import { cellRows, type TellRows } from './row-sink.ts';
import { keepApart, openLines, replaceLines, stretches } from './running-lines.ts';
import { countRows, type LineRun, type RunningRow } from './runs.ts';
import type { Standing } from './standings.ts';
import type { StoredLines, StoredVersion } from './stored-version.ts';
import { counterColumns, type EntityTables } from './tables.ts';
import { together } from './together.ts';
import { openTold, replaceRows, reviseRows } from './versioned.ts';

/** Rows written; of the play level running rows are counted, not the runs they lie in. */
export interface Written {
  readonly opened: number;
  readonly closed: number;
}

/** What became of the lines of one kind of entity. */
export interface WrittenLines extends Written {
  /** Whose totals are others than were stored: only theirs must be carried into later games and seasons. */
  readonly changed: readonly number[];
  /** Whose running rows were closed or opened up to the stored version's last play. */
  readonly touched: ReadonlySet<number>;
}

/**
 * Write the lines of all entities of one kind of a game that has none.
 *
 * @param standings of all of them.
 */
export async function openGame(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  standings: ReadonlyMap<number, Standing>,
  basis: number,
): Promise<WrittenLines> {
  const keys = entities.map(({ key }) => key);
  // Whoever has a later game in the season part: what came before this one lies further back.
  const overtaken = keys.filter((key) => standings.get(key)?.seasonBefore == null);
  const reached = new Set(keys.filter((key) => standings.get(key)?.reachedInto === true));
  const none = zeros(sport.counters.length);
  const [running, games] = await together(
    client,
    async () => {
      const lines = entities.map((entity) => runningLine(entity, frame, sport.counters.length));
      const opened = await openLines(client, tables, sport, lines, basis);
      const entangled = stretches(lines).filter(({ key }) => reached.has(key));
      const apart = await keepApart(client, tables, sport, entangled, basis);
      return { opened: opened + apart.opened, closed: apart.closed };
    },
    async () => {
      const before = await linesBefore(client, tables, sport, frame, overtaken);
      const finals = tellFinals(
        sport,
        frame,
        entities,
        (key) => standings.get(key)?.seasonBefore ?? before.get(key) ?? none,
      );
      const opened = await openTold(client, tables.game, finals, basis);
      const later = await carryLater(client, tables, sport, frame, frame.startedAt, overtaken, basis);
      return { opened: opened + later.opened, closed: later.closed };
    },
  );
  return {
    opened: running.opened + games.opened,
    closed: running.closed + games.closed,
    changed: keys,
    touched: new Set(keys),
  };
}

/**
 * Write the lines of all entities of one kind of a game that has some.
 *
 * @param before the game's stored version.
 */
export async function replaceGame(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  before: StoredVersion,
  basis: number,
): Promise<WrittenLines> {
  const stored = before.lines[tables.kind];
  const keys = [...new Set([...entities.map((entity) => entity.key), ...stored.finals.keys()])];
  const seasonBefore = await seasonsBefore(client, tables, sport, frame, entities, stored);
  const finals = cellRows(tellFinals(sport, frame, entities, seasonBefore));
  const lines = entities.map((entity) => runningLine(entity, frame, sport.counters.length));
  const running = await replaceLines(client, tables, sport, lines, stored.running, basis);
  const horizon = before.plays.at(-1)?.at ?? 0;
  const apart = await keepApart(client, tables, sport, stretches(running.opened), basis);
  const games = await replaceRows(client, tables.game, finals, stored.games, basis);
  const changed = changedKeys(frame, entities, stored, keys);
  const from = Math.min(frame.startedAt, ...[...stored.finals.values()].map(({ startedAt }) => startedAt));
  const later = await carryLater(client, tables, sport, frame, from, changed, basis);
  return {
    opened: countRows(running.opened) + apart.opened + games.opened.length + later.opened,
    closed: countRows(running.closed) + apart.closed + games.closed.length + later.closed,
    changed,
    touched: new Set([
      ...running.closed.map(({ key }) => key),
      ...running.opened.filter(({ rows }) => (rows[0]?.at ?? 0) <= horizon).map(({ key }) => key),
    ]),
  };
}

/** Final lines as rows of the game level, in the order of its columns. */
function tellFinals(
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  seasonBefore: (key: number) => Vector,
): TellRows {
  const wide = sport.counters.map((counter) => counter.wide === true);
  return (sink) => {
    for (const { key, side, player, final } of entities) {
      sink.begin();
      sink.integer(key);
      sink.integer(frame.gameKey);
      sink.integer(frame.seasonOrder);
      sink.text(side);
      if (player !== null) {
        sink.integer(player.teamKey);
        sink.boolean(player.starter);
        sink.text(player.position);
      }
      sink.instant(frame.startedAt);
      sink.instant(frame.endedAt);
      for (let position = 0; position < wide.length; position++) {
        const value = final[position] ?? 0;
        if (wide[position]) sink.integer(value);
        else sink.smallint(value);
      }
      sink.bigints(seasonBefore(key));
      sink.end();
    }
  };
}

/**
 * What each entity had in the season part before this game. Where the stored version stands at the same
 * instant it says so itself: every ingest keeps that right.
 */
async function seasonsBefore(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  entities: readonly EntityGame[],
  stored: StoredLines,
): Promise<(key: number) => Vector> {
  const known = new Map(
    [...stored.finals].flatMap(([key, final]) =>
      final.startedAt === frame.startedAt && final.seasonOrder === frame.seasonOrder
        ? [[key, final.before] as const]
        : [],
    ),
  );
  const unknown = entities.map(({ key }) => key).filter((key) => !known.has(key));
  const found = await linesBefore(client, tables, sport, frame, unknown);
  const none = zeros(sport.counters.length);
  return (key) => known.get(key) ?? found.get(key) ?? none;
}

/** Whose totals of the game are not what was stored; everybody's, where the game has another first instant. */
function changedKeys(
  frame: GameFrame,
  entities: readonly EntityGame[],
  stored: StoredLines,
  keys: readonly number[],
): number[] {
  const given = new Map(entities.map((entity) => [entity.key, Array.from(entity.final)]));
  return keys.filter((key) => {
    const [old, now] = [stored.finals.get(key), given.get(key)];
    return (
      old === undefined || now === undefined || old.startedAt !== frame.startedAt || !same(old.final, now)
    );
  });
}

/** The running rows of an entity's game. */
function runningLine({ key, side, rows }: EntityGame, frame: GameFrame, width: number): LineRun {
  const sign = side === 'home' ? 1 : -1;
  const line: RunningRow[] = [];
  for (let row = 0; row < rows.length; row++) {
    const folded = frame.plays[rows.positions[row] ?? -1];
    if (folded === undefined) continue;
    const { stamp, orderKey } = folded.play;
    const next = frame.plays[rows.positions[row + 1] ?? -1]?.play;
    // Plays that share instant and order key are one step to a reader: the last of them counts.
    if (next?.stamp.at === stamp.at && next.orderKey === orderKey) continue;
    const exact = stamp.earliest === stamp.latest;
    const active = rows.active[row] === 1;
    line.push({
      at: Math.trunc(stamp.at),
      orderKey,
      precision: stamp.precision,
      earliest: exact ? null : Math.trunc(stamp.earliest),
      latest: exact ? null : Math.trunc(stamp.latest),
      elapsed: active ? folded.elapsed : null,
      margin: active ? sign * (folded.home - folded.away) : null,
      counters: rows.values.subarray(row * width, (row + 1) * width),
    });
  }
  return { key, gameKey: frame.gameKey, seasonOrder: frame.seasonOrder, rows: line };
}

/** What each entity had in the season part before this game: its game before, with what came before that. */
async function linesBefore(
  client: pg.ClientBase,
  tables: EntityTables,
  sport: Sport,
  frame: GameFrame,
  keys: readonly number[],
): Promise<Map<number, Vector>> {
  if (keys.length === 0) return new Map();
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
): Promise<Written> {
  if (keys.length === 0) return { opened: 0, closed: 0 };
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
  if (rows.length === 0) return { opened: 0, closed: 0 };
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
