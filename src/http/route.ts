/** Registering a route: its place in the OpenAPI document and its handler, side by side. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { StreamTimes } from './event-stream.ts';
import { exampleOf, pathOf } from './example.ts';
import type { Admission } from './panel/admission.ts';
import { ProblemSchema } from './schemas.ts';
import type { StreamLimits } from './stream-places.ts';

export interface Services {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** Aborted when the server stops: streams end then. */
  readonly stopping?: AbortSignal;
  readonly streams?: StreamTimes;
  readonly streamLimits?: StreamLimits;
  /** Whether large answers may be written in a thread of their own: its file lies beside the others. */
  readonly threads?: boolean;
  /** Places of the panels that are answered at a time. */
  readonly panels?: Admission;
}

export interface RouteDefinition {
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query: z.ZodRawShape;
  readonly answer: z.ZodType;
  /** What the answer is sent as; JSON unless said otherwise. */
  readonly media?: string;
  /**
   * Parameters of the example request, by name, that are not to have the values of `DEMO`. It is in the document,
   * and the tests send it: the demo season must answer it.
   */
  readonly example?: Readonly<Record<string, string>>;
}

/** Refusals that every route can give. */
const REFUSALS = {
  400: 'A parameter or the body is wrong',
  401: 'A key is needed',
  404: 'No such thing, or no such basis',
  429: 'Too many requests, or streams, of this key',
  500: 'Something went wrong here',
  503: 'The database cannot be reached, or no more streams are served',
} as const;

/** The responses of a route's document: the answer, and every refusal as a problem. */
export function responses(answer: z.ZodType, media = 'application/json') {
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: ProblemSchema } } },
  ]);
  return {
    ...Object.fromEntries(refusals),
    200: { description: 'Answer', content: { [media]: { schema: answer } } },
  };
}

/** Parameters for the document, those of the example with its values. */
export function parameters(path: string, query: z.ZodRawShape, own: Readonly<Record<string, string>> = {}) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const example = exampleOf(names, query, own);
  const shown = (name: string, schema: z.ZodType) => {
    const value = example[name];
    return value === undefined ? schema : schema.openapi({ example: value });
  };
  return {
    example,
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, shown(name, z.string())]))),
      query: z.object(
        Object.fromEntries(
          Object.entries(query).map(([name, schema]) => [name, shown(name, schema as z.ZodType)]),
        ),
      ),
    },
  };
}

/** Add a GET route. Path parameters are written `{name}`, as in the document. */
export function get(
  app: OpenAPIHono,
  route: RouteDefinition,
  handler: (c: Context) => Promise<Response> | Response,
): void {
  const { path } = route;
  const { example, request } = parameters(path, route.query, route.example);
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary: route.summary,
    tags: [route.tag],
    request,
    responses: responses(route.answer, route.media),
    'x-codeSamples': [{ lang: 'Shell', source: `curl 'http://localhost:8080${pathOf(path, example)}'` }],
  });
  app.get(path.replace(/\{(\w+)\}/g, ':$1'), handler);
}
