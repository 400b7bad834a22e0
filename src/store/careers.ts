/** The arithmetic of the upper two levels: what came before a game in its season, and before a season. Pure. */

/** Counters of a level; null where the record does not hold one. */
export type Vector = readonly (number | null)[];

/** Sum; unknown where either is. */
export function add(a: Vector, b: Vector): Vector {
  return a.map((value, position) => {
    const other = b[position] ?? null;
    return value === null || other === null ? null : value + other;
  });
}

export function zeros(width: number): Vector {
  return Array.from({ length: width }, () => 0);
}

export function same(a: Vector, b: Vector): boolean {
  return a.every((value, position) => value === b[position]);
}

/** One entity's part of a season: its official totals if stated, else the sum of its plays. */
export interface SeasonPart {
  readonly seasonOrder: number;
  readonly totals: Vector;
  readonly gamesFromPlays: number;
}

/** What came before a season part. */
export interface Carry {
  /** In the career, games of the same type. */
  readonly career: Vector;
  /** In the career, all types. */
  readonly all: Vector;
  /** In the same season, earlier types; null where none of them has a game that counts. */
  readonly season: Vector | null;
  readonly gamesFromPlays: number;
  readonly gamesFromPlaysAll: number;
}

/** Carries of an entity's season parts, given in order of time. */
export function carriesOf(parts: readonly SeasonPart[], width: number): Carry[] {
  const careers = new Map<number, { totals: Vector; games: number }>();
  let all = zeros(width);
  let gamesAll = 0;
  let year = 0;
  let season: Vector | null = null;
  return parts.map((part) => {
    const type = part.seasonOrder % 10;
    const career = careers.get(type) ?? { totals: zeros(width), games: 0 };
    if (Math.floor(part.seasonOrder / 10) !== year) {
      year = Math.floor(part.seasonOrder / 10);
      season = null;
    }
    const carry: Carry = {
      career: career.totals,
      all,
      season,
      gamesFromPlays: career.games,
      gamesFromPlaysAll: gamesAll,
    };
    careers.set(type, { totals: add(career.totals, part.totals), games: career.games + part.gamesFromPlays });
    all = add(all, part.totals);
    // To be listed in a game, or to have been by mistake, makes no season part that counts beside others.
    if (part.totals[0] !== 0) season = season === null ? part.totals : add(season, part.totals);
    gamesAll += part.gamesFromPlays;
    return carry;
  });
}

/** What came before each game of a season part, given in order of time and what came before the first. */
export function beforeGames(before: Vector, finals: readonly Vector[]): Vector[] {
  let running = before;
  return finals.map((final) => {
    const value = running;
    running = add(running, final);
    return value;
  });
}
