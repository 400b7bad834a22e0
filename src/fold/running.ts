/**
 * Running lines. A line gets a row only where the reader could not have foreseen it: accruing counters (time
 * on the floor, plus/minus) follow the game by themselves while the line is active, so they need a row only
 * when somebody comes, goes, or is credited otherwise than by being on the floor now.
 * A player of the 479 real games has 28 rows a game that way; a row a play for everybody on the floor would be 216.
 */
import { type Sport, teamRate } from '../sports/sport.ts';
import type { Effect } from './effects.ts';
import type { Roster } from './roster.ts';

export interface Row {
  /** Position of the play in total order. */
  readonly position: number;
  /** Stored counter values after the play. */
  readonly values: Int32Array;
  /** Whether accruing counters go on from here. */
  readonly active: boolean;
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
): { rows: Row[][]; finals: Int32Array[] } {
  const width = sport.counters.length;
  const elapsedCounter = sport.counters.findIndex((counter) => counter.accrues === 'elapsed');
  const marginCounter = sport.counters.findIndex((counter) => counter.accrues === 'margin');
  const values = Array.from({ length: roster.size }, () => new Int32Array(width));
  const rows: Row[][] = values.map(() => []);
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
  let elapsed = 0;
  let margin = 0;

  effects.forEach((effect, position) => {
    elapsed += effect.elapsed;
    margin += effect.margin;
    touched.fill(0);
    for (const [entity, counter, by] of effect.additions) {
      const line = values[entity];
      if (line === undefined) continue;
      line[counter] = (line[counter] ?? 0) + by;
      if (counter !== elapsedCounter && counter !== marginCounter) touched[entity] = 1;
    }
    const over = final && position === effects.length - 1;
    for (let entity = 0; entity < roster.size; entity++) {
      const line = values[entity];
      const anchor = anchors[entity];
      const rate = rates[entity];
      if (line === undefined || anchor === undefined || rate === undefined) continue;
      const player = roster.players[entity];
      const active = accrues && !over && (player === undefined || effect.floor.has(player.id));
      const elapsedValue = line[elapsedCounter] ?? 0;
      const marginValue = line[marginCounter] ?? 0;
      const run = anchor.active ? 1 : 0;
      const foreseen =
        touched[entity] === 0 &&
        active === anchor.active &&
        elapsedValue === anchor.elapsedValue + run * rate.elapsed * (elapsed - anchor.elapsed) &&
        marginValue === anchor.marginValue + run * rate.margin * (margin - anchor.margin);
      if (foreseen) continue;
      rows[entity]?.push({ position, values: line.slice(), active });
      anchors[entity] = { elapsed, margin, elapsedValue, marginValue, active };
    }
  });
  return { rows, finals: values };
}

/** What one unit of game clock and of home margin adds to an active line. */
function rateOf(entity: number, roster: Roster, sport: Sport): { elapsed: number; margin: number } {
  const player = roster.players[entity];
  const home = player === undefined ? entity === roster.team('home') : player.side === 'home';
  return { elapsed: player === undefined ? teamRate(sport) : 1, margin: home ? 1 : -1 };
}
