/** Writing a panel's answer, in this thread or in another. */
import { availableParallelism } from 'node:os';
import type { AnswerHead, AnswerRows } from './answer.ts';
import type { AnswerFormat } from './formats.ts';
import { BrokenOffError } from './stream.ts';
import { WriterThread } from './writer-thread.ts';
import { writerOf } from './writers.ts';

/** Fewer rows than this are written sooner than they are sent to another thread. */
const THREAD_FROM = 20_000;

let thread: WriterThread | null = null;

export interface Writing {
  readonly format: AnswerFormat;
  readonly head: AnswerHead;
  /** Rows of the whole answer. */
  readonly count: number;
  /** Whether another thread may be used: not where the program is one file. */
  readonly threads: boolean;
}

/** Bytes of an answer. */
export async function* writeAnswer(
  { format, head, count, threads }: Writing,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  if (!threads || count < THREAD_FROM || availableParallelism() === 1) {
    yield* (await writerOf(format))(head, rows);
    return;
  }
  if (thread === null || thread.hasEnded) thread = new WriterThread();
  yield* thread.write(format, head, rows);
}

/** The same, an error after the beginning as a last line where the format is one of lines; otherwise thrown again. */
export async function* endingInWords(
  format: AnswerFormat,
  chunks: AsyncGenerator<Uint8Array>,
  describe: (cause: unknown) => object,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (cause) {
    const error = describe(cause);
    if (format !== 'ndjson') throw new BrokenOffError(cause instanceof Error ? cause.message : String(cause));
    yield Buffer.from(`${JSON.stringify({ error })}\n`);
  }
}
