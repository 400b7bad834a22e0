/** Parts of one transaction that need nothing of each other. */
import pg from 'pg';

/** What each part gives. */
type Given<Parts extends readonly (() => Promise<unknown>)[]> = {
  -readonly [Part in keyof Parts]: Awaited<ReturnType<Parts[Part]>>;
};

/**
 * Run them, and give what each gives. Over a connection that pipelines (`createPool`) all are begun at once: the server
 * goes from a statement of one to a statement of another without waiting for this process, and works while the rows of the
 * next COPY are encoded. Over any other they run in turn. Throws what failed first, when all have ended: what
 * is sent after a rollback would stand by itself. What only says that the transaction has failed is no cause: a part that
 * waits for less may hear it before another hears why.
 */
export async function together<const Parts extends readonly (() => Promise<unknown>)[]>(
  client: pg.ClientBase,
  ...parts: Parts
): Promise<Given<Parts>> {
  if (!pipelines(client)) {
    const given: unknown[] = [];
    for (const part of parts) given.push(await part());
    return given as Given<Parts>;
  }
  let failure: { readonly cause: unknown } | null = null as { readonly cause: unknown } | null;
  const note = (cause: unknown) => {
    if (failure === null || isAftermath(failure.cause)) failure = { cause };
  };
  const running = parts.map((part) => part());
  for (const part of running) part.catch(note);
  const ended = await Promise.allSettled(running);
  if (failure !== null) throw failure.cause;
  return ended.map((part) => (part.status === 'fulfilled' ? part.value : undefined)) as Given<Parts>;
}

/** Whether it says no more than that a statement before it has failed. */
function isAftermath(cause: unknown): boolean {
  return cause instanceof pg.DatabaseError && cause.code === '25P02';
}

function pipelines(client: pg.ClientBase): boolean {
  return 'pipeline' in client && client.pipeline === true;
}
