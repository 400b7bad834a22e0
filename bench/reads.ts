/** Measure: every read of the API over HTTP, against the player route, and how it grows with the seasons before. */
import { pino } from 'pino';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { findLeague } from '../src/sports/leagues.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { LEAGUE } from './as-of-statement.ts';
import { runChild } from './child.ts';
import { type CpuTime, cpuClock, postmasterOf, used } from './cpu.ts';
import type { Driven } from './drive.ts';
import type { HttpLoad } from './http.ts';
import { listen } from './listen.ts';
import { atMost, count, type Measure, type Section, table } from './measure.ts';
import type { Progress } from './progress.ts';
import { PLAYER_ROUTE, READS, type Read, sampleMoments } from './read-paths.ts';
import type { SeasonDatabases } from './seasons.ts';

const MOMENTS = 200;
/** Before a read is measured each question is asked so often, or as often as there is time for. */
const PASSES = 3;
const WARM_UP_MS = 3_000;
const REACH = 1.2;

interface Served extends Driven {
  readonly cpu: CpuTime;
}

interface Found {
  readonly read: Read;
  readonly many: readonly Served[];
  readonly one: readonly Served[];
}

export interface ReadsOptions {
  readonly databases: SeasonDatabases;
  readonly seasons: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly progress: Progress;
}

/** Each read by turns of both databases, one question at a time. */
export async function measureReads(options: ReadsOptions): Promise<Section> {
  const { databases, rounds, seconds, progress } = options;
  const [many, one] = [await open(databases.many), await open(databases.one)];
  try {
    const reads = [PLAYER_ROUTE, ...READS];
    const found: Found[] = [];
    for (const [place, read] of reads.entries()) {
      progress('reads', place, reads.length);
      for (const each of [many, one]) await each.warmUp(read);
      const { a, b } = await alternate(
        rounds,
        () => many.ask(read, seconds),
        () => one.ask(read, seconds),
      );
      found.push({ read, many: a, one: b });
    }
    progress('reads', reads.length, reads.length);
    return section(found, options);
  } finally {
    await Promise.all([many.close(), one.close()]);
  }
}

async function open(url: string) {
  const league = findLeague(LEAGUE);
  if (league === undefined) throw new RangeError(`no league ${LEAGUE}`);
  const moments = await sampleMoments(url, league, MOMENTS);
  const pool = createPool({ url, name: 'playclock bench' });
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const server = await listen(app.fetch);
  const cpu = cpuClock(await postmasterOf(url));
  const pathsOf = (read: Read) => moments.map((moment) => `/v1/${LEAGUE}/${read.path(moment)}`);
  return {
    /** Plans, and what is kept in the process from the second question about a stretch on. */
    async warmUp(read: Read): Promise<void> {
      const end = performance.now() + WARM_UP_MS;
      for (let pass = 0; pass < PASSES; pass++) {
        for (const path of pathsOf(read)) {
          await (await app.request(path)).text();
          if (performance.now() > end) return;
        }
      }
    },
    async ask(read: Read, seconds: number): Promise<Served> {
      const load: HttpLoad = {
        port: server.port,
        connections: 1,
        seconds,
        paths: pathsOf(read),
        from: 0,
        perSecond: null,
      };
      const before = cpu();
      const driven = await runChild<Driven>('http-load.ts', [], load);
      return { ...driven, cpu: used(before, cpu()) };
    },
    async close() {
      await server.close();
      await pool.end();
    },
  };
}

const p50 = (driven: Driven) => driven.p50;

function section(found: readonly Found[], { seasons, rounds, seconds }: ReadsOptions): Section {
  const grown = found.map((one) => ({ ...one, growth: ratio({ a: one.many, b: one.one }, p50) }));
  const route = found[0]?.many ?? [];
  const rows = grown.map(({ read, many, growth }) => [
    read.name,
    read.extent,
    middle(many, p50).toFixed(2),
    middle(many, (one) => one.p99).toFixed(2),
    count(middle(many, ({ cpu, asked }) => cpu.node / asked)),
    count(middle(many, ({ cpu, asked }) => (cpu.postgres ?? Number.NaN) / asked)),
    ratio({ a: many, b: route }, p50).toFixed(1),
    growth.toFixed(2),
  ]);
  return {
    title: 'Every read',
    measures: [worst(grown, seasons)],
    details: [
      `Medians of ${rounds} rounds of ${seconds} s each, one connection, questions about ${MOMENTS} moments of the last of ${seasons} seasons. CPU time is of a request, of the server process and of PostgreSQL's:`,
      table(
        [
          'read',
          'looks at',
          'p50 ms',
          'p99 ms',
          'Node µs',
          'PostgreSQL µs',
          'p50 / player route',
          `p50 at ${seasons} seasons / at 1`,
        ],
        rows,
      ),
    ],
  };
}

/** The read that grows most with the seasons before, of those that look at an instant, a game or a season. */
function worst(grown: readonly (Found & { readonly growth: number })[], seasons: number): Measure {
  const bound = grown.filter(({ read }) => read.extent !== 'history');
  const [most] = bound.toSorted((a, b) => b.growth - a.growth);
  if (most === undefined) throw new RangeError('no read');
  const { read, many, one, growth } = most;
  return atMost(
    `no read scans a career: p50 over HTTP at ${seasons} seasons / at 1, of ${bound.length} reads the one that grows most`,
    REACH,
    growth,
    '',
    `${read.name}: ${middle(many, p50).toFixed(2)} ms / ${middle(one, p50).toFixed(2)} ms`,
  );
}
