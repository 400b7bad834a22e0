/** An answer as a stream that is made only as fast as it is read. */

/** A reader who takes nothing for so long is given up, milliseconds: his answer holds a place. */
const STALL = 60_000;

/**
 * A stream of what a generator gives. Cancelled, or not read for too long, it ends the generator; an error of the
 * generator breaks it off. `ended` is called when it is over, however.
 */
export function streamOf(
  chunks: AsyncGenerator<Uint8Array>,
  ended: () => void,
  stall = STALL,
): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(stalled);
    try {
      await chunks.return(undefined);
    } finally {
      ended();
    }
  };
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const { done, value } = await chunks.next();
          if (done) {
            controller.close();
            ended();
          } else {
            if (value.byteLength > 0) controller.enqueue(value);
            stalled = setTimeout(() => {
              controller.error(new StalledError('the answer was not read'));
              end().catch(() => {});
            }, stall);
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

/** Nobody read on. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
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
