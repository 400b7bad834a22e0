/** The writer of each format. */
import type { AnswerWriter } from './answer.ts';
import type { AnswerFormat } from './formats.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson, writeNdjson } from './write-json.ts';

/** Its libraries are read when a format is first asked for. */
export async function writerOf(format: AnswerFormat): Promise<AnswerWriter> {
  switch (format) {
    case 'json':
      return writeJson;
    case 'ndjson':
      return writeNdjson;
    case 'csv':
      return writeCsv;
    case 'arrow':
      return (await import('./write-arrow.ts')).writeArrow;
    case 'parquet':
      return (await import('./write-parquet.ts')).writeParquet;
  }
}
