/** The thread of `WriterThread`: writes several answers by turns, each from the rows that are sent to it. */
import { parentPort } from 'node:worker_threads';
import type { AnswerRows } from './answer.ts';
import type { FromWriter, ToWriter } from './writer-thread.ts';
import { writerOf } from './writers.ts';

/** Rows of one answer, as they come. Asking for the next says that what came before is written. */
class Inbox implements AsyncIterable<AnswerRows> {
  readonly #waiting: AnswerRows[] = [];
  #isOver = false;
  #wake: () => void = () => {};

  put(rows: AnswerRows | null): void {
    if (rows === null) this.#isOver = true;
    else this.#waiting.push(rows);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<AnswerRows> {
    for (;;) {
      const rows = this.#waiting.shift();
      if (rows !== undefined) yield rows;
      else if (this.#isOver) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

const inboxes = new Map<number, Inbox>();

parentPort?.on('message', (message: ToWriter) => {
  const { answer } = message;
  switch (message.kind) {
    case 'begin': {
      const inbox = new Inbox();
      inboxes.set(answer, inbox);
      write(message, inbox).catch((cause) => {
        const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        send({ kind: 'fault', answer, reason });
      });
      return;
    }
    case 'rows':
      inboxes.get(answer)?.put(message.rows);
      return;
    case 'end':
      inboxes.get(answer)?.put(null);
      return;
    case 'drop':
      // Without an end its writer waits for ever, and is garbage with its inbox.
      inboxes.delete(answer);
      return;
  }
});

async function write(
  { answer, format, head }: Extract<ToWriter, { kind: 'begin' }>,
  inbox: Inbox,
): Promise<void> {
  const written = async function* () {
    for await (const rows of inbox) {
      yield rows;
      send({ kind: 'written', answer });
      release(rows);
    }
  };
  const writer = await writerOf(format);
  for await (const bytes of writer(head, written())) {
    if (!inboxes.has(answer)) return;
    // Small pieces lie in a buffer that others use: of those a copy is given away.
    const isOwn = bytes.byteLength * 2 > bytes.buffer.byteLength;
    const own = isOwn ? bytes : Uint8Array.from(bytes);
    send({ kind: 'bytes', answer, bytes: own }, own.buffer as ArrayBuffer);
  }
  inboxes.delete(answer);
  send({ kind: 'end', answer });
}

/** Give their memory back now: they are too few objects to make the collector look after them. */
function release({ entity, at, values, lastPlay }: AnswerRows): void {
  for (const { buffer } of [entity, at, values, lastPlay]) (buffer as ArrayBuffer).transfer(0);
}

function send(message: FromWriter, ...given: ArrayBuffer[]): void {
  parentPort?.postMessage(message, given);
}
