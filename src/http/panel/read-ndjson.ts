/** Rows of a panel as NDJSON: one JSON object a line. */
import { StringDecoder } from 'node:string_decoder';
import type { PanelRows } from '../../asof/panel/rows.ts';
import { badBody, MAX_ROW_LENGTH } from './body.ts';
import { addRow } from './read-row.ts';

/** Add all rows. Throws a problem at a line that is no JSON. */
export async function readNdjson(body: AsyncIterable<Buffer>, rows: PanelRows): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  const add = (text: string) => {
    line++;
    if (text.trim() === '') return;
    addRow(rows, parseLine(text, line));
  };
  for await (const chunk of body) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) add(text);
    if (rest.length > MAX_ROW_LENGTH) throw badBody(`line ${line + 1} is too long to be a row`);
  }
  add(rest + decoder.end());
}

function parseLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody(`line ${line} is no JSON: the body is not NDJSON, or was cut off`);
  }
}
