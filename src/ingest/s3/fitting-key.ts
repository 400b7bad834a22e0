/** Keys that are made of other keys, and may come out longer than S3 allows. */
import { createHash } from 'node:crypto';

/** Bytes of UTF-8 of a key, at most. */
export const LONGEST_KEY = 1024;

/**
 * `key` as it is where `ending` fits behind it; otherwise its beginning and a hash of the whole, always the same for the
 * same key and another for another. The ending is not added.
 */
export function fittingKey(key: string, ending: string): string {
  const bytes = Buffer.from(key);
  const room = LONGEST_KEY - Buffer.byteLength(ending);
  if (bytes.length <= room) return key;
  const hash = `-${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`;
  // Told that more will come, the decoder keeps back a character that is cut in two.
  return new TextDecoder().decode(bytes.subarray(0, room - hash.length), { stream: true }) + hash;
}
