/**
 * Server-sent events over `fetch`: an `EventSource` cannot send the reader's key. A lost connection is taken up
 * again with the id of the last event, so nothing is missed.
 */
import { headers } from './ask.ts';

/** Before trying again, milliseconds; doubled up to the longest while nobody answers. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

export interface Followed {
  onEvent(name: string, data: string): void;
  onState(state: 'following' | 'lost'): void;
}

/** Follow a stream until told to stop. */
export function follow(path: string, { onEvent, onState }: Followed): () => void {
  const abort = new AbortController();
  let last: string | null = null;
  let pause = FIRST_PAUSE;

  const connect = async () => {
    const resume: Record<string, string> = last === null ? {} : { 'last-event-id': last };
    const response = await fetch(path, {
      headers: { ...headers(), ...resume, accept: 'text/event-stream' },
      cache: 'no-store',
      signal: abort.signal,
    });
    if (!response.ok || response.body === null) return;
    onState('following');
    pause = FIRST_PAUSE;
    for await (const block of blocksOf(response.body)) {
      const event = readEvent(block);
      if (event.id !== null) last = event.id;
      if (event.data !== null) onEvent(event.name, event.data);
    }
  };
  const run = async () => {
    while (!abort.signal.aborted) {
      await connect().catch(() => {});
      if (abort.signal.aborted) return;
      onState('lost');
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  };
  void run();
  return () => abort.abort();
}

/** Blocks of a stream, which an empty line ends. */
async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks;
  }
}

interface StreamEvent {
  readonly name: string;
  readonly id: string | null;
  readonly data: string | null;
}

/** Fields of a block. */
export function readEvent(block: string): StreamEvent {
  let [name, id, data]: [string, string | null, string | null] = ['message', null, null];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'event') name = value;
    else if (field === 'id') id = value;
    else if (field === 'data') data = data === null ? value : `${data}\n${value}`;
  }
  return { name, id, data };
}
