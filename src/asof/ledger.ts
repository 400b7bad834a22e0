/** The ledger, read: which basis is newest, which was known at an instant, what the ingests did. */
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

/** The last basis committed by an instant, or null where nothing was known yet. */
export async function basisKnownAt(db: Db, instant: number): Promise<Basis | null> {
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

/** Ingests, newest first, below an id; of one outcome if wanted. */
export async function listIngests(
  db: Db,
  options: { readonly before: number | null; readonly outcome: string | null; readonly limit: number },
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
     order by i.ingest_id desc limit $3`,
    [options.before, options.outcome, options.limit],
  );
  return rows;
}
