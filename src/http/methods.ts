/** Requests that no route takes: told apart by whether another method would be answered there. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from './problem.ts';

/** The answer where no route was found: 204 with the methods to `OPTIONS`; throws a problem for any other. */
export function answerNoRoute(app: OpenAPIHono, c: Context): Response {
  const { path, method } = c.req;
  const allowed = methodsOf(app, path);
  if (allowed.length === 0) throw new Problem('not-found', `there is nothing at ${path}`);
  const allow = [...allowed, 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') return c.body(null, 204, { allow });
  throw new Problem('method-not-allowed', `${path} does not take ${method}, but ${allow}`, { allow });
}

/** Methods of the routes at a path. */
function methodsOf(app: OpenAPIHono, path: string): string[] {
  const methods = new Set(app.routes.map(({ method }) => method).filter((method) => method !== 'ALL'));
  const answered = [...methods].filter((method) =>
    // Middleware is found at any path, but under no method of its own.
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return answered.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
