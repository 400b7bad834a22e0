/** A panel as JSON rows: one a line (NDJSON), or in one document. */
import { formatInstant } from '../../asof/instant.ts';
import type { AnswerHead, AnswerRows } from './answer.ts';

/** Rows made into one chunk. */
const CHUNK = 2000;

/** One object a line. */
export async function* writeNdjson(
  head: AnswerHead,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  for await (const lines of chunks(head, rows)) yield Buffer.from(`${lines.join('\n')}\n`);
}

/** One document, its rows under `rows`. */
export async function* writeJson(
  head: AnswerHead,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  const { league, basis, boundary, scope, seasonType } = head;
  const members = { league, basis, boundary, scope, season_type: seasonType };
  yield Buffer.from(`${JSON.stringify(members).slice(0, -1)},"rows":[`);
  let separator = '\n';
  for await (const written of chunks(head, rows)) {
    yield Buffer.from(`${separator}${written.join(',\n')}`);
    separator = ',\n';
  }
  yield Buffer.from('\n]}\n');
}

async function* chunks(head: AnswerHead, rows: AsyncIterable<AnswerRows>): AsyncGenerator<string[]> {
  const write = rowWriter(head);
  for await (const run of rows) {
    for (let from = 0; from < run.count; from += CHUNK) {
      const written: string[] = [];
      for (let place = from; place < Math.min(run.count, from + CHUNK); place++)
        written.push(write(run, place));
      yield written;
    }
  }
}

function rowWriter({ columns, entities, basis }: AnswerHead): (rows: AnswerRows, place: number) => string {
  const names = columns.map((column) => JSON.stringify(column.name));
  const width = names.length;

  return (rows, place) => {
    const entity = entities[rows.entity[place] ?? -1];
    const at = rows.at[place] ?? Number.NaN;
    const last = rows.lastPlay[place] ?? Number.NaN;
    const kind = entity?.kind ?? 'player';
    const counters = names.map((name, column) => {
      const value = rows.values[place * width + column] ?? Number.NaN;
      return `${name}:${Number.isNaN(value) ? 'null' : value}`;
    });
    const members = [
      `"${kind}_id":${entity === undefined ? 'null' : JSON.stringify(entity.id)}`,
      `"as_of":${Number.isNaN(at) ? JSON.stringify(rows.written.get(place) ?? null) : `"${formatInstant(at)}"`}`,
      `"counters":{${counters.join(',')}}`,
      `"last_play_time":${Number.isNaN(last) ? 'null' : `"${formatInstant(last)}"`}`,
      `"basis":${basis}`,
    ];
    const error = rows.errors.get(place);
    if (error !== undefined) members.push(`"error":${JSON.stringify(error)}`);
    return `{${members.join(',')}}`;
  };
}
