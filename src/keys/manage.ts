/** Making, rotating and revoking keys. The full key is shown once, to whoever asked for it. */
import type pg from 'pg';
import { insertKey, type KeyScope, replaceSecret, revokeKey } from '../store/api-keys.ts';
import { formatKey, hashSecret, newKeyId, newSecret } from './secret.ts';

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly perMinute: number;
}

/** Make a key; the answer is the only place where it is ever whole. */
export async function createKey(pool: pg.Pool, key: NewKey): Promise<{ keyId: string; key: string }> {
  const keyId = newKeyId();
  const secret = newSecret();
  await insertKey(pool, { ...key, keyId, secretSha256: hashSecret(secret) });
  return { keyId, key: formatKey(keyId, secret) };
}

/** A new secret for a key; the old one ends. Throws `NoSuchKeyError`. */
export async function rotateKey(pool: pg.Pool, keyId: string): Promise<{ keyId: string; key: string }> {
  const secret = newSecret();
  if (!(await replaceSecret(pool, keyId, hashSecret(secret)))) throw new NoSuchKeyError(keyId);
  return { keyId, key: formatKey(keyId, secret) };
}

/** End a key. Throws `NoSuchKeyError`. */
export async function endKey(pool: pg.Pool, keyId: string): Promise<void> {
  if (!(await revokeKey(pool, keyId))) throw new NoSuchKeyError(keyId);
}

/** No key has that id, or it was revoked. */
export class NoSuchKeyError extends Error {
  override readonly name = 'NoSuchKeyError';
  constructor(keyId: string) {
    super(`there is no key ${keyId}, or it was revoked`);
  }
}
