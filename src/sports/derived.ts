/** Declaring derived figures: each by its formula, which is computed as it is written. */
import { type FormulaLines, readFormula } from './formula.ts';
import type { Derived, GameFigure } from './sport.ts';

interface Declaration {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
  readonly formula: string;
  readonly source: string;
  /** Decimals it is rounded to; three for a share. */
  readonly digits?: number;
}

/** A figure of any line, of its own counters alone. */
export function derived({ digits = 3, ...declared }: Declaration): Derived {
  const formula = readFormula(declared.formula);
  return {
    ...declared,
    digits,
    of: (own) =>
      rounded(
        formula.of({ own, team: NOTHING, opponent: NOTHING, players: NOTHING, opposing: NOTHING }),
        digits,
      ),
  };
}

/** A figure of a line beside the lines of both teams and their players in the same games. */
export function gameFigure(whose: GameFigure['whose'], { digits = 3, ...declared }: Declaration): GameFigure {
  const formula = readFormula(declared.formula);
  return {
    ...declared,
    digits,
    whose,
    names: formula.names,
    needs: formula.names.some((name) => /^oppo(nent|sing)\./.test(name)) ? 'game' : 'team',
    of: (lines: FormulaLines) => rounded(formula.of(lines), digits),
  };
}

const NOTHING = {};

/** Shares, 0 to 1: `part` of `whole`. */
export function share(name: string, meaning: string, part: string, whole: string, source: string): Derived {
  return derived({ name, unit: '0 to 1', meaning, formula: `${part} / ${whole}`, source });
}

/** A figure as published, of `digits` decimals; null where it is unknown or over zero. */
export function rounded(value: number | null, digits: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  const scale = SCALES[digits] ?? 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Powers of ten take as long as a formula. */
const SCALES = [1, 10, 100, 1000];
