/** Putting files into a bucket, and delivering what it notifies of. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type pg from 'pg';
import type { Settled } from '../../src/ingest/s3/member.ts';
import { settle } from '../../src/ingest/s3/settle.ts';
import type { Spool } from '../../src/ingest/s3/spool.ts';
import { createdObjects } from '../../src/lambda/events.ts';
import { BUCKET, type TestBucket } from '../setup/bucket.ts';

/** Put a file; the notifications it caused. */
export async function put(bucket: TestBucket, key: string, body: string | Uint8Array): Promise<string[]> {
  const before = bucket.notifications.length;
  await bucket.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
  return bucket.notifications.slice(before);
}

/** Settle what a message tells of. */
export async function deliver(pool: pg.Pool, spool: Spool, message: string): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const object of createdObjects(message)) settled.push(await settle({ pool, spool }, object));
  return settled;
}

/** Where a delivery is cut off: just before its nth commit, or just after it. */
export interface Crash {
  readonly commit: number;
  readonly when: 'before' | 'after';
}

export class Crashed extends Error {}

/** A pool whose process dies at a commit: the server commits or does not, and nobody hears of it. */
export function crashing(pool: pg.Pool, crash: Crash): pg.Pool {
  let commits = 0;
  return new Proxy(pool, {
    get(target, name) {
      if (name !== 'connect') {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return async () => {
        const client = await target.connect();
        return new Proxy(client, {
          get(inner, property) {
            if (property !== 'query') {
              const value: unknown = Reflect.get(inner, property);
              return typeof value === 'function' ? value.bind(inner) : value;
            }
            return (...words: Parameters<typeof inner.query>) => {
              const dies = String(words[0]) === 'commit' && ++commits === crash.commit;
              return dies ? die(inner, crash) : inner.query(...words);
            };
          },
        });
      };
    },
  });
}

async function die(client: pg.PoolClient, crash: Crash): Promise<never> {
  await client.query(crash.when === 'before' ? 'rollback' : 'commit');
  throw new Crashed(`${crash.when} commit ${crash.commit}`);
}
