/**
 * Formulas of derived figures. The text that the documents print is the text that is computed: numbers, names of
 * counters (of other lines of the game as `team.fga`), `+ - * /`, parentheses, `min` and `max`.
 */
import type { CounterValues } from './sport.ts';

/** Lines of one game that names stand for. */
export interface GameLines<Line> {
  /** The own team's. */
  readonly team: Line;
  readonly opponent: Line;
  /** The own team's players' added up: what the team did as nobody in particular is not in it. */
  readonly players: Line;
  /** The opponent's players' added up. */
  readonly opposing: Line;
}

/** The same, and one's own. */
export interface Lines<Line> extends GameLines<Line> {
  readonly own: Line;
}

export type FormulaLines = Lines<CounterValues>;

/** Not finite where a counter is unknown (NaN) or a denominator is zero. */
export type Evaluate<Line> = (lines: Lines<Line>) => number;

/** A counter of a line, read in whatever form lines have; NaN where it is unknown. */
export type ReadCounter<Line> = (counter: string) => (line: Line) => number;

export interface Formula {
  /** Names as written. */
  readonly names: readonly string[];
  /** Null where a counter is unknown or a denominator is zero. */
  of(lines: FormulaLines): number | null;
}

const TOKEN = /\s*(\d+(?:\.\d+)?|[a-z]\w*(?:\.[a-z]\w*)?|[-+*/(),])/y;
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = { min: Math.min, max: Math.max };

const byName: ReadCounter<CounterValues> = (counter) => (line) => line[counter] ?? Number.NaN;

/** A formula over lines of another form. Throws `FormulaError`. */
export function compileFormula<Line>(text: string, read: ReadCounter<Line>): Evaluate<Line> {
  return new Reader(text, read).whole();
}

/** Read a formula. Throws `FormulaError`. */
export function readFormula(text: string): Formula {
  const reader = new Reader(text, byName);
  const evaluate = reader.whole();
  return {
    names: reader.names,
    of(lines) {
      const value = evaluate(lines);
      return Number.isFinite(value) ? value : null;
    },
  };
}

/** Recursive descent, one method a rule. */
class Reader<Line> {
  readonly names: string[] = [];
  readonly #text: string;
  readonly #tokens: string[] = [];
  readonly #read: ReadCounter<Line>;
  #place = 0;

  constructor(text: string, read: ReadCounter<Line>) {
    this.#text = text;
    this.#read = read;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      this.#tokens.push(match[1] ?? '');
    }
    if (this.#tokens.join('') !== text.replace(/\s/g, '')) throw new FormulaError(text, 'a character');
  }

  whole(): Evaluate<Line> {
    const sum = this.#sum();
    if (this.#place < this.#tokens.length) throw new FormulaError(this.#text, this.#next());
    return sum;
  }

  #sum(): Evaluate<Line> {
    let left = this.#product();
    for (let sign = this.#accept('+', '-'); sign !== null; sign = this.#accept('+', '-')) {
      const [a, b] = [left, this.#product()];
      left = sign === '+' ? (lines) => a(lines) + b(lines) : (lines) => a(lines) - b(lines);
    }
    return left;
  }

  #product(): Evaluate<Line> {
    let left = this.#factor();
    for (let sign = this.#accept('*', '/'); sign !== null; sign = this.#accept('*', '/')) {
      const [a, b] = [left, this.#factor()];
      // Over zero is infinite or not a number: null either way.
      left = sign === '*' ? (lines) => a(lines) * b(lines) : (lines) => a(lines) / b(lines);
    }
    return left;
  }

  #factor(): Evaluate<Line> {
    const token = this.#next();
    if (token === '(') {
      const inner = this.#sum();
      this.#expect(')');
      return inner;
    }
    if (/^\d/.test(token)) {
      const value = Number(token);
      return () => value;
    }
    if (!/^[a-z]/.test(token)) throw new FormulaError(this.#text, token);
    const apply = FUNCTIONS[token];
    return apply === undefined ? this.#counter(token) : this.#call(apply);
  }

  #call(apply: (...values: number[]) => number): Evaluate<Line> {
    this.#expect('(');
    const given = [this.#sum()];
    while (this.#accept(',') !== null) given.push(this.#sum());
    this.#expect(')');
    return (lines) => apply(...given.map((evaluate) => evaluate(lines)));
  }

  #counter(name: string): Evaluate<Line> {
    this.names.push(name);
    const [whose, counter] = name.includes('.') ? name.split('.') : ['own', name];
    if (counter === undefined) throw new FormulaError(this.#text, name);
    const read = this.#read(counter);
    switch (whose) {
      case 'own':
        return ({ own }) => read(own);
      case 'team':
        return ({ team }) => read(team);
      case 'opponent':
        return ({ opponent }) => read(opponent);
      case 'players':
        return ({ players }) => read(players);
      case 'opposing':
        return ({ opposing }) => read(opposing);
      default:
        throw new FormulaError(this.#text, name);
    }
  }

  #accept(...wanted: string[]): string | null {
    const token = this.#tokens[this.#place];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#place++;
    return token;
  }

  #expect(wanted: string): void {
    if (this.#accept(wanted) === null) throw new FormulaError(this.#text, this.#next());
  }

  #next(): string {
    const token = this.#tokens[this.#place++];
    if (token === undefined) throw new FormulaError(this.#text, 'its end');
    return token;
  }
}

/** A sport declares a formula that cannot be read. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  constructor(text: string, token: string) {
    super(`the formula "${text}" cannot be read at "${token}"`);
  }
}
