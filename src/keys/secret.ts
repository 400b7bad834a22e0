/** What a key looks like: `pck_ID_SECRET`. The id finds it, the secret proves it. */
import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^pck_([0-9a-f]{12})_([\w-]{43})$/;

/** A new id. */
export function newKeyId(): string {
  return randomBytes(6).toString('hex');
}

/** 256 random bits: nothing to guess, so a plain hash at rest is enough. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The key as its owner sends it. */
export function formatKey(keyId: string, secret: string): string {
  return `pck_${keyId}_${secret}`;
}

/** Id and secret of a key, or null where it does not look like one. */
export function parseKey(key: string): { readonly keyId: string; readonly secret: string } | null {
  const [, keyId, secret] = SHAPE.exec(key) ?? [];
  return keyId === undefined || secret === undefined ? null : { keyId, secret };
}

/** What is stored of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
