/**
 * A panel as one JSON document, `{ "rows": [ … ], … }`: the rows are taken out as they arrive, so that a million
 * of them are never held as text or as objects; what stands around them is small and parsed at the end.
 */
import { StringDecoder } from 'node:string_decoder';
import type { PanelRows } from '../../asof/panel/rows.ts';
import { badBody, MAX_ROW_LENGTH } from './body.ts';
import { addRow } from './read-row.ts';

/** Longest the document without its rows may be, characters. */
const MAX_ENVELOPE = 8 * 1024 * 1024;

/** Add all rows; returns the document without them (`rows` is an empty array where there were any). */
export async function readJson(body: AsyncIterable<Buffer>, rows: PanelRows): Promise<unknown> {
  const scanner = new RowScanner(rows);
  const decoder = new StringDecoder('utf8');
  for await (const chunk of body) scanner.push(decoder.write(chunk));
  scanner.push(decoder.end());
  return scanner.end();
}

/** Walks through the document; knows of JSON only strings and nesting, and leaves the rest to the parser. */
class RowScanner {
  readonly #rows: PanelRows;
  #envelope = '';
  /** Text of the row begun, or what has come of the envelope since the last chunk. */
  #begun = '';
  #inRows = false;
  /** Brackets open: in the document, or in the row. */
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(rows: PanelRows) {
    this.#rows = rows;
  }

  push(chunk: string): void {
    const text = this.#begun + chunk;
    let start = 0;
    for (let at = this.#begun.length; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inString = false;
      } else if (code === 34) {
        this.#inString = true;
      } else if (code === 123 || code === 91) {
        if (!this.#inRows && code === 91 && this.#depth === 1 && this.#isRows(text.slice(start, at))) {
          this.#envelope += `${text.slice(start, at)}[`;
          start = at + 1;
          this.#inRows = true;
          this.#depth = 0;
        } else this.#depth++;
      } else if (code === 125 || code === 93) {
        if (this.#inRows && this.#depth === 0) {
          this.#row(text.slice(start, at), 'last');
          start = at;
          this.#inRows = false;
          this.#depth = 1;
        } else this.#depth--;
      } else if (code === 44 && this.#inRows && this.#depth === 0) {
        this.#row(text.slice(start, at), 'one');
        start = at + 1;
      }
    }
    this.#begun = text.slice(start);
    if (this.#inRows) {
      if (this.#begun.length > MAX_ROW_LENGTH)
        throw badBody(`row ${this.#rows.count} is too long to be a row`);
      return;
    }
    this.#envelope += this.#begun;
    this.#begun = '';
    if (this.#envelope.length > MAX_ENVELOPE) throw badBody('the document is too long without its rows');
  }

  end(): unknown {
    if (this.#inRows) throw badBody('the body ends inside "rows": it was cut off');
    try {
      return JSON.parse(this.#envelope);
    } catch {
      throw badBody('the body is not JSON, or was cut off');
    }
  }

  /** Whether an array that begins here is the value of `rows`. */
  #isRows(text: string): boolean {
    return /(?<!\\)"rows"\s*:\s*$/.test(this.#envelope.slice(-200) + text);
  }

  #row(text: string, which: 'one' | 'last'): void {
    // An empty array has one row of nothing.
    if (which === 'last' && text.trim() === '' && this.#rows.count === 0) return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw badBody(`row ${this.#rows.count} is not JSON`);
    }
    addRow(this.#rows, value);
  }
}
