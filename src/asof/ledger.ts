/** The ledger, read: which basis is newest, which was known at an instant, what the ingests did. */
import type pg from 'pg';
import { LEDGER_LOCK } from '../store/ledger.ts';
import type { Db } from './query.ts';

/** The newest basis; 0 before the first ingest. */
export async function newestBasis(db: Db): Promise<number> {
  const { rows } = await db.query<{ basis: number }>(
    'select coalesce(max(ingest_id), 0) as basis from playclock.ingests',
  );
  return rows[0]?.basis ?? 0;
}

export interface Basis {
  readonly basis: number;
  /** When it was committed, epoch milliseconds. */
  readonly committedAt: number;
}

/**
 * The last basis committed by an instant, or null where nothing was known yet. Asked about an instant after the
 * newest commit, it first waits for whoever is committing now: that ingest may bear an earlier stamp, and the
 * same question must not be answered otherwise a moment later.
 */
export async function basisKnownAt(pool: pg.Pool, instant: number): Promise<Basis | null> {
  const newest = await lastCommit(pool, Number.MAX_SAFE_INTEGER / 1000);
  if (newest !== null && instant < newest.committedAt) return lastCommit(pool, instant);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
    const found = await lastCommit(client, instant);
    await client.query('commit');
    return found;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

async function lastCommit(db: Db, instant: number): Promise<Basis | null> {
  const { rows } = await db.query<Basis>(
    `select ingest_id as basis, committed_at as "committedAt" from playclock.ingests
     where committed_at <= $1 order by committed_at desc, ingest_id desc limit 1`,
    [new Date(instant)],
  );
  return rows[0] ?? null;
}

/** That ingest, or null. */
export async function findBasis(db: Db, basis: number): Promise<Basis | null> {
  const { rows } = await db.query<Basis>(
    `select ingest_id as basis, committed_at as "committedAt" from playclock.ingests where ingest_id = $1`,
    [basis],
  );
  return rows[0] ?? null;
}

export interface IngestRow {
  readonly ingest_id: number;
  readonly league: string | null;
  readonly source: string;
  readonly format: string | null;
  readonly game_id: string | null;
  readonly outcome: string;
  readonly place: string | null;
  readonly reason: string | null;
  readonly plays: number;
  readonly rows_written: number;
  readonly discrepancies: number;
  readonly started_at: number;
  readonly committed_at: number;
  readonly duration_ms: number;
  readonly files: readonly { readonly source: string; readonly sha256: string; readonly bytes: number }[];
}

/** Ingests, newest first, below an id; of one outcome, or of one game, if wanted. */
export async function listIngests(
  db: Db,
  options: {
    readonly before: number | null;
    readonly outcome: string | null;
    readonly gameId: string | null;
    readonly limit: number;
  },
): Promise<IngestRow[]> {
  const { rows } = await db.query<IngestRow>(
    `select i.ingest_id, i.league, i.source, i.format, i.game_id, i.outcome, i.place, i.reason, i.plays,
       i.rows_written, i.discrepancies, i.started_at, i.committed_at, i.duration_ms, f.files
     from playclock.ingests i
     left join lateral (
       select coalesce(jsonb_agg(jsonb_build_object('source', source, 'sha256', sha256, 'bytes', bytes)
                       order by source), '[]') as files
       from playclock.ingest_files where ingest_id = i.ingest_id
     ) f on true
     where ($1::int is null or i.ingest_id < $1) and ($2::playclock.outcome is null or i.outcome = $2)
       and ($4::text is null or i.game_id = $4)
     order by i.ingest_id desc limit $3`,
    [options.before, options.outcome, options.limit, options.gameId],
  );
  return rows;
}
