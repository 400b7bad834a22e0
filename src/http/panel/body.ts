/** A panel's body as it arrives: counted, and refused when it is too large or cut off. */
import { Problem } from '../problem.ts';

/** Bytes in a body at most. A million rows of CSV are about 35 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Characters in one row at most. */
export const MAX_ROW_LENGTH = 64 * 1024;

/** Refusal of a body that is not what it says it is. */
export function badBody(detail: string): Problem {
  return new Problem('invalid-parameter', detail, { parameter: 'body' });
}

/** Bytes of a request's body. Throws a problem when there are too many, or when they end too early. */
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
    await reader.cancel().catch(() => {});
  }
}

function tooLarge(most: number): Problem {
  return new Problem(
    'too-large',
    `a body has at most ${most / 1024 / 1024} MiB: send the panel in parts, with the same basis`,
  );
}
