/**
 * Running lines. A line gets a row only where the reader could not have foreseen it: accruing counters (time
 * on the floor, plus/minus) follow the game by themselves while the line is active, so they need a row only
 * when somebody comes, goes, or is credited otherwise than by being on the floor now.
 * A player of the 479 real games has 28 rows a game that way; a row a play for everybody on the floor would be 216.
 */
import { type Sport, teamRate } from '../sports/sport.ts';
import type { Effect } from './effects.ts';
import type { Roster } from './roster.ts';

/**
 * Changes of one line, in total order, column by column: as an object each, the thousand of a game were most of the
 * fold's garbage and of the way to another thread.
 */
export interface LineRows {
  readonly length: number;
  /** Position of each row's play in total order. */
  readonly positions: Int32Array;
  /** 1 where accruing counters go on from the row, else 0. */
  readonly active: Uint8Array;
  /** Stored counter values after each row's play, row by row. */
  readonly values: Int32Array;
}

/** A line that nobody's play changed. */
export const NO_ROWS: LineRows = {
  length: 0,
  positions: new Int32Array(),
  active: new Uint8Array(),
  values: new Int32Array(),
};

export interface Row {
  readonly position: number;
  readonly values: Int32Array;
  readonly active: boolean;
}

/** The rows of a line one by one. */
export function rowsOf({ length, positions, active, values }: LineRows): Row[] {
  const width = length === 0 ? 0 : values.length / length;
  return Array.from({ length }, (_, row) => ({
    position: positions[row] ?? 0,
    values: values.subarray(row * width, (row + 1) * width),
    active: active[row] === 1,
  }));
}

/** Rows as they come, in room that doubles as it fills. */
class RowWriter {
  #length = 0;
  readonly #width: number;
  #positions = new Int32Array(32);
  #active = new Uint8Array(32);
  #values: Int32Array;

  constructor(width: number) {
    this.#width = width;
    this.#values = new Int32Array(32 * width);
  }

  push(position: number, values: Int32Array, active: boolean): void {
    if (this.#length === this.#positions.length) this.#grow();
    this.#positions[this.#length] = position;
    this.#active[this.#length] = active ? 1 : 0;
    this.#values.set(values, this.#length * this.#width);
    this.#length++;
  }

  #grow(): void {
    const [positions, active, values] = [this.#positions, this.#active, this.#values];
    this.#positions = new Int32Array(positions.length * 2);
    this.#positions.set(positions);
    this.#active = new Uint8Array(active.length * 2);
    this.#active.set(active);
    this.#values = new Int32Array(values.length * 2);
    this.#values.set(values);
  }

  done(): LineRows {
    const length = this.#length;
    return {
      length,
      positions: this.#positions.slice(0, length),
      active: this.#active.slice(0, length),
      values: this.#values.slice(0, length * this.#width),
    };
  }
}

interface Anchor {
  elapsed: number;
  margin: number;
  elapsedValue: number;
  marginValue: number;
  active: boolean;
}

/** Rows and final values of every entity of the roster, the effects given in total order. */
export function runningRows(
  effects: readonly Effect[],
  sport: Sport,
  roster: Roster,
  final: boolean,
): { rows: LineRows[]; finals: Int32Array[] } {
  const width = sport.counters.length;
  const elapsedCounter = sport.counters.findIndex((counter) => counter.accrues === 'elapsed');
  const marginCounter = sport.counters.findIndex((counter) => counter.accrues === 'margin');
  const values = Array.from({ length: roster.size }, () => new Int32Array(width));
  const rows = values.map(() => new RowWriter(width));
  const anchors: Anchor[] = values.map(() => ({
    elapsed: 0,
    margin: 0,
    elapsedValue: 0,
    marginValue: 0,
    active: false,
  }));
  const rates = values.map((_, entity) => rateOf(entity, roster, sport));
  const touched = new Uint8Array(roster.size);
  const accrues = elapsedCounter >= 0 || marginCounter >= 0;
  const present = new Uint8Array(roster.size);
  let floor: Effect['floor'] | null = null;
  let elapsed = 0;
  let margin = 0;

  effects.forEach((effect, position) => {
    elapsed += effect.elapsed;
    margin += effect.margin;
    touched.fill(0);
    if (effect.floor !== floor) {
      floor = effect.floor;
      present.fill(0);
      for (const id of floor.keys()) present[roster.player(id)] = 1;
    }
    for (const [entity, counter, by] of effect.additions) {
      const line = values[entity];
      if (line === undefined) continue;
      line[counter] = (line[counter] ?? 0) + by;
      if (counter !== elapsedCounter && counter !== marginCounter) touched[entity] = 1;
    }
    if (!accrues) {
      // Nothing runs by itself: whoever is not touched stays as he was.
      for (let entity = 0; entity < roster.size; entity++) {
        const line = values[entity];
        if (touched[entity] === 1 && line !== undefined) rows[entity]?.push(position, line, false);
      }
      return;
    }
    const over = final && position === effects.length - 1;
    for (let entity = 0; entity < roster.size; entity++) {
      const line = values[entity];
      const anchor = anchors[entity];
      const rate = rates[entity];
      if (line === undefined || anchor === undefined || rate === undefined) continue;
      const active = !over && (entity >= roster.players.length || (present[entity] ?? 0) === 1);
      const elapsedValue = line[elapsedCounter] ?? 0;
      const marginValue = line[marginCounter] ?? 0;
      const run = anchor.active ? 1 : 0;
      const foreseen =
        touched[entity] === 0 &&
        active === anchor.active &&
        elapsedValue === anchor.elapsedValue + run * rate.elapsed * (elapsed - anchor.elapsed) &&
        marginValue === anchor.marginValue + run * rate.margin * (margin - anchor.margin);
      if (foreseen) continue;
      rows[entity]?.push(position, line, active);
      anchor.elapsed = elapsed;
      anchor.margin = margin;
      anchor.elapsedValue = elapsedValue;
      anchor.marginValue = marginValue;
      anchor.active = active;
    }
  });
  return { rows: rows.map((writer) => writer.done()), finals: values };
}

/** What one unit of game clock and of home margin adds to an active line. */
function rateOf(entity: number, roster: Roster, sport: Sport): { elapsed: number; margin: number } {
  const player = roster.players[entity];
  const home = player === undefined ? entity === roster.team('home') : player.side === 'home';
  return { elapsed: player === undefined ? teamRate(sport) : 1, margin: home ? 1 : -1 };
}
