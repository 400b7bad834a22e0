/** A process that loads a folder and nothing else, so that its memory and its CPU are the loader's. */
import { createPool } from '../src/database/pool.ts';
import { load } from '../src/ingest/load.ts';

const [url = '', path = ''] = process.argv.slice(2);
const pool = createPool({ url, max: 2, name: 'playclock bench', pipeline: true });
const result = { games: 0, plays: 0, rows: 0, rejected: 0 };
const cpu = process.cpuUsage();
const started = performance.now();
await load({
  pool,
  paths: [path],
  onReport(report) {
    if (report.plays > 0) result.games++;
    if (report.outcome === 'rejected') result.rejected++;
    result.plays += report.plays;
    result.rows += report.rowsWritten;
  },
});
const ms = performance.now() - started;
const used = process.cpuUsage(cpu);
await pool.end();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ ...result, ms, cpuMs: (used.user + used.system) / 1000, peakMegabytes }),
);
