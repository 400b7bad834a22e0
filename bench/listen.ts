/** A route handler behind a port of this process. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listen on a free port of this machine only. */
export function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) }),
    );
  });
}
