/** A panel as columns with types, for the formats that have them. */
import { KINDS } from '../../plays/kind.ts';
import type { AnswerHead, AnswerRows } from './answer.ts';

export type PanelColumn =
  | {
      readonly name: string;
      readonly type: 'text';
      readonly at: (rows: AnswerRows, place: number) => string | null;
    }
  | {
      readonly name: string;
      /** Instants are epoch milliseconds. NaN is null. */
      readonly type: 'instant' | 'integer' | 'number';
      readonly at: (rows: AnswerRows, place: number) => number;
    };

/** Columns in the order of the CSV. */
export function columnsOf({ columns, ids, entities, basis }: AnswerHead): PanelColumn[] {
  const width = columns.length;
  const kinds = KINDS.filter((kind) => ids[kind]);
  return [
    ...kinds.map(
      (kind): PanelColumn => ({
        name: `${kind}_id`,
        type: 'text',
        at: (rows, place) => {
          const entity = entities[rows.entity[place] ?? -1];
          return entity?.kind === kind ? entity.id : null;
        },
      }),
    ),
    { name: 'as_of', type: 'instant', at: (rows, place) => rows.at[place] ?? Number.NaN },
    ...columns.map(
      ({ name, isWhole }, index): PanelColumn => ({
        name,
        type: isWhole ? 'integer' : 'number',
        at: (rows, place) => rows.values[place * width + index] ?? Number.NaN,
      }),
    ),
    {
      name: 'last_play_time',
      type: 'instant',
      at: (rows, place) => rows.lastPlay[place] ?? Number.NaN,
    },
    { name: 'basis', type: 'integer', at: () => basis },
    { name: 'error', type: 'text', at: (rows, place) => rows.errors.get(place) ?? null },
  ];
}
