/** American football: the counters of the official stat rows, offence, defence and kicking, and what is derived. */
import { derived, gameFigure, share } from './derived.ts';
import type { Counter, Derived, GameFigure, Sport } from './sport.ts';

const NFL = 'official statistics of the NFL';
const REFERENCE = 'pro-football-reference.com, glossary';

function average(name: string, meaning: string, yards: string, times: string): Derived {
  return derived({ name, unit: 'yards', meaning, formula: `${yards} / ${times}`, source: NFL, digits: 1 });
}

function perGame(name: string, meaning: string, counter: string): Derived {
  return derived({ name, unit: 'a game', meaning, formula: `${counter} / games`, source: NFL, digits: 1 });
}

/** One of the four parts of the passer rating: each counts between 0 and 2.375. */
function part(formula: string): string {
  return `min(2.375, max(0, ${formula}))`;
}

const PASSER_RATING = [
  '5 * (pass_cmp / pass_att - 0.3)',
  '(pass_yds / pass_att - 3) / 4',
  '20 * pass_td / pass_att',
  '2.375 - 25 * pass_int / pass_att',
].map(part);

const figures: readonly Derived[] = [
  share('cmp_pct', 'completion percentage', 'pass_cmp', 'pass_att', NFL),
  average('yds_per_pass', 'passing yards per attempt', 'pass_yds', 'pass_att'),
  derived({
    name: 'passer_rating',
    unit: '0 to 158.3',
    meaning: 'passer rating of the league',
    formula: `(${PASSER_RATING.join(' + ')}) / 0.06`,
    source: 'NFL passer rating, in use since 1973',
    digits: 1,
  }),
  average('yds_per_rush', 'rushing yards per attempt', 'rush_yds', 'rush_att'),
  average('yds_per_rec', 'receiving yards per catch', 'rec_yds', 'rec'),
  share('catch_pct', 'targets caught', 'rec', 'targets', NFL),
  derived({
    name: 'tackles',
    unit: 'tackles',
    meaning: 'tackles of every kind',
    formula: 'tackles_solo + tackles_helped + tackle_assists',
    source: NFL,
  }),
  share('fg_pct', 'field goals made', 'fg_made', 'fg_att', NFL),
  average('yds_per_punt', 'gross yards per punt', 'punt_yds', 'punts'),
  average('yds_per_kick_ret', 'yards per kickoff return', 'kick_ret_yds', 'kick_ret'),
  average('yds_per_punt_ret', 'yards per punt return', 'punt_ret_yds', 'punt_ret'),
  share('third_pct', 'third downs converted', 'third_made', 'third_att', NFL),
  share('td_pct', 'passes that were touchdowns', 'pass_td', 'pass_att', NFL),
  share('int_pct', 'passes that were intercepted', 'pass_int', 'pass_att', NFL),
  derived({
    name: 'net_yds_per_pass',
    unit: 'yards',
    meaning: 'net yards per pass play: sacks are plays, and what they lost is taken off',
    formula: '(pass_yds - sack_yds_lost) / (pass_att + sacked)',
    source: REFERENCE,
    digits: 2,
  }),
  derived({
    name: 'adj_net_yds_per_pass',
    unit: 'yards',
    meaning: 'adjusted net yards per pass play: a touchdown is worth twenty yards, an interception costs 45',
    formula: '(pass_yds + 20 * pass_td - 45 * pass_int - sack_yds_lost) / (pass_att + sacked)',
    source: REFERENCE,
    digits: 2,
  }),
  average('yds_per_target', 'receiving yards per pass meant for the player', 'rec_yds', 'targets'),
  perGame('pass_ypg', 'passing yards per game', 'pass_yds'),
  perGame('rush_ypg', 'rushing yards per game', 'rush_yds'),
  perGame('rec_ypg', 'receiving yards per game', 'rec_yds'),
  derived({
    name: 'scrimmage_yds',
    unit: 'yards',
    meaning: 'yards from scrimmage: rushing and receiving',
    formula: 'rush_yds + rec_yds',
    source: NFL,
  }),
  share('xp_pct', 'extra points made', 'xp_made', 'xp_att', NFL),
  share('fourth_pct', 'fourth downs converted', 'fourth_made', 'fourth_att', NFL),
];

const gameFigures: readonly GameFigure[] = [
  gameFigure('team', {
    name: 'turnover_margin',
    unit: 'turnovers',
    meaning: 'turnovers taken less turnovers given: interceptions and fumbles lost',
    formula: 'opponent.pass_int + opponent.fumbles_lost - pass_int - fumbles_lost',
    source: NFL,
  }),
  gameFigure('player', {
    name: 'target_share',
    unit: '0 to 1',
    meaning: "share of the team's targeted passes that were meant for the player",
    formula: 'targets / team.targets',
    source: REFERENCE,
  }),
  gameFigure('player', {
    name: 'rush_share',
    unit: '0 to 1',
    meaning: "share of the team's rushing attempts",
    formula: 'rush_att / team.rush_att',
    source: REFERENCE,
  }),
];

function counters(unit: string, meanings: Readonly<Record<string, string>>): Counter[] {
  const falls = unit === 'yards' ? ({ falls: true } as const) : null;
  return Object.entries(meanings).map(([name, meaning]) => ({ name, unit, meaning, ...falls }));
}

const offence: readonly Counter[] = [
  ...counters('passes', {
    pass_att: 'passes attempted; sacks are none',
    pass_cmp: 'passes completed',
  }),
  ...counters('yards', { pass_yds: 'passing yards; sacks take none away' }),
  ...counters('touchdowns', { pass_td: 'touchdown passes' }),
  ...counters('passes', { pass_int: 'passes intercepted' }),
  ...counters('sacks', { sacked: 'times sacked' }),
  ...counters('yards', {
    sack_yds_lost: 'yards lost by being sacked',
    air_yds: 'yards the passes flew beyond the line of scrimmage, caught or not',
  }),
  ...counters('rushes', { rush_att: 'rushing attempts' }),
  ...counters('yards', { rush_yds: 'rushing yards, laterals included' }),
  ...counters('touchdowns', { rush_td: 'rushing touchdowns' }),
  ...counters('passes', { targets: 'passes meant for the player', rec: 'passes caught' }),
  ...counters('yards', {
    rec_yds: 'receiving yards, laterals included',
    yac: 'yards gained after the catch',
  }),
  ...counters('touchdowns', { rec_td: 'receiving touchdowns' }),
  ...counters('fumbles', {
    fumbles: 'fumbles, lost or not',
    fumbles_lost: 'fumbles the other side recovered',
  }),
];

const defence: readonly Counter[] = [
  ...counters('tackles', {
    tackles_solo: 'tackles made alone',
    tackles_helped: 'tackles made with the help of others',
    tackle_assists: "help given in another's tackle",
    tackles_for_loss: 'tackles behind the line of scrimmage, sacks included, alone or shared',
  }),
  {
    name: 'sacks',
    unit: 'sacks',
    meaning: 'sacks; half a sack each where two share one',
    perUnit: 2,
    column: 'half_sacks',
  },
  ...counters('hits', { qb_hits: 'hits on the passer' }),
  ...counters('passes', { passes_defended: 'passes broken up', interceptions: 'interceptions' }),
  ...counters('yards', { int_yds: 'yards returned after interceptions' }),
  ...counters('fumbles', {
    forced_fumbles: 'fumbles forced',
    fumble_rec_own: "own side's fumbles recovered",
    fumble_rec_opp: "other side's fumbles recovered",
  }),
  ...counters('yards', { fumble_ret_yds: 'yards gained after recovering fumbles' }),
  ...counters('kicks', { kicks_blocked: 'punts, field goals and extra points blocked' }),
  ...counters('safeties', { safeties: 'safeties scored' }),
];

const kicking: readonly Counter[] = [
  ...counters('kicks', {
    fg_att: 'field goals attempted, blocked ones included',
    fg_made: 'field goals made',
    xp_att: 'extra points attempted, blocked ones included',
    xp_made: 'extra points made',
    punts: 'punts that were not blocked',
  }),
  ...counters('yards', { punt_yds: 'gross yards of punts' }),
  ...counters('kicks', {
    punts_in20: 'punts that ended inside the twenty',
    punts_blocked: "the player's punts that were blocked",
    kickoffs: 'kickoffs, free kicks after a safety included',
  }),
  ...counters('returns', { kick_ret: 'kickoffs returned' }),
  ...counters('yards', { kick_ret_yds: 'yards of kickoff returns' }),
  ...counters('returns', { punt_ret: 'punts returned' }),
  ...counters('yards', { punt_ret_yds: 'yards of punt returns' }),
  ...counters('catches', { fair_catches: 'fair catches' }),
];

const scoring: readonly Counter[] = [
  ...counters('touchdowns', {
    ret_td:
      'touchdowns other than by rush or catch: returns of kicks, interceptions, fumbles and blocked kicks',
  }),
  ...counters('tries', {
    two_pt_att: 'two-point tries by rush or pass, counted for the rusher or passer',
    two_pt: "two-point tries scored by rush or catch, or by returning the other side's try",
    two_pt_pass: 'passes that scored two points',
  }),
];

const team: readonly Counter[] = [
  ...counters('penalties', {
    penalties: "penalties against; a team's include those of nobody in particular",
  }),
  ...counters('yards', { penalty_yds: 'yards of penalties against' }),
  ...counters('downs', {
    first_downs: "first downs by rush, pass or penalty; a team's only",
    third_att: "third downs played; a team's only",
    third_made: "third downs converted; a team's only",
    fourth_att: "fourth downs played; a team's only",
    fourth_made: "fourth downs converted; a team's only",
  }),
];

export const americanFootball: Sport = {
  code: 'american_football',
  name: 'American football',
  clock: { unit: 'seconds', period: 'quarter', runsOut: true },
  // Feeds tell who acted, not which eleven were on the field.
  floorSize: null,
  scoreCounter: 'pts',
  standing: { points: null, tieBreaks: [] },
  assisted: { by: 'pass_cmp', of: 'rec' },
  counters: [
    { name: 'games', unit: 'games', meaning: 'games in which the player has an official stat row' },
    { name: 'pts', unit: 'points', meaning: 'points, credited to whoever scored' },
    ...offence,
    ...defence,
    ...kicking,
    ...scoring,
    ...team,
  ],
  derived: figures,
  gameFigures,
};
