/**
 * The games of a player or team in a season, packed: what the line was when each was over. Between games it answers for
 * any instant; while one goes on, or where games overlap, the running rows must be asked. Pure.
 */
import { SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import type { Vector } from '../store/careers.ts';

export interface SeasonGames {
  /** First and last play of each game, by its start; NaN while it is not over. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly orders: Int32Array;
  /** The season part to date at the end of each game, game by game, and whether anything was counted in it. */
  readonly totals: Int32Array;
  readonly counted: Uint8Array;
  readonly parts: readonly PartBefore[];
}

/** What came before a season part. */
export interface PartBefore {
  readonly order: number;
  readonly carry: Vector;
  readonly carryOfType: Vector;
  readonly earlier: Vector | null;
}

/** Where a line stands: before all games, at the end of one, or in between, where only the running rows tell. */
export type Standing = 'before' | 'unsure' | { readonly part: PartBefore; readonly game: number };

/** Where a line of games of a type stands at the last instant that counts. */
export function standingAt(games: SeasonGames, seasonType: SeasonType | 'all', last: number): Standing {
  const type = seasonType === 'all' ? null : SEASON_TYPES.indexOf(seasonType);
  let found = -1;
  let begun = false;
  let over = Number.NEGATIVE_INFINITY;
  for (let game = 0; game < games.starts.length; game++) {
    const start = games.starts[game] ?? 0;
    if (start > last) break;
    if (type !== null && (games.orders[game] ?? 0) % 10 !== type) continue;
    const end = games.ends[game] ?? Number.NaN;
    // Written so that an end that is not told is not one that is reached.
    if (!(end <= last) || start <= over) return 'unsure';
    begun = true;
    over = end;
    if (games.counted[game] === 1) found = game;
  }
  if (found < 0) return begun ? 'unsure' : 'before';
  const part = games.parts.find(({ order }) => order === games.orders[found]);
  return part === undefined ? 'unsure' : { part, game: found };
}

/** Counters at some positions, of the season or the career, where a line stands; null where the record holds none. */
export function lineAt(
  { totals, starts }: SeasonGames,
  { part, game }: Exclude<Standing, string>,
  scope: 'season' | 'career',
  seasonType: SeasonType | 'all',
  positions: readonly number[],
): Vector {
  const width = totals.length / starts.length;
  const inType = seasonType !== 'all';
  const before = scope === 'career' ? (inType ? part.carryOfType : part.carry) : inType ? null : part.earlier;
  return positions.map((position) => {
    const own = totals[game * width + position] ?? 0;
    if (before === null) return own;
    const carried = before[position] ?? null;
    return carried === null ? null : carried + own;
  });
}

/** About how many bytes it takes. */
export function weightOfGames({ starts, totals, parts }: SeasonGames): number {
  return (
    600 + starts.length * 21 + totals.length * 4 + parts.length * (100 + (parts[0]?.carry.length ?? 0) * 24)
  );
}
