/** A panel as CSV: a line a row, a column a counter; nothing between two commas is null. */
import { errorOf, type PanelAnswer } from './answer.ts';
import { ByteText } from './byte-text.ts';

/** Bytes of a chunk, about. */
const CHUNK = 60_000;
const COMMA = 44;
const NEWLINE = 10;

export async function* writeCsv(answer: PanelAnswer): AsyncGenerator<Uint8Array> {
  const { question, rows, ids } = answer;
  const { fields, basis } = question;
  const width = fields.length;
  const kinds = (['player', 'team'] as const).filter((kind) => ids[kind]);
  const names = [...kinds.map((kind) => `${kind}_id`), 'as_of', ...fields.map((field) => field.name)];
  const out = new ByteText();
  out.text(`${[...names, 'last_play_time', 'basis', 'error'].join(',')}\n`);
  const known = Buffer.from(`,${basis},`);
  /** Cells of the ids by entity, each followed by a comma. */
  const quoted: Buffer[] = [];
  const idCells = (index: number): Buffer => {
    const entity = rows.entities[index];
    return Buffer.from(kinds.map((kind) => `${entity?.kind === kind ? quote(entity.id) : ''},`).join(''));
  };
  const nobody = idCells(-1);
  for await (const batch of answer.batches) {
    const { values, lastPlay, start, count } = batch;
    for (let place = 0; place < count; place++) {
      const row = start + place;
      const index = rows.entity(row);
      const at = rows.at(row);
      const last = lastPlay[place] ?? Number.NaN;
      if (index < 0) out.bytes(nobody);
      else {
        quoted[index] ??= idCells(index);
        out.bytes(quoted[index]);
      }
      if (Number.isNaN(at)) out.text(quote(rows.written(row) ?? ''));
      else out.instant(at);
      for (let field = place * width; field < (place + 1) * width; field++) {
        const value = values[field] ?? Number.NaN;
        out.character(COMMA);
        if (!Number.isNaN(value)) out.number(value);
      }
      out.character(COMMA);
      if (!Number.isNaN(last)) out.instant(last);
      out.bytes(known);
      if (Number.isNaN(last)) out.text(quote(errorOf(answer, batch, row) ?? ''));
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
