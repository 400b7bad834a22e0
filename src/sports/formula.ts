/**
 * Formulas of derived figures. The text that the documents print is the text that is computed: numbers, names of
 * counters (of other lines of the game as `team.fga`), `+ - * /`, parentheses, `min` and `max`.
 */

/** Published counter values by name; null where the record does not hold the counter. */
export type CounterValues = Readonly<Record<string, number | null>>;

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
const WHOSE: readonly string[] = ['own', 'team', 'opponent', 'players', 'opposing'];

const byName: ReadCounter<CounterValues> = (counter) => (line) => line[counter] ?? Number.NaN;

/** What takes the two values before it. */
export type Operator = '+' | '-' | '*' | '/' | 'min' | 'max';

/** A step of a formula in postfix order: a number, a counter of one of the lines, or what takes the two before. */
export type Step = number | Operator | { readonly whose: keyof Lines<unknown>; readonly counter: string };

/** The steps of a formula. Throws `FormulaError`. */
export function stepsOf(text: string): readonly Step[] {
  return new Reader(text).steps;
}

/** A formula over lines of another form. Throws `FormulaError`. */
export function compileFormula<Line>(text: string, read: ReadCounter<Line>): Evaluate<Line> {
  const stack: Evaluate<Line>[] = [];
  for (const step of stepsOf(text)) {
    if (typeof step === 'number') stack.push(() => step);
    else if (typeof step === 'object') stack.push(counterOf(step.whose, read(step.counter)));
    else {
      const [b, a] = [stack.pop() ?? UNKNOWN, stack.pop() ?? UNKNOWN];
      stack.push(taking(step, a, b));
    }
  }
  return stack[0] ?? UNKNOWN;
}

const UNKNOWN = () => Number.NaN;

function counterOf<Line>(whose: keyof Lines<Line>, read: (line: Line) => number): Evaluate<Line> {
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
  }
}

/** Over zero is infinite or not a number: null either way. */
function taking<Line>(operator: Operator, a: Evaluate<Line>, b: Evaluate<Line>): Evaluate<Line> {
  switch (operator) {
    case '+':
      return (lines) => a(lines) + b(lines);
    case '-':
      return (lines) => a(lines) - b(lines);
    case '*':
      return (lines) => a(lines) * b(lines);
    case '/':
      return (lines) => a(lines) / b(lines);
    case 'min':
      return (lines) => Math.min(a(lines), b(lines));
    case 'max':
      return (lines) => Math.max(a(lines), b(lines));
  }
}

/** Read a formula. Throws `FormulaError`. */
export function readFormula(text: string): Formula {
  const evaluate = compileFormula(text, byName);
  return {
    names: new Reader(text).names,
    of(lines) {
      const value = evaluate(lines);
      return Number.isFinite(value) ? value : null;
    },
  };
}

/** Recursive descent, one method a rule. */
class Reader {
  readonly names: string[] = [];
  readonly steps: Step[] = [];
  readonly #text: string;
  readonly #tokens: string[] = [];
  #place = 0;

  constructor(text: string) {
    this.#text = text;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      this.#tokens.push(match[1] ?? '');
    }
    if (this.#tokens.join('') !== text.replace(/\s/g, '')) throw new FormulaError(text, 'a character');
    this.#sum();
    if (this.#place < this.#tokens.length) throw new FormulaError(text, this.#next());
  }

  #sum(): void {
    this.#product();
    for (let sign = this.#accept('+', '-'); sign !== null; sign = this.#accept('+', '-')) {
      this.#product();
      this.steps.push(sign);
    }
  }

  #product(): void {
    this.#factor();
    for (let sign = this.#accept('*', '/'); sign !== null; sign = this.#accept('*', '/')) {
      this.#factor();
      this.steps.push(sign);
    }
  }

  #factor(): void {
    const token = this.#next();
    if (token === '(') {
      this.#sum();
      this.#expect(')');
    } else if (/^\d/.test(token)) this.steps.push(Number(token));
    else if (token === 'min' || token === 'max') this.#call(token);
    else if (/^[a-z]/.test(token)) this.#counter(token);
    else throw new FormulaError(this.#text, token);
  }

  #call(operator: 'min' | 'max'): void {
    this.#expect('(');
    this.#sum();
    while (this.#accept(',') !== null) {
      this.#sum();
      this.steps.push(operator);
    }
    this.#expect(')');
  }

  #counter(name: string): void {
    this.names.push(name);
    const [whose, counter] = name.includes('.') ? name.split('.') : ['own', name];
    if (counter === undefined || !isWhose(whose)) throw new FormulaError(this.#text, name);
    this.steps.push({ whose, counter });
  }

  #accept<T extends string>(...wanted: readonly T[]): T | null {
    const token = wanted.find((each) => each === this.#tokens[this.#place]);
    if (token === undefined) return null;
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

function isWhose(name: string | undefined): name is keyof Lines<unknown> {
  return name !== undefined && WHOSE.includes(name);
}

/** A sport declares a formula that cannot be read. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  constructor(text: string, token: string) {
    super(`the formula "${text}" cannot be read at "${token}"`);
  }
}
