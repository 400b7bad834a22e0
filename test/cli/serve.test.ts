/** Stopping: nobody is cut off who was going to ask. */
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import { expect, test } from 'vitest';
import { stop } from '../../src/cli/serve.ts';

test('a client that asks on over its connection is answered, and told to open another', async () => {
  let server: ServerType | undefined;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: () => new Response('ok'), port: 0, hostname: '127.0.0.1' }, (address) =>
      resolve(address.port),
    );
  });
  if (server === undefined) throw new RangeError('no server');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async () => {
    const asked = get({ port, host: '127.0.0.1', agent });
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    answer?.resume();
    if (answer !== undefined) await once(answer, 'end');
    return [answer?.statusCode, answer?.headers.connection, asked.reusedSocket];
  };
  expect(await ask()).toEqual([200, 'keep-alive', false]);
  const stopped = stop({ server, stopping: new AbortController() });
  expect(await ask()).toEqual([200, 'close', true]);
  await stopped;
  await expect(ask()).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});
