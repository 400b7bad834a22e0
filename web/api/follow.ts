/**
 * Following a stream with the client's own events, which come back where they broke off. An `EventSource` would
 * not do: it cannot send the reader's key.
 */
import { resuming } from '../../src/client/events.ts';
import { headers } from './ask.ts';

export interface Followed {
  onChange(): void;
  onState(state: 'following' | 'lost'): void;
}

/** Follow a stream of changes until told to stop. */
export function follow(path: string, { onChange, onState }: Followed): () => void {
  const { signal, abort } = abortable();
  const lose = () => {
    if (!signal.aborted) onState('lost');
  };
  const connect = async (place: string | null) => {
    const resume: Record<string, string> = place === null ? {} : { 'last-event-id': place };
    const response = await fetch(path, { headers: { ...headers(), ...resume }, cache: 'no-store', signal });
    if (!response.ok || response.body === null) return response;
    onState('following');
    const passed = new TransformStream<Uint8Array, Uint8Array>();
    void response.body.pipeTo(passed.writable).then(lose, lose);
    return new Response(passed.readable, response);
  };
  const run = async () => {
    for await (const _ of resuming<unknown>(connect, null, signal)) onChange();
  };
  run().catch(lose);
  return abort;
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
