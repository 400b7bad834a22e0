/**
 * Load on an HTTP server from a process of its own: keep-alive connections, each asking again as soon as it is
 * answered, for a time or for so many questions, or so many questions a second. It speaks HTTP over bare sockets, because a client as costly as the server would hide half of any
 * difference between two routes.
 *
 * Standard input: `HttpLoad` as JSON. Standard output: `Driven` as JSON.
 */
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { drive, driveCounted, drivePaced } from './drive.ts';
import type { HttpLoad } from './http.ts';

/** Something else than 200 OK. */
class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

const load: HttpLoad = JSON.parse(await text(process.stdin));
const requests = load.paths.map((path) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${load.port}\r\naccept: application/json\r\n\r\n`),
);
const sockets = await Promise.all(Array.from({ length: load.connections }, open));
const workers = sockets.map((socket) => (question: number) => {
  return ask(socket, requests[(load.from + question) % requests.length] ?? Buffer.alloc(0));
});
const driven = await (load.questions !== undefined
  ? driveCounted(workers, load.questions)
  : load.perSecond === null
    ? drive(workers, load.seconds)
    : drivePaced(workers, load.seconds, load.perSecond));
for (const socket of sockets) socket.destroy();
process.stdout.write(JSON.stringify(driven));

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

/** One request; resolves when its answer is whole. */
function ask(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = '';
    const end = (cause?: Error) => {
      socket.off('data', onData);
      socket.off('error', end);
      socket.off('close', onClose);
      if (cause === undefined) resolve();
      else reject(cause);
    };
    const onClose = () => end(new AnswerError('the server closed the connection'));
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      end(received.startsWith('HTTP/1.1 200 ') ? undefined : new AnswerError(received.slice(0, 500)));
    };
    socket.on('data', onData);
    socket.on('error', end);
    socket.on('close', onClose);
    socket.write(request);
  });
}

function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1];
  if (length === undefined) return received.endsWith('\r\n0\r\n\r\n');
  return received.length >= head + 4 + Number(length);
}
