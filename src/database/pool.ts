/** Connections. Instants are epoch milliseconds in this program; sessions run in UTC whatever the server's zone. */
import pg from 'pg';
import { gatherWrites } from './gather-writes.ts';
import { connectTo, type Target } from './target.ts';

const TIMESTAMPTZ = 1184;
const BIGINT = 20;
const NUMERIC = 1700;
const DATE = 1082;
const INTEGER_ARRAYS = [1007, 1016];

/** "2016-06-20 00:02:34.56+00" as epoch milliseconds. The session's zone is UTC, so the offset is always +00. */
function readInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}

/** "{1,NULL,3}": the counters of a line. The driver's own reader of arrays takes five times as long. */
function readIntegers(text: string): (number | null)[] {
  return text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : Number(item)));
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return readInstant;
    if (oid === BIGINT || oid === NUMERIC) return Number;
    if (oid === DATE) return String;
    if (INTEGER_ARRAYS.includes(oid)) return readIntegers;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

export interface PoolOptions {
  readonly url: Target;
  /** Connections at most. */
  readonly max?: number;
  readonly name?: string;
  /** Longest a statement may run, milliseconds; 0 for loads. */
  readonly statementTimeout?: number;
  /** Statements are sent without waiting for the answers of those before: for loads. `COPY TO` cannot be asked so. */
  readonly pipeline?: boolean;
}

/**
 * Statements are planned once a session. Left to itself the server plans most of them anew for each set of values, because
 * it takes the plan for any values to be worse; every statement here descends indexes whatever the values, and the
 * planning cost more than the reading.
 */
const SETTINGS = ['TimeZone=UTC', 'DateStyle=ISO', 'plan_cache_mode=force_generic_plan'];

/** A pool whose sessions speak UTC. */
export function createPool({
  url,
  max = 10,
  name = 'playclock',
  statementTimeout = 0,
  pipeline = false,
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connectTo(url),
    max,
    types,
    pipeline,
    application_name: name,
    statement_timeout: statementTimeout,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 10_000,
  });
  if (pipeline) pool.on('connect', gatherWrites);
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}
