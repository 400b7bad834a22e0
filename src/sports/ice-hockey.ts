/** Ice hockey: what play-by-play tells of skaters and goalies. Time on ice and plus/minus it does not tell. */
import type { ClockRules, CounterValues, Derived, Sport } from './sport.ts';

/** Rule 84: overtime of five minutes in the regular season, of whole periods until a goal in the playoffs. */
export const NHL_CLOCK: ClockRules = { regulationPeriods: 3, periodSeconds: 1200, overtimeSeconds: 300 };
export const NHL_PLAYOFF_CLOCK: ClockRules = { ...NHL_CLOCK, overtimeSeconds: 1200 };

type Term = number | null | undefined;

function ratio(numerator: Term, denominator: Term, digits: number): number | null {
  if (numerator == null || denominator == null || denominator === 0) return null;
  const scale = 10 ** digits;
  return Math.round((numerator / denominator) * scale) / scale;
}

function sum(a: Term, b: Term): number | null {
  return a == null || b == null ? null : a + b;
}

function share(name: string, meaning: string, part: string, whole: string): Derived {
  return { name, meaning, formula: `${part} / ${whole}`, of: (c) => ratio(c[part], c[whole], 3) };
}

const points = (c: CounterValues) => sum(c.goals, c.assists);

const derived: readonly Derived[] = [
  { name: 'points', meaning: 'points: goals and assists', formula: 'goals + assists', of: points },
  {
    name: 'points_per_game',
    meaning: 'points per game',
    formula: '(goals + assists) / games',
    of: (c) => ratio(points(c), c.games, 2),
  },
  {
    name: 'pp_points',
    meaning: 'power-play points: goals and assists',
    formula: 'pp_goals + pp_assists',
    of: (c) => sum(c.pp_goals, c.pp_assists),
  },
  share('shooting_pct', 'shooting percentage, 0 to 1', 'goals', 'shots'),
  share('save_pct', 'save percentage, 0 to 1', 'saves', 'shots_against'),
  share('faceoff_pct', 'share of faceoffs won, 0 to 1', 'faceoff_wins', 'faceoffs_taken'),
];

export const iceHockey: Sport = {
  code: 'ice_hockey',
  name: 'Ice hockey',
  clock: { unit: 'seconds', period: 'period', runsOut: true },
  // Changes of line are not in the play-by-play: nobody knows from it who is on the ice.
  floorSize: null,
  scoreCounter: 'goals',
  // Two points for a win and one for a loss past regulation since 2005-06, when draws ended.
  standing: { points: { win: 2, draw: 1, loss: 0, lateLoss: 1 }, tieBreaks: [] },
  assisted: { by: 'assists', of: 'goals' },
  counters: [
    {
      name: 'games',
      unit: 'games',
      meaning: 'games played: a dressed skater from the opening, a goalie from his first mark',
    },
    {
      name: 'goals',
      unit: 'goals',
      meaning: "goals; in a shoot-out nobody's, but one for the team that wins it",
    },
    { name: 'assists', unit: 'assists', meaning: 'assists' },
    { name: 'shots', unit: 'shots', meaning: 'shots on goal, goals included' },
    {
      name: 'shot_attempts',
      unit: 'shots',
      meaning: 'shots tried: on goal, missed or blocked',
    },
    { name: 'hits', unit: 'hits', meaning: 'hits' },
    { name: 'blocked', unit: 'shots', meaning: "opponents' shots blocked" },
    { name: 'pim', unit: 'min', meaning: "penalty minutes; a team's include bench penalties" },
    { name: 'faceoff_wins', unit: 'faceoffs', meaning: 'faceoffs won' },
    { name: 'faceoffs_taken', unit: 'faceoffs', meaning: 'faceoffs taken' },
    { name: 'giveaways', unit: 'giveaways', meaning: 'giveaways' },
    { name: 'takeaways', unit: 'takeaways', meaning: 'takeaways' },
    { name: 'pp_goals', unit: 'goals', meaning: 'goals on the power play' },
    { name: 'pp_assists', unit: 'assists', meaning: 'assists on the power play' },
    { name: 'sh_goals', unit: 'goals', meaning: 'goals while short-handed' },
    { name: 'sh_assists', unit: 'assists', meaning: 'assists while short-handed' },
    {
      name: 'shots_against',
      unit: 'shots',
      meaning: "shots on goal faced; a team's include those at an empty net",
    },
    { name: 'saves', unit: 'saves', meaning: 'saves' },
    {
      name: 'goals_against',
      unit: 'goals',
      meaning: "goals allowed; a team's include those into an empty net",
    },
  ],
  derived,
};
