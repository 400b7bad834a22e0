/** What every as-of read is asked with, and the identity of what it is answered from. */
import type pg from 'pg';
import { ORDER_AT, ORDER_BEFORE } from './line-sql.ts';
import type { Visibility } from './seen.ts';

export type Boundary = 'at' | 'before';

/** A point on both clocks. */
export interface AsOf {
  /** Instant of the world, epoch milliseconds. */
  readonly at: number;
  readonly boundary: Boundary;
  /** A place among the plays of the instant, by order key: those up to it count, whatever the boundary says. */
  readonly order?: number;
  /** State of knowledge; null for everything known now. */
  readonly basis: number | null;
}

/** How far plays count. */
export type Moment = Pick<AsOf, 'at' | 'boundary' | 'order'>;

/** Where reads run: a pool, or a client inside a snapshot. */
export type Db = pg.Pool | pg.ClientBase;

/** Which rows a read at this basis sees. */
export function visibilityOf(asOf: Pick<AsOf, 'basis'>): Visibility {
  return asOf.basis === null ? 'open' : 'at_basis';
}

/** Order key to compare with: takes the plays of the instant in, or leaves them out. */
export function orderOf(asOf: Moment): number {
  return asOf.order ?? (asOf.boundary === 'at' ? ORDER_AT : ORDER_BEFORE);
}

/** Run several reads on one snapshot, so that no ingest falls between them. */
export async function inSnapshot<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** Statement texts by what they depend on: built once, named once, so that the server plans them once. */
export function cached<Key extends readonly string[]>(
  build: (...key: Key) => string,
): (...key: Key) => { name: string; text: string } {
  const known = new Map<string, { name: string; text: string }>();
  const prefix = `s${++families}`;
  return (...key) => {
    const id = key.join(' ');
    let statement = known.get(id);
    if (statement === undefined) {
      statement = { name: `${prefix}_${known.size}`, text: build(...key) };
      known.set(id, statement);
    }
    return statement;
  };
}

let families = 0;
