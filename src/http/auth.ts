/** Keys of the environment. Without any, the API is open, and only fit for the loopback address. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Every call needs `Authorization: Bearer KEY`; all keys are compared, in constant time. */
export function requireKey(keys: readonly string[]): MiddlewareHandler {
  const known = keys.map(digest);
  return async (c, next) => {
    const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const hash = digest(given ?? '');
    const matches = known.filter((key) => timingSafeEqual(key, hash)).length;
    if (given === undefined || matches === 0) {
      throw new Problem('unauthorized', 'send a key as "Authorization: Bearer KEY"');
    }
    await next();
  };
}
