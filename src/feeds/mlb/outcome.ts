/** What the result of a plate appearance is worth to the batter, and so to the pitcher. */

/** Counters of a plate appearance: the pitcher has the same ones with `p_` before them. */
export type Outcome = readonly string[];

const AT_BAT: Outcome = ['pa', 'ab'];
const STRIKEOUT: Outcome = ['pa', 'ab', 'so'];
const WALK: Outcome = ['pa', 'bb'];
const BUNT: Outcome = ['pa', 'sh'];
const FLY: Outcome = ['pa', 'sf'];

/** Event types of the feed's own vocabulary that end a plate appearance. */
const PLATE_APPEARANCES: Readonly<Record<string, Outcome>> = {
  single: ['pa', 'ab', 'h'],
  double: ['pa', 'ab', 'h', 'doubles'],
  triple: ['pa', 'ab', 'h', 'triples'],
  home_run: ['pa', 'ab', 'h', 'hr'],
  field_out: AT_BAT,
  force_out: AT_BAT,
  fielders_choice: AT_BAT,
  fielders_choice_out: AT_BAT,
  field_error: AT_BAT,
  double_play: AT_BAT,
  triple_play: AT_BAT,
  grounded_into_double_play: AT_BAT,
  grounded_into_triple_play: AT_BAT,
  batter_interference: AT_BAT,
  fan_interference: AT_BAT,
  strikeout: STRIKEOUT,
  strike_out: STRIKEOUT,
  strikeout_double_play: STRIKEOUT,
  strikeout_triple_play: STRIKEOUT,
  walk: WALK,
  intent_walk: WALK,
  hit_by_pitch: ['pa', 'hbp'],
  sac_bunt: BUNT,
  sac_bunt_double_play: BUNT,
  sac_fly: FLY,
  sac_fly_double_play: FLY,
  catcher_interf: ['pa'],
};

/** Event types that end the half or the game while the batter is still at the plate: he bats again, or never did. */
const OTHERS = new Set([
  'stolen_base',
  'caught_stealing',
  'pickoff',
  'pickoff_error',
  'pickoff_caught_stealing',
  'cs_double_play',
  'defensive_indiff',
  'wild_pitch',
  'passed_ball',
  'balk',
  'forced_balk',
  'error',
  'other_advance',
  'other_out',
  'runner_double_play',
  'runner_interference',
  'fielder_interference',
  'runner_placed',
  'batter_turn',
  'ejection',
  'injury',
  'game_advisory',
]);

/** Counters of a result; none where it is no plate appearance; null where the word is unknown. */
export function outcomeOf(eventType: string): Outcome | null {
  const known = PLATE_APPEARANCES[eventType];
  if (known !== undefined) return known;
  return OTHERS.has(eventType.replace(/_(1b|2b|3b|home)$/, '')) ? [] : null;
}

/** Bases of a hit. */
export function basesOf(outcome: Outcome): number {
  if (!outcome.includes('h')) return 0;
  if (outcome.includes('hr')) return 4;
  if (outcome.includes('triples')) return 3;
  return outcome.includes('doubles') ? 2 : 1;
}

const OF_PITCHER = new Map([
  ['pa', 'p_bf'],
  ...['ab', 'h', 'doubles', 'triples', 'hr', 'bb', 'so', 'hbp'].map((name) => [name, `p_${name}`] as const),
]);

/** The pitcher's counter for a batter's; undefined where he has none. */
export function pitcherCounter(counter: string): string | undefined {
  return OF_PITCHER.get(counter);
}
