/** Measure: the player route against a bare route that fetches one row by primary key, in one server process. */
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type pg from 'pg';
import { pino } from 'pino';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { LEAGUE, PRIMARY_KEY_TEXT } from './as-of-statement.ts';
import { runChild } from './child.ts';
import { type CpuTime, cpuClock, postmasterOf, used } from './cpu.ts';
import type { Driven } from './drive.ts';
import { HTTP_FINDINGS } from './http-findings.ts';
import { atLeast, count, fenced, type Section, table } from './measure.ts';
import { type Pair, samplePairs } from './pairs.ts';
import type { Progress } from './progress.ts';

/** What the load generator is told. */
export interface HttpLoad {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly paths: readonly string[];
}

const CONNECTIONS = 16;
const PAIRS = 20_000;
const REACH = 0.6;

interface Served extends Driven {
  /** CPU time of this process and of PostgreSQL's, while the load lasted. */
  readonly cpu: CpuTime;
}

export interface HttpOptions {
  readonly url: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly progress: Progress;
}

/** Both routes by turns. */
export async function measureHttp(options: HttpOptions): Promise<Section> {
  const pairs = await samplePairs(options.url, LEAGUE, PAIRS);
  const pool = createPool({ url: options.url });
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const servers = await Promise.all([listen(app.fetch), listen(bareApp(pool).fetch)]);
  const [player, bare] = servers;
  const cpu = cpuClock(await postmasterOf(options.url));
  let round = 0;
  const run = async (port: number, paths: readonly string[]): Promise<Served> => {
    options.progress('HTTP', round++, options.rounds * 2);
    const load: HttpLoad = { port, connections: CONNECTIONS, seconds: options.seconds, paths };
    const before = cpu();
    const driven = await runChild<Driven>('http-load.ts', [], load);
    return { ...driven, cpu: used(before, cpu()) };
  };
  try {
    const paths = pairs.map(playerPath);
    const keys = pairs.map(({ key }) => `/players/${key}`);
    const { a, b } = await alternate(
      options.rounds,
      () => run(player.port, paths),
      () => run(bare.port, keys),
    );
    options.progress('HTTP', round, round);
    return section(a, b, options, await example(player.port, paths[0] ?? ''));
  } finally {
    for (const { server } of servers) await new Promise((resolve) => server.close(resolve));
    await pool.end();
  }
}

function playerPath({ id, at }: Pair): string {
  return `/v1/${LEAGUE}/players/${id}/stats?as_of=${encodeURIComponent(at)}`;
}

/** The least that a route with a database behind it does. */
function bareApp(pool: pg.Pool): Hono {
  const app = new Hono();
  app.get('/players/:key', async (c) => {
    const { rows } = await pool.query<{ player_id: string }>({
      name: 'bare',
      text: PRIMARY_KEY_TEXT,
      values: [c.req.param('key')],
    });
    return c.json(rows[0] ?? null);
  });
  return app;
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({ server, port }),
    );
  });
}

async function example(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return `GET ${path}\n\n${await response.text()}`;
}

function section(
  a: readonly Served[],
  b: readonly Served[],
  { rounds, seconds }: HttpOptions,
  answered: string,
): Section {
  const perSecond = (driven: Driven) => driven.perSecond;
  const row = (name: string, driven: readonly Served[]) => [
    name,
    count(middle(driven, perSecond)),
    ...[(one: Driven) => one.p50, (one: Driven) => one.mean, (one: Driven) => one.p99].map((figure) =>
      middle(driven, figure).toFixed(2),
    ),
    ...[(one: Served) => one.cpu.node, (one: Served) => one.cpu.postgres ?? Number.NaN].map((figure) =>
      count(middle(driven, (one) => figure(one) / one.asked)),
    ),
  ];
  return {
    title: 'HTTP',
    measures: [
      atLeast(
        `HTTP player route / bare primary-key route, requests/s, ${CONNECTIONS} connections`,
        REACH,
        ratio({ a, b }, perSecond),
        `${count(middle(a, perSecond))} / ${count(middle(b, perSecond))} per second`,
      ),
    ],
    details: [
      `Medians of ${rounds} rounds of ${seconds} s each, ${CONNECTIONS} keep-alive connections. The last columns are CPU time a request, of the server process and of PostgreSQL's processes:`,
      table(
        ['closed loop', 'per second', 'p50 ms', 'mean ms', 'p99 ms', 'Node µs', 'PostgreSQL µs'],
        [row('player route', a), row('bare route', b)],
      ),
      ...(ratio({ a, b }, perSecond) < REACH ? [HTTP_FINDINGS] : []),
      '### A question and its answer',
      fenced('text', answered),
    ],
  };
}
