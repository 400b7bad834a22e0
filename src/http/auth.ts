/** Who may call `/v1`, and how often. */
import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller, Keyring } from '../keys/keyring.ts';
import { Problem } from './problem.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Whose key was sent; not set where none is asked for. */
    caller?: Caller;
  }
}

/** Every call needs `Authorization: Bearer KEY`, of a key that may read, and not too often. */
export function requireKey(keyring: Keyring): MiddlewareHandler {
  const limit = rateLimit();
  return async (c, next) => {
    const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const caller = given === undefined ? null : await keyring(given);
    if (caller === null) throw new Problem('unauthorized', 'send a key as "Authorization: Bearer KEY"');
    if (!caller.scopes.includes('read')) {
      throw new Problem('unauthorized', `key ${caller.id} may not read: it has ${caller.scopes.join(', ')}`);
    }
    await limit(caller);
    c.set('caller', caller);
    await next();
  };
}

/** Counts calls a key and minute, in this process. Throws the problem once there are too many. */
function rateLimit(): (caller: Caller) => Promise<void> {
  const limiters = new Map<number, RateLimiterMemory>();
  return async ({ id, perMinute }) => {
    let limiter = limiters.get(perMinute);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
      limiters.set(perMinute, limiter);
    }
    try {
      await limiter.consume(id);
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause;
      const wait = Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
      throw new Problem('rate-limited', `${perMinute} calls a minute are allowed; wait ${wait} s`, {
        retry_after: wait,
      });
    }
  };
}
