/** Server-sent events that come back by themselves where they broke off. */
import { linesOf } from './lines.ts';
import { accepted, PlayclockError } from './refusal.ts';

/** Pauses before coming back, milliseconds: the first, doubled up to the last while nothing arrives. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Refusals that another time may be none. */
const PASSING = new Set(['not-ready', 'internal', 'rate-limited']);

interface Block {
  readonly id: string | null;
  readonly name: string;
  /** Null for a block that only moves the place to come back to. */
  readonly data: string | null;
}

/** Blocks of one connection, in order. One that broke off is none: its event comes again. */
async function* blocksOf(response: Response): AsyncGenerator<Block, void, void> {
  let id: string | null = null;
  let name = '';
  let data: string[] = [];
  for await (const line of linesOf(response)) {
    const [, field, value = ''] = /^(id|event|data): ?(.*)$/s.exec(line) ?? [];
    if (field === 'id') id = value;
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (line !== '') continue;
    yield { id, name, data: data.length === 0 ? null : data.join('\n') };
    name = '';
    data = [];
  }
}

/**
 * Data of `change` events, across however many connections. Ends when the signal is aborted or the reader
 * stops; throws a refusal that will stay one.
 *
 * @param connect Opens a stream after a basis, or from now on.
 */
export async function* resuming<T>(
  connect: (place: string | null) => Promise<Response>,
  from: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, void> {
  let place = from;
  let pause = FIRST_PAUSE;
  while (!signal?.aborted) {
    try {
      const response = await accepted(await connect(place));
      for await (const { id, name, data } of blocksOf(response)) {
        pause = FIRST_PAUSE;
        if (name === 'change' && data !== null) yield JSON.parse(data) as T;
        place = id ?? place;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof PlayclockError && !PASSING.has(error.problem.type)) throw error;
    }
    await wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
