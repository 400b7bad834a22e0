/**
 * Who was on together, for how long, and what the margin did meanwhile. Pure.
 *
 * Worked out from the stored lines alone: what each player gained at each play in time and in plus/minus says who was
 * on for it. So every player's units add up to his own time and plus/minus, free throws shot after a substitution included.
 */
import { counterIndex, type Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';

/** A game's clock (centiseconds run) and score after a play. */
export interface CourseStep {
  readonly elapsed: number;
  readonly home: number;
  readonly away: number;
}

/** A player's rows in the order of plays; each stands at the position of its play. */
export interface UnitLine {
  readonly id: string;
  readonly rows: readonly {
    readonly position: number;
    readonly line: Vector;
    readonly active: boolean;
  }[];
}

export interface Unit {
  /** Ids, sorted. */
  readonly players: readonly string[];
  /** Centiseconds of game clock. */
  elapsed: number;
  plusMinus: number;
}

interface Walker {
  readonly line: UnitLine;
  next: number;
  active: boolean;
  elapsed: number;
  margin: number;
}

/** What one player gained at one play. */
interface Gain {
  readonly id: string;
  readonly elapsed: number;
  readonly margin: number;
  readonly before: boolean;
  readonly after: boolean;
}

/** Everybody of one side who was on together during the first `counted` plays. `sign` is 1 at home, -1 away. */
export function unitsOf(
  sport: Sport,
  lines: readonly UnitLine[],
  course: readonly CourseStep[],
  sign: 1 | -1,
  counted: number,
): Unit[] {
  const elapsedCounter = sport.counters.findIndex(({ accrues }) => accrues === 'elapsed');
  const marginCounter = sport.counters.findIndex(({ accrues }) => accrues === 'margin');
  const walkers = lines.map((line): Walker => ({ line, next: 0, active: false, elapsed: 0, margin: 0 }));
  const units = new Map<string, Unit>();
  const unitOf = (gains: readonly Gain[]): Unit => {
    const players = gains.map(({ id }) => id).sort();
    const key = players.join(' ');
    const known = units.get(key) ?? { players, elapsed: 0, plusMinus: 0 };
    units.set(key, known);
    return known;
  };
  const changed = new Set(lines.flatMap(({ rows }) => rows.map(({ position }) => position)));
  let last: CourseStep = { elapsed: 0, home: 0, away: 0 };
  course.slice(0, counted).forEach((step, position) => {
    const ran = step.elapsed - last.elapsed;
    const won = sign * (step.home - step.away - (last.home - last.away));
    if (ran === 0 && won === 0 && !changed.has(position)) return;
    const gains: Gain[] = [];
    for (const walker of walkers) {
      const row = walker.line.rows[walker.next];
      const before = walker.active;
      let [elapsed, margin] = before ? [ran, won] : [0, 0];
      if (row?.position === position) {
        walker.next++;
        elapsed = (row.line[elapsedCounter] ?? 0) - walker.elapsed;
        margin = marginCounter < 0 ? 0 : (row.line[marginCounter] ?? 0) - walker.margin;
        walker.active = row.active;
      }
      walker.elapsed += elapsed;
      walker.margin += margin;
      if (elapsed !== 0 || margin !== 0) {
        gains.push({ id: walker.line.id, elapsed, margin, before, after: walker.active });
      }
    }
    for (const [by, on] of stretches(
      gains.filter(({ elapsed }) => elapsed !== 0),
      ran,
    )) {
      unitOf(on).elapsed += by;
    }
    if (marginCounter >= 0) {
      for (const [by, on] of Map.groupBy(gains, ({ margin }) => margin))
        if (by !== 0) unitOf(on).plusMinus += by;
    } else if (won !== 0) {
      const on = gains.filter(({ before }) => before);
      if (on.length > 0) unitOf(on).plusMinus += won;
    }
    last = step;
  });
  return [...units.values()];
}

/** The clock a play ran, each stretch with those who were on: one, or two where somebody came in between. */
function stretches(gains: readonly Gain[], ran: number): [by: number, on: readonly Gain[]][] {
  const through = gains.filter(({ elapsed }) => elapsed === ran);
  const partly = gains.filter(({ elapsed }) => elapsed !== ran);
  if (partly.length === 0) return through.length === 0 ? [] : [[ran, through]];
  const parts = [...Map.groupBy(partly, ({ elapsed }) => elapsed)];
  const [one, other] = parts;
  if (one !== undefined && parts.length === 1 && one[0] * 2 === ran) {
    // Two stretches of one length: those who were on before the play had the first.
    const first = partly.filter(({ before }) => before);
    const second = partly.filter(({ before }) => !before);
    return [
      [one[0], [...through, ...first]],
      [one[0], [...through, ...second]],
    ];
  }
  if (one !== undefined && other !== undefined && parts.length === 2 && one[0] + other[0] === ran) {
    return [
      [one[0], [...through, ...one[1]]],
      [other[0], [...through, ...other[1]]],
    ];
  }
  if (one !== undefined && parts.length === 1 && through.length > 0) {
    return [
      [one[0], [...through, ...one[1]]],
      [ran - one[0], through],
    ];
  }
  // Plays whose instants contradict their order: everybody keeps his own.
  return [...Map.groupBy(gains, ({ elapsed }) => elapsed)];
}

/** Somebody handed on to somebody who made use of it. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  count: number;
  /** What the scoreboard gained by it. */
  score: number;
}

/** Who handed on to whom during the first `counted` plays: both counters rose at one play. */
export function connectionsOf(sport: Sport, lines: readonly UnitLine[], counted: number): Connection[] {
  if (sport.assisted === null) return [];
  const index = counterIndex(sport);
  const at = (name: string) => index.get(name) ?? -1;
  const [by, of, score] = [at(sport.assisted.by), at(sport.assisted.of), at(sport.scoreCounter)];
  const givers = new Map<number, string[]>();
  const takers = new Map<number, { id: string; scored: number }[]>();
  for (const { id, rows } of lines) {
    let before: Vector = [];
    for (const { position, line } of rows) {
      if (position >= counted) break;
      const rise = (counter: number) => (line[counter] ?? 0) - (before[counter] ?? 0);
      if (rise(by) > 0) givers.set(position, [...(givers.get(position) ?? []), id]);
      if (rise(of) > 0) takers.set(position, [...(takers.get(position) ?? []), { id, scored: rise(score) }]);
      before = line;
    }
  }
  const connections = new Map<string, Connection>();
  for (const [position, from] of givers) {
    const [to, another] = takers.get(position) ?? [];
    // Two baskets in one step of the feed's order: nobody can tell whose the assists were.
    if (to === undefined || another !== undefined) continue;
    for (const giver of from) {
      const key = `${giver} ${to.id}`;
      const known = connections.get(key) ?? { from: giver, to: to.id, count: 0, score: 0 };
      known.count++;
      known.score += to.scored;
      connections.set(key, known);
    }
  }
  return [...connections.values()];
}
