/** Query parameters, checked once and turned into what the reads take. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type pg from 'pg';
import { SCOPES } from '../asof/combine.ts';
import { parseInstant } from '../asof/instant.ts';
import { isBasis } from '../asof/knowledge.ts';
import { basisKnownAt } from '../asof/ledger.ts';
import type { AsOf } from '../asof/query.ts';
import { zoneNamed } from '../asof/zone.ts';
import { SEASON_TYPES } from '../plays/game.ts';
import { findLeague, LEAGUES, type League } from '../sports/leagues.ts';
import { Problem } from './problem.ts';

/** Largest id the ledger can hold. */
export const MAX_BASIS = 2_147_483_647;

/** A whole number in a query string. */
export const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,10}$/, 'not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `not between ${least} and ${most}`);

/** A time zone, by the name its calendar has for it; refused whether or not anything is read in it. */
export const zoneParameter = z.string().transform(zoneNamed);

/** Goes on where a page ended. */
export const cursorParameter = z
  .string()
  .optional()
  .openapi({ description: 'next_cursor of the page before; it carries the basis' });

/** Shared by every as-of read. */
export const SHARED = {
  tz: zoneParameter.optional().openapi({
    description: 'IANA zone in which instants without an offset are read',
    example: 'America/Chicago',
  }),
  basis: integer(1, MAX_BASIS).optional().openapi({
    type: 'integer',
    description: 'State of knowledge: an ingest id. Default: everything known now',
  }),
  known_at: z.string().optional().openapi({
    description: 'State of knowledge by instant: the last basis committed by then',
    example: '2099-12-31T00:00:00.000Z',
  }),
  boundary: z.enum(['at', 'before']).default('at').openapi({
    description: 'Whether plays at the very instant count (`at`) or not (`before`)',
  }),
};

export const asOfParameter = z.string().openapi({
  description: 'Instant asked about: RFC 3339 with an offset, or local time with `tz`; milliseconds at most',
  example: '2016-06-19T19:02:34.560-05:00',
});

export const scopeParameter = z
  .enum([...SCOPES, 'all'])
  .default('all')
  .openapi({
    description: 'Which totals to answer with',
  });

export const seasonTypeParameter = z
  .enum([...SEASON_TYPES, 'all'])
  .default('all')
  .openapi({
    description: 'Which games count in season and career',
  });

/** zod compiles a schema when it first parses: made per request, that was a third of the route's time. */
const schemas = new WeakMap<z.ZodRawShape, z.ZodObject>();

function schemaOf<T extends z.ZodRawShape>(shape: T): z.ZodObject<T> {
  const known = schemas.get(shape) as z.ZodObject<T> | undefined;
  if (known !== undefined) return known;
  const schema = z.object(shape);
  schemas.set(shape, schema);
  return schema;
}

/**
 * The query string against a schema. Names that the route does not have are refused, and names given twice, for they
 * would be ignored; and the character NUL anywhere in the address, for PostgreSQL's text cannot hold it.
 */
export function readQuery<T extends z.ZodRawShape>(c: Context, shape: T): z.output<z.ZodObject<T>> {
  if (c.req.url.includes('%00')) {
    throw new Problem('invalid-parameter', 'the address holds the character NUL, which no name or id has');
  }
  const given: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (!Object.hasOwn(shape, name)) {
      throw new Problem('invalid-parameter', `there is no parameter "${name}" here`, {
        parameter: name,
        parameters: Object.keys(shape),
      });
    }
    if (values.length > 1) {
      throw new Problem('invalid-parameter', `${name}: it is given ${values.length} times`, {
        parameter: name,
      });
    }
    given[name] = values[0] ?? '';
  }
  const result = schemaOf(shape).safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const parameter = String(issue?.path[0] ?? '');
  const missing = given[parameter] === undefined;
  throw new Problem('invalid-parameter', `${parameter}: ${missing ? 'it is required' : issue?.message}`, {
    parameter,
  });
}

/** The league of the path. */
export function readLeague(c: Context): League {
  return leagueAsked(c.req.param('league') ?? '');
}

/** The league that a request names by its code. Throws the problem `unknown-league`. */
export function leagueAsked(code: string): League {
  const league = findLeague(code);
  if (league !== undefined) return league;
  const leagues = LEAGUES.map((known) => known.code);
  throw new Problem('unknown-league', `there is no league "${code}"; there are ${leagues.join(', ')}`, {
    leagues,
  });
}

/** State of knowledge that a query asks for. */
export interface Knowledge {
  readonly basis?: number | undefined;
  readonly known_at?: string | undefined;
  readonly tz?: string | undefined;
}

/** Basis asked for, or null for everything known now. */
export async function resolveBasis(
  pool: pg.Pool,
  { basis, known_at, tz }: Knowledge,
): Promise<number | null> {
  if (basis !== undefined && known_at !== undefined) {
    throw new Problem('invalid-parameter', 'give basis or known_at, not both', { parameter: 'known_at' });
  }
  if (basis !== undefined) {
    if (await isBasis(pool, basis)) return basis;
    throw new Problem('unknown-basis', `no ingest has the id ${basis}`);
  }
  if (known_at === undefined) return null;
  const found = await basisKnownAt(pool, parseInstant(known_at, tz ?? null));
  if (found === null) throw new Problem('unknown-basis', `nothing was known yet at ${known_at}`);
  return found.basis;
}

/** Instant, boundary and basis of a request. */
export async function resolveAsOf(
  pool: pg.Pool,
  query: Knowledge & { readonly as_of: string; readonly boundary: 'at' | 'before' },
): Promise<AsOf> {
  return {
    at: parseInstant(query.as_of, query.tz ?? null),
    boundary: query.boundary,
    basis: await resolveBasis(pool, query),
  };
}
