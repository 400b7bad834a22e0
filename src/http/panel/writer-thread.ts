/**
 * Answers written in a thread of their own: while it makes bytes of some rows the next are looked up here, on the
 * second core where there is one, and other requests wait for neither.
 */
import { Worker } from 'node:worker_threads';
import type { AnswerHead, AnswerRows } from './answer.ts';
import type { AnswerFormat } from './formats.ts';

export type ToWriter =
  | {
      readonly kind: 'begin';
      readonly answer: number;
      readonly format: AnswerFormat;
      readonly head: AnswerHead;
    }
  | { readonly kind: 'rows'; readonly answer: number; readonly rows: AnswerRows }
  | { readonly kind: 'end' | 'drop'; readonly answer: number };

export type FromWriter =
  | { readonly kind: 'bytes'; readonly answer: number; readonly bytes: Uint8Array }
  | { readonly kind: 'written' | 'end'; readonly answer: number }
  | { readonly kind: 'fault'; readonly answer: number; readonly reason: string };

/** Rows and texts are soon garbage: a small young generation keeps the thread small. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/** Runs of rows that the thread may have and not have written: one that it writes, one that waits. */
const AHEAD = 2;

/** One answer, as it comes back. */
class Answer {
  readonly #bytes: Uint8Array[] = [];
  /** Runs sent and not yet written. */
  #open = 0;
  #isOver = false;
  #fault: WriterFault | null = null;
  #wake: () => void = () => {};

  sent(): void {
    this.#open++;
  }

  receive(message: FromWriter): void {
    if (message.kind === 'bytes') this.#bytes.push(message.bytes);
    else if (message.kind === 'written') this.#open--;
    else if (message.kind === 'fault') this.fail(new WriterFault(message.reason));
    else this.#isOver = true;
    this.#wake();
  }

  fail(fault: WriterFault): void {
    this.#fault ??= fault;
    this.#wake();
  }

  /** Bytes as they come, until fewer than so many runs are not yet written; all of them where it is 0. */
  async *until(open: number): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#fault !== null) throw this.#fault;
      const bytes = this.#bytes.shift();
      if (bytes !== undefined) yield bytes;
      else if (this.#isOver || this.#open < open) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

/** A thread that writes answers; what is given to it is given away. */
export class WriterThread {
  readonly #worker = new Worker(new URL('./write-worker.ts', import.meta.url), { resourceLimits: LIMITS });
  readonly #answers = new Map<number, Answer>();
  #begun = 0;
  #hasEnded = false;

  constructor() {
    this.#worker.on('message', (message: FromWriter) => this.#answers.get(message.answer)?.receive(message));
    const end = (cause?: unknown) => {
      this.#hasEnded = true;
      const fault = new WriterFault('the thread that writes panels has ended', { cause });
      for (const answer of this.#answers.values()) answer.fail(fault);
    };
    this.#worker.on('error', end);
    this.#worker.on('exit', () => end());
    this.#worker.unref();
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** End it; answers that it writes fail. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Bytes of an answer. Of its rows no more are read than the thread is about to write. */
  async *write(
    format: AnswerFormat,
    head: AnswerHead,
    rows: AsyncIterable<AnswerRows>,
  ): AsyncGenerator<Uint8Array> {
    const number = ++this.#begun;
    const answer = new Answer();
    this.#answers.set(number, answer);
    // The process lives as long as an answer is written, no longer.
    this.#worker.ref();
    try {
      this.#send({ kind: 'begin', answer: number, format, head });
      for await (const run of rows) {
        const { entity, at, values, lastPlay } = run;
        this.#send({ kind: 'rows', answer: number, rows: run }, [entity, at, values, lastPlay]);
        answer.sent();
        yield* answer.until(AHEAD);
      }
      this.#send({ kind: 'end', answer: number });
      yield* answer.until(0);
    } finally {
      this.#answers.delete(number);
      this.#send({ kind: 'drop', answer: number });
      if (this.#answers.size === 0) this.#worker.unref();
    }
  }

  #send(message: ToWriter, given: readonly (Int32Array | Float64Array)[] = []): void {
    this.#worker.postMessage(
      message,
      given.map(({ buffer }) => buffer as ArrayBuffer),
    );
  }
}

/** The thread that writes panels failed: a fault of this program. */
export class WriterFault extends Error {
  override readonly name = 'WriterFault';
}
