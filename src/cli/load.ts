/** `load`: files, folders and buckets in; a line a file and a summary out. */
import cliProgress from 'cli-progress';
import type pg from 'pg';
import { type LoadReport, load } from '../ingest/load.ts';
import { parseUri } from '../ingest/s3/object.ts';
import type { S3Words } from './s3.ts';

interface Tally {
  loaded: number;
  unchanged: number;
  rejected: number;
  plays: number;
  discrepancies: number;
}

interface LoadWords extends S3Words {
  /** Leave out the lines of what went well. */
  readonly quiet?: boolean;
}

/** Load paths and buckets, showing progress; true when nothing was rejected. */
export async function loadPaths(
  pool: pg.Pool,
  paths: readonly string[],
  { quiet = false, ...words }: LoadWords = {},
): Promise<boolean> {
  const tally: Tally = { loaded: 0, unchanged: 0, rejected: 0, plays: 0, discrepancies: 0 };
  const started = performance.now();
  const show = progressBar();
  const onReport = (report: LoadReport) => {
    tally[report.outcome]++;
    tally.plays += report.outcome === 'loaded' ? report.plays : 0;
    tally.discrepancies += report.discrepancies;
    if (!quiet || report.outcome === 'rejected') console.log(describe(report));
  };
  const files = paths.filter((path) => parseUri(path) === null);
  if (files.length > 0) {
    await load({
      pool,
      paths: files,
      onProgress: ({ phase, done, total }) => show(phase === 'survey' ? 'reading' : 'loading', done, total),
      onReport,
    });
  }
  for (const uri of paths.filter((path) => !files.includes(path))) {
    // The SDK takes half a second to read: only who loads from a bucket waits for it.
    const { backfillFrom } = await import('./s3.ts');
    await backfillFrom(words, {
      pool,
      uri,
      onProgress: (done, total) => show(uri, done, total),
      onReport,
    });
  }
  show(null, 0, 0);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${tally.loaded} loaded, ${tally.unchanged} unchanged, ${tally.rejected} rejected; ${count(tally.plays)} plays in ${seconds.toFixed(1)} s` +
      (tally.plays > 0 ? ` (${count(Math.round(tally.plays / seconds))} plays a second)` : '') +
      (tally.discrepancies > 0 ? `; ${count(tally.discrepancies)} differences to look at` : ''),
  );
  return tally.rejected === 0;
}

/** A bar a phase; null ends the last. */
function progressBar(): (phase: string | null, done: number, total: number) => void {
  const bar = new cliProgress.SingleBar(
    {
      format: '{phase} {bar} {percentage}% | {value}/{total} | {eta_formatted}',
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  let current: string | null = null;
  return (phase, done, total) => {
    if (phase === current) {
      if (phase !== null) bar.update(done);
      return;
    }
    if (current !== null) bar.stop();
    current = phase;
    if (phase !== null) bar.start(total, done, { phase });
  };
}

function describe(report: LoadReport): string {
  if (report.outcome === 'rejected') {
    return `rejected   ${report.source}: ${report.place}: ${report.reason}; ${report.remedy}`;
  }
  const what =
    report.gameId === null ? report.format : `${report.league} game ${report.gameId}, ${report.plays} plays`;
  if (report.outcome === 'unchanged') return `unchanged  ${report.source}: ${report.reason ?? 'nothing new'}`;
  const differences =
    report.discrepancies === 0 ? '' : `, ${report.discrepancies} differences (see the game's page)`;
  return `loaded     ${report.source}: ${what}, basis ${report.basis}, ${count(report.rowsWritten)} rows${differences}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
