/** Measures: panels of three sizes over HTTP against the same ASOF JOIN in DuckDB, a single as-of against its, and memory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '../src/database/pool.ts';
import { leagueNamed } from '../src/sports/leagues.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { asOfText, LEAGUE } from './as-of-statement.ts';
import { drive } from './drive.ts';
import { joinAsOf, openPeer, type Peer, prepareAsOf } from './duckdb.ts';
import { atLeast, atMost, count, type Section, table } from './measure.ts';
import { samplePairs } from './pairs.ts';
import { askPanel } from './panel-client.ts';
import { PANEL_FINDINGS } from './panel-findings.ts';
import { writeRows } from './panel-rows.ts';
import { startServing } from './panel-server.ts';
import type { Progress } from './progress.ts';

const SIZES = [1_000, 100_000, 1_000_000] as const;
const COUNTERS = ['pts'];
const REACH_SINGLE = 50;
const REACH_MEMORY = 512;
const MEGABYTE = 1024 * 1024;
const SINGLE_PAIRS = 2000;

export interface PanelOptions {
  readonly url: string;
  readonly seasons: number;
  readonly folder: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly progress: Progress;
}

/** Milliseconds of one size: the first time the server is asked, then by turns. */
interface Timed {
  readonly size: number;
  readonly cold: number;
  readonly panel: readonly number[];
  readonly peer: readonly number[];
}

/** Panels over HTTP against the same join in DuckDB. */
export async function measurePanel(options: PanelOptions): Promise<Section> {
  const league = leagueNamed(LEAGUE);
  const peer = await openPeer(options.url, league, options.folder, options.progress);
  try {
    const single = await compareSingle(options, peer);
    const { timed, memory } = await comparePanels(options, peer);
    return section(options, timed, memory, single);
  } finally {
    peer.close();
  }
}

async function comparePanels({ url, folder, rounds, progress }: PanelOptions, peer: Peer) {
  const timed: Timed[] = [];
  const server = await startServing(url);
  try {
    for (const [done, size] of SIZES.entries()) {
      progress('panels', done, SIZES.length);
      const [rows, own, theirs] = ['rows', 'panel', 'duckdb'].map((name) =>
        join(folder, `${name}_${size}.csv`),
      );
      if (rows === undefined || own === undefined || theirs === undefined)
        throw new RangeError('three files');
      await writeRows(url, LEAGUE, size, rows);
      const address = `${server.url}/v1/${LEAGUE}/panel?counters=${COUNTERS.join(',')}`;
      const cold = await askPanel(address, rows, own);
      const joined = async () => {
        const begin = performance.now();
        await joinAsOf(peer.connection, rows, theirs, COUNTERS);
        return performance.now() - begin;
      };
      await joined();
      agree(own, theirs);
      // Lines asked about often enough are read whole by now, or will be in the next.
      await askPanel(address, rows, own);
      const { a, b } = await alternate(rounds, () => askPanel(address, rows, own), joined);
      timed.push({ size, cold, panel: a, peer: b });
    }
    progress('panels', SIZES.length, SIZES.length);
    return { timed, memory: server.peakMemory() };
  } finally {
    await server.stop();
  }
}

/** Both must have said the same, or there is nothing to compare. */
function agree(own: string, theirs: string): void {
  const figures = (file: string) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [id, , value] = line.split(',');
        return `${id} ${value}`;
      });
  const [ours, peers] = [figures(own), figures(theirs)];
  const different = ours.findIndex((line, row) => line !== peers[row]);
  if (different >= 0 || ours.length !== peers.length) {
    throw new DisagreementError(`row ${different}: ${ours[different]} and ${peers[different]}`);
  }
}

/** The panel and its peer answer differently. */
export class DisagreementError extends Error {
  override readonly name = 'DisagreementError';
}

async function compareSingle({ url, rounds, seconds }: PanelOptions, peer: Peer) {
  const pairs = await samplePairs(url, LEAGUE, SINGLE_PAIRS);
  const pair = (question: number) => pairs[question % pairs.length] ?? { key: 0, at: '' };
  const pool = createPool({ url, max: 1 });
  const statement = { name: 'as_of', text: asOfText() };
  const theirs = await prepareAsOf(peer.connection, COUNTERS);
  try {
    return await alternate(
      rounds,
      () =>
        drive(
          [(question) => pool.query({ ...statement, values: [pair(question).key, pair(question).at] })],
          seconds,
        ),
      () => drive([(question) => theirs(pair(question).key, pair(question).at)], seconds),
    );
  } finally {
    await pool.end();
  }
}

function section(
  { seasons, rounds, seconds }: PanelOptions,
  timed: readonly Timed[],
  memory: number | null,
  single: Awaited<ReturnType<typeof compareSingle>>,
): Section {
  const faster = ({ panel, peer }: Timed) => ratio({ a: peer, b: panel }, (milliseconds) => milliseconds);
  const shown = (milliseconds: readonly number[]) => `${count(middle(milliseconds, (one) => one))} ms`;
  return {
    title: 'Panels',
    measures: [
      ...timed.map((one) =>
        atLeast(
          `DuckDB's ASOF JOIN / panel of ${count(one.size)} rows over HTTP, time, ${seasons} seasons`,
          1,
          faster(one),
          `${shown(one.peer)} / ${shown(one.panel)}`,
        ),
      ),
      ...(memory === null
        ? []
        : [
            atMost(
              'peak resident memory of the server, panels of a million rows',
              REACH_MEMORY,
              memory / MEGABYTE,
              'MB',
              'since its start',
            ),
          ]),
      atLeast(
        'single as-of in DuckDB / in PostgreSQL, p50 latency',
        REACH_SINGLE,
        1 / ratio(single, (driven) => driven.p50),
        `${middle(single.b, (one) => one.p50).toFixed(2)} ms / ${middle(single.a, (one) => one.p50).toFixed(3)} ms`,
      ),
    ],
    details: [
      `Medians of ${rounds} rounds, CSV file to CSV file, points of the career. “First” is the first panel of that size that the server was asked, when lines are not yet kept in the process; single reads are of ${seconds} s each on one connection:`,
      table(
        ['rows', 'first', 'panel', 'DuckDB', 'DuckDB / panel', 'rows/s'],
        timed.map((one) => [
          count(one.size),
          shown([one.cold]),
          shown(one.panel),
          shown(one.peer),
          faster(one).toFixed(2),
          count((one.size * 1000) / middle(one.panel, (milliseconds) => milliseconds)),
        ]),
      ),
      PANEL_FINDINGS,
    ],
  };
}
