/** The peer: the same rows in DuckDB, in its own file, and the same panel as an ASOF JOIN. */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { to as copyTo } from 'pg-copy-streams';
import type { League } from '../src/sports/leagues.ts';
import { counterColumns } from '../src/store/tables.ts';
import type { Progress } from './progress.ts';
import { withClient } from './server.ts';

/** The three levels of the players' lines, as the newest basis knows them, with all their counters. */
function exports({ code, sport }: League): Record<string, string> {
  const counters = counterColumns(sport);
  const elements = (column: string) =>
    counters.map((counter, position) => `${column}[${position + 1}] as ${counter}`).join(', ');
  return {
    players: `select player_key, player_id from ${code}.players`,
    // Of rows of one instant the last counts, and ASOF JOIN knows no second key.
    lines: `select distinct on (player_key, wall_clock_time) player_key, wall_clock_time as happened_at, game_key, season_order,
      ${counters.join(', ')} from ${code}.cumulative_rows where basis_to is null
      order by player_key, wall_clock_time, order_key desc`,
    games: `select player_key, game_key, ${elements('season_before')} from ${code}.player_stats where basis_to is null`,
    parts: `select player_key, season_order, ${elements('career_before')} from ${code}.player_season_totals
      where basis_to is null`,
  };
}

export interface Peer {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** DuckDB over a file that holds a database's rows; made when it is not there. */
export async function openPeer(
  url: string,
  league: League,
  folder: string,
  progress: Progress,
): Promise<Peer> {
  const file = join(folder, `${new URL(url).pathname.slice(1)}.duckdb`);
  if (!existsSync(file)) await make(url, league, folder, file, progress);
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function make(
  url: string,
  league: League,
  folder: string,
  file: string,
  progress: Progress,
): Promise<void> {
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const instance = await DuckDBInstance.create(partial);
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  const tables = Object.entries(exports(league));
  for (const [done, [table, select]] of tables.entries()) {
    progress('export to DuckDB', done, tables.length);
    const csv = join(folder, `${table}.csv`);
    await withClient(url, async (client) => {
      await client.query("set timezone = 'UTC'");
      await pipeline(
        client.query(copyTo(`copy (${select}) to stdout (format csv, header)`)),
        createWriteStream(csv),
      );
    });
    const id = table === 'players' ? ", types = {'player_id': 'VARCHAR'}" : '';
    await connection.run(`create table ${table} as from read_csv('${csv}'${id})`);
    rmSync(csv);
  }
  progress('export to DuckDB', tables.length, tables.length);
  connection.closeSync();
  instance.closeSync();
  renameSync(partial, file);
}

/** Career counters of a panel's rows, from CSV to CSV, in the order asked. */
export async function joinAsOf(
  connection: DuckDBConnection,
  rows: string,
  answer: string,
  counters: readonly string[],
): Promise<void> {
  const sums = counters.map(
    (counter) => `coalesce(l.${counter} + coalesce(g.${counter}, 0) + s.${counter}, 0) as ${counter}`,
  );
  await connection.run(
    `copy (
       select q.player_id, q.as_of, ${sums.join(', ')}, l.happened_at as last_play_time
       from (
         select r.*, p.player_key from (
           select row_number() over () as place, *
           from read_csv('${rows}', header = true, columns = {'player_id': 'VARCHAR', 'as_of': 'TIMESTAMPTZ'})
         ) r join players p using (player_id)
       ) q
       asof left join lines l on l.player_key = q.player_key and l.happened_at <= q.as_of
       left join games g on g.player_key = l.player_key and g.game_key = l.game_key
       left join parts s on s.player_key = l.player_key and s.season_order = l.season_order
       order by q.place
     ) to '${answer}' (format csv, header)`,
  );
}

/** One player's career counters at an instant, as a prepared statement. */
export async function prepareAsOf(
  connection: DuckDBConnection,
  counters: readonly string[],
): Promise<(key: number, at: string) => Promise<unknown>> {
  const sums = counters.map(
    (counter) => `l.${counter} + coalesce(g.${counter}, 0) + s.${counter} as ${counter}`,
  );
  const statement = await connection.prepare(
    `select ${sums.join(', ')}, l.happened_at from (
       select * from lines where player_key = $1 and happened_at <= $2::timestamptz order by happened_at desc limit 1
     ) l
     left join games g on g.player_key = l.player_key and g.game_key = l.game_key
     left join parts s on s.player_key = l.player_key and s.season_order = l.season_order`,
  );
  return async (key, at) => {
    statement.bindInteger(1, key);
    statement.bindVarchar(2, at);
    return (await statement.runAndReadAll()).getRows();
  };
}
