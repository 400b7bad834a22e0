/**
 * What the official stat rows mean. A row has a type, a team, mostly a player, and yards for some types.
 * Meanings were found from the plays' texts and hold for all 285 games of 2024: points by quarter are the
 * scoreboard's, passing yards are receiving yards, every punt and kickoff has one row of its kind.
 */
import type { Credit, Side } from '../../plays/play.ts';
import { americanFootball } from '../../sports/american-football.ts';
import type { StatRow } from './document.ts';

/** Counter and amount: a number, or the row's yards, or its yards with the sign turned. */
type Rule = readonly [counter: string, by: number | 'yards' | 'loss'];

const touchdown: Rule = ['pts', 6];
const rush: readonly Rule[] = [['rush_yds', 'yards']];
const carry: readonly Rule[] = [['rush_att', 1], ...rush];
const pass: readonly Rule[] = [['pass_yds', 'yards']];
const thrown: Rule = ['pass_att', 1];
const complete: readonly Rule[] = [thrown, ['pass_cmp', 1], ...pass];
const gain: readonly Rule[] = [['rec_yds', 'yards']];
const caught: readonly Rule[] = [['rec', 1], ...gain];
const returned: readonly Rule[] = [['ret_td', 1], touchdown];
const intercepted: readonly Rule[] = [['int_yds', 'yards']];
const punt: readonly Rule[] = [
  ['punts', 1],
  ['punt_yds', 'yards'],
];
const puntReturn: readonly Rule[] = [['punt_ret_yds', 'yards']];
const kickReturn: readonly Rule[] = [['kick_ret_yds', 'yards']];
const recovered: readonly Rule[] = [['fumble_ret_yds', 'yards']];
const own: readonly Rule[] = [['fumble_rec_own', 1], ...recovered];
const theirs: readonly Rule[] = [['fumble_rec_opp', 1], ...recovered];
const fumble: readonly Rule[] = [['fumbles', 1]];
const kickoff: readonly Rule[] = [['kickoffs', 1]];
const firstDown: readonly Rule[] = [['first_downs', 1]];
const blocked: readonly Rule[] = [['kicks_blocked', 1]];
const tryTwo: Rule = ['two_pt_att', 1];
const two: readonly Rule[] = [
  ['two_pt', 1],
  ['pts', 2],
];

const RULES: ReadonlyMap<number, readonly Rule[]> = new Map<number, readonly Rule[]>([
  [2, [['punts_blocked', 1]]],
  [3, firstDown],
  [4, firstDown],
  [5, firstDown],
  [
    6,
    [
      ['third_att', 1],
      ['third_made', 1],
    ],
  ],
  [7, [['third_att', 1]]],
  [
    8,
    [
      ['fourth_att', 1],
      ['fourth_made', 1],
    ],
  ],
  [9, [['fourth_att', 1]]],
  [10, carry],
  [11, [...carry, ['rush_td', 1], touchdown]],
  // After a lateral: yards, and perhaps the touchdown, without the carry, pass, catch or return.
  [12, rush],
  [13, [...rush, ['rush_td', 1], touchdown]],
  [14, [thrown]],
  [15, complete],
  [16, [...complete, ['pass_td', 1]]],
  [17, pass],
  [18, [...pass, ['pass_td', 1]]],
  [19, [thrown, ['pass_int', 1]]],
  [
    20,
    [
      ['sacked', 1],
      ['sack_yds_lost', 'loss'],
    ],
  ],
  [21, caught],
  [22, [...caught, ['rec_td', 1], touchdown]],
  [23, gain],
  [24, [...gain, ['rec_td', 1], touchdown]],
  [25, [['interceptions', 1], ...intercepted]],
  [26, [['interceptions', 1], ...intercepted, ...returned]],
  [27, intercepted],
  [28, [...intercepted, ...returned]],
  [29, punt],
  [30, [['punts_in20', 1]]],
  // Into the end zone, returned or recovered there; and touched back.
  [31, punt],
  [32, punt],
  [33, [['punt_ret', 1], ...puntReturn]],
  [34, [['punt_ret', 1], ...puntReturn, ...returned]],
  [35, puntReturn],
  [36, [...puntReturn, ...returned]],
  [39, [['fair_catches', 1]]],
  [41, kickoff],
  [43, kickoff],
  [44, kickoff],
  [45, [['kick_ret', 1], ...kickReturn]],
  [46, [['kick_ret', 1], ...kickReturn, ...returned]],
  [47, kickReturn],
  [48, [...kickReturn, ...returned]],
  [50, [['fair_catches', 1]]],
  [52, fumble],
  [53, fumble],
  [54, fumble],
  [55, own],
  [56, [...own, ...returned]],
  [57, recovered],
  [58, [...recovered, ...returned]],
  [59, theirs],
  [60, [...theirs, ...returned]],
  [61, recovered],
  [62, [...recovered, ...returned]],
  [64, returned],
  [69, [['fg_att', 1]]],
  [
    70,
    [
      ['fg_att', 1],
      ['fg_made', 1],
      ['pts', 3],
    ],
  ],
  [71, [['fg_att', 1]]],
  [
    72,
    [
      ['xp_att', 1],
      ['xp_made', 1],
      ['pts', 1],
    ],
  ],
  [73, [['xp_att', 1]]],
  [74, [['xp_att', 1]]],
  [75, [tryTwo, ...two]],
  [76, [tryTwo]],
  [77, [tryTwo, ['two_pt_pass', 1]]],
  [78, [tryTwo]],
  [79, [['tackles_solo', 1]]],
  [80, [['tackles_helped', 1]]],
  [82, [['tackle_assists', 1]]],
  [83, [['sacks', 1]]],
  [84, [['sacks', 0.5]]],
  [85, [['passes_defended', 1]]],
  [86, blocked],
  [87, blocked],
  [88, blocked],
  [
    89,
    [
      ['safeties', 1],
      ['pts', 2],
    ],
  ],
  [91, [['forced_fumbles', 1]]],
  [
    93,
    [
      ['penalties', 1],
      ['penalty_yds', 'yards'],
    ],
  ],
  [104, two],
  [106, [['fumbles_lost', 1]]],
  [108, returned],
  [110, [['qb_hits', 1]]],
  [111, [['air_yds', 'yards']]],
  [112, [['air_yds', 'yards']]],
  [113, [['yac', 'yards']]],
  [115, [['targets', 1]]],
  [402, [['tackles_for_loss', 1]]],
  [404, two],
]);

/**
 * Known, and counting nothing here: where a punt or kickoff ended (37, 38, 40, 42, 49, 51, 410, 420 to 425), yards of
 * nobody's kind (63), timeouts (68), losses told twice (95, 120), a two-point pass not caught (105), the kicking
 * side's recovery of a kickoff (107), the defence's failed try (403).
 */
const UNCOUNTED: ReadonlySet<number> = new Set([
  37, 38, 40, 42, 49, 51, 63, 68, 95, 105, 107, 120, 403, 410, 420, 421, 422, 423, 424, 425,
]);

/** Types of rows whose person is what the play is about, first to last. */
const LEADING: readonly number[] = [
  16, 15, 19, 14, 20, 11, 10, 13, 12, 70, 69, 71, 72, 73, 74, 77, 78, 75, 76, 29, 31, 32, 2, 41, 43, 44, 93,
  68,
];

/** Whether the meaning of the type is known. */
export function isKnown(statType: number): boolean {
  return RULES.has(statType) || UNCOUNTED.has(statType);
}

const perUnit = new Map(americanFootball.counters.map(({ name, perUnit: units }) => [name, units ?? 1]));

/** What a row adds, in stored units. */
export function creditsOfRow(row: StatRow, side: Side): Credit[] {
  const credits: Credit[] = [];
  for (const [counter, rule] of RULES.get(row.statType) ?? []) {
    const by = amountOf(rule, row);
    if (by === 0) continue;
    credits.push({ side, playerId: row.gsisPlayerId, counter, by: by * (perUnit.get(counter) ?? 1) });
  }
  return credits;
}

/** Points of a row. */
export function pointsOfRow(row: StatRow): number {
  let points = 0;
  for (const [counter, rule] of RULES.get(row.statType) ?? []) {
    if (counter === 'pts') points += amountOf(rule, row);
  }
  return points;
}

function amountOf(rule: Rule[1], { yards }: StatRow): number {
  return rule === 'yards' ? (yards ?? 0) : rule === 'loss' ? -(yards ?? 0) : rule;
}

/** The row a play is about: passer, runner, kicker, offender; or undefined. */
export function leadingRow(rows: readonly StatRow[]): StatRow | undefined {
  for (const type of LEADING) {
    const row = rows.find((candidate) => candidate.statType === type);
    if (row !== undefined) return row;
  }
  return rows[0];
}
