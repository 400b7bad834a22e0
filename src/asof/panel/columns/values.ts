/** Values of a panel's rows from columns: the sums of `combine.ts`, counter by counter. */

import type { Kind } from '../../../plays/kind.ts';
import type { Sport } from '../../../sports/sport.ts';
import { teamRate } from '../../../sports/sport.ts';
import { fieldReader } from '../fields.ts';
import type { PanelQuestion } from '../question.ts';
import { type LineColumns, NO_GAME, Standing } from './line.ts';
import type { Accrual } from './pack.ts';
import type { Plays } from './plays.ts';

/** Where answers go. */
export interface Target {
  readonly values: Float64Array;
  readonly lastPlay: Float64Array;
}

/** Positions of the counters that a question's fields need. */
export function countersNeeded({ fields, league }: PanelQuestion): number[] {
  if (fields.some((field) => field.kind === 'derived'))
    return league.sport.counters.map((_, position) => position);
  return fields.flatMap((field) => (field.kind === 'counter' ? [field.position] : [])).sort((a, b) => a - b);
}

/** Reads the values that a question asks for out of packed lines. */
export class ColumnReader {
  readonly #question: PanelQuestion;
  readonly #accruals: readonly Accrual[];
  readonly #read: (line: (number | null)[]) => Float64Array;
  readonly #positions: readonly number[];
  readonly #direct: readonly { readonly index: number; readonly perUnit: number }[] | null;
  readonly #standing: Standing;
  readonly #line: Float64Array;

  constructor(question: PanelQuestion, kind: Kind, counters: readonly number[]) {
    const { sport } = question.league;
    this.#question = question;
    this.#positions = counters;
    this.#accruals = accrualsOf(sport, kind, counters);
    this.#standing = new Standing(counters.length);
    this.#line = new Float64Array(counters.length);
    this.#read = fieldReader(sport, question.fields);
    const direct = question.fields.flatMap((field) =>
      field.kind === 'counter' ? [{ index: counters.indexOf(field.position), perUnit: field.perUnit }] : [],
    );
    this.#direct = direct.length === question.fields.length ? direct : null;
  }

  /** Answer one row at `place` of the target. `plays` gives the plays of a game that runs. */
  answer(
    columns: LineColumns,
    at: number,
    plays: (game: number) => Plays | undefined,
    target: Target,
    place: number,
  ): void {
    const { boundary, scope, maxAge } = this.#question;
    // Instants are whole milliseconds, so what is before one is up to the one before.
    const limit = boundary === 'at' ? at : at - 1;
    const segment = columns.segmentAt(limit);
    const game = scope === 'game' ? columns.gameAt(at, limit) : NO_GAME;
    let last = Number.NaN;
    if (segment < 0) this.#line.fill(0);
    else last = this.#stand(columns, segment, limit, plays, game);
    target.lastPlay[place] = last;
    if (maxAge !== null && !(at - last <= maxAge)) return;
    if (scope === 'game' && game === NO_GAME) return;
    this.#write(target.values, place);
  }

  /** Work out the line; returns the instant of the last play counted. */
  #stand(
    columns: LineColumns,
    segment: number,
    limit: number,
    plays: (game: number) => Plays | undefined,
    current: number,
  ): number {
    const { scope } = this.#question;
    const { parts } = columns.data;
    const standing = this.#standing;
    standing.read(columns, segment, limit);
    const { game, part, side, before, within } = standing;
    const line = this.#line;
    let last = standing.at;
    let elapsed = 0;
    let margin = 0;
    if (standing.isActive) {
      const play = plays(game)?.upTo(limit);
      if (play != null) {
        last = play.at;
        elapsed = play.elapsed;
        margin = play.lead * side;
      }
    }
    const isStated = (parts.statedAt[part] ?? Number.POSITIVE_INFINITY) <= limit;
    for (let index = 0; index < line.length; index++) {
      const accrual = this.#accruals[index] ?? null;
      const ran =
        accrual === null || !standing.isActive ? 0 : 'clock' in accrual ? elapsed * accrual.clock : margin;
      const inGame = (within[index] ?? 0) + ran;
      if (scope === 'game') {
        line[index] = current === game ? inGame : 0;
        continue;
      }
      const ofPart = isStated ? cell(parts.stated[index], part) : (before[index] ?? Number.NaN) + inGame;
      line[index] = ofPart + cell((scope === 'season' ? parts.earlier : parts.carry)[index], part);
    }
    return game === NO_GAME ? standing.behind(columns, segment) : last;
  }

  #write(values: Float64Array, place: number): void {
    const line = this.#line;
    if (this.#direct !== null) {
      const start = place * this.#direct.length;
      for (let field = 0; field < this.#direct.length; field++) {
        const { index, perUnit } = this.#direct[field] ?? { index: 0, perUnit: 1 };
        values[start + field] = (line[index] ?? Number.NaN) / perUnit;
      }
      return;
    }
    const vector = this.#question.league.sport.counters.map((): number | null => null);
    this.#positions.forEach((position, index) => {
      const value = line[index] ?? Number.NaN;
      vector[position] = Number.isNaN(value) ? null : value;
    });
    const found = this.#read(vector);
    values.set(found, place * found.length);
  }
}

function cell(column: Float64Array | undefined, place: number): number {
  return column?.[place] ?? Number.NaN;
}

/** How each counter follows the game while a line runs on. */
export function accrualsOf(sport: Sport, kind: Kind, counters: readonly number[]): Accrual[] {
  const clock = kind === 'team' ? teamRate(sport) : 1;
  return counters.map((position) => {
    const accrues = sport.counters[position]?.accrues;
    return accrues === undefined ? null : accrues === 'elapsed' ? { clock } : { margin: true };
  });
}
