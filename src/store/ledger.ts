/**
 * The ledger. An ingest takes its id under a lock that it holds until it commits, so ids follow commits:
 * whoever reads basis N sees everything up to N, and nothing can come in below it later.
 */
import type pg from 'pg';
import { together } from './together.ts';

/** Held by an ingest until it commits. Any number, the same in every process. */
export const LEDGER_LOCK = 7_031_961;

/** Each commit notifies this channel with its basis. Whoever hears it can read it: PostgreSQL sends at the commit. */
export const LEDGER_CHANNEL = 'playclock_ingests';

export interface LedgerFile {
  readonly source: string;
  readonly sha256: string;
  readonly format: string | null;
  readonly bytes: number;
}

export interface LedgerEntry {
  readonly league: string | null;
  readonly source: string;
  readonly format: string | null;
  readonly gameId: string | null;
  readonly outcome: 'loaded' | 'unchanged' | 'rejected';
  readonly place: string | null;
  readonly reason: string | null;
  readonly plays: number;
  readonly rowsWritten: number;
  readonly discrepancies: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly LedgerFile[];
}

/** A ledger row of a source of which nothing has become yet. */
export function blankEntry(source: string): LedgerEntry {
  return {
    league: null,
    source,
    format: null,
    gameId: null,
    outcome: 'unchanged',
    place: null,
    reason: null,
    plays: 0,
    rowsWritten: 0,
    discrepancies: 0,
    counts: {},
    files: [],
  };
}

/**
 * Run one ingest as one transaction: everything it writes appears at once, under one basis.
 * `work` gets the basis and returns the ledger's row. If it throws, nothing has happened.
 */
export async function ingest<T extends LedgerEntry>(
  pool: pg.Pool,
  startedAt: number,
  work: (client: pg.PoolClient, basis: number) => Promise<T>,
): Promise<T & { readonly basis: number; readonly durationMs: number }> {
  const client = await pool.connect();
  try {
    const basis = await takeBasis(client, startedAt);
    const entry = await work(client, basis);
    // Where the record fails, so does the transaction, and its end is a rollback.
    const [durationMs] = await together(
      client,
      () => record(client, basis, entry),
      () => client.query('commit'),
    );
    return { ...entry, basis, durationMs };
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** Begin. The row stands first, so that facts may refer to it; `record` fills it in. */
async function takeBasis(client: pg.PoolClient, startedAt: number): Promise<number> {
  const [, { rows }] = await together(
    client,
    () => client.query(`begin; select pg_advisory_xact_lock(${LEDGER_LOCK})`),
    () =>
      client.query<{ ingest_id: number }>({
        name: 'take basis',
        text: `insert into playclock.ingests (ingest_id, source, outcome, started_at, committed_at, duration_ms)
         select coalesce(max(ingest_id), 0) + 1, '', 'loaded', $1, clock_timestamp(), 0 from playclock.ingests
         returning ingest_id`,
        values: [new Date(startedAt)],
      }),
  );
  const basis = rows[0]?.ingest_id;
  if (basis === undefined) throw new RangeError('the ledger gave no id');
  return basis;
}

async function record(client: pg.PoolClient, basis: number, entry: LedgerEntry): Promise<number> {
  const files = [...new Map(entry.files.map((file) => [file.source, file])).values()];
  const { rows } = await client.query<{ duration_ms: number }>({
    name: 'record ingest',
    text: `with recorded as (
       update playclock.ingests set league = $2, source = $3, format = $4, game_id = $5, outcome = $6, place = $7,
         reason = $8, plays = $9, rows_written = $10, discrepancies = $11, counts = $12,
         -- The knowledge clock never steps back, even where the machine's does.
         committed_at = greatest(clock_timestamp(), (
           select max(committed_at) + interval '1 millisecond' from playclock.ingests where ingest_id = $1 - 1)),
         duration_ms = greatest(0, extract(epoch from clock_timestamp() - started_at) * 1000)
       where ingest_id = $1 returning duration_ms
     ), filed as (
       insert into playclock.ingest_files (ingest_id, source, sha256, format, bytes)
       select $1, * from unnest($13::text[], $14::text[], $15::text[], $16::bigint[])
     )
     select duration_ms, pg_notify($17, $1::text) from recorded`,
    values: [
      basis,
      entry.league,
      entry.source,
      entry.format,
      entry.gameId,
      entry.outcome,
      entry.place,
      entry.reason,
      entry.plays,
      entry.rowsWritten,
      entry.discrepancies,
      JSON.stringify(entry.counts),
      files.map((file) => file.source),
      files.map((file) => file.sha256),
      files.map((file) => file.format),
      files.map((file) => file.bytes),
      LEDGER_CHANNEL,
    ],
  });
  return rows[0]?.duration_ms ?? 0;
}

/** Which of these contents any ingest has ever met. */
export async function contentsMet(pool: pg.Pool, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ sha256: string }>(
    'select distinct sha256 from playclock.ingest_files where sha256 = any($1)',
    [hashes],
  );
  return new Set(rows.map((row) => row.sha256));
}

/** Contents that are to be loaded together. */
export interface Contents {
  readonly hashes: readonly string[];
  /** Formats whose contents stand against these, where they are of no game. */
  readonly formats: readonly string[];
  /** What the same call loads after them, of the same game or in those formats. */
  readonly later: readonly string[];
}

/**
 * The ingest that loaded all these contents together, or null where loading them again may change something: older
 * contents that are put back answer again. It changes nothing where nothing was loaded over them, of their game or in
 * their formats, or where what was is about to be loaded over them once more.
 */
export async function loadedBefore(
  pool: pg.Pool,
  { hashes, formats, later }: Contents,
): Promise<number | null> {
  const { rows } = await pool.query<{ ingest_id: number }>({
    name: 'loaded before',
    text: `with known as (
       select i.ingest_id, i.league, i.game_id
       from playclock.ingest_files f join playclock.ingests i using (ingest_id)
       where f.sha256 = any($1) and i.outcome = 'loaded'
       group by i.ingest_id having count(distinct f.sha256) = $2
       order by i.ingest_id desc limit 1
     ), newest as (
       select case when k.game_id is null then (
           select max(i.ingest_id) from playclock.ingests i
           where i.league = k.league and i.game_id is null and i.outcome = 'loaded' and i.format = any($3))
         else (
           select max(i.ingest_id) from playclock.ingests i
           where i.league = k.league and i.game_id = k.game_id and i.outcome = 'loaded') end as ingest_id
       from known k
     )
     select k.ingest_id from known k cross join newest n
     where n.ingest_id = k.ingest_id or exists (
       select from playclock.ingest_files f where f.ingest_id = n.ingest_id and f.sha256 = any($4))`,
    values: [hashes, new Set(hashes).size, formats, later],
  });
  return rows[0]?.ingest_id ?? null;
}
