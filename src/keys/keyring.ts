/** Telling whose key a caller sent: keys of the environment, and those of the database. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { findKey, type KeyScope, SCOPES, type StoredKey } from '../store/api-keys.ts';
import { hashSecret, parseKey } from './secret.ts';

/** Calls a minute with a key of the environment. */
const ENVIRONMENT_PER_MINUTE = 6000;
/** How long a key is remembered, milliseconds: a revoked one is refused after that. */
const REMEMBERED = 5000;
/** Keys remembered at most; whoever sends random ids makes no more work than queries. */
const KEPT = 1000;

/** Whoever calls. */
export interface Caller {
  readonly id: string;
  readonly scopes: readonly KeyScope[];
  readonly perMinute: number;
}

export type Keyring = (key: string) => Promise<Caller | null>;

/** Compared with where no key has the id, so that a miss takes as long as a wrong secret. */
const NOBODY = hashSecret('nobody');

/** Keys of the environment are tried first; then the database's. */
export function createKeyring(keys: readonly string[], pool: pg.Pool): Keyring {
  const environment = keys.map((key) => Buffer.from(hashSecret(key), 'hex'));
  const remembered = new Map<string, { readonly key: StoredKey | null; readonly until: number }>();

  async function recall(keyId: string): Promise<StoredKey | null> {
    const held = remembered.get(keyId);
    // By the calendar: a frozen function's own clock may stand still meanwhile.
    const now = Date.now();
    if (held !== undefined && held.until > now) return held.key;
    const key = await findKey(pool, keyId);
    if (remembered.size >= KEPT) remembered.clear();
    remembered.set(keyId, { key, until: now + REMEMBERED });
    return key;
  }

  return async (given) => {
    const hash = createHash('sha256').update(given).digest();
    const matches = environment.map((key) => timingSafeEqual(key, hash));
    const position = matches.indexOf(true);
    if (position >= 0)
      return { id: `environment ${position}`, scopes: SCOPES, perMinute: ENVIRONMENT_PER_MINUTE };
    const parsed = parseKey(given);
    if (parsed === null) return null;
    const key = await recall(parsed.keyId);
    const expected = Buffer.from(key?.secretSha256 ?? NOBODY, 'hex');
    const matched = timingSafeEqual(expected, Buffer.from(hashSecret(parsed.secret), 'hex'));
    return key !== null && matched ? { id: key.keyId, scopes: key.scopes, perMinute: key.perMinute } : null;
  };
}
