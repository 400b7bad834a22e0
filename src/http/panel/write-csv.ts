/** A panel as CSV: a line a row, a column a counter; nothing between two commas is null. */
import { errorOf, type PanelAnswer } from './answer.ts';
import { instantWriter } from './instant-text.ts';

/** Rows made into one chunk. */
const CHUNK = 2000;

export async function* writeCsv(answer: PanelAnswer): AsyncGenerator<Uint8Array> {
  const { question, rows, ids } = answer;
  const { fields, basis } = question;
  const width = fields.length;
  const kinds = [...(ids.player ? (['player'] as const) : []), ...(ids.team ? (['team'] as const) : [])];
  const instant = instantWriter();
  const played = instantWriter();
  const names = [...kinds.map((kind) => `${kind}_id`), 'as_of', ...fields.map((field) => field.name)];
  yield Buffer.from(`${[...names, 'last_play_time', 'basis', 'error'].join(',')}\n`);
  const quoted = new Map<number, string>();
  for await (const batch of answer.batches) {
    const { values, lastPlay, start, count } = batch;
    for (let from = 0; from < count; from += CHUNK) {
      let text = '';
      for (let place = from; place < Math.min(count, from + CHUNK); place++) {
        const row = start + place;
        const index = rows.entity(row);
        const at = rows.at(row);
        const last = lastPlay[place] ?? Number.NaN;
        let id = quoted.get(index);
        if (id === undefined) {
          const entity = rows.entities[index];
          id = kinds.map((kind) => (entity?.kind === kind ? quote(entity.id) : '')).join(',');
          quoted.set(index, id);
        }
        text += id;
        text += Number.isNaN(at) ? `,${quote(rows.written(row) ?? '')}` : `,${instant(at)}`;
        for (let field = 0; field < width; field++) {
          const value = values[place * width + field] ?? Number.NaN;
          text += Number.isNaN(value) ? ',' : `,${value}`;
        }
        text += Number.isNaN(last) ? `,,${basis},` : `,${played(last)},${basis},`;
        const error = Number.isNaN(last) ? errorOf(answer, batch, row) : null;
        text += error === null ? '\n' : `${quote(error)}\n`;
      }
      yield Buffer.from(text);
    }
  }
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
