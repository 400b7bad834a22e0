/** Measure: loading against a raw COPY of the rows it ends with, and the loader's memory. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeSeasons } from '../src/simulate/write.ts';
import { alternate, middle, ratio } from './alternate.ts';
import { runChild } from './child.ts';
import { LOAD_FINDINGS, RATE_FINDINGS } from './load-findings.ts';
import { readProfile, type ServerTime, startProfile } from './load-profile.ts';
import { footballSeason, rateMeasure } from './load-rates.ts';
import { atLeast, atMost, count, type Measure, type Section, table } from './measure.ts';
import type { Progress } from './progress.ts';
import { rawCopy } from './raw-copy.ts';
import { type BenchServer, withClient } from './server.ts';

interface Loaded {
  readonly games: number;
  readonly plays: number;
  readonly rows: number;
  readonly rejected: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMegabytes: number;
}

interface Source {
  readonly folder: string;
  readonly league: string;
  readonly what: string;
}

const REACH_RATIO = 0.5;
const REACH_MEGABYTES = 512;
const DATABASE = 'load';

export interface LoadOptions {
  readonly home: string;
  readonly rounds: number;
  readonly progress: Progress;
}

/** Load, then copy the same rows, by turns. */
export async function measureLoad(server: BenchServer, options: LoadOptions): Promise<Section> {
  const source = await findSource(options);
  const loads: Loaded[] = [];
  const profiles: ServerTime[] = [];
  const football: Loaded[] = [];
  const season = footballSeason();
  let url = '';
  const { a, b } = await alternate(
    options.rounds,
    async () => {
      options.progress('load and raw COPY', loads.length, options.rounds);
      url = await server.create(DATABASE);
      await startProfile(url);
      const loaded = await loadInChild(url, source.folder);
      loads.push(loaded);
      profiles.push(await readProfile(url));
      return loaded.ms;
    },
    async () => {
      const copied = await rawCopy(url, source.league);
      if (season !== null) football.push(await loadInChild(await server.create(DATABASE), season));
      return copied;
    },
  );
  options.progress('load and raw COPY', options.rounds, options.rounds);
  await server.drop(DATABASE);
  const rates = season === null ? [] : [rateMeasure({ a: football, b: loads })];
  return section(source, loads, profiles, b, 1 / ratio({ a, b }, (ms) => ms), rates);
}

async function loadInChild(url: string, folder: string): Promise<Loaded> {
  await withClient(url, (client) => client.query('checkpoint'));
  const loaded = await runChild<Loaded>('load-child.ts', [url, folder]);
  if (loaded.rejected > 0) throw new GamesRefusedError(folder, loaded.rejected);
  return loaded;
}

/** The real games where they are at hand, else two hundred simulated ones. */
async function findSource({ home, progress }: LoadOptions): Promise<Source> {
  const real = process.env.PLAYCLOCK_REAL_DATA;
  if (real !== undefined) {
    return {
      folder: join(real, 'nba-stats-v2'),
      league: 'nba',
      what: 'real games (stats.nba.com playbyplayv2, CSV, gzipped)',
    };
  }
  const out = join(home, 'two-hundred-games');
  if (!existsSync(out)) {
    await writeSeasons({
      seed: 'bench',
      seasons: ['2001-02'],
      teams: 20,
      gamesPerTeam: 20,
      out,
      gzip: true,
      onGame: (_game, done, total) => progress('simulate games to load', done, total),
    });
  }
  return { folder: out, league: 'demo', what: 'simulated games (NBA live format with box scores, gzipped)' };
}

function section(
  source: Source,
  loads: readonly Loaded[],
  profiles: readonly ServerTime[],
  raw: readonly number[],
  speed: number,
  rates: readonly Measure[],
): Section {
  const [one] = loads;
  const ms = middle(loads, (load) => load.ms);
  const plays = one?.plays ?? 0;
  const peak = Math.max(...loads.map((load) => load.peakMegabytes));
  const rawMs = middle(raw, (time) => time);
  const measures: Measure[] = [
    {
      name: `\`load\` of ${count(one?.games ?? 0)} ${source.what}`,
      reach: 'as fast as can be',
      measured: `**${count((plays / ms) * 1000)}** plays/s (${count(plays)} plays, ${count(one?.rows ?? 0)} rows in ${seconds(ms)})`,
      met: null,
    },
    atLeast(
      'raw COPY of the same final rows / `load`, time',
      REACH_RATIO,
      speed,
      `${seconds(rawMs)} / ${seconds(ms)}`,
    ),
    ...rates,
    atMost('peak resident memory of `load`', REACH_MEGABYTES, peak, 'MB', 'highest of all rounds'),
  ];
  return {
    title: 'Loading',
    measures,
    details: [
      whereTimeGoes(loads, profiles, ms),
      topStatements(profiles),
      LOAD_FINDINGS,
      ...(rates.length === 0 ? [] : [RATE_FINDINGS]),
    ],
  };
}

function whereTimeGoes(loads: readonly Loaded[], profiles: readonly ServerTime[], ms: number): string {
  const of = (figure: (time: ServerTime) => number) => seconds(middle(profiles, figure));
  const statements = profiles[0]?.statements ?? 0;
  return [
    `Where the time of a load goes (median of ${loads.length} rounds; client and server can overlap, so the parts need not add up):`,
    table(
      ['part', 'time'],
      [
        ['the whole load', seconds(ms)],
        [
          "the client's CPU: reading, unpacking, parsing, checking, folding, encoding",
          seconds(middle(loads, (load) => load.cpuMs)),
        ],
        ['the server in COPY', of((time) => time.copy)],
        ['the server in other statements', of((time) => time.other)],
        ['the server planning', of((time) => time.planning)],
        ['the server flushing its log at commits', of((time) => time.flushing)],
        ['statements', count(statements)],
      ],
    ),
  ].join('\n\n');
}

function topStatements(profiles: readonly ServerTime[]): string {
  const rows = (profiles[0]?.top ?? []).map(({ text, calls, ms }) => [
    `\`${text.replaceAll('|', '\\|')}\``,
    count(calls),
    seconds(ms),
  ]);
  return [
    'The costliest statements, execution and planning:',
    table(['statement', 'calls', 'time'], rows),
  ].join('\n\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** A load that refuses files is not the load that is to be measured. */
export class GamesRefusedError extends Error {
  override readonly name = 'GamesRefusedError';
  constructor(folder: string, games: number) {
    super(`${games} files of ${folder} were rejected`);
  }
}
