/**
 * Baseball: the batting and pitching counters of a box score line and what is derived from them.
 *
 * The game clock is outs. A period is an inning, top and bottom together, and its clock counts down the six
 * outs it holds: one out is a hundred centiseconds, so an inning is "six seconds" long, extra innings too.
 * A home half that is not played, or ends with the winning run, leaves outs on the clock.
 */
import { derived, gameFigure, share } from './derived.ts';
import type { ClockRules, Counter, Derived, GameFigure, Sport } from './sport.ts';

/** Outs of an inning, and clock units of an out. */
export const OUTS_PER_HALF = 3;
const OUTS_PER_INNING = 2 * OUTS_PER_HALF;
const CLOCK_PER_OUT = 100;

/** Innings as the engine's clock: a "second" is an out. */
export const NINE_INNINGS: ClockRules = {
  regulationPeriods: 9,
  periodSeconds: OUTS_PER_INNING,
  overtimeSeconds: OUTS_PER_INNING,
};

/** Clock left in the inning when that many outs are made in its current half. */
export function clockOfOuts(isTop: boolean, outs: number): number {
  return ((isTop ? OUTS_PER_INNING : OUTS_PER_HALF) - outs) * CLOCK_PER_OUT;
}

const MLB = 'MLB, official rule 9.21 and glossary';

function perNine(name: string, meaning: string, counter: string): Derived {
  return derived({
    name,
    unit: 'in nine innings',
    meaning,
    formula: `27 * ${counter} / p_outs`,
    source: MLB,
    digits: 2,
  });
}

const ON_BASE = '(h + bb + hbp) / (ab + bb + hbp + sf)';

const figures: readonly Derived[] = [
  share('avg', 'batting average', 'h', 'ab', MLB),
  derived({ name: 'obp', unit: '0 to 1', meaning: 'on-base percentage', formula: ON_BASE, source: MLB }),
  derived({ name: 'slg', unit: 'bases', meaning: 'slugging average', formula: 'tb / ab', source: MLB }),
  derived({
    name: 'ip',
    unit: 'innings',
    meaning: 'innings pitched; 5.667 is five and two thirds, in a box score 5.2',
    formula: 'p_outs / 3',
    source: MLB,
  }),
  perNine('era', 'earned runs per nine innings', 'p_er'),
  derived({
    name: 'whip',
    unit: 'an inning',
    meaning: 'walks and hits per inning pitched',
    formula: '3 * (p_bb + p_h) / p_outs',
    source: MLB,
    digits: 2,
  }),
  derived({
    name: 'ops',
    unit: 'sum',
    meaning: 'on-base percentage and slugging average added up',
    formula: `${ON_BASE} + tb / ab`,
    source: MLB,
  }),
  derived({
    name: 'iso',
    unit: 'bases',
    meaning: 'isolated power: slugging average less batting average',
    formula: '(tb - h) / ab',
    source: MLB,
  }),
  derived({
    name: 'babip',
    unit: '0 to 1',
    meaning: 'batting average on balls in play',
    formula: '(h - hr) / (ab - so - hr + sf)',
    source: MLB,
  }),
  share('bb_pct', 'plate appearances that were walks', 'bb', 'pa', MLB),
  share('so_pct', 'plate appearances that were strikeouts', 'so', 'pa', MLB),
  derived({
    name: 'sb_pct',
    unit: '0 to 1',
    meaning: 'steals that were made',
    formula: 'sb / (sb + cs)',
    source: MLB,
  }),
  perNine('k_per_9', 'strikeouts per nine innings', 'p_so'),
  perNine('bb_per_9', 'walks per nine innings', 'p_bb'),
  perNine('h_per_9', 'hits allowed per nine innings', 'p_h'),
  perNine('hr_per_9', 'home runs allowed per nine innings', 'p_hr'),
  derived({
    name: 'k_per_bb',
    unit: 'a walk',
    meaning: 'strikeouts per walk allowed',
    formula: 'p_so / p_bb',
    source: MLB,
    digits: 2,
  }),
  share('p_avg', 'batting average against the pitcher', 'p_h', 'p_ab', MLB),
  share('strike_pct', 'pitches that were strikes', 'p_strikes', 'p_pitches', MLB),
];

const gameFigures: readonly GameFigure[] = [
  gameFigure('team', {
    name: 'run_margin',
    unit: 'runs',
    meaning: 'runs scored less runs allowed',
    formula: 'r - opponent.r',
    source: MLB,
  }),
];

const counter = (name: string, unit: string, meaning: string): Counter => ({ name, unit, meaning });

export const baseball: Sport = {
  code: 'baseball',
  name: 'Baseball',
  clock: { unit: 'outs', period: 'inning', runsOut: true },
  floorSize: null,
  scoreCounter: 'r',
  standing: { points: null, tieBreaks: [] },
  assisted: null,
  counters: [
    counter('games', 'games', 'games in which the player has been in the line-up'),
    counter('pa', 'plate appearances', 'plate appearances'),
    counter('ab', 'at-bats', 'at-bats: plate appearances less walks, hit batsmen, sacrifices, interference'),
    counter('h', 'hits', 'hits'),
    counter('doubles', 'hits', 'two-base hits'),
    counter('triples', 'hits', 'three-base hits'),
    counter('hr', 'hits', 'home runs'),
    counter('rbi', 'runs', 'runs batted in, by the official scorer'),
    counter('r', 'runs', 'runs scored'),
    counter('bb', 'walks', 'bases on balls, intentional ones included'),
    counter('so', 'strikeouts', 'strikeouts while batting'),
    counter('hbp', 'times', 'times hit by a pitch'),
    counter('sb', 'bases', 'stolen bases'),
    counter('cs', 'outs', 'times caught stealing'),
    counter('sh', 'sacrifices', 'sacrifice bunts'),
    counter('sf', 'sacrifices', 'sacrifice flies'),
    counter('tb', 'bases', 'total bases of hits'),
    counter('e', 'errors', 'fielding errors, by the official scorer'),
    counter('p_bf', 'batters', 'batters faced'),
    counter('p_ab', 'at-bats', 'at-bats against the pitcher'),
    counter('p_h', 'hits', 'hits allowed'),
    counter('p_doubles', 'hits', 'two-base hits allowed'),
    counter('p_triples', 'hits', 'three-base hits allowed'),
    counter('p_hr', 'hits', 'home runs allowed'),
    counter('p_bb', 'walks', 'bases on balls allowed, intentional ones included'),
    counter('p_so', 'strikeouts', 'batters struck out'),
    counter('p_hbp', 'batters', 'batters hit by a pitch'),
    counter('p_r', 'runs', 'runs charged to the pitcher'),
    counter('p_er', 'runs', 'earned runs, by the official scorer; a team may have fewer than its pitchers'),
    counter('p_outs', 'outs', 'outs made while pitching: three times the innings pitched'),
    counter('p_pitches', 'pitches', 'pitches thrown'),
    counter('p_balls', 'pitches', 'pitches that were balls'),
    counter('p_strikes', 'pitches', 'pitches that were strikes, those put in play included'),
  ],
  derived: figures,
  gameFigures,
};
