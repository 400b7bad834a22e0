/**
 * Versions of bucket objects and what became of each. A row is written in the transaction of its ingest, so
 * whatever is delivered again finds it, and whatever was lost in a crash does not.
 */
import type pg from 'pg';

/**
 * `settled`: its content counts. `waiting`: sound, but needs another file first. `superseded`: a later version
 * of its key was there before it. `rejected`: poison, put in quarantine. `missing`: deleted before it was read.
 */
export const OBJECT_STATES = ['settled', 'waiting', 'superseded', 'rejected', 'missing'] as const;
export type ObjectState = (typeof OBJECT_STATES)[number];

/** What an object says it is; null where that was never found out. */
export interface ObjectClaim {
  readonly league: string | null;
  readonly feed: string | null;
  readonly role: string | null;
  readonly gameId: string | null;
}

export interface ObjectRow extends ObjectClaim {
  readonly bucket: string;
  readonly key: string;
  /** The bucket's version id, or the entity tag in a bucket without versions. */
  readonly version: string;
  /** Which of the games of a bundle; empty for the object itself. */
  readonly member: string;
  /** Orders the versions of one key; null where a listing told of it. */
  readonly sequencer: string | null;
  /** When the bucket got it, epoch milliseconds; null where it was never read. */
  readonly modifiedAt: number | null;
  readonly state: ObjectState;
}

/** What tells what is settled apart. */
export type ObjectName = Pick<ObjectRow, 'bucket' | 'key' | 'version' | 'member'>;

const COLUMNS = `bucket, key, version, member, sequencer, modified_at as "modifiedAt", state, league, feed, role,
  game_id as "gameId"`;

/** A version's row, or null where it was never settled. */
export async function findObject(db: pg.Pool | pg.ClientBase, object: ObjectName): Promise<ObjectRow | null> {
  const { rows } = await db.query<ObjectRow>(
    `select ${COLUMNS} from playclock.objects 
     where bucket = $1 and key = $2 and version = $3 and member = $4`,
    [object.bucket, object.key, object.version, object.member],
  );
  return rows[0] ?? null;
}

/** What became of the members of a version, as far as they were looked at. */
export async function memberStates(
  db: pg.Pool | pg.ClientBase,
  object: ObjectName,
): Promise<Map<string, ObjectState>> {
  const { rows } = await db.query<{ member: string; state: ObjectState }>(
    `select member, state from playclock.objects
     where bucket = $1 and key = $2 and version = $3 and member <> ''`,
    [object.bucket, object.key, object.version],
  );
  return new Map(rows.map(({ member, state }) => [member, state]));
}

/** Write down what became of a version; one that waited may be settled later. */
export async function recordObject(client: pg.ClientBase, object: ObjectRow, basis: number): Promise<void> {
  await client.query(
    `insert into playclock.objects (bucket, key, version, ingest_id, state, sequencer, modified_at, league, feed, role, game_id,
       member)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (bucket, key, version, member) do update set ingest_id = excluded.ingest_id, state = excluded.state
       where objects.state = 'waiting'`,
    [
      object.bucket,
      object.key,
      object.version,
      basis,
      object.state,
      object.sequencer,
      object.modifiedAt === null ? null : new Date(object.modifiedAt),
      object.league,
      object.feed,
      object.role,
      object.gameId,
      object.member,
    ],
  );
}

/** Objects that count, or wait, for a game of a feed. */
export async function gameObjects(
  db: pg.Pool | pg.ClientBase,
  league: string,
  gameId: string,
): Promise<ObjectRow[]> {
  const { rows } = await db.query<ObjectRow>(
    `select ${COLUMNS} from playclock.objects
     where league = $1 and game_id = $2 and state in ('settled', 'waiting')`,
    [league, gameId],
  );
  return rows;
}

/** Objects of a reference role that count. */
export async function referenceObjects(
  db: pg.Pool | pg.ClientBase,
  league: string,
  role: string,
): Promise<ObjectRow[]> {
  const { rows } = await db.query<ObjectRow>(
    `select ${COLUMNS} from playclock.objects
     where league = $1 and game_id is null and role = $2 and state = 'settled'`,
    [league, role],
  );
  return rows;
}

/** Objects of a league that wait, oldest first. */
export async function waitingObjects(db: pg.Pool | pg.ClientBase, league: string): Promise<ObjectRow[]> {
  const { rows } = await db.query<ObjectRow>(
    `select ${COLUMNS} from playclock.objects where league = $1 and state = 'waiting'
     order by modified_at, key, version, length(member), member`,
    [league],
  );
  return rows;
}

/**
 * The newest ingest that settled anything on which a game or a league's reference data depends. Unchanged
 * between two looks means that what was prepared in between still holds.
 */
export async function newestDependency(
  db: pg.Pool | pg.ClientBase,
  league: string,
  gameId: string | null,
): Promise<number> {
  const { rows } = await db.query<{ basis: number }>(
    `select coalesce(max(ingest_id), 0) as basis from playclock.objects
     where league = $1 and (game_id is null or game_id = $2)`,
    [league, gameId],
  );
  return rows[0]?.basis ?? 0;
}
