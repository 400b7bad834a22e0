/** Measure: the player route against a bare route that fetches one row by primary key, in one server process. */
import { Hono } from 'hono';
import type pg from 'pg';
import { pino } from 'pino';
import { collectAlone } from '../src/cli/serve.ts';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { LEAGUE, PRIMARY_KEY_TEXT } from './as-of-statement.ts';
import { runChild } from './child.ts';
import { type CpuTime, cpuClock, postmasterOf, used } from './cpu.ts';
import type { Driven } from './drive.ts';
import { HTTP_FINDINGS } from './http-findings.ts';
import { listen } from './listen.ts';
import { atLeast, atMost, count, fenced, type Section, table } from './measure.ts';
import { eveningPairs, type Pair, samplePairs } from './pairs.ts';
import type { Progress } from './progress.ts';

/** What the load generator is told. */
export interface HttpLoad {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Ask so many instead, however long it takes. */
  readonly questions?: number;
  readonly paths: readonly string[];
  /** The path to begin with; after the last comes the first. */
  readonly from: number;
  /** Null asks again as soon as it is answered. */
  readonly perSecond: number | null;
}

const CONNECTIONS = 16;
const EVENING = 20_000;
/** More than are asked in all rounds at some thousands a second: a question that comes back is another measurement. */
const HISTORY = 300_000;
/** An evening has a few hundred stretches, each to be asked about twice. */
const WARM_UP_SECONDS = 10;
const REACH = 0.9;
const REACH_P99 = 5;

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

interface Asked {
  readonly name: string;
  readonly player: readonly Served[];
  readonly bare: readonly Served[];
  /** At half of what the player route can take. */
  readonly half: Served;
  /** The bare route at that rate: what asker, network, Node and PostgreSQL take at best on this machine. */
  readonly floor: Served;
}

/** Both routes by turns, first about one evening's players, then about all of history. */
export async function measureHttp(options: HttpOptions): Promise<Section> {
  collectAlone();
  const pool = createPool({ url: options.url });
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const servers = await Promise.all([listen(app.fetch), listen(bareApp(pool).fetch)]);
  const [player, bare] = servers;
  const cpu = cpuClock(await postmasterOf(options.url));
  let done = 0;
  /** Questions asked so far, by list: each run goes on where the one before ended. */
  const asked = new Map<readonly string[], number>();
  const run = async (
    port: number,
    paths: readonly string[],
    perSecond: number | null = null,
    seconds = options.seconds,
  ): Promise<Served> => {
    options.progress('HTTP', done++, options.rounds * 4 + 6);
    const from = asked.get(paths) ?? 0;
    const load: HttpLoad = { port, connections: CONNECTIONS, seconds, paths, from, perSecond };
    const before = cpu();
    const driven = await runChild<Driven>('http-load.ts', [], load);
    asked.set(paths, from + driven.asked);
    return { ...driven, cpu: used(before, cpu()) };
  };
  const ask = async (name: string, pairs: readonly Pair[]): Promise<Asked> => {
    const paths = pairs.map(playerPath);
    const keys = pairs.map(({ key }) => `/players/${key}`);
    // What is kept for a question is there from the second asking on: that is the state a service is in.
    await run(player.port, paths, null, WARM_UP_SECONDS);
    const { a, b } = await alternate(
      options.rounds,
      () => run(player.port, paths),
      () => run(bare.port, keys),
    );
    const rate = middle(a, (one) => one.perSecond) / 2;
    const half = await run(player.port, paths, rate);
    return { name, player: a, bare: b, half, floor: await run(bare.port, keys, rate) };
  };
  try {
    const history = await samplePairs(options.url, LEAGUE, HISTORY);
    const found = [
      await ask('one evening', await eveningPairs(options.url, LEAGUE, EVENING)),
      await ask('all of history', history),
    ];
    const [first] = history;
    return section(found, options, first === undefined ? '' : await example(player.port, playerPath(first)));
  } finally {
    for (const server of servers) await server.close();
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

async function example(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return `GET ${path}\n\n${await response.text()}`;
}

function section(asked: readonly Asked[], { rounds, seconds }: HttpOptions, answered: string): Section {
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
  const measures = asked.flatMap(({ name, player, bare, half, floor }) => [
    atLeast(
      `HTTP player route / bare primary-key route, requests/s, questions about ${name}, ${CONNECTIONS} connections`,
      REACH,
      ratio({ a: player, b: bare }, perSecond),
      `${count(middle(player, perSecond))} / ${count(middle(bare, perSecond))} per second`,
    ),
    atMost(
      `p99 latency over HTTP at half of that load, questions about ${name}`,
      REACH_P99,
      half.p99,
      'ms',
      `${half.p99.toFixed(2)} ms at ${count(half.perSecond)} per second; the bare route's at that rate: ${floor.p99.toFixed(2)} ms`,
    ),
  ]);
  return {
    title: 'HTTP',
    measures,
    details: [
      `Medians of ${rounds} rounds of ${seconds} s each, ${CONNECTIONS} keep-alive connections. The last columns are CPU time a request, of the server process and of PostgreSQL's processes:`,
      table(
        ['asked about', 'per second', 'p50 ms', 'mean ms', 'p99 ms', 'Node µs', 'PostgreSQL µs'],
        asked.flatMap(({ name, player, bare, half, floor }) => [
          row(`${name}, player route`, player),
          row(`${name}, bare route`, bare),
          row(`${name}, player route at half load`, [half]),
          row(`${name}, bare route at that rate`, [floor]),
        ]),
      ),
      ...(measures.some((measure) => measure.met === false) ? [HTTP_FINDINGS] : []),
      '### A question and its answer',
      fenced('text', answered),
    ],
  };
}
