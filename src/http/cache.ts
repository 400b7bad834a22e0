/** What a client may keep: an answer at a basis for ever, the newest until another ingest commits. */
import { hash } from 'node:crypto';
import type { Context } from 'hono';
import type pg from 'pg';
import { knownNow } from '../asof/knowledge.ts';
import { resolveBasis } from './parameters.ts';

/** Strong tag of an answer: route, parameters and basis decide its bytes. */
function tagOf(c: Context, basis: number): string {
  const target = c.req.url.slice(c.req.url.indexOf('/', 8));
  return `"${hash('sha256', `${target}#${basis}`, 'base64url').slice(0, 22)}"`;
}

/** 304 before any further query, where the client has the answer of that basis, or of what is known; null otherwise. */
export async function notModified(c: Context, pool: pg.Pool, basis: number | null): Promise<Response | null> {
  const held = c.req.header('if-none-match');
  if (held === undefined) return null;
  const { known_at, tz } = c.req.query();
  const tag = tagOf(c, basis ?? (await resolveBasis(pool, { known_at, tz })) ?? (await knownNow(pool)));
  const matches = held.split(',').some((item) => item.trim().replace(/^W\//, '') === tag);
  return matches ? c.body(null, 304, { 'cache-control': keptFor(basis !== null), etag: tag }) : null;
}

/** JSON with its tag and how long it may be kept. */
export function answer(
  c: Context,
  body: object & { readonly basis: number | null },
  fixed: boolean,
): Response {
  return answerText(c, { basis: body.basis, text: JSON.stringify(body) }, fixed);
}

/** The same where the body is JSON text already. */
export function answerText(
  c: Context,
  { basis, text }: { readonly basis: number | null; readonly text: string },
  fixed: boolean,
): Response {
  const tag = tagOf(c, basis ?? 0);
  // Not `c.body`: it makes `Headers` of what is given, and the server reads them out again.
  return new Response(text, {
    headers: {
      'cache-control': keptFor(fixed),
      'content-type': 'application/json; charset=UTF-8',
      etag: tag,
      'x-content-type-options': 'nosniff',
    },
  });
}

function keptFor(fixed: boolean): string {
  return fixed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
