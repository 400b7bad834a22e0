/** A panel's body as it arrives: counted, and refused when it is too large or cut off. */
import { Problem } from '../problem.ts';

/** Bytes in a body at most. A million rows of CSV are about 35 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Characters in one row at most. */
export const MAX_ROW_LENGTH = 64 * 1024;

/** Bytes and milliseconds for which the rest of a body that was refused is still taken. */
const MAX_REST = 64 * 1024 * 1024;
const REST_TIME = 2_000;

/** Refusal of a body that is not what it says it is. */
export function badBody(detail: string): Problem {
  return new Problem('invalid-parameter', detail, { parameter: 'body' });
}

/**
 * Bytes of a request's body. Throws a problem when there are too many, or when they end too early. Left before its end
 * it takes the rest, within bounds: a client that still sends would not hear why it is refused.
 */
export async function* bodyOf(request: Request, most = MAX_BYTES): AsyncGenerator<Buffer> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') throw badBody(`a body in ${encoding} is not read: send it as it is`);
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > most) throw tooLarge(most);
  if (request.body === null) return;
  let bytes = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw badBody('the body was cut off');
      });
      if (done) return;
      bytes += value.byteLength;
      if (bytes > most) throw tooLarge(most);
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  } finally {
    await passOver(reader);
  }
}

async function passOver(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const giveUp = () => reader.cancel().catch(() => {});
  const timer = setTimeout(giveUp, REST_TIME);
  try {
    for (let bytes = 0; bytes <= MAX_REST; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
    }
    await giveUp();
  } catch {
    // The connection broke: nobody hears the refusal.
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(most: number): Problem {
  return new Problem(
    'too-large',
    `a body has at most ${most / 1024 / 1024} MiB: send the panel in parts, with the same basis`,
  );
}
