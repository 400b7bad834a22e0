/** Measures: the as-of read in SQL against a primary-key lookup, its plan, and its latency as history grows. */
import { createPool } from '../src/database/pool.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { askAsOf, LEAGUE, PRIMARY_KEY_TEXT } from './as-of-statement.ts';
import { type Driven, drive } from './drive.ts';
import { atLeast, atMost, count, fenced, type Measure, type Section, table } from './measure.ts';
import { type Pair, samplePairs } from './pairs.ts';
import { comparePgbench } from './pgbench.ts';
import { explainAsOf, type PlanFindings } from './plan.ts';
import type { Progress } from './progress.ts';
import type { SeasonDatabases } from './seasons.ts';
import { withClient } from './server.ts';

const CONNECTIONS = 4;
const PAIRS = 20_000;
const PLANS = 200;
const REACH_RATIO = 0.6;
const REACH_GROWTH = 1.2;

export interface AsOfOptions {
  readonly databases: SeasonDatabases;
  readonly seasons: number;
  readonly rounds: number;
  /** Where scratch files may go. */
  readonly folder: string;
  /** Length of one measurement. */
  readonly seconds: number;
  readonly progress: Progress;
}

/** Run all of them. */
export async function measureAsOf(options: AsOfOptions): Promise<Section> {
  const { one, many } = options.databases;
  const [few, pairs] = [await samplePairs(one, LEAGUE, PAIRS), await samplePairs(many, LEAGUE, PAIRS)];
  const step = (done: number) => options.progress('as-of', done, 4);
  step(0);
  const plan = await explainAsOf(many, pairs.slice(0, PLANS));
  step(1);
  const driver = await compareDriver(many, pairs, options);
  step(2);
  const bench = await comparePgbench(many, pairs, options);
  step(3);
  const growth = await compareSizes(one, few, many, pairs, options);
  step(4);
  const asOf = driver.a;
  const key = driver.b;
  const measures: Measure[] = [
    atLeast(
      `as-of in SQL / primary-key lookup, transactions/s, ${options.seasons} seasons, Node driver, ${CONNECTIONS} connections`,
      REACH_RATIO,
      ratio(driver, perSecond),
      `${count(middle(asOf, perSecond))} / ${count(middle(key, perSecond))} per second`,
    ),
    ...(bench === null
      ? []
      : [
          atLeast(
            'the same with pgbench, whose client costs next to nothing',
            REACH_RATIO,
            ratio(bench, (rate) => rate),
            `${count(middle(bench.a, Number))} / ${count(middle(bench.b, Number))} per second`,
          ),
        ]),
    {
      name: `plan of ${PLANS} questions: index descents only`,
      reach: 'no other scan, no sort of many rows',
      measured: `at most ${plan.descents} descents and ${plan.rowsTouched} rows touched`,
      met: plan.violations.length === 0,
    },
    ...growthMeasures(growth, options.seasons),
  ];
  return { title: 'As-of in SQL', measures, details: await details(many, plan, driver, growth, options) };
}

type Comparison = { readonly a: readonly Driven[]; readonly b: readonly Driven[] };

const perSecond = (driven: Driven) => driven.perSecond;

async function compareDriver(url: string, pairs: readonly Pair[], options: AsOfOptions): Promise<Comparison> {
  const pool = createPool({ url, max: CONNECTIONS, name: 'playclock bench' });
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
  try {
    const asOf = clients.map((client) => askAsOf(client, pairs));
    const lookup = clients.map((client) => (question: number) => {
      const pair = pairs[question % pairs.length];
      return client.query({ name: 'lookup', text: PRIMARY_KEY_TEXT, values: [pair?.key] });
    });
    return await alternate(
      options.rounds,
      () => drive(asOf, options.seconds),
      () => drive(lookup, options.seconds),
    );
  } finally {
    for (const client of clients) client.release();
    await pool.end();
  }
}

/** One connection to each database, by turns: a is the large one. */
async function compareSizes(
  one: string,
  few: readonly Pair[],
  many: string,
  pairs: readonly Pair[],
  options: AsOfOptions,
): Promise<Comparison> {
  const pools = [createPool({ url: many, max: 1 }), createPool({ url: one, max: 1 })] as const;
  const [large, small] = [await pools[0].connect(), await pools[1].connect()];
  try {
    return await alternate(
      options.rounds,
      () => drive([askAsOf(large, pairs)], options.seconds),
      () => drive([askAsOf(small, few)], options.seconds),
    );
  } finally {
    large.release();
    small.release();
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

function growthMeasures(growth: Comparison, seasons: number): Measure[] {
  const measure = (name: string, figure: (driven: Driven) => number) =>
    atMost(
      `${name} latency of an as-of at ${seasons} seasons / at 1`,
      REACH_GROWTH,
      ratio(growth, figure),
      '',
      `${middle(growth.a, figure).toFixed(3)} ms / ${middle(growth.b, figure).toFixed(3)} ms`,
    );
  return [measure('p50', (driven) => driven.p50), measure('mean', (driven) => driven.mean)];
}

async function details(
  url: string,
  plan: PlanFindings,
  driver: Comparison,
  growth: Comparison,
  options: AsOfOptions,
): Promise<string[]> {
  const row = (name: string, results: readonly Driven[]) => [
    name,
    count(middle(results, perSecond)),
    ...[(driven: Driven) => driven.p50, (driven: Driven) => driven.mean, (driven: Driven) => driven.p99].map(
      (figure) => middle(results, figure).toFixed(3),
    ),
  ];
  const found = plan.violations.length === 0 ? '' : `\n\nNot as it should be: ${plan.violations.join('; ')}.`;
  return [
    `Medians of ${options.rounds} rounds of ${options.seconds} s each:`,
    table(
      ['closed loop', 'per second', 'p50 ms', 'mean ms', 'p99 ms'],
      [
        row(`as-of, ${CONNECTIONS} connections`, driver.a),
        row(`primary-key lookup, ${CONNECTIONS} connections`, driver.b),
        row(`as-of, 1 connection, ${options.seasons} seasons`, growth.a),
        row('as-of, 1 connection, 1 season', growth.b),
      ],
    ),
    `What is asked: ${await describeData(url)}.`,
    `The plan of the question, of ${PLANS}, that needed most descents:${found}`,
    fenced('text', plan.text),
  ];
}

async function describeData(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, number | string>>(
      `select (select count(*) from ${LEAGUE}.play_by_play) as plays,
         (select sum(cardinality(instants)) from ${LEAGUE}.cumulative_stats) as lines,
         (select count(*) from ${LEAGUE}.player_stats) as games, (select count(*) from ${LEAGUE}.players) as players,
         pg_database_size(current_database()) / 1048576 as megabytes`,
    );
    const of = (name: string) => count(Number(rows[0]?.[name]));
    return `${of('plays')} plays, ${of('lines')} running rows, ${of('games')} player games, ${of('players')} players; the database takes ${of('megabytes')} MB`;
  });
}
