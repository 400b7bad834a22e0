/** Registering a route: its place in the OpenAPI document and its handler, side by side. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type pg from 'pg';
import type { Logger } from 'pino';
import { ProblemSchema } from './schemas.ts';

export interface Services {
  readonly pool: pg.Pool;
  readonly log: Logger;
}

export interface RouteDefinition {
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query: z.ZodRawShape;
  readonly answer: z.ZodType;
}

/** Add a GET route. Path parameters are written `{name}`, as in the document. */
export function get(
  app: OpenAPIHono,
  route: RouteDefinition,
  handler: (c: Context) => Promise<Response>,
): void {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const problem = {
    content: { 'application/problem+json': { schema: ProblemSchema } },
    description: 'Refused',
  };
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      query: z.object(route.query),
    },
    responses: {
      200: { description: 'Answer', content: { 'application/json': { schema: route.answer } } },
      400: problem,
      404: problem,
    },
  });
  app.get(route.path.replace(/\{(\w+)\}/g, ':$1'), handler);
}
