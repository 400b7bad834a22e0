/** What a panel answers for each row: counters and derived stats, in the order asked. */
import type { Sport } from '../../sports/sport.ts';
import type { Vector } from '../../store/careers.ts';
import { toStatLine } from '../published.ts';

export interface CounterField {
  readonly kind: 'counter';
  readonly name: string;
  readonly meaning: string;
  /** Place in the sport's order. */
  readonly position: number;
  /** Stored integers per published unit. */
  readonly perUnit: number;
}

export interface DerivedField {
  readonly kind: 'derived';
  readonly name: string;
  readonly meaning: string;
}

export type Field = CounterField | DerivedField;

/** Neither a counter nor a derived stat of the sport; or a figure that a line by itself does not give. */
export class UnknownFieldError extends Error {
  override readonly name = 'UnknownFieldError';
  readonly known: readonly string[];
  constructor(field: string, sport: Sport) {
    const known = [...sport.counters, ...sport.derived].map((stat) => stat.name);
    const isBeside = sport.gameFigures.some((figure) => figure.name === field);
    super(
      isBeside
        ? `"${field}" needs other lines of every game, which a panel does not add up: ask for its row by itself, at /stats with derived=all`
        : `"${field}" is no counter and no derived stat of ${sport.name}; there are ${known.join(', ')}`,
    );
    this.known = known;
  }
}

/** Fields by name; all counters where none are named. Throws `UnknownFieldError`. A name given twice counts once. */
export function fieldsOf(sport: Sport, names: readonly string[]): Field[] {
  const wanted = names.length === 0 ? sport.counters.map((counter) => counter.name) : [...new Set(names)];
  return wanted.map((name) => {
    const position = sport.counters.findIndex((counter) => counter.name === name);
    const counter = sport.counters[position];
    if (counter !== undefined) {
      return { kind: 'counter', name, meaning: counter.meaning, position, perUnit: counter.perUnit ?? 1 };
    }
    const derived = sport.derived.find((stat) => stat.name === name);
    if (derived === undefined) throw new UnknownFieldError(name, sport);
    return { kind: 'derived', name, meaning: derived.meaning };
  });
}

/** Values of the fields from a stored line, as numbers; NaN where there is none. */
export function fieldReader(sport: Sport, fields: readonly Field[]): (line: Vector) => Float64Array {
  const values = new Float64Array(fields.length);
  const derives = fields.some((field) => field.kind === 'derived');
  return (line) => {
    const derived = derives ? toStatLine(sport, line).derived : {};
    fields.forEach((field, index) => {
      const stored = field.kind === 'counter' ? line[field.position] : derived[field.name];
      const unit = field.kind === 'counter' ? field.perUnit : 1;
      values[index] = stored == null ? Number.NaN : stored / unit;
    });
    return values;
  };
}
