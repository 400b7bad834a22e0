/** Schema `playclock`: what all leagues share. The ledger of ingests is the clock of knowledge. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { CHANGES } from '../src/fold/contributions.ts';
import { DISCREPANCY_KINDS } from '../src/fold/reconcile.ts';
import { SEASON_TYPES } from '../src/plays/game.ts';
import { METHODS, PRECISIONS } from '../src/plays/play.ts';
import { OBJECT_STATES } from '../src/store/objects.ts';

export const playclock = pgSchema('playclock');

export const precision = playclock.enum('precision', [...PRECISIONS]);
export const method = playclock.enum('method', [...METHODS]);
export const seasonType = playclock.enum('season_type', [...SEASON_TYPES]);
export const discrepancyKind = playclock.enum('discrepancy_kind', [...DISCREPANCY_KINDS]);
export const change = playclock.enum('change', [...CHANGES]);
export const outcome = playclock.enum('outcome', ['loaded', 'unchanged', 'rejected']);
export const documentFormat = playclock.enum('document_format', ['json', 'zstd']);
export const floorSource = playclock.enum('floor_source', ['acted', 'box', 'carried']);

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** The refresh log. Ids are given in commit order under a lock, so an id names a state of knowledge: a basis. */
export const ingests = playclock.table(
  'ingests',
  {
    ingestId: integer('ingest_id').primaryKey(),
    league: text('league'),
    source: text('source').notNull(),
    format: text('format'),
    gameId: text('game_id'),
    outcome: outcome('outcome').notNull(),
    place: text('place'),
    reason: text('reason'),
    plays: integer('plays').notNull().default(0),
    rowsWritten: integer('rows_written').notNull().default(0),
    discrepancies: integer('discrepancies').notNull().default(0),
    counts: jsonb('counts').notNull().default({}),
    startedAt: instant('started_at').notNull(),
    committedAt: instant('committed_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (table) => [
    index('ingests_committed_at').on(table.committedAt, table.ingestId),
    index('ingests_game').on(table.league, table.gameId, table.ingestId),
    check('ingests_reason', sql`${table.outcome} = 'loaded' or ${table.reason} is not null`),
  ],
);

/** Files of an ingest: a game may come as play-by-play, box score and summary. */
export const ingestFiles = playclock.table(
  'ingest_files',
  {
    ingestId: integer('ingest_id')
      .notNull()
      .references(() => ingests.ingestId),
    source: text('source').notNull(),
    sha256: text('sha256').notNull(),
    format: text('format'),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ingestId, table.source] }),
    index('ingest_files_sha256').on(table.sha256),
  ],
);

/** What the database's routines were made from, so that a start with nothing new skips them. */
export const routines = playclock.table('routines', {
  schemaName: text('schema_name').primaryKey(),
  sha256: text('sha256').notNull(),
  installedAt: instant('installed_at').notNull(),
});

/** What became of a version of an object in a bucket. */
export const objectState = playclock.enum('object_state', [...OBJECT_STATES]);

/** Versions of bucket objects, each settled once, in the transaction of its ingest. */
export const objects = playclock.table(
  'objects',
  {
    bucket: text('bucket').notNull(),
    key: text('key').notNull(),
    version: text('version').notNull(),
    member: text('member').notNull().default(''),
    ingestId: integer('ingest_id')
      .notNull()
      .references(() => ingests.ingestId),
    state: objectState('state').notNull(),
    sequencer: text('sequencer'),
    modifiedAt: instant('modified_at'),
    league: text('league'),
    feed: text('feed'),
    role: text('role'),
    gameId: text('game_id'),
  },
  (table) => [
    primaryKey({ columns: [table.bucket, table.key, table.version, table.member] }),
    index('objects_game').on(table.league, table.gameId),
    index('objects_ingest').on(table.ingestId),
  ],
);

/** How far the ledger has been written down in a bucket. */
export const journals = playclock.table('journals', {
  bucket: text('bucket').primaryKey(),
  basis: integer('basis').notNull(),
});

/** Keys of the API. Of the secret only a hash is kept. */
export const apiKeys = playclock.table(
  'api_keys',
  {
    keyId: text('key_id').primaryKey(),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    secretSha256: text('secret_sha256').notNull(),
    perMinute: integer('per_minute').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [check('api_keys_per_minute', sql`${table.perMinute} > 0`)],
);
