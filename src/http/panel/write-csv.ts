/** A panel as CSV: a line a row, a column a counter; nothing between two commas is null. */
import { KINDS } from '../../plays/kind.ts';
import type { AnswerHead, AnswerRows } from './answer.ts';
import { ByteText } from './byte-text.ts';

/** Bytes of a chunk, about. */
const CHUNK = 60_000;
const COMMA = 44;
const NEWLINE = 10;

/** Write it, header first. */
export async function* writeCsv(
  { columns, ids, entities, basis }: AnswerHead,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  const width = columns.length;
  const kinds = KINDS.filter((kind) => ids[kind]);
  const names = [...kinds.map((kind) => `${kind}_id`), 'as_of', ...columns.map((column) => column.name)];
  const out = new ByteText();
  out.text(`${[...names, 'last_play_time', 'basis', 'error'].join(',')}\n`);
  const known = Buffer.from(`,${basis},`);
  /** Cells of the ids by entity, each followed by a comma. */
  const quoted: Buffer[] = [];
  const idCells = (index: number): Buffer => {
    const entity = entities[index];
    return Buffer.from(kinds.map((kind) => `${entity?.kind === kind ? quote(entity.id) : ''},`).join(''));
  };
  const nobody = idCells(-1);
  for await (const { entity, at: instants, values, lastPlay, count, written, errors } of rows) {
    for (let place = 0; place < count; place++) {
      const index = entity[place] ?? -1;
      const at = instants[place] ?? Number.NaN;
      const last = lastPlay[place] ?? Number.NaN;
      if (index < 0) out.bytes(nobody);
      else {
        quoted[index] ??= idCells(index);
        out.bytes(quoted[index]);
      }
      if (Number.isNaN(at)) out.text(quote(written.get(place) ?? ''));
      else out.instant(at);
      for (let field = place * width; field < (place + 1) * width; field++) {
        const value = values[field] ?? Number.NaN;
        out.character(COMMA);
        if (!Number.isNaN(value)) out.number(value);
      }
      out.character(COMMA);
      if (!Number.isNaN(last)) out.instant(last);
      out.bytes(known);
      if (Number.isNaN(last)) out.text(quote(errors.get(place) ?? ''));
      out.character(NEWLINE);
      if (out.length > CHUNK) yield out.take();
    }
    yield out.take();
  }
  if (out.length > 0) yield out.take();
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
