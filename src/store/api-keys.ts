/** Keys of the API as they are stored: of the secret only its hash. */
import type pg from 'pg';

/** What a key may do. */
export const SCOPES = ['read', 'ingest'] as const;
export type KeyScope = (typeof SCOPES)[number];

export interface StoredKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** SHA-256 of the secret, hexadecimal. */
  readonly secretSha256: string;
  /** Calls allowed in a minute. */
  readonly perMinute: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

const COLUMNS = `key_id as "keyId", name, scopes, secret_sha256 as "secretSha256", per_minute as "perMinute",
  created_at as "createdAt", revoked_at as "revokedAt"`;

/** A key that has not been revoked, or null. */
export async function findKey(pool: pg.Pool, keyId: string): Promise<StoredKey | null> {
  const { rows } = await pool.query<StoredKey>(
    `select ${COLUMNS} from playclock.api_keys where key_id = $1 and revoked_at is null`,
    [keyId],
  );
  return rows[0] ?? null;
}

/** All keys, the newest first. */
export async function listKeys(pool: pg.Pool): Promise<StoredKey[]> {
  const { rows } = await pool.query<StoredKey>(
    `select ${COLUMNS} from playclock.api_keys order by created_at desc, key_id`,
  );
  return rows;
}

/** Store a key. */
export async function insertKey(
  pool: pg.Pool,
  key: Pick<StoredKey, 'keyId' | 'name' | 'scopes' | 'secretSha256' | 'perMinute'>,
): Promise<void> {
  await pool.query(
    `insert into playclock.api_keys (key_id, name, scopes, secret_sha256, per_minute, created_at)
     values ($1, $2, $3, $4, $5, clock_timestamp())`,
    [key.keyId, key.name, key.scopes, key.secretSha256, key.perMinute],
  );
}

/** Give a key another secret; false where there is no such key, or it was revoked. */
export async function replaceSecret(pool: pg.Pool, keyId: string, secretSha256: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update playclock.api_keys set secret_sha256 = $2 where key_id = $1 and revoked_at is null',
    [keyId, secretSha256],
  );
  return rowCount === 1;
}

/** Revoke a key for good; false where there is no such key. Revoking twice keeps the first instant. */
export async function revokeKey(pool: pg.Pool, keyId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update playclock.api_keys set revoked_at = coalesce(revoked_at, clock_timestamp()) where key_id = $1`,
    [keyId],
  );
  return rowCount === 1;
}
