/** Ice hockey: what play-by-play tells of skaters and goalies. Time on ice and plus/minus it does not tell. */
import { derived, gameFigure, share } from './derived.ts';
import type { ClockRules, Derived, GameFigure, Sport } from './sport.ts';

/** Rule 84: overtime of five minutes in the regular season, of whole periods until a goal in the playoffs. */
export const NHL_CLOCK: ClockRules = { regulationPeriods: 3, periodSeconds: 1200, overtimeSeconds: 300 };
export const NHL_PLAYOFF_CLOCK: ClockRules = { ...NHL_CLOCK, overtimeSeconds: 1200 };

const NHL = 'official statistics of the NHL';

/** Goals against average is not among them: nobody knows a goalie's minutes from the play-by-play. */
const figures: readonly Derived[] = [
  derived({
    name: 'points',
    unit: 'points',
    meaning: 'points: goals and assists',
    formula: 'goals + assists',
    source: NHL,
  }),
  derived({
    name: 'points_per_game',
    unit: 'a game',
    meaning: 'points per game',
    formula: '(goals + assists) / games',
    source: NHL,
    digits: 2,
  }),
  derived({
    name: 'pp_points',
    unit: 'points',
    meaning: 'power-play points: goals and assists',
    formula: 'pp_goals + pp_assists',
    source: NHL,
  }),
  share('shooting_pct', 'shooting percentage', 'goals', 'shots', NHL),
  share('save_pct', 'save percentage', 'saves', 'shots_against', NHL),
  share('faceoff_pct', 'share of faceoffs won', 'faceoff_wins', 'faceoffs_taken', NHL),
  derived({
    name: 'shots_per_game',
    unit: 'a game',
    meaning: 'shots on goal per game',
    formula: 'shots / games',
    source: NHL,
    digits: 2,
  }),
  share('on_goal_pct', 'share of the shots tried that came on goal', 'shots', 'shot_attempts', NHL),
];

const gameFigures: readonly GameFigure[] = [
  gameFigure('team', {
    name: 'attempt_share',
    unit: '0 to 1',
    meaning: "share of both sides' shots tried (Corsi, in every situation)",
    formula: 'shot_attempts / (shot_attempts + opponent.shot_attempts)',
    source: 'NHL EDGE and hockey-reference.com, SAT%',
  }),
  gameFigure('team', {
    name: 'pdo',
    unit: 'sum',
    meaning: 'shooting percentage and save percentage added up',
    formula: 'goals / shots + saves / shots_against',
    source: 'hockey-reference.com, glossary',
  }),
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
  derived: figures,
  gameFigures,
};
