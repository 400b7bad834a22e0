/**
 * A sport's figures over lines as arrays, by position: an answer about a player has some sixty of them, and looking
 * each counter up by its name, into objects that grow, took four times as long.
 */
import { rounded } from './derived.ts';
import { compileFormula, type Evaluate, type Lines } from './formula.ts';
import { counterIndex, type Derived, type GameFigure, type Sport } from './sport.ts';

/** Published counter values in order; NaN where the record does not hold one. */
export type LineNumbers = Float64Array;

interface Figure {
  readonly name: string;
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
  const index = counterIndex(sport);
  const evaluate: Evaluate<LineNumbers> = compileFormula(formula, (counter) => {
    const position = index.get(counter) ?? -1;
    return (line) => line[position] ?? Number.NaN;
  });
  return { name, of: (lines) => rounded(evaluate(lines), digits) };
}
