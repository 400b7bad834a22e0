/**
 * A sport's figures over lines as arrays, by position: an answer about a player has some sixty of them, and looking
 * each counter up by its name, into objects that grow, took four times as long.
 */
import { rounded } from './derived.ts';
import { type Evaluate, FormulaError, type Lines, type Operator, stepsOf } from './formula.ts';
import { counterIndex, type Derived, type GameFigure, type Sport } from './sport.ts';

/** Published counter values in order; NaN where the record does not hold one. */
export type LineNumbers = Float64Array;

export interface Figure {
  readonly name: string;
  readonly digits: number;
  /** As computed: not finite where a counter is unknown or a denominator zero. */
  readonly value: Evaluate<LineNumbers>;
  /** As published. */
  of(lines: Lines<LineNumbers>): number | null;
}

interface Figures {
  /** All counters and all figures of any line, null: copied and filled in, an answer's objects keep one shape. */
  readonly noCounters: Readonly<Record<string, number | null>>;
  readonly noDerived: Readonly<Record<string, number | null>>;
  readonly derived: readonly Figure[];
}

type GameFigures = Readonly<Record<GameFigure['whose'], readonly Figure[]>>;

/** Figures of any line. */
export const figuresOf = once(
  (sport): Figures => ({
    noCounters: blank(sport.counters),
    noDerived: blank(sport.derived),
    derived: sport.derived.map((figure) => compile(sport, figure)),
  }),
);

/** Figures that players and teams have within a game besides. */
export const gameFiguresOf = once((sport): GameFigures => {
  const within = (whose: GameFigure['whose']) =>
    sport.gameFigures.filter((figure) => figure.whose === whose).map((figure) => compile(sport, figure));
  return { player: within('player'), team: within('team') };
});

/** Made for a sport when first asked for. */
function once<T>(make: (sport: Sport) => T): (sport: Sport) => T {
  const made = new WeakMap<Sport, T>();
  return (sport) => {
    const known = made.get(sport);
    if (known !== undefined) return known;
    const fresh = make(sport);
    made.set(sport, fresh);
    return fresh;
  };
}

/** Parsed, because an object that grows key by key is kept as a slow dictionary. */
function blank(of: readonly { readonly name: string }[]): Record<string, number | null> {
  return JSON.parse(JSON.stringify(Object.fromEntries(of.map(({ name }) => [name, null]))));
}

function compile(
  sport: Sport,
  { name, formula, digits }: Pick<Derived, 'name' | 'formula' | 'digits'>,
): Figure {
  const evaluate = program(sport, formula);
  return { name, digits, value: evaluate, of: (lines) => rounded(evaluate(lines), digits) };
}

const LINES = ['own', 'team', 'opponent', 'players', 'opposing'] as const;
const OPERATORS: readonly Operator[] = ['+', '-', '*', '/', 'min', 'max'];

/**
 * The steps of a formula as integers, run on a stack: functions that call functions took three times as long. A number
 * from `numbers` on is a constant, one from zero on a counter (which line's, then which), one below zero an operator.
 */
function program(sport: Sport, formula: string): Evaluate<LineNumbers> {
  const index = counterIndex(sport);
  const width = sport.counters.length;
  const numbers = LINES.length * width;
  const constants: number[] = [];
  const code = Int32Array.from(stepsOf(formula), (step) => {
    if (typeof step === 'number') return numbers + constants.push(step) - 1;
    if (typeof step === 'string') return -1 - OPERATORS.indexOf(step);
    const position = index.get(step.counter);
    if (position === undefined) throw new FormulaError(formula, step.counter);
    return LINES.indexOf(step.whose) * width + position;
  });
  const stack = new Float64Array(code.length);
  return (lines) => {
    let top = -1;
    for (let place = 0; place < code.length; place++) {
      const step = code[place] ?? 0;
      if (step < 0) {
        const b = stack[top--] ?? Number.NaN;
        stack[top] = apply(step, stack[top] ?? Number.NaN, b);
      } else if (step >= numbers) stack[++top] = constants[step - numbers] ?? Number.NaN;
      else if (step < width) stack[++top] = lines.own[step] ?? Number.NaN;
      else {
        const line = lines[LINES[Math.floor(step / width)] ?? 'own'];
        stack[++top] = line[step % width] ?? Number.NaN;
      }
    }
    return stack[0] ?? Number.NaN;
  };
}

function apply(step: number, a: number, b: number): number {
  switch (step) {
    case -1:
      return a + b;
    case -2:
      return a - b;
    case -3:
      return a * b;
    case -4:
      return a / b;
    case -5:
      return Math.min(a, b);
    default:
      return Math.max(a, b);
  }
}
