import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { toStatsV2Csv, toStatsV2ScheduleRow } from '../../src/simulate/stats-v2.ts';
import { type TestDatabase, testDatabase } from '../setup/database.ts';
import { folderOf, gameFiles, scheduleCsv } from '../setup/files.ts';
import { leagueContents, ledger, loadAll, loadGames } from '../setup/loading.ts';
import { openState } from '../setup/state.ts';
import { small } from '../simulate/games.ts';
import { knowledgeAt } from './versions-at.ts';

const games = [...simulateSeason(small(61))];
const [first, second] = games;
if (first === undefined || second === undefined) throw new RangeError('a season without games');

/** The last table that a game's ingest writes: whatever goes wrong there goes wrong after all else. */
const LAST = 'demo.team_season_totals';
/** Any number but the ledger's. */
const GATE = 4_242;
const LEDGER_LOCK = 7_031_961;

async function onLastWrite(pool: pg.Pool, body: string): Promise<void> {
  await pool.query(
    `create function public.meddle() returns trigger language plpgsql as $$ begin ${body} end $$`,
  );
  await pool.query(
    `create trigger meddle before insert on ${LAST} for each row execute function public.meddle()`,
  );
}

/** Wait until so many sessions wait for that advisory lock. */
async function waiting(pool: pg.Pool, lock: number, sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
       where locktype = 'advisory' and objid = $1 and not granted and datname = current_database()`,
      [lock],
    );
    if ((rows[0]?.n ?? 0) >= sessions) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Hold an advisory lock while `work` runs. */
async function holding({ pool }: TestDatabase, lock: number, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await work();
    await client.query('select pg_advisory_unlock($1)', [lock]);
  } finally {
    client.release();
  }
}

describe('one ingest is one transaction', () => {
  test('a fault of the database in the last write leaves nothing, not even a row in the ledger', async () => {
    const { pool } = await testDatabase();
    await loadGames(pool, [first]);
    const [contents, entries] = [await leagueContents(pool), await ledger(pool)];
    await onLastWrite(pool, `raise exception 'disk on fire';`);
    await expect(loadGames(pool, games.slice(2))).rejects.toThrow('disk on fire');
    expect(await leagueContents(pool)).toEqual(contents);
    expect(await ledger(pool)).toEqual(entries);
  });

  test('a value the database refuses in the last write leaves a rejected row and nothing else', async () => {
    const { pool } = await testDatabase();
    const contents = await leagueContents(pool);
    await onLastWrite(pool, `raise check_violation using message = 'too much';`);
    const reports = await loadGames(pool, [first]);
    expect(reports).toEqual([
      expect.objectContaining({ outcome: 'rejected', reason: 'the database refuses it: too much' }),
    ]);
    expect(await leagueContents(pool)).toEqual(contents);
    expect((await ledger(pool)).map(({ basis, outcome }) => [basis, outcome])).toEqual([[1, 'rejected']]);
  });

  test('a reader sees none of it until it sees all of it', async () => {
    const database = await testDatabase();
    const { pool } = database;
    await onLastWrite(pool, `perform pg_advisory_xact_lock_shared(${GATE}); return new;`);
    const [contents, entries] = [await leagueContents(pool), await ledger(pool)];
    let loaded: Promise<unknown> = Promise.resolve();
    await holding(database, GATE, async () => {
      loaded = loadGames(pool, [first]);
      await waiting(pool, GATE, 1);
      expect(await leagueContents(pool)).toEqual(contents);
      expect(await ledger(pool)).toEqual(entries);
    });
    await loaded;
    expect(await leagueContents(pool)).not.toEqual(contents);
    expect((await ledger(pool)).map(({ outcome }) => outcome)).toEqual(['loaded']);
    const { rows } = await pool.query('select count(*)::int as n from demo.play_by_play');
    expect(rows[0]?.n).toBe(first.playbyplay.game.actions.length);
  });
});

describe('two loaders at once', () => {
  test('share a dense ledger in commit order, and what a basis shows never changes', async () => {
    const { pool } = await testDatabase();
    let over = false;
    const seen: { basis: number; entries: number; knowledge: Record<string, string> }[] = [];
    const watch = async () => {
      while (!over) {
        const { rows } = await pool.query<{ basis: number; entries: number }>(
          'select coalesce(max(ingest_id), 0) as basis, count(*)::int as entries from playclock.ingests',
        );
        const { basis = 0, entries = 0 } = rows[0] ?? {};
        seen.push({ basis, entries, knowledge: await knowledgeAt(pool, 'demo', basis) });
      }
    };
    const watching = watch();
    const broken = folderOf({ 'a.json': '{', 'b.json': '{"x": 1}' });
    const all = await Promise.all([
      loadGames(pool, games.slice(0, 2)),
      loadGames(pool, games.slice(2)),
      loadAll(pool, broken),
    ]);
    over = true;
    await watching;
    const bases = all.flat().map(({ basis }) => basis);
    expect(bases.toSorted((a, b) => a - b)).toEqual(bases.map((_, index) => index + 1));
    expect(seen.length).toBeGreaterThan(2);
    for (const { basis, entries, knowledge } of seen) {
      expect(entries).toBe(basis);
      expect(await knowledgeAt(pool, 'demo', basis)).toEqual(knowledge);
    }
    const { rows } = await pool.query(
      `select ingest_id, lag(committed_at) over (order by ingest_id) < committed_at as later
       from playclock.ingests order by ingest_id offset 1`,
    );
    expect(rows.map(({ later }) => later)).toEqual(rows.map(() => true));

    const { pool: other } = await testDatabase();
    await loadGames(other, games);
    expect(await openState(pool, 'demo')).toEqual(await openState(other, 'demo'));
  });

  test('with the same game write it once', async () => {
    const database = await testDatabase();
    const { pool } = database;
    let loads: Promise<{ outcome: string }[][]> = Promise.resolve([]);
    await holding(database, LEDGER_LOCK, async () => {
      loads = Promise.all([loadGames(pool, [first]), loadGames(pool, [first])]);
      // Both have found the game unknown and want to write it.
      await waiting(pool, LEDGER_LOCK, 2);
    });
    const outcomes = (await loads).flat().map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['loaded', 'unchanged']);
    const { pool: other } = await testDatabase();
    await loadGames(other, [first]);
    expect(await leagueContents(pool)).toEqual(await leagueContents(other));
  });

  test('with two feeds of a game let the better clock answer, though it commits first', async () => {
    const database = await testDatabase();
    const { pool } = database;
    await loadAll(
      pool,
      folderOf({ 'schedule.csv': scheduleCsv(toStatsV2ScheduleRow(first.facts.scheduled)) }),
    );
    const [live, minutes] = [folderOf(gameFiles(first)), folderOf({ 'plays.csv': toStatsV2Csv(first) })];
    let loads: Promise<unknown> = Promise.resolve();
    await holding(database, LEDGER_LOCK, async () => {
      const one = loadAll(pool, live);
      await waiting(pool, LEDGER_LOCK, 1);
      const other = loadAll(pool, minutes);
      await waiting(pool, LEDGER_LOCK, 2);
      loads = Promise.all([one, other]);
    });
    await loads;
    const { rows } = await pool.query('select feed from demo.game_details where basis_to is null');
    expect(rows).toEqual([{ feed: 'nba_live' }]);
    expect((await ledger(pool)).map(({ outcome }) => outcome)).toEqual(['loaded', 'loaded', 'unchanged']);
  });
});

test('the clock of knowledge never steps back, even where the machine’s does', async () => {
  const { pool } = await testDatabase();
  await loadGames(pool, [first]);
  await pool.query(`update playclock.ingests set committed_at = committed_at + interval '1 hour'`);
  await loadGames(pool, [second]);
  const { rows } = await pool.query<{ ahead: number }>(
    `select round(extract(epoch from max(committed_at) - min(committed_at)) * 1000)::int as ahead from playclock.ingests`,
  );
  expect(rows).toEqual([{ ahead: 1 }]);
});
