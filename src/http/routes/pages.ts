/** The OpenAPI document, the page that shows it, and the front page. All served from here, nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { secureHeaders } from 'hono/secure-headers';
import { absolutePath } from 'swagger-ui-dist';
import { FRONT_PAGE } from '../front-page.ts';
import { Problem } from '../problem.ts';

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=UTF-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=UTF-8',
};

const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Playclock API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="icon" href="data:,"></head>
<body><div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });</script></body>
</html>`;

export function pageRoutes(app: OpenAPIHono): void {
  for (const path of ['/', '/docs', '/docs/*']) app.use(path, secureHeaders());
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
  app.get('/docs', (c) => c.html(DOCS_PAGE));
  app.get('/docs/:file', (c) => {
    const file = c.req.param('file');
    const type = ASSETS[file];
    if (type === undefined) throw new Problem('not-found', `there is no page ${c.req.path}`);
    return c.body(readFileSync(join(absolutePath(), file)), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=86400',
    });
  });
  app.get('/', (c) => c.html(FRONT_PAGE));
}
