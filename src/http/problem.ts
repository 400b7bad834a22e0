/** Refusals as RFC 9457 problems. The types are a closed, stable set. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { AmbiguousInstantError, InvalidInstantError, NonexistentInstantError } from '../asof/instant.ts';
import { UnknownGameError } from '../asof/unknown-game.ts';
import { UnknownZoneError } from '../asof/zone.ts';
import { outageOf } from '../database/fault.ts';

export const PROBLEMS = {
  'invalid-instant': { status: 400, title: 'Not an instant' },
  'ambiguous-instant': { status: 400, title: 'A local time that happens twice' },
  'nonexistent-instant': { status: 400, title: 'A local time that does not exist' },
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'unknown-league': { status: 404, title: 'No such league' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Not with this method' },
  'unknown-basis': { status: 404, title: 'No such basis' },
  unauthorized: { status: 401, title: 'A key is needed' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'too-large': { status: 413, title: 'Too large' },
  'not-ready': { status: 503, title: 'Not ready' },
  internal: { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemType = keyof typeof PROBLEMS;

/** A refusal that a route throws. Further members appear in the problem's body; a cause is for the log alone. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    type: ProblemType,
    detail: string,
    members: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(detail, options);
    this.type = type;
    this.members = members;
  }
}

/** The response to anything thrown. What is not a known refusal is logged and shown as an id to quote. */
export function toResponse(error: unknown, c: Context, log: Logger): Response {
  return respond(c, problemOf(error, c, log));
}

/** The same as an object, where an answer has begun and can only end with it. */
export function describeProblem(error: unknown, c: Context, log: Logger): object {
  return bodyOf(c, problemOf(error, c, log));
}

function problemOf(error: unknown, c: Context, log: Logger): Problem {
  const problem = toProblem(error);
  if (problem !== null) {
    // Whoever asked can do nothing about it: it is for the operator to read.
    if (problem.type === 'not-ready' && problem.cause !== undefined)
      log.warn({ err: problem.cause, path: c.req.path }, 'not ready');
    return problem;
  }
  const id = randomUUID();
  log.error({ err: error, problem: id, path: c.req.path }, 'request failed');
  return new Problem('internal', `quote ${id} when you report this`, { id });
}

function respond(c: Context, problem: Problem): Response {
  const { status } = PROBLEMS[problem.type];
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (problem.type === 'unauthorized') headers['www-authenticate'] = 'Bearer';
  if (problem.type === 'method-not-allowed') headers.allow = String(problem.members.allow);
  if (problem.type === 'not-ready') headers['retry-after'] = String(problem.members.retry_after ?? 1);
  if (problem.type === 'rate-limited') headers['retry-after'] = String(problem.members.retry_after ?? 60);
  return c.body(JSON.stringify(bodyOf(c, problem)), status, headers);
}

function bodyOf(c: Context, problem: Problem): object {
  const { status, title } = PROBLEMS[problem.type];
  return {
    type: problem.type,
    title,
    status,
    detail: problem.message,
    instance: c.req.path,
    ...problem.members,
  };
}

function toProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownGameError) return new Problem('not-found', error.message);
  if (error instanceof InvalidInstantError) return new Problem('invalid-instant', error.message);
  if (error instanceof UnknownZoneError) {
    return new Problem('invalid-instant', error.message, { parameter: 'tz' });
  }
  if (error instanceof AmbiguousInstantError) {
    return new Problem('ambiguous-instant', error.message, { candidates: error.candidates });
  }
  if (error instanceof NonexistentInstantError) {
    return new Problem('nonexistent-instant', error.message, { candidates: error.candidates });
  }
  const outage = outageOf(error);
  return outage === null ? null : new Problem('not-ready', outage, {}, { cause: error });
}
