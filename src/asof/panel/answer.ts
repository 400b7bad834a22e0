/** Answering a panel: batch by batch, in the order asked. */
import type pg from 'pg';
import { combine } from '../combine.ts';
import type { Kind } from '../entity.ts';
import { zeroValues } from '../published.ts';
import { readKeys, UNKNOWN } from './entities.ts';
import { fieldReader } from './fields.ts';
import type { PanelQuestion } from './question.ts';
import type { PanelRows } from './rows.ts';
import { LineSeeker, type SoughtLine } from './seek.ts';

/** Answers to a run of rows, packed. */
export interface PanelBatch {
  /** First row. */
  readonly start: number;
  readonly count: number;
  /** Row by row, the fields in the order asked; NaN where there is none. */
  readonly values: Float64Array;
  /** Instant of the last play counted, epoch milliseconds; NaN where there is none. */
  readonly lastPlay: Float64Array;
  /** 1 where the basis does not know the row's entity. */
  readonly unknown: Uint8Array;
}

/** Rows answered together. */
const BATCH = 20_000;

/** Answers to all rows, from one state of knowledge. Stops between two batches when the reader stops. */
export async function* answerPanel(
  pool: pg.Pool,
  question: PanelQuestion,
  rows: PanelRows,
): AsyncGenerator<PanelBatch> {
  const keys = await readKeys(pool, question.league, rows.entities, question.basis);
  const seeker = new LineSeeker(pool, question);
  for (let start = 0; start < rows.count; start += BATCH) {
    const batch = emptyBatch(question, start, Math.min(BATCH, rows.count - start));
    for (const kind of ['player', 'team'] satisfies Kind[]) {
      await fill(seeker, question, kind, batch, rows, keys);
    }
    yield batch;
  }
}

function emptyBatch({ fields }: PanelQuestion, start: number, count: number): PanelBatch {
  return {
    start,
    count,
    values: new Float64Array(count * fields.length).fill(Number.NaN),
    lastPlay: new Float64Array(count).fill(Number.NaN),
    unknown: new Uint8Array(count),
  };
}

/** Answer the batch's rows of one kind of entity. */
async function fill(
  seeker: LineSeeker,
  question: PanelQuestion,
  kind: Kind,
  { start, count, values, lastPlay, unknown }: PanelBatch,
  rows: PanelRows,
  keys: Int32Array,
): Promise<void> {
  const wanted: number[] = [];
  for (let row = start; row < start + count; row++) {
    const entity = rows.entity(row);
    if (rows.entities[entity]?.kind !== kind) continue;
    if (keys[entity] === UNKNOWN) unknown[row - start] = 1;
    else if (!Number.isNaN(rows.at(row))) wanted.push(row);
  }
  if (wanted.length === 0) return;
  const keyOf = (row: number) => keys[rows.entity(row)] ?? UNKNOWN;
  wanted.sort((a, b) => keyOf(a) - keyOf(b) || rows.at(a) - rows.at(b));
  const lines = await seeker.seek(
    kind,
    wanted.map(keyOf),
    wanted.map((row) => rows.at(row)),
  );
  const read = lineReader(question, kind);
  const width = question.fields.length;
  lines.forEach((line, index) => {
    const row = wanted[index] ?? 0;
    const place = row - start;
    lastPlay[place] = line.last_play_time ?? Number.NaN;
    const found = read(line, rows.at(row));
    if (found !== null) values.set(found, place * width);
  });
}

/** A function giving the values of a line at an instant, or null where it has none. */
function lineReader(question: PanelQuestion, kind: Kind) {
  const { scope, boundary, maxAge } = question;
  const { sport } = question.league;
  const read = fieldReader(sport, question.fields);
  return (line: SoughtLine, at: number): Float64Array | null => {
    if (maxAge !== null && !(line.last_play_time !== null && at - line.last_play_time <= maxAge)) return null;
    if (scope !== 'game') return read(combine(sport, kind, line, { at, boundary })[scope]);
    if (line.current_game_key === null) return null;
    const inGame = line.game_key === line.current_game_key;
    return read(inGame ? combine(sport, kind, line, { at, boundary }).game : zeroValues(sport));
  };
}
