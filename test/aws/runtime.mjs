/**
 * What the Lambda runtime is to a function: its handler is imported from a folder that holds the bundle and
 * nothing else, and called with one event after the other. Events and answers are lines.
 */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const started = performance.now();
globalThis.awslambda = {
  streamifyResponse: (handle) => Object.assign(handle, { streams: true }),
  HttpResponseStream: {
    from(stream, metadata) {
      stream.metadata = metadata;
      return stream;
    },
  },
};
/** An invocation that may take as long as Lambda lets any, or as long as the event says. */
function invocationOf({ allowedMs = 900_000 }) {
  const end = Date.now() + allowedMs;
  return { getRemainingTimeInMillis: () => end - Date.now() };
}

const { handler } = await import(process.argv[2]);
answer({ ready: performance.now() - started });

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const event = JSON.parse(line);
    answer({
      value: handler.streams ? await streamed(event) : await handler(event, invocationOf(event)),
    });
  } catch (error) {
    answer({ error: String(error?.stack ?? error) });
  }
}

async function streamed(event) {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const finished = new Promise((resolve, reject) => stream.on('finish', resolve).on('error', reject));
  await handler(event, stream, invocationOf(event));
  await finished;
  return { ...stream.metadata, body: Buffer.concat(chunks).toString('utf8') };
}

function answer(value) {
  process.stdout.write(`\u0001${JSON.stringify(value)}\n`);
}
