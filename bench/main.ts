/** `npm run bench`: measure, print, and write docs/benchmarks.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { measureAsOf } from './as-of.ts';
import { measureAws } from './aws.ts';
import { measureCounters } from './counters.ts';
import { measureDisk } from './disk.ts';
import { measureHttp } from './http.ts';
import { measureLoad } from './load.ts';
import { describeMachine } from './machine.ts';
import type { Section } from './measure.ts';
import { measurePage } from './page.ts';
import { measurePanel } from './panel.ts';
import { createProgress } from './progress.ts';
import { measureReads } from './reads.ts';
import { page, summary } from './report.ts';
import { prepareSeasons } from './seasons.ts';
import { startServer } from './server.ts';
import { measureTwoClocks } from './two-clocks.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const PARTS = [
  'load',
  'disk',
  'as-of',
  'counters',
  'http',
  'reads',
  'panel',
  'two-clocks',
  'page',
  'aws',
] as const;

interface Options {
  readonly only?: (typeof PARTS)[number];
  readonly seasons?: number;
  readonly rounds: number;
  readonly quick: boolean;
  readonly home: string;
}

/** Seasons and games a team, unless `--seasons` says otherwise: a quick look takes three short seasons. */
const WHOLE = { seasons: 5, gamesPerTeam: 82 };
const QUICK = { seasons: 3, gamesPerTeam: 10 };

const command = new Command('bench')
  .description('Measure Playclock; a whole run writes docs/benchmarks.md')
  .addOption(new Option('--only <part>', 'run one part and print it').choices(PARTS))
  .option('--seasons <n>', `simulated seasons (default: ${WHOLE.seasons}, quick ${QUICK.seasons})`, positive)
  .option('--rounds <n>', 'times each pair of measurements is repeated', positive, 5)
  .option('--quick', 'small data, one short round; prints only', false)
  .option('--home <folder>', 'where the database is kept', join(tmpdir(), 'playclock-bench'))
  .action(run);

command
  .command('prepare')
  .description('Simulate and load the seasons, and measure nothing; taken up where it was left')
  .action(() => prepare(command.opts<Options>()));

await command.parseAsync();

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}

/** The databases of seasons, made beforehand: thirty take longer than all that is measured on them. */
async function prepare(options: Options): Promise<void> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true });
  const server = await startServer(home);
  try {
    await prepareSeasons(server, { home, ...sizeOf(options), progress: createProgress() });
  } finally {
    await server.close();
  }
}

function sizeOf({ quick, seasons }: Options): typeof WHOLE {
  const size = quick ? QUICK : WHOLE;
  return seasons === undefined ? size : { ...size, seasons };
}

async function run(options: Options): Promise<void> {
  const { only, rounds, quick, home } = options;
  const busyBefore = busy();
  const folder = resolve(home);
  mkdirSync(folder, { recursive: true });
  const progress = createProgress();
  const server = await startServer(folder);
  const common = { rounds: quick ? 1 : rounds, seconds: quick ? 1 : 4, progress };
  const wants = (part: (typeof PARTS)[number]) => only === undefined || only === part;
  try {
    const sections: Section[] = [];
    if (wants('load')) {
      // A load takes half a minute and varies little: three rounds say enough.
      sections.push(
        await measureLoad(server, { ...common, home: folder, rounds: Math.min(3, common.rounds) }),
      );
    }
    if (wants('disk') || wants('as-of') || wants('http') || wants('reads') || wants('panel')) {
      const size = sizeOf(options);
      const databases = await prepareSeasons(server, { home: folder, ...size, progress });
      const { seasons } = size;
      if (wants('disk')) sections.push(await measureDisk(databases.many, seasons));
      if (wants('as-of')) sections.push(await measureAsOf({ ...common, databases, seasons, folder }));
      if (wants('http')) sections.push(await measureHttp({ ...common, url: databases.many }));
      if (wants('reads')) {
        // Two hundred questions of each of twenty reads, of both databases: three rounds say enough.
        const short = { ...common, rounds: Math.min(3, common.rounds) };
        sections.push(await measureReads({ ...short, databases, seasons }));
      }
      if (wants('panel')) {
        sections.push(await measurePanel({ ...common, url: databases.many, seasons, folder }));
      }
    }
    if (wants('counters')) {
      // Five sports by turns, twice each: a question of some 0.1 ms needs no longer.
      const seconds = Math.min(2, common.seconds);
      sections.push(await measureCounters(server, { ...common, seconds }));
    }
    if (wants('two-clocks')) sections.push(await measureTwoClocks(server, { ...common, quick }));
    if (wants('page')) sections.push(await measurePage(server, common));
    if (wants('aws')) sections.push(await measureAws(server, { quick, progress }));
    process.stdout.write(`${summary(sections)}\n`);
    if (only !== undefined || quick) {
      for (const { title, details } of sections)
        process.stdout.write(`\n## ${title}\n\n${details.join('\n\n')}\n`);
      return;
    }
    const machine = await describeMachine(server.urlOf('postgres'));
    machine.push(['load average', `${busyBefore} at the beginning, ${busy()} at the end`]);
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(PAGE, page(sections, machine, today, 'npm run bench'));
    process.stderr.write(`wrote ${PAGE}\n`);
  } finally {
    await server.close();
  }
}

/** Processes that want the machine's cores: more than a run of its own needs tells that others were at work. */
function busy(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
