/** A panel as columns with types, for the formats that have them. */
import type { PanelBatch } from '../../asof/panel/answer.ts';
import { errorOf, type PanelAnswer } from './answer.ts';

export type PanelColumn =
  | {
      readonly name: string;
      readonly type: 'text';
      readonly at: (batch: PanelBatch, place: number) => string | null;
    }
  | {
      readonly name: string;
      /** Instants are epoch milliseconds. NaN is null. */
      readonly type: 'instant' | 'integer' | 'number';
      readonly at: (batch: PanelBatch, place: number) => number;
    };

/** Columns in the order of the CSV. */
export function columnsOf(answer: PanelAnswer): PanelColumn[] {
  const { question, rows, ids } = answer;
  const width = question.fields.length;
  const kinds = (['player', 'team'] as const).filter((kind) => ids[kind]);
  return [
    ...kinds.map(
      (kind): PanelColumn => ({
        name: `${kind}_id`,
        type: 'text',
        at: (batch, place) => {
          const entity = rows.entities[rows.entity(batch.start + place)];
          return entity?.kind === kind ? entity.id : null;
        },
      }),
    ),
    { name: 'as_of', type: 'instant', at: (batch, place) => rows.at(batch.start + place) },
    ...question.fields.map(
      (field, index): PanelColumn => ({
        name: field.name,
        type: field.kind === 'counter' && field.perUnit === 1 ? 'integer' : 'number',
        at: (batch, place) => batch.values[place * width + index] ?? Number.NaN,
      }),
    ),
    {
      name: 'last_play_time',
      type: 'instant',
      at: (batch, place) => batch.lastPlay[place] ?? Number.NaN,
    },
    { name: 'basis', type: 'integer', at: () => question.basis },
    {
      name: 'error',
      type: 'text',
      at: (batch, place) => errorOf(answer, batch, batch.start + place),
    },
  ];
}
