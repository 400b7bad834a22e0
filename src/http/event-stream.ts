/**
 * Server-sent events from the ledger. A reader has a position, a basis; what comes after it is read when he can
 * take it, never before, so nothing piles up for him: at most one event waits. Losing a reader loses nothing,
 * for he comes back with the basis of the last event he has.
 */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import { Bell } from '../asof/bell.ts';
import type { LedgerFollower } from '../asof/follower.ts';
import type { StreamPlaces } from './stream-places.ts';

/** Times of a stream, milliseconds. */
export interface StreamTimes {
  /** A comment is sent after so long a silence. */
  readonly heartbeat: number;
  /** A reader who takes nothing for so long is dropped. */
  readonly stall: number;
  /** A dropped reader may take so long to read what had been sent; then the connection is cut. */
  readonly grace: number;
}

export const STREAM_TIMES: StreamTimes = { heartbeat: 15_000, stall: 30_000, grace: 5_000 };

/** How long a browser waits before it comes back, milliseconds. */
const RETRY = 1_000;
/** Pause after a failed read of the database, milliseconds. */
const PAUSE = 1_000;

export const DROP_REASONS = ['slow-reader', 'shutting-down'] as const;
type DropReason = (typeof DROP_REASONS)[number];

/** An ingest that changed what is followed. */
export interface Change {
  readonly basis: number;
  /** What it changed, as JSON. */
  read(): Promise<string>;
}

/** Changes after a basis, up to another, oldest first and at most a page; and how far was looked. */
export type ReadChanges = (
  after: number,
  until: number,
) => Promise<{ readonly changes: readonly Change[]; readonly through: number }>;

interface Following {
  readonly places: StreamPlaces;
  readonly follower: LedgerFollower;
  readonly readChanges: ReadChanges;
  /** Changes after this basis. */
  readonly from: number;
  /** Whether the reader had that basis already. */
  readonly resumes: boolean;
  readonly times: StreamTimes;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** Answer with the stream, or refuse where too many are open. It ends when the reader goes, is dropped, or the server stops. */
export function streamChanges(c: Context, following: Following): Response {
  c.header('X-Accel-Buffering', 'no');
  // Nobody would read the body.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
  const leave = following.places.take(c.get('caller')?.id ?? null);
  return streamSSE(c, (stream) => new Reader(c, stream, following, leave).run());
}

class Reader {
  readonly #context: Context;
  readonly #stream: SSEStreamingApi;
  readonly #following: Following;
  readonly #bell = new Bell();
  readonly #leave: () => void;
  #over = false;
  #release: () => void;
  /** Everything up to it has been sent. */
  #position: number;
  /** The basis the reader would come back with. */
  #told: number;

  /** @param leave Gives the place back. */
  constructor(c: Context, stream: SSEStreamingApi, following: Following, leave: () => void) {
    this.#context = c;
    this.#stream = stream;
    this.#following = following;
    this.#position = following.from;
    this.#told = following.from;
    this.#leave = leave;
    this.#release = leave;
  }

  async run(): Promise<void> {
    const { follower, stopping, resumes, from } = this.#following;
    const stop = () => this.#drop('shutting-down');
    const unsubscribe = follower.subscribe(() => this.#bell.ring());
    stopping.addEventListener('abort', stop);
    this.#release = () => {
      unsubscribe();
      stopping.removeEventListener('abort', stop);
      this.#leave();
    };
    this.#stream.onAbort(() => this.#end());
    if (stopping.aborted) stop();
    // An id without data moves the place to come back to, and is no event.
    await this.#send(`${resumes ? '' : `id: ${from}\n`}retry: ${RETRY}\n\n`);
    while (!this.#over) await this.#step();
  }

  /** Send what is new, or wait for it. */
  async #step(): Promise<void> {
    const { follower, readChanges, times, log } = this.#following;
    const newest = follower.newest;
    if (newest === null || newest <= this.#position) {
      if ((await this.#bell.wait(times.heartbeat)) || this.#over) return;
      return this.#beat();
    }
    try {
      const { changes, through } = await readChanges(this.#position, newest);
      for (const { basis, read } of changes) {
        await this.#send(`event: change\ndata: ${await read()}\nid: ${basis}\n\n`);
        if (this.#over) return;
        this.#position = basis;
        this.#told = basis;
      }
      this.#position = through;
    } catch (cause) {
      log.warn({ err: cause, path: this.#context.req.path }, 'a stream could not be read; trying again');
      await this.#bell.wait(Math.min(PAUSE, times.heartbeat));
    }
  }

  /** A sign of life; it takes the place to come back to along, past ingests that changed nothing here. */
  async #beat(): Promise<void> {
    const moved = this.#position > this.#told ? `id: ${this.#position}\n` : '';
    this.#told = this.#position;
    await this.#send(`: heartbeat\n${moved}\n`);
  }

  /** Resolves once the reader has taken it, or is gone. */
  async #send(text: string): Promise<void> {
    if (this.#over) return;
    const timer = setTimeout(() => this.#drop('slow-reader'), this.#following.times.stall);
    await this.#stream.write(text);
    clearTimeout(timer);
  }

  /** Say why behind what is on its way already, and end; cut the connection if even that is not read. */
  #drop(reason: DropReason): void {
    if (this.#over) return;
    const { log, times } = this.#following;
    log.info({ reason, path: this.#context.req.path, basis: this.#told }, 'a stream was ended');
    void this.#stream.write(`event: dropped\ndata: ${JSON.stringify({ reason, basis: this.#told })}\n\n`);
    void this.#stream.close();
    this.#end();
    const outgoing = (this.#context.env as Partial<HttpBindings> | undefined)?.outgoing;
    const cut = setTimeout(() => {
      this.#stream.abort();
      outgoing?.destroy();
    }, times.grace);
    outgoing?.once('close', () => clearTimeout(cut));
  }

  /** Let go of everything at once: a reader who is dropped may hold the last write up for long. */
  #end(): void {
    this.#over = true;
    this.#release();
    this.#bell.ring();
  }
}
