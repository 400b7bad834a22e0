/** A file's text, told apart and parsed: JSON or CSV. No database, no file system. */
import { parse } from 'csv-parse/sync';
import { BadInput } from './bad-input.ts';

export type Content =
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'csv';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Rows read to recognise a CSV file. */
const SAMPLE_BYTES = 16_384;

/** Parse a whole document. */
export function parseDocument(file: string, text: string): Content {
  return looksLikeJson(file, text) ? parseJson(file, text) : parseCsv(file, text);
}

/** Enough of a document to recognise it: all of a JSON, the head of a CSV. */
export function parseHead(file: string, text: string): Content {
  if (looksLikeJson(file, text)) return parseJson(file, text);
  const cut = text.length > SAMPLE_BYTES ? text.lastIndexOf('\n', SAMPLE_BYTES) : text.length;
  return parseCsv(file, text.slice(0, cut));
}

function looksLikeJson(file: string, text: string): boolean {
  const first = text.trimStart()[0];
  if (first === undefined) {
    throw new BadInput(file, 'start', 'the file is empty', 'fetch it again');
  }
  return first === '{' || first === '[' || !text.slice(0, SAMPLE_BYTES).includes(',');
}

function parseJson(file: string, text: string): Content {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (cause) {
    // It quotes the text around the place, line ends and all, and a reason is one line.
    const reason = (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
    throw new BadInput(
      file,
      jsonPlace(text, reason),
      `not valid JSON: ${reason}`,
      'fetch the file again',
      cause,
    );
  }
}

/** V8 names the offset; people think in lines. */
function jsonPlace(text: string, reason: string): string {
  const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
  return `line ${text.slice(0, offset).split('\n').length}`;
}

/**
 * Records of a text without quotes, whose commas and line ends all mean what they look like; null where the parser must
 * judge. A tenth of the parser's time, which was a quarter of reading a game.
 */
function splitPlain(text: string): string[][] | null {
  if (/["\r\ufeff]/.test(text)) return null;
  const records = text.split('\n').flatMap((line) => (line === '' ? [] : [line.split(',')]));
  const width = records[0]?.length;
  return records.every((record) => record.length === width) ? records : null;
}

function parseCsv(file: string, text: string): Content {
  try {
    const records: string[][] =
      splitPlain(text) ?? parse(text, { bom: true, skip_empty_lines: true, relax_column_count: false });
    const [header = [], ...rows] = records;
    return { kind: 'csv', header, rows };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const line = /line (\d+)/.exec(reason)?.[1];
    throw new BadInput(
      file,
      line === undefined ? 'start' : `line ${line}`,
      `not valid CSV: ${reason}`,
      'fetch the file again',
      cause,
    );
  }
}
