/** The ledger as it is written down elsewhere, and taken up again. */
import type pg from 'pg';
import { z } from 'zod';
import { OBJECT_STATES } from './objects.ts';

const instant = z.iso.datetime();

/** An ingest with its files and the objects it settled. Names are those of the tables. */
export const JournalEntrySchema = z.object({
  ingest_id: z.int(),
  league: z.string().nullable(),
  source: z.string(),
  format: z.string().nullable(),
  game_id: z.string().nullable(),
  outcome: z.enum(['loaded', 'unchanged', 'rejected']),
  place: z.string().nullable(),
  reason: z.string().nullable(),
  plays: z.int(),
  rows_written: z.int(),
  discrepancies: z.int(),
  counts: z.record(z.string(), z.number()),
  started_at: instant,
  committed_at: instant,
  duration_ms: z.int(),
  files: z.array(
    z.object({ source: z.string(), sha256: z.string(), format: z.string().nullable(), bytes: z.int() }),
  ),
  objects: z.array(
    z.object({
      bucket: z.string(),
      key: z.string(),
      version: z.string(),
      // Older entries know no members.
      member: z.string().default(''),
      state: z.enum(OBJECT_STATES),
      sequencer: z.string().nullable(),
      modified_at: instant.nullable(),
      league: z.string().nullable(),
      feed: z.string().nullable(),
      role: z.string().nullable(),
      game_id: z.string().nullable(),
    }),
  ),
});
export type JournalEntry = z.infer<typeof JournalEntrySchema>;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Ingests after a basis, oldest first. */
export async function journalEntries(pool: pg.Pool, after: number, limit: number): Promise<JournalEntry[]> {
  const { rows } = await pool.query<JournalEntry>(
    `select i.ingest_id, i.league, i.source, i.format, i.game_id, i.outcome, i.place, i.reason, i.plays,
       i.rows_written, i.discrepancies, i.counts, to_char(i.started_at, ${ISO}) as started_at,
       to_char(i.committed_at, ${ISO}) as committed_at, i.duration_ms, f.files, o.objects
     from playclock.ingests i
     cross join lateral (
       select coalesce(jsonb_agg(to_jsonb(f) - 'ingest_id' order by f.source), '[]') as files
       from playclock.ingest_files f where f.ingest_id = i.ingest_id) f
     cross join lateral (
       select coalesce(jsonb_agg(to_jsonb(o) - 'ingest_id' || jsonb_build_object('modified_at', to_char(o.modified_at, ${ISO}))
                       order by o.key, o.version, o.member), '[]') as objects
       from playclock.objects o where o.ingest_id = i.ingest_id) o
     where i.ingest_id > $1 order by i.ingest_id limit $2`,
    [after, limit],
  );
  return rows;
}

/** The last ingest written down in a bucket; 0 where there is none. */
export async function journaledTo(pool: pg.Pool, bucket: string): Promise<number> {
  const { rows } = await pool.query<{ basis: number }>(
    'select basis from playclock.journals where bucket = $1',
    [bucket],
  );
  return rows[0]?.basis ?? 0;
}

/** Remember how far a bucket's journal goes. */
export async function markJournaled(
  db: pg.Pool | pg.ClientBase,
  bucket: string,
  basis: number,
): Promise<void> {
  await db.query(
    `insert into playclock.journals (bucket, basis) values ($1, $2)
     on conflict (bucket) do update set basis = greatest(journals.basis, excluded.basis)`,
    [bucket, basis],
  );
}

/** Give an ingest the instants and numbers of the one it repeats. */
export async function restamp(db: pg.Pool, entry: JournalEntry): Promise<void> {
  await db.query(
    `update playclock.ingests set started_at = $2, committed_at = $3, duration_ms = $4 where ingest_id = $1`,
    [entry.ingest_id, entry.started_at, entry.committed_at, entry.duration_ms],
  );
}

/** The journal of a bucket cannot be followed. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}
