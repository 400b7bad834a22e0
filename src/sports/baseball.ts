/**
 * Baseball: the batting and pitching counters of a box score line and what is derived from them.
 *
 * The game clock is outs. A period is an inning, top and bottom together, and its clock counts down the six
 * outs it holds: one out is a hundred centiseconds, so an inning is "six seconds" long, extra innings too.
 * A home half that is not played, or ends with the winning run, leaves outs on the clock.
 */
import type { ClockRules, Counter, CounterValues, Derived, Sport } from './sport.ts';

/** Outs of an inning, and clock units of an out. */
export const OUTS_PER_HALF = 3;
export const OUTS_PER_INNING = 2 * OUTS_PER_HALF;
export const CLOCK_PER_OUT = 100;

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

type Weights = Readonly<Record<string, number>>;

/** A weighted sum of counters; null where one of them is unknown. */
function total(values: CounterValues, weights: Weights): number | null {
  let sum = 0;
  for (const [counter, weight] of Object.entries(weights)) {
    const value = values[counter];
    if (value == null) return null;
    sum += weight * value;
  }
  return sum;
}

function ratio(over: Weights, under: Weights, digits: number): Derived['of'] {
  return (values) => {
    const [numerator, denominator] = [total(values, over), total(values, under)];
    if (numerator === null || denominator === null || denominator === 0) return null;
    const scale = 10 ** digits;
    return Math.round((numerator / denominator) * scale) / scale;
  };
}

const ON_BASE: Weights = { h: 1, bb: 1, hbp: 1 };
const ON_BASE_CHANCES: Weights = { ab: 1, bb: 1, hbp: 1, sf: 1 };
const THIRDS: Weights = { p_outs: 1 / 3 };

const derived: readonly Derived[] = [
  { name: 'avg', meaning: 'batting average', formula: 'h / ab', of: ratio({ h: 1 }, { ab: 1 }, 3) },
  {
    name: 'obp',
    meaning: 'on-base percentage, 0 to 1',
    formula: '(h + bb + hbp) / (ab + bb + hbp + sf)',
    of: ratio(ON_BASE, ON_BASE_CHANCES, 3),
  },
  { name: 'slg', meaning: 'slugging average', formula: 'tb / ab', of: ratio({ tb: 1 }, { ab: 1 }, 3) },
  {
    name: 'ip',
    meaning: 'innings pitched; 5.667 is five and two thirds, in a box score 5.2',
    formula: 'p_outs / 3',
    of: (values) => {
      const innings = total(values, THIRDS);
      return innings === null ? null : Math.round(innings * 1000) / 1000;
    },
  },
  {
    name: 'era',
    meaning: 'earned runs per nine innings',
    formula: '9 * p_er / (p_outs / 3)',
    of: ratio({ p_er: 27 }, { p_outs: 1 }, 2),
  },
  {
    name: 'whip',
    meaning: 'walks and hits per inning pitched',
    formula: '(p_bb + p_h) / (p_outs / 3)',
    of: ratio({ p_bb: 3, p_h: 3 }, { p_outs: 1 }, 2),
  },
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
  derived,
};
