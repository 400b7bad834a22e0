/** One panel over HTTP, from a file into a file. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** Send the rows and write the answer down; resolves with the milliseconds it took. */
export async function askPanel(url: string, rows: string, answer: string): Promise<number> {
  const begin = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      // A connection of its own: one kept from before may have been closed as idle.
      agent: false,
      headers: { 'content-type': 'text/csv', 'content-length': statSync(rows).size },
    });
    outgoing.on('response', resolve);
    outgoing.on('error', reject);
    createReadStream(rows).pipe(outgoing);
  });
  if (response.statusCode !== 200) throw new PanelRefusedError(await text(response));
  await pipeline(response, createWriteStream(answer));
  return performance.now() - begin;
}

/** The server did not answer. */
export class PanelRefusedError extends Error {
  override readonly name = 'PanelRefusedError';
}
