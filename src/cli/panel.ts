/** `panel`: a file of (player or team, instant) rows in, a file of their counters out. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import cliProgress from 'cli-progress';
import type pg from 'pg';
import { answerPanel } from '../asof/panel/answer.ts';
import type { PanelBatch } from '../asof/panel/batch.ts';
import { answerRows, headOf } from '../http/panel/answer.ts';
import { ANSWERS, type AnswerFormat, ROWS, type RowFormat } from '../http/panel/formats.ts';
import { type PanelOptions, readRows } from '../http/panel/request.ts';
import { writeAnswer } from '../http/panel/write.ts';
import { Problem } from '../http/problem.ts';
import { findLeague } from '../sports/leagues.ts';
import { UsageError } from './usage-error.ts';

export interface PanelCommand {
  readonly output: string;
  readonly league: string;
  readonly scope: PanelOptions['scope'];
  readonly seasonType: PanelOptions['season_type'];
  readonly counters?: string;
  readonly tz?: string;
  readonly basis?: string;
  readonly before?: boolean;
  readonly maxAge?: string;
}

/** Answer the file's rows into the output, whose ending names its format. */
export async function panel(pool: pg.Pool, input: string, command: PanelCommand): Promise<void> {
  const league = findLeague(command.league);
  if (league === undefined) throw new UsageError(`there is no league "${command.league}"`);
  const own = formatOf(input, ROWS) as RowFormat;
  const format = formatOf(command.output, ANSWERS) as AnswerFormat;
  if (statSync(input, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UsageError(`there is no file ${input}`);
  }
  const folder = dirname(command.output);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`there is no folder ${folder} to write into`);
  }
  try {
    const options = optionsOf(command);
    const bytes = createReadStream(input);
    // Nobody else is answered here.
    const { question, rows, ids } = await readRows(pool, league, own, bytes, options, [], () => {});
    const bar = new cliProgress.SingleBar({
      format: '{bar} {value}/{total} rows, {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    });
    bar.start(rows.count, 0);
    let failed = 0;
    const batches = watched(answerPanel(pool, question, rows), (batch) => {
      for (let place = 0; place < batch.count; place++) {
        if (batch.unknown[place] === 1 || rows.fault(batch.start + place) !== null) failed++;
      }
      bar.update(batch.start + batch.count);
    });
    const writing = { format, head: headOf(question, rows, ids), count: rows.count, threads: true };
    const chunks = writeAnswer(writing, answerRows(question, rows, batches));
    await toFile(chunks, command.output).finally(() => bar.stop());
    const wrong = failed === 0 ? '' : `; ${failed} rows could not be answered: see their error`;
    console.log(`${rows.count} rows at basis ${question.basis} into ${command.output}${wrong}`);
  } catch (cause) {
    throw cause instanceof Problem ? new UsageError(cause.message, { cause }) : cause;
  }
}

function optionsOf({ basis, scope, seasonType, counters, tz, before, maxAge }: PanelCommand): PanelOptions {
  if (basis !== undefined && !/^\d{1,9}$/.test(basis)) throw new UsageError(`no ingest has the id ${basis}`);
  return {
    scope,
    season_type: seasonType,
    boundary: before ? 'before' : 'at',
    counters,
    tz,
    basis: basis === undefined ? undefined : Number(basis),
    known_at: undefined,
    max_age: maxAge,
  };
}

/** Format by the ending of a file's name. */
function formatOf(file: string, formats: object): string {
  const ending = extname(file).slice(1).toLowerCase();
  if (Object.hasOwn(formats, ending)) return ending;
  throw new UsageError(`${file}: name it with one of .${Object.keys(formats).join(', .')}`);
}

async function* watched(
  batches: AsyncIterable<PanelBatch>,
  onBatch: (batch: PanelBatch) => void,
): AsyncGenerator<PanelBatch> {
  for await (const batch of batches) {
    yield batch;
    onBatch(batch);
  }
}

/** Write all or nothing: the file has its name when it is whole. */
async function toFile(chunks: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(partial));
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}
