import type pg from 'pg';
import { expect, test } from 'vitest';
import { ORDER_AT } from '../../src/asof/line-sql.ts';
import { lineCounter } from '../../src/asof/run-sql.ts';
import { CORRECTIONS } from '../../src/simulate/corrections.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { entityTables } from '../../src/store/tables.ts';
import { testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { openState } from '../setup/state.ts';

const [first, second] = simulateSeason({ seed: 77, season: '2021-22', teams: 2, gamesPerTeam: 2 });
if (first === undefined || second === undefined) throw new RangeError('a season without games');
const { sport } = leagueNamed('demo');
const tables = entityTables('demo', sport, 'player');

const startOf = (game: SimulatedGame) => Date.parse(game.playbyplay.game.actions[0]?.timeActual ?? '');

/** The second game as if the first had been suspended for it: its plays lie among those of the first. */
function among(game: SimulatedGame, minutes: number): SimulatedGame {
  const copy = structuredClone(game);
  const shift = startOf(first as SimulatedGame) + minutes * 60_000 + 37 - startOf(game);
  for (const action of copy.playbyplay.game.actions) {
    action.timeActual = new Date(Date.parse(action.timeActual) + shift).toISOString();
  }
  return copy;
}

/** Rows that the read as of their own instant does not find, and runs that a basis sees overlap. */
async function misplaced(pool: pg.Pool): Promise<{ lost: unknown[]; overlapping: unknown[] }> {
  const { rows: lost } = await pool.query(
    `select distinct on (v.player_key, v.wall_clock_time) v.player_key, v.wall_clock_time, v.order_key
     from ${tables.rows} v, lateral (
       select array[${tables.counters.map((name) => `w.${name}`)}]::int[] as line, w.game_key from ${tables.rows} w
       where w.basis_to is null and w.player_key = v.player_key and w.wall_clock_time = v.wall_clock_time
       order by w.order_key desc limit 1
     ) last
     where v.basis_to is null and not exists (
       select from demo.player_line(v.player_key, v.wall_clock_time, ${ORDER_AT}) l
       where array[${sport.counters.map((_, position) => lineCounter(sport, position, 'l'))}] = last.line
         and l.game_key = last.game_key)`,
  );
  const { rows: overlapping } = await pool.query(
    `select * from (
       select i.ingest_id, x.player_key, x.wall_clock_time,
         row(x.wall_clock_time + x.instants[cardinality(x.instants)] * interval '1 millisecond',
             x.order_keys[cardinality(x.instants)])
           >= row(lead(x.wall_clock_time) over line, lead(x.order_key) over line) as too_late
       from playclock.ingests i
       join ${tables.cumulative.table} x
         on x.basis_from <= i.ingest_id and (x.basis_to is null or x.basis_to > i.ingest_id)
       window line as (partition by i.ingest_id, x.player_key order by x.wall_clock_time, x.order_key)
     ) runs where too_late`,
  );
  return { lost, overlapping };
}

test('rows of games that lie among one another are all found, in whatever order the games came', async () => {
  const inside = among(second, 25);
  const states = [];
  for (const games of [
    [first, inside],
    [inside, first],
  ]) {
    const { pool } = await testDatabase();
    await loadGames(pool, games);
    expect(await misplaced(pool)).toEqual({ lost: [], overlapping: [] });
    const again = await loadGames(pool, games);
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    states.push((await openState(pool, 'demo')).cumulative_rows);

    // A correction opens runs of the first game anew: they must go around the other's as well.
    await loadGames(pool, [reviseGame(first, 1, CORRECTIONS[0]).game]);
    expect(await misplaced(pool)).toEqual({ lost: [], overlapping: [] });
    // Moved away again, and in between once more.
    await loadGames(pool, [second, inside]);
    expect(await misplaced(pool)).toEqual({ lost: [], overlapping: [] });
  }
  expect(states[0]).toEqual(states[1]);
});
