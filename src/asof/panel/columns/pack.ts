/** A line as it is read, packed (`line.ts`). */
import { ByteWriter } from './bytes.ts';
import { instantOf } from './copy-out.ts';
import { commonDivisor, type Growing, ordered } from './growing.ts';
import { type Games, LineColumns, type Parts } from './line.ts';
import type { Shapes } from './shapes.ts';

/** Cells of one entity as they are read, in any order: instants in the database's microseconds, NaN for null. */
export interface LineCells {
  readonly rows: RowCells;
  readonly games: GameCells;
  readonly parts: PartCells;
}

export interface RowCells {
  readonly at: Growing;
  readonly order: Growing;
  readonly game: Growing;
  readonly season: Growing;
  readonly elapsed: Growing;
  /** Null where no counter accrues. */
  readonly margin: Growing | null;
  readonly values: readonly Growing[];
}

export interface GameCells {
  readonly key: Growing;
  readonly isHome: Growing;
  readonly before: readonly Growing[];
  /** Null where the game going on is not asked for. */
  readonly span: { readonly startedAt: Growing; readonly endedAt: Growing } | null;
}

export interface PartCells {
  readonly order: Growing;
  readonly statedAt: Growing;
  readonly stated: readonly Growing[];
  readonly carry: readonly Growing[];
  /** Null where earlier parts of the season do not count. */
  readonly earlier: { readonly isThere: Growing; readonly values: readonly Growing[] } | null;
}

/** How a counter follows the game while the line runs on: not at all, its clock so many times, or the margin. */
export type Accrual = { readonly clock: number } | { readonly margin: true } | null;

export interface Packing {
  readonly accruals: readonly Accrual[];
  readonly shapes: Shapes;
}

/** Rows in a segment at most: what has to be read for a question about its end. */
const ROWS_IN_SEGMENT = 64;

/** Pack the cells of one line. */
export function packLine({ rows, games, parts }: LineCells, packing: Packing): LineColumns {
  const packer = new Packer(rows, games, parts, packing);
  return new LineColumns({
    shapes: packing.shapes,
    ...packer.pack(),
    parts: packParts(parts),
    games: packGames(games),
  });
}

class Packer {
  readonly #rows: RowCells;
  readonly #games: GameCells;
  readonly #packing: Packing;
  readonly #width: number;
  readonly #levels: Map<number, number>;
  readonly #partPlaces: Map<number, number>;
  readonly #told: Uint8Array;
  readonly #bytes = new ByteWriter();
  /** Counters at the row before and at this one, and what lies between. */
  #last: Float64Array;
  #own: Float64Array;
  readonly #differences: Float64Array;

  constructor(rows: RowCells, games: GameCells, parts: PartCells, packing: Packing) {
    this.#rows = rows;
    this.#games = games;
    this.#packing = packing;
    this.#width = packing.shapes.counters.length;
    this.#levels = placesOf(games.key);
    this.#partPlaces = placesOf(parts.order);
    this.#told = Uint8Array.from(packing.accruals, (accrual) => (accrual === null ? 0 : 1));
    this.#last = new Float64Array(this.#width);
    this.#own = new Float64Array(this.#width);
    this.#differences = new Float64Array(this.#width);
  }

  pack() {
    const { at, game } = this.#rows;
    const places = this.#placesInOrder();
    const unit = unitOf(this.#rows, places);
    const starts: number[] = [];
    const from: number[] = [];
    let rowsIn = 0;
    let lastKept = -1;
    let wasActive = false;
    places.forEach((place, index) => {
      const before = places[index - 1] ?? -1;
      const isGame = !Number.isNaN(game.at(place));
      const begins = index === 0 || !isGame || game.at(place) !== game.at(before);
      const active = isGame && !Number.isNaN(this.#rows.elapsed.at(place));
      this.#read(place, active);
      if (begins || rowsIn === ROWS_IN_SEGMENT) {
        from.push(this.#bytes.length);
        starts.push(instantOf(at.at(place)));
        this.#begin(place);
        this.#last.fill(0);
        this.#pushChange(active, !begins);
        rowsIn = 1;
      } else {
        const isForeseen = wasActive && active && !this.#differs();
        // A row that says nothing new is left out, unless it is what a line of season totals names.
        if (isForeseen && !this.#endsBeforeTotals(places, index)) return;
        this.#bytes.push((instantOf(at.at(place)) - instantOf(at.at(lastKept))) / unit);
        this.#pushChange(active, false);
        rowsIn++;
      }
      lastKept = place;
      wasActive = active;
      [this.#last, this.#own] = [this.#own, this.#last];
    });
    from.push(this.#bytes.length);
    return {
      unit,
      at: Float64Array.from(starts),
      from: Uint32Array.from(from),
      bytes: this.#bytes.take(),
    };
  }

  /** Of rows of one instant the last counts: no question falls between them. */
  #placesInOrder(): Uint32Array {
    const { at, order } = this.#rows;
    const sorted = ordered(at.length, (a, b) => at.at(a) - at.at(b) || order.at(a) - order.at(b));
    return sorted.filter((place, index) => at.at(place) !== at.at(sorted[index + 1] ?? -1));
  }

  /** Counters of a row, of one that runs on without what the game adds. */
  #read(place: number, active: boolean): void {
    const { values, elapsed, margin } = this.#rows;
    for (let index = 0; index < this.#width; index++) {
      const value = values[index]?.at(place) ?? 0;
      const accrual = this.#packing.accruals[index] ?? null;
      this.#own[index] =
        !active || accrual === null
          ? value
          : value - ('clock' in accrual ? elapsed.at(place) * accrual.clock : (margin?.at(place) ?? 0));
    }
  }

  #differs(): boolean {
    for (let index = 0; index < this.#width; index++) {
      if (this.#own[index] !== this.#last[index]) return true;
    }
    return false;
  }

  #endsBeforeTotals(places: Uint32Array, index: number): boolean {
    const next = places[index + 1];
    return next !== undefined && Number.isNaN(this.#rows.game.at(next));
  }

  #begin(place: number): void {
    const { game, season } = this.#rows;
    const key = game.at(place);
    const level = this.#levels.get(key) ?? -1;
    const isHome = this.#games.isHome.at(level) === 1;
    this.#bytes.push(Number.isNaN(key) ? 0 : key + 1);
    this.#bytes.push(((this.#partPlaces.get(season.at(place)) ?? -1) + 1) * 2 + (isHome ? 1 : 0));
    for (const column of this.#games.before) {
      const value = level < 0 ? 0 : column.at(level);
      this.#bytes.push(Number.isNaN(value) ? 0 : value < 0 ? -2 * value : 2 * value + 1);
    }
  }

  /** `continues`: with all counters from zero, for what lies before them is in another segment. */
  #pushChange(active: boolean, continues: boolean): void {
    const { shapes } = this.#packing;
    const differences = this.#differences;
    for (let index = 0; index < this.#width; index++) {
      differences[index] = (this.#own[index] ?? 0) - (this.#last[index] ?? 0);
    }
    const code = continues ? shapes.everything(active) : shapes.codeOf(differences, this.#told, active);
    this.#bytes.push(code);
    shapes.eachTold(code, (index) => this.#bytes.pushSigned(differences[index] ?? 0));
  }
}

/** The greatest number of milliseconds that all times between rows of a game are multiples of. */
function unitOf({ at, game }: RowCells, places: Uint32Array): number {
  let unit = 0;
  for (let index = 1; index < places.length && unit !== 1; index++) {
    const [place, before] = [places[index] ?? 0, places[index - 1] ?? 0];
    if (game.at(place) === game.at(before)) {
      unit = commonDivisor(instantOf(at.at(place)) - instantOf(at.at(before)), unit);
    }
  }
  return unit === 0 ? 1 : unit;
}

function packGames({ key, span }: GameCells): Games | null {
  if (span === null) return null;
  const { startedAt, endedAt } = span;
  const places = ordered(key.length, (a, b) => startedAt.at(a) - startedAt.at(b));
  return {
    key: Int32Array.from(places, (place) => key.at(place)),
    startedAt: Float64Array.from(places, (place) => instantOf(startedAt.at(place))),
    endedAt: Float64Array.from(places, (place) => instantOf(endedAt.at(place))),
  };
}

function packParts({ order, statedAt, stated, carry, earlier }: PartCells): Parts {
  const { length } = order;
  const column = (cells: Growing) => Float64Array.from({ length }, (_, place) => cells.at(place));
  return {
    statedAt: column(statedAt).map((cell) =>
      Number.isNaN(cell) ? Number.POSITIVE_INFINITY : instantOf(cell),
    ),
    stated: stated.map(column),
    carry: carry.map(column),
    // Without earlier parts there is nothing to add; with them a counter may be unknown.
    earlier:
      earlier === null
        ? carry.map(() => new Float64Array(length))
        : earlier.values.map((cells) =>
            column(cells).map((value, place) => (earlier.isThere.at(place) === 1 ? value : 0)),
          ),
  };
}

function placesOf(keys: Growing): Map<number, number> {
  return new Map(Array.from({ length: keys.length }, (_, place) => [keys.at(place), place]));
}
