/** A panel as Parquet: a row group for every so many rows, so that no more are held. */
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { AnswerHead, AnswerRows } from './answer.ts';
import { columnsOf, type PanelColumn } from './columns.ts';

/** Rows in a row group at least, but for the last. */
const GROUP = 50_000;

type Cell = string | number | bigint | null;

/** Write it; the footer comes last, so a short file cannot be read. */
export async function* writeParquet(
  head: AnswerHead,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(head);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: 'playclock',
  });
  let cells: Cell[][] = columns.map(() => []);
  let held = 0;
  const writeGroup = async () => {
    const columnData = columns.map(({ name }, index): ColumnSource => ({ name, data: cells[index] ?? [] }));
    await writer.write({ columnData, rowGroupSize: held });
    cells = columns.map(() => []);
    held = 0;
    return take(bytes);
  };
  for await (const batch of rows) {
    columns.forEach((column, index) => {
      append(cells[index] ?? [], column, batch);
    });
    held += batch.count;
    if (held >= GROUP) yield await writeGroup();
  }
  if (held > 0) yield await writeGroup();
  await writer.finish();
  yield take(bytes);
}

/** What has been written since the last time. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function append(cells: Cell[], column: PanelColumn, batch: AnswerRows): void {
  for (let place = 0; place < batch.count; place++) {
    const value = column.at(batch, place);
    if (typeof value !== 'number') cells.push(value);
    else if (Number.isNaN(value)) cells.push(null);
    else cells.push(column.type === 'instant' ? BigInt(value) : value);
  }
}

function elementOf({ name, type }: PanelColumn): SchemaElement {
  const nullable = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'text':
      return { ...nullable, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'instant':
      return {
        ...nullable,
        type: 'INT64',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'integer':
      return { ...nullable, type: 'INT32' };
    case 'number':
      return { ...nullable, type: 'DOUBLE' };
  }
}
