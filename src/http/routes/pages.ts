/** The page, and the OpenAPI document it shows. All served from here, nothing from elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from '../problem.ts';

/** Where `npm run build` puts the page. */
export const PAGE_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'page');

/** Addresses of the page: its own script reads what to show from them. */
const ADDRESSES = ['/', '/games/*', '/players/*', '/teams/*', '/data', '/docs', '/docs/*'];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.svg': 'image/svg+xml',
};

const NOT_BUILT = 'The page is not built: run "npm run build". The API is here: /openapi.json';

const policy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** Serve the page that was built into `folder`. */
export function pageRoutes(app: OpenAPIHono, folder: string): void {
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Playclock',
      version: '1',
      description: 'What was true, and what was known, at an exact instant of sport.',
    },
    security: [{ key: [] }],
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });

  const index = join(folder, 'index.html');
  for (const path of ADDRESSES) {
    app.use(path, policy, compress());
    app.get(path, (c) =>
      existsSync(index)
        ? c.html(readFileSync(index, 'utf8'), 200, { 'cache-control': 'no-cache' })
        : c.text(NOT_BUILT, 503),
    );
  }
  app.use('/assets/*', policy, compress());
  app.get('/assets/:file', (c) => {
    const file = c.req.param('file');
    const path = join(folder, 'assets', file);
    const type = TYPES[extname(file)];
    // The name holds a hash of the content; a separator in it would leave the folder.
    if (type === undefined || !/^[\w.-]+$/.test(file) || !existsSync(path)) {
      throw new Problem('not-found', `there is no file ${c.req.path}`);
    }
    return c.body(new Uint8Array(readFileSync(path)), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
}
