/** Measure: every read of the API over HTTP, against the player route, and how it grows with the seasons before. */
import { pino } from 'pino';
import { createPool } from '../src/database/pool.ts';
import { createApp } from '../src/http/app.ts';
import { leagueNamed } from '../src/sports/leagues.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { LEAGUE } from './as-of-statement.ts';
import { runChild } from './child.ts';
import { type CpuTime, cpuClock, postmasterOf, used } from './cpu.ts';
import type { Driven } from './drive.ts';
import type { HttpLoad } from './http.ts';
import { listen } from './listen.ts';
import { atMost, count, type Measure, type Section, table } from './measure.ts';
import type { Progress } from './progress.ts';
import { type Moment, PLAYER_ROUTE, READS, type Read, sampleMoments } from './read-paths.ts';
import { READS_FINDINGS } from './reads-findings.ts';
import type { SeasonDatabases } from './seasons.ts';

const MOMENTS = 200;
/** Of reads that may look at all of history. */
const FEWER = 50;
/** How often each question is asked before it is measured: the first time, which is measured by itself, and again. */
const PASSES = 2;
const REACH = 1.2;

interface Served extends Driven {
  readonly cpu: CpuTime;
}

interface Found {
  readonly read: Read;
  /** Each question for the first time, of a server that was asked nothing before. */
  readonly first: { readonly many: Served; readonly one: Served };
  readonly many: readonly Served[];
  readonly one: readonly Served[];
}

export interface ReadsOptions {
  readonly databases: SeasonDatabases;
  readonly seasons: number;
  readonly rounds: number;
  readonly progress: Progress;
}

/**
 * Each read by turns of both databases, one question at a time; the same number of questions of each, and as often before,
 * so that as much of one as of the other is kept in the process.
 */
export async function measureReads(options: ReadsOptions): Promise<Section> {
  const { databases, rounds, progress } = options;
  const [many, one] = [await sideOf(databases.many), await sideOf(databases.one)];
  const reads = [PLAYER_ROUTE, ...READS];
  const found: Found[] = [];
  for (const [place, read] of reads.entries()) {
    progress('reads', place, reads.length);
    found.push(await measureRead(read, many, one, rounds));
  }
  progress('reads', reads.length, reads.length);
  return section(found, options, many.moments);
}

interface Side {
  readonly url: string;
  readonly moments: readonly Moment[];
}

async function measureRead(read: Read, many: Side, one: Side, rounds: number): Promise<Found> {
  // Code is compiled as it runs and pages are cached as they are read: neither side is to be the first.
  for (const side of [one, many]) await serving(side, read, (server) => server.ask());
  return serving(many, read, (a) =>
    serving(one, read, async (b) => {
      const first = { many: await a.ask(), one: await b.ask() };
      for (let pass = 1; pass < PASSES; pass++) for (const server of [a, b]) await server.ask();
      const measured = await alternate(rounds, a.ask, b.ask);
      return { read, first, many: measured.a, one: measured.b };
    }),
  );
}

async function sideOf(url: string): Promise<Side> {
  const league = leagueNamed(LEAGUE);
  return { url, moments: await sampleMoments(url, league, MOMENTS) };
}

/** With a server that keeps nothing yet, on connections of its own. */
async function serving<T>(
  { url, moments }: Side,
  read: Read,
  work: (server: { ask(): Promise<Served> }) => Promise<T>,
): Promise<T> {
  const pool = createPool({ url, name: 'playclock bench' });
  const app = createApp({ pool, log: pino({ level: 'warn' }), keys: [] });
  const server = await listen(app.fetch);
  const cpu = cpuClock(await postmasterOf(url));
  const asked = moments.slice(0, read.extent === 'history' ? FEWER : MOMENTS);
  const load: HttpLoad = {
    port: server.port,
    connections: 1,
    seconds: 0,
    questions: asked.length,
    paths: asked.map((moment) => `/v1/${LEAGUE}/${read.path(moment)}`),
    from: 0,
    perSecond: null,
  };
  /** Each question once. */
  const ask = async (): Promise<Served> => {
    const before = cpu();
    const driven = await runChild<Driven>('http-load.ts', [], load);
    return { ...driven, cpu: used(before, cpu()) };
  };
  try {
    return await work({ ask });
  } finally {
    await server.close();
    await pool.end();
  }
}

const p50 = (driven: Driven) => driven.p50;

function section(
  found: readonly Found[],
  { seasons, rounds }: ReadsOptions,
  moments: readonly Moment[],
): Section {
  const grown = found.map((one) => ({ ...one, growth: ratio({ a: one.many, b: one.one }, p50) }));
  const route = found[0]?.many ?? [];
  const rows = grown.map(({ read, first, many, growth }) => [
    read.name,
    read.extent,
    middle(many, p50).toFixed(2),
    middle(many, (one) => one.p99).toFixed(2),
    count(middle(many, ({ cpu, asked }) => cpu.node / asked)),
    count(middle(many, ({ cpu, asked }) => (cpu.postgres ?? Number.NaN) / asked)),
    ratio({ a: many, b: route }, p50).toFixed(1),
    growth.toFixed(2),
    first.many.p50.toFixed(2),
    first.many.p99.toFixed(2),
    (first.many.p50 / first.one.p50).toFixed(2),
  ]);
  const distinct = (of: (moment: Moment) => string) => new Set(moments.map(of)).size;
  return {
    title: 'Every read',
    measures: [worst(grown, seasons)],
    details: [
      `Medians of ${rounds} rounds of ${MOMENTS} questions each (${FEWER} of reads that look at history), one connection, about moments of the last of ${seasons} seasons: ${distinct(({ game }) => game)} games of ${distinct(({ team }) => team)} teams. CPU time is of a request, of the server process and of PostgreSQL's. The last three columns are of each question's first time, of a server that had been asked nothing before (the database had been):`,
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
          'first p50 ms',
          'first p99 ms',
          `first p50 at ${seasons} seasons / at 1`,
        ],
        rows,
      ),
      READS_FINDINGS,
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
