/** A panel's answer, row by row. */
import type { z } from 'zod';
import type { PanelBody } from '../http/panel/options.ts';
import type { PanelRow } from '../http/routes/panel.ts';
import { linesOf } from './lines.ts';
import { accepted, PlayclockError, type Problem } from './refusal.ts';

/** What is asked: rows or a grid, and how, as in the API's JSON body. */
export type PanelQuestion = { readonly league: string } & z.input<typeof PanelBody>;

/** A row of the answer; `error` says what is wrong with the row asked. */
export type PanelAnswerRow = z.output<typeof PanelRow>;

/** Rows as they arrive, in the order asked. Throws where the answer breaks off. */
export async function* panelRows(request: Promise<Response>): AsyncGenerator<PanelAnswerRow, void, void> {
  for await (const line of linesOf(await accepted(await request))) {
    const row = JSON.parse(line) as PanelAnswerRow | { readonly error: Problem };
    // An error after the answer has begun is its last line.
    if (typeof row.error === 'object') throw new PlayclockError(row.error);
    yield row as PanelAnswerRow;
  }
}
