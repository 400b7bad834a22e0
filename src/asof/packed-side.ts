/**
 * Units and connections of one side of a game, packed: a season of all teams is two and a half thousand of them, and all
 * are asked for again and again. Pure.
 */
import type { Connection, Unit } from './units.ts';

export interface PackedSide {
  /** Everybody who was in a unit or connection, sorted: players are told by their place here. */
  readonly ids: readonly string[];
  /** How many players each unit has, and all of them, unit after unit. */
  readonly sizes: Uint8Array;
  readonly members: Uint8Array;
  readonly elapsed: Int32Array;
  readonly plusMinus: Int32Array;
  /** From, to, count and score of each connection. */
  readonly connections: Int32Array;
}

/** Pack them. */
export function packSide(units: readonly Unit[], connections: readonly Connection[]): PackedSide {
  const named = new Set([
    ...units.flatMap(({ players }) => players),
    ...connections.flatMap(({ from, to }) => [from, to]),
  ]);
  const ids = [...named].sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  return {
    ids,
    sizes: Uint8Array.from(units, ({ players }) => players.length),
    members: Uint8Array.from(units.flatMap(({ players }) => players.map(placeOf))),
    elapsed: Int32Array.from(units, ({ elapsed }) => elapsed),
    plusMinus: Int32Array.from(units, ({ plusMinus }) => plusMinus),
    connections: Int32Array.from(
      connections.flatMap(({ from, to, count, score }) => [placeOf(from), placeOf(to), count, score]),
    ),
  };
}

/** About how many bytes it takes. */
export function weightOfSide({ ids, members, sizes, connections }: PackedSide): number {
  return 900 + ids.length * 50 + members.length + sizes.length * 9 + connections.length * 4;
}

export interface Together {
  /** Ids, sorted. */
  readonly players: readonly string[];
  readonly games: number;
  /** Centiseconds of game clock. */
  readonly elapsed: number;
  readonly plusMinus: number;
}

interface Sum {
  readonly players: readonly string[];
  games: number;
  elapsed: number;
  plusMinus: number;
}

/** The units of several games taken together, as groups of `size`: a unit of five holds ten pairs. */
export function together(sides: readonly PackedSide[], size: number): Together[] {
  const groups = new Map<string, Sum>();
  for (const side of sides) {
    for (const [key, one] of groupsOfSide(side, size)) {
      const sum = groups.get(key);
      if (sum === undefined) groups.set(key, one);
      else {
        sum.games++;
        sum.elapsed += one.elapsed;
        sum.plusMinus += one.plusMinus;
      }
    }
  }
  return [...groups]
    .sort(
      ([a, one], [b, other]) =>
        other.elapsed - one.elapsed || other.plusMinus - one.plusMinus || (a < b ? -1 : 1),
    )
    .map(([, sum]) => sum);
}

/** The groups of one game by their ids. Within the game they are told by places, of which a number holds several. */
function groupsOfSide(
  { ids, sizes, members, elapsed, plusMinus }: PackedSide,
  size: number,
): Map<string, Sum> {
  const sums = new Map<number | string, { first: number[]; elapsed: number; plusMinus: number }>();
  const isNumber = ids.length ** size < Number.MAX_SAFE_INTEGER;
  let begin = 0;
  sizes.forEach((count, unit) => {
    const players = members.subarray(begin, begin + count);
    begin += count;
    eachGroup(players, size, (group) => {
      const key = isNumber ? group.reduce((sum, place) => sum * ids.length + place, 0) : group.join(' ');
      const sum = sums.get(key) ?? { first: [...group], elapsed: 0, plusMinus: 0 };
      sums.set(key, sum);
      sum.elapsed += elapsed[unit] ?? 0;
      sum.plusMinus += plusMinus[unit] ?? 0;
    });
  });
  const byIds = new Map<string, Sum>();
  for (const { first, ...sum } of sums.values()) {
    const players = first.map((place) => ids[place] ?? '');
    byIds.set(players.join(' '), { players, games: 1, ...sum });
  }
  return byIds;
}

/** All groups of so many of the players, each in their order; the same array each time. */
function eachGroup(players: Uint8Array, size: number, tell: (group: readonly number[]) => void): void {
  const group: number[] = Array.from({ length: size }, () => 0);
  const fill = (chosen: number, from: number) => {
    if (chosen === size) {
      tell(group);
      return;
    }
    for (let place = from; place <= players.length - (size - chosen); place++) {
      group[chosen] = players[place] ?? 0;
      fill(chosen + 1, place + 1);
    }
  };
  fill(0, 0);
}

/** The connections of several games taken together, those with most first. */
export function connected(sides: readonly PackedSide[]): Connection[] {
  const pairs = new Map<string, Connection>();
  for (const { ids, connections } of sides) {
    for (let at = 0; at < connections.length; at += 4) {
      const [first = 0, second = 0, count = 0, score = 0] = connections.subarray(at, at + 4);
      const [from, to] = [ids[first] ?? '', ids[second] ?? ''];
      const key = `${from} ${to}`;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, { from, to, count, score });
      else {
        known.count += count;
        known.score += score;
      }
    }
  }
  return [...pairs]
    .sort(([a, one], [b, other]) => other.count - one.count || other.score - one.score || (a < b ? -1 : 1))
    .map(([, pair]) => pair);
}
