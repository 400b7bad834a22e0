/** A panel's answer on its way out: what every format needs to write it. */

import type { PanelBatch } from '../../asof/panel/answer.ts';
import type { PanelQuestion } from '../../asof/panel/question.ts';
import type { PanelRows } from '../../asof/panel/rows.ts';
import { nobodyKnows } from '../found.ts';
import type { IdColumns } from './read-csv.ts';

export interface PanelAnswer {
  readonly question: PanelQuestion;
  readonly rows: PanelRows;
  /** Columns of ids where the format has columns. */
  readonly ids: IdColumns;
  readonly batches: AsyncIterable<PanelBatch>;
}

/** What is wrong with a row, as `type: detail`; null where nothing is. */
export function errorOf({ question, rows }: PanelAnswer, batch: PanelBatch, row: number): string | null {
  const place = row - batch.start;
  const entity = rows.entities[rows.entity(row)];
  if (batch.unknown[place] === 1 && entity !== undefined) {
    return `not-found: ${nobodyKnows(question.league, entity.kind, entity.id)}`;
  }
  const fault = rows.fault(row);
  return fault === null ? null : `${fault.type}: ${fault.detail}`;
}

/** Columns of ids for rows that did not come in columns: of the kinds they name. */
export function idsOf(rows: PanelRows): IdColumns {
  const names = (kind: string) => rows.entities.some((entity) => entity.kind === kind);
  return { player: names('player') || !names('team'), team: names('team') };
}
