/** A reader of server-sent events, as the standard says they are to be read. */

export interface Event {
  readonly event: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into data of every shape
  readonly data: any;
}

export class EventReader {
  readonly events: Event[] = [];
  comments = 0;
  /** The id to come back with. */
  lastId: string;
  #abort = new AbortController();

  constructor(lastId = '') {
    this.lastId = lastId;
  }

  /** Connect and read until the stream ends or `leave` is called. Resolves at the end. */
  async read(url: string, onConnected: () => void = () => {}): Promise<void> {
    this.#abort = new AbortController();
    const headers = this.lastId === '' ? {} : { 'last-event-id': this.lastId };
    try {
      const response = await fetch(url, { headers, signal: this.#abort.signal });
      if (response.status !== 200 || response.body === null) throw new RangeError(await response.text());
      let block: string[] = [];
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        for (const part of chunk.split(/(?<=\n)/)) {
          if (part === '\n' && (block.at(-1)?.endsWith('\n') ?? true)) {
            this.#take(block.join(''));
            block = [];
          } else block.push(part);
        }
        onConnected();
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error;
    }
  }

  /** Connect, and read from then on; resolves once connected. `over` resolves when the stream ends. */
  async open(url: string): Promise<{ readonly over: Promise<void> }> {
    const { promise: connected, resolve } = Promise.withResolvers<void>();
    const over = this.read(url, resolve);
    await Promise.race([connected, over]);
    return { over };
  }

  leave(): void {
    this.#abort.abort();
  }

  #take(block: string): void {
    let event = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith(':')) this.comments++;
      const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (name === 'id') this.lastId = value;
      if (name === 'event') event = value;
      if (name === 'data') data.push(value);
    }
    if (data.length > 0) this.events.push({ event, id: this.lastId, data: JSON.parse(data.join('\n')) });
  }
}
