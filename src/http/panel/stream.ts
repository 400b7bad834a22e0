/** An answer as a stream that is made only as fast as it is read. */

/** How long a reader is waited for, milliseconds: his answer holds a place. */
export interface ReaderTimes {
  /** For him to take what is ready. */
  readonly stall: number;
  /** The same over the whole answer. What making it takes does not count. */
  readonly all: number;
}

const READER_TIMES: ReaderTimes = { stall: 60_000, all: 300_000 };

export interface Ending {
  /** Called when it is over, however. */
  readonly ended: () => void;
  /** Called before that where the reader was too slow. */
  readonly givenUp: (cause: BrokenOffError) => void;
}

/**
 * A stream of what a generator gives. Cancelled, or read too slowly, it ends the generator; an error of the
 * generator breaks it off.
 */
export function streamOf(
  chunks: AsyncGenerator<Uint8Array>,
  { ended, givenUp }: Ending,
  { stall, all }: ReaderTimes = READER_TIMES,
): ReadableStream<Uint8Array> {
  let waitsSince: number | null = null;
  let waited = 0;
  let patience: NodeJS.Timeout | undefined;
  const waitNoMore = () => {
    clearTimeout(patience);
    if (waitsSince !== null) waited += performance.now() - waitsSince;
    waitsSince = null;
  };
  const end = async () => {
    waitNoMore();
    try {
      await chunks.return(undefined);
    } finally {
      ended();
    }
  };
  return new ReadableStream(
    {
      async pull(controller) {
        waitNoMore();
        try {
          let next = await chunks.next();
          while (!next.done && next.value.byteLength === 0) next = await chunks.next();
          if (next.done) {
            controller.close();
            ended();
          } else {
            controller.enqueue(next.value);
            waitsSince = performance.now();
            patience = setTimeout(
              () => {
                waitNoMore();
                const cause = new BrokenOffError(
                  `its reader was waited for ${Math.round(waited / 1000)} seconds in all`,
                );
                givenUp(cause);
                controller.error(cause);
                end().catch(() => {});
              },
              Math.min(stall, Math.max(0, all - waited)),
            );
          }
        } catch (cause) {
          ended();
          throw cause;
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

/** The answer ends here, and the connection with it. The server prints it, in one line: the cause has been logged. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
  constructor(reason: string) {
    super(`an answer broke off: ${reason}`);
    this.stack = `BrokenOffError: ${this.message}`;
  }
}

/** The same items, the first of them made now: what fails at once can still be refused. */
export async function begun<T>(items: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await items.next();
  return (async function* () {
    try {
      if (first.done) return;
      yield first.value;
      yield* items;
    } finally {
      await items.return(undefined);
    }
  })();
}
