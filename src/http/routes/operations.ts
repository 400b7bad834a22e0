/** For whoever runs it: alive, ready, metrics. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { newestBasis } from '../../asof/ledger.ts';
import { databaseFault } from '../../database/fault.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../route.ts';

export function operationRoutes(app: OpenAPIHono, { pool }: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'playclock_' });
  const requests = new Histogram({
    name: 'playclock_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  watchPool(pool, registry);

  app.use('/v1/*', async (c, next) => {
    const start = performance.now();
    await next();
    const route = c.req.routePath;
    requests.observe(
      { method: c.req.method, route, status: String(c.res.status) },
      (performance.now() - start) / 1000,
    );
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      return c.json({ status: 'ready', basis: await newestBasis(pool) });
    } catch (cause) {
      throw new Problem('not-ready', databaseFault(cause) ?? 'the database does not answer', {}, { cause });
    }
  });
  app.get('/metrics', async (c) =>
    c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
}

function watchPool(pool: pg.Pool, registry: Registry): void {
  new Gauge({
    name: 'playclock_database_connections',
    help: 'Connections of the pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
