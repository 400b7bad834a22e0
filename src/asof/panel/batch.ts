/** A panel is answered batch by batch: the answers to some rows, and which rows are whose. */
import type { PanelQuestion } from './question.ts';

/** Answers to a run of rows, packed. */
export interface PanelBatch {
  /** First row. */
  readonly start: number;
  readonly count: number;
  /** Row by row, the fields in the order asked; NaN where there is none. */
  readonly values: Float64Array;
  /** Instant of the last play counted, epoch milliseconds; NaN where there is none. */
  readonly lastPlay: Float64Array;
  /** 1 where the basis does not know the row's entity. */
  readonly unknown: Uint8Array;
}

/** Rows of one entity, and where their answers go. */
export interface Group {
  readonly key: number;
  readonly rows: Int32Array;
}

/** A batch nothing of which is answered yet. */
export function emptyBatch({ fields }: PanelQuestion, start: number, count: number): PanelBatch {
  return {
    start,
    count,
    values: new Float64Array(count * fields.length).fill(Number.NaN),
    lastPlay: new Float64Array(count).fill(Number.NaN),
    unknown: new Uint8Array(count),
  };
}
