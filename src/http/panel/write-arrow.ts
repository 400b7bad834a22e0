/** A panel as an Arrow IPC stream: a record batch for each batch of answers. */
import {
  type Data,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
} from 'apache-arrow';
import type { AnswerHead, AnswerRows } from './answer.ts';
import { columnsOf, type PanelColumn } from './columns.ts';

/** Write it; instants are timestamps in UTC, milliseconds. */
export async function* writeArrow(
  head: AnswerHead,
  rows: AsyncIterable<AnswerRows>,
): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(head);
  const schema = new Schema(columns.map((column) => new Field(column.name, typeOf(column), true)));
  const writer = new ChunkWriter();
  writer.reset(undefined, schema);
  for await (const batch of rows) {
    const { count } = batch;
    const children = columns.map((column) => dataOf(column, batch));
    const data = makeData({ type: new Struct(schema.fields), length: count, nullCount: 0, children });
    writer.write(new RecordBatch(schema, data));
    yield writer.take();
  }
  writer.finish();
  yield writer.take();
}

/** The library's writer, giving its bytes out as they come instead of queueing them. */
class ChunkWriter extends RecordBatchStreamWriter {
  #chunks: Uint8Array[] = [];

  protected override _write(chunk: unknown): this {
    if (!this._started || !ArrayBuffer.isView(chunk)) return this;
    this.#chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this._position += chunk.byteLength;
    return this;
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return bytes;
  }
}

function typeOf({ type }: PanelColumn) {
  switch (type) {
    case 'text':
      return new Utf8();
    case 'instant':
      return new TimestampMillisecond('UTC');
    case 'integer':
      return new Int32();
    case 'number':
      return new Float64();
  }
}

function dataOf(column: PanelColumn, batch: AnswerRows): Data {
  const { count } = batch;
  const nullBitmap = new Uint8Array((count + 7) >> 3);
  let nullCount = 0;
  const isNull = (place: number, missing: boolean) => {
    if (missing) nullCount++;
    else nullBitmap[place >> 3] = (nullBitmap[place >> 3] ?? 0) | (1 << (place & 7));
    return missing;
  };
  if (column.type === 'text') {
    const valueOffsets = new Int32Array(count + 1);
    const parts: Buffer[] = [];
    let bytes = 0;
    for (let place = 0; place < count; place++) {
      const text = column.at(batch, place);
      if (!isNull(place, text === null)) bytes += parts[parts.push(Buffer.from(text ?? '')) - 1]?.length ?? 0;
      valueOffsets[place + 1] = bytes;
    }
    return makeData({
      type: new Utf8(),
      length: count,
      nullCount,
      nullBitmap,
      valueOffsets,
      data: Buffer.concat(parts),
    });
  }
  if (column.type === 'instant') {
    const data = new BigInt64Array(count);
    for (let place = 0; place < count; place++) {
      const value = column.at(batch, place);
      if (!isNull(place, Number.isNaN(value))) data[place] = BigInt(value);
    }
    return makeData({ type: new TimestampMillisecond('UTC'), length: count, nullCount, nullBitmap, data });
  }
  const data = column.type === 'integer' ? new Int32Array(count) : new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const value = column.at(batch, place);
    if (!isNull(place, Number.isNaN(value))) data[place] = value;
  }
  return data instanceof Int32Array
    ? makeData({ type: new Int32(), length: count, nullCount, nullBitmap, data })
    : makeData({ type: new Float64(), length: count, nullCount, nullBitmap, data });
}
