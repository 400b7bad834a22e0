/** A panel's answer on its way out: what every format needs to write it, and what can go to another thread. */
import type { PanelBatch } from '../../asof/panel/batch.ts';
import type { PanelQuestion } from '../../asof/panel/question.ts';
import type { PanelEntity, PanelRows } from '../../asof/panel/rows.ts';
import { nobodyKnows } from '../found.ts';
import type { IdColumns } from './read-csv.ts';

/** A column of values. */
export interface ValueColumn {
  readonly name: string;
  readonly isWhole: boolean;
}

/** What is the same for all rows. */
export interface AnswerHead {
  readonly league: string;
  readonly basis: number;
  readonly boundary: string;
  readonly scope: string;
  readonly seasonType: string;
  readonly columns: readonly ValueColumn[];
  /** Columns of ids where the format has columns. */
  readonly ids: IdColumns;
  /** Players and teams that rows name by their index. */
  readonly entities: readonly PanelEntity[];
}

/** A run of answered rows. */
export interface AnswerRows {
  readonly count: number;
  /** Index of each row's entity; -1 where it names none. */
  readonly entity: Int32Array;
  /** Instant of each row, epoch milliseconds; NaN where it cannot be read. */
  readonly at: Float64Array;
  /** Row by row, the columns in their order; NaN where there is no value. */
  readonly values: Float64Array;
  /** Instant of the last play counted; NaN where there is none. */
  readonly lastPlay: Float64Array;
  /** Instants that cannot be read, as they were written, by place. */
  readonly written: ReadonlyMap<number, string>;
  /** What is wrong with rows, as `type: detail`, by place. */
  readonly errors: ReadonlyMap<number, string>;
}

/** Writes an answer in one format. */
export type AnswerWriter = (head: AnswerHead, rows: AsyncIterable<AnswerRows>) => AsyncGenerator<Uint8Array>;

/** What the writers need to know of a panel before its first row. */
export function headOf(
  { league, basis, boundary, scope, seasonType, fields }: PanelQuestion,
  rows: PanelRows,
  ids: IdColumns,
): AnswerHead {
  const columns = fields.map((field) => ({
    name: field.name,
    isWhole: field.kind === 'counter' && field.perUnit === 1,
  }));
  const { entities } = rows;
  return { league: league.code, basis, boundary, scope, seasonType, columns, ids, entities };
}

/** The rows of batches, with what was asked beside what was found. */
export async function* answerRows(
  question: PanelQuestion,
  rows: PanelRows,
  batches: AsyncIterable<PanelBatch>,
): AsyncGenerator<AnswerRows> {
  for await (const { start, count, values, lastPlay, unknown } of batches) {
    const written = new Map<number, string>();
    const errors = new Map<number, string>();
    const { entity, at } = rows.run(start, count);
    for (let place = 0; place < count; place++) {
      // A row that has a last play has been answered.
      if (!Number.isNaN(lastPlay[place] ?? Number.NaN)) continue;
      const error = errorOf(question, rows, start + place, unknown[place] === 1);
      if (error !== null) errors.set(place, error);
      const text = rows.written(start + place);
      if (text !== null) written.set(place, text);
    }
    yield { count, entity, at, values, lastPlay, written, errors };
  }
}

function errorOf({ league }: PanelQuestion, rows: PanelRows, row: number, isUnknown: boolean): string | null {
  const entity = rows.entities[rows.entity(row)];
  if (isUnknown && entity !== undefined) {
    return `not-found: ${nobodyKnows(league, entity.kind, entity.id)}`;
  }
  const fault = rows.fault(row);
  return fault === null ? null : `${fault.type}: ${fault.detail}`;
}

/** Columns of ids for rows that did not come in columns: of the kinds they name. */
export function idsOf(rows: PanelRows): IdColumns {
  const names = (kind: string) => rows.entities.some((entity) => entity.kind === kind);
  return { player: names('player') || !names('team'), team: names('team') };
}
