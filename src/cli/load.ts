/** `load`: files and folders in; a line a file and a summary out. */
import cliProgress from 'cli-progress';
import type pg from 'pg';
import { type LoadReport, load } from '../ingest/load.ts';

interface Tally {
  loaded: number;
  unchanged: number;
  rejected: number;
  plays: number;
  discrepancies: number;
}

/** Load paths, showing progress; true when nothing was rejected. `quiet` leaves out the lines of what went well. */
export async function loadPaths(pool: pg.Pool, paths: readonly string[], quiet = false): Promise<boolean> {
  const tally: Tally = { loaded: 0, unchanged: 0, rejected: 0, plays: 0, discrepancies: 0 };
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
  const started = performance.now();
  let phase = '';
  await load({
    pool,
    paths,
    onProgress(progress) {
      if (progress.phase !== phase) {
        if (phase !== '') bar.stop();
        phase = progress.phase;
        bar.start(progress.total, progress.done, { phase: phase === 'survey' ? 'reading' : 'loading' });
      } else bar.update(progress.done);
    },
    onReport(report) {
      tally[report.outcome]++;
      tally.plays += report.outcome === 'loaded' ? report.plays : 0;
      tally.discrepancies += report.discrepancies;
      if (!quiet || report.outcome === 'rejected') console.log(describe(report));
    },
  });
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${tally.loaded} loaded, ${tally.unchanged} unchanged, ${tally.rejected} rejected; ${count(tally.plays)} plays in ${seconds.toFixed(1)} s` +
      (tally.plays > 0 ? ` (${count(Math.round(tally.plays / seconds))} plays a second)` : '') +
      (tally.discrepancies > 0 ? `; ${count(tally.discrepancies)} differences to look at` : ''),
  );
  return tally.rejected === 0;
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
