/** A panel as JSON rows: one a line (NDJSON), or in one document. */
import type { PanelBatch } from '../../asof/panel/answer.ts';
import { errorOf, type PanelAnswer } from './answer.ts';
import { instantWriter } from './instant-text.ts';

/** Rows made into one chunk. */
const CHUNK = 2000;

/** One object a line. An error after the beginning is the last line, so that no answer is silently short. */
export async function* writeNdjson(
  answer: PanelAnswer,
  describe: (cause: unknown) => object,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const rows of chunks(answer)) yield Buffer.from(`${rows.join('\n')}\n`);
  } catch (cause) {
    yield Buffer.from(`${JSON.stringify({ error: describe(cause) })}\n`);
  }
}

/** One document, its rows under `rows`. */
export async function* writeJson(answer: PanelAnswer): AsyncGenerator<Uint8Array> {
  const { league, basis, boundary, scope, seasonType } = answer.question;
  const head = { league: league.code, basis, boundary, scope, season_type: seasonType };
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"rows":[`);
  let separator = '\n';
  for await (const rows of chunks(answer)) {
    yield Buffer.from(`${separator}${rows.join(',\n')}`);
    separator = ',\n';
  }
  yield Buffer.from('\n]}\n');
}

async function* chunks(answer: PanelAnswer): AsyncGenerator<string[]> {
  const write = rowWriter(answer);
  for await (const batch of answer.batches) {
    for (let from = 0; from < batch.count; from += CHUNK) {
      const rows: string[] = [];
      for (let place = from; place < Math.min(batch.count, from + CHUNK); place++)
        rows.push(write(batch, place));
      yield rows;
    }
  }
}

function rowWriter(answer: PanelAnswer): (batch: PanelBatch, place: number) => string {
  const { question, rows } = answer;
  const names = question.fields.map((field) => JSON.stringify(field.name));
  const width = names.length;
  const instant = instantWriter();

  return (batch, place) => {
    const row = batch.start + place;
    const entity = rows.entities[rows.entity(row)];
    const at = rows.at(row);
    const last = batch.lastPlay[place] ?? Number.NaN;
    const kind = entity?.kind ?? 'player';
    const counters = names.map((name, field) => {
      const value = batch.values[place * width + field] ?? Number.NaN;
      return `${name}:${Number.isNaN(value) ? 'null' : value}`;
    });
    const error = Number.isNaN(last) ? errorOf(answer, batch, row) : null;
    const members = [
      `"${kind}_id":${entity === undefined ? 'null' : JSON.stringify(entity.id)}`,
      `"as_of":${Number.isNaN(at) ? JSON.stringify(rows.written(row)) : `"${instant(at)}"`}`,
      `"counters":{${counters.join(',')}}`,
      `"last_play_time":${Number.isNaN(last) ? 'null' : `"${instant(last)}"`}`,
      `"basis":${question.basis}`,
    ];
    if (error !== null) members.push(`"error":${JSON.stringify(error)}`);
    return `{${members.join(',')}}`;
  };
}
