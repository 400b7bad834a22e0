/**
 * The plainest sum of a file's stat rows, written apart from the adapter: for each counter, the types of rows that
 * count one, and those whose yards count.
 */
import type { FileStat } from './nfl-games.ts';

const RETURNED = [26, 28, 34, 36, 46, 48, 56, 58, 60, 62, 64, 108];

const ONES: Readonly<Record<string, readonly number[]>> = {
  pass_att: [14, 15, 16, 19],
  pass_cmp: [15, 16],
  pass_td: [16, 18],
  pass_int: [19],
  sacked: [20],
  rush_att: [10, 11],
  rush_td: [11, 13],
  targets: [115],
  rec: [21, 22],
  rec_td: [22, 24],
  fumbles: [52, 53, 54],
  fumbles_lost: [106],
  tackles_solo: [79],
  tackles_helped: [80],
  tackle_assists: [82],
  tackles_for_loss: [402],
  qb_hits: [110],
  passes_defended: [85],
  interceptions: [25, 26],
  forced_fumbles: [91],
  fumble_rec_own: [55, 56],
  fumble_rec_opp: [59, 60],
  kicks_blocked: [86, 87, 88],
  safeties: [89],
  fg_att: [69, 70, 71],
  fg_made: [70],
  xp_att: [72, 73, 74],
  xp_made: [72],
  punts: [29, 31, 32],
  punts_in20: [30],
  punts_blocked: [2],
  kickoffs: [41, 43, 44],
  kick_ret: [45, 46],
  punt_ret: [33, 34],
  fair_catches: [39, 50],
  ret_td: RETURNED,
  two_pt_att: [75, 76, 77, 78],
  two_pt: [75, 104, 404],
  two_pt_pass: [77],
  penalties: [93],
  first_downs: [3, 4, 5],
  third_att: [6, 7],
  third_made: [6],
  fourth_att: [8, 9],
  fourth_made: [8],
};

const YARDS: Readonly<Record<string, readonly number[]>> = {
  pass_yds: [15, 16, 17, 18],
  air_yds: [111, 112],
  rush_yds: [10, 11, 12, 13],
  rec_yds: [21, 22, 23, 24],
  yac: [113],
  int_yds: [25, 26, 27, 28],
  fumble_ret_yds: [55, 56, 57, 58, 59, 60, 61, 62],
  punt_yds: [29, 31, 32],
  kick_ret_yds: [45, 46, 47, 48],
  punt_ret_yds: [33, 34, 35, 36],
  penalty_yds: [93],
};

const POINTS: readonly (readonly [types: readonly number[], points: number])[] = [
  [[11, 13, 22, 24, ...RETURNED], 6],
  [[70], 3],
  [[75, 104, 89, 404], 2],
  [[72], 1],
];

/** Counters of some rows in stored units; `games` is one where there is any row. */
export function naiveSum(rows: readonly Pick<FileStat, 'statType' | 'yards'>[]): Record<string, number> {
  const ones = new Map<number, number>();
  const gained = new Map<number, number>();
  for (const { statType, yards } of rows) {
    ones.set(statType, (ones.get(statType) ?? 0) + 1);
    gained.set(statType, (gained.get(statType) ?? 0) + (yards ?? 0));
  }
  const all = (by: ReadonlyMap<number, number>) => (types: readonly number[]) =>
    types.reduce((sum, type) => sum + (by.get(type) ?? 0), 0);
  const [count, yards] = [all(ones), all(gained)];
  const sums: Record<string, number> = {
    games: rows.length > 0 ? 1 : 0,
    pts: POINTS.reduce((sum, [types, points]) => sum + points * count(types), 0),
    sack_yds_lost: 0 - yards([20]),
    sacks: 2 * count([83]) + count([84]),
  };
  for (const [counter, types] of Object.entries(ONES)) sums[counter] = count(types);
  for (const [counter, types] of Object.entries(YARDS)) sums[counter] = yards(types);
  return sums;
}
