/** Association football: the counters both providers can tell by the same rule, and what is derived from them. */
import { derived, gameFigure, share } from './derived.ts';
import type { ClockRules, Derived, GameFigure, Sport } from './sport.ts';

/**
 * A half lasts until the referee ends it, so its length is a bound, not a fact: an hour holds 45 minutes and
 * any added time. The clock counts down from it; a period's last play says how much of it was played.
 */
export const SOCCER_CLOCK: ClockRules = {
  regulationPeriods: 2,
  periodSeconds: 3600,
  overtimeSeconds: 1800,
};

/** The shoot-out, as both providers number it: it decides who goes on, and counts in nobody's figures. */
export const SHOOT_OUT = 5;

const PROVIDERS = 'definitions of the data providers';

function perNinety(counter: string): Derived {
  return derived({
    name: `${counter}_per_90`,
    unit: 'in ninety minutes',
    meaning: `${counter.replaceAll('_', ' ')} per ninety minutes on the pitch`,
    formula: `${counter} * 5400 / seconds`,
    source: PROVIDERS,
    digits: 2,
  });
}

const figures: readonly Derived[] = [
  derived({
    name: 'minutes',
    unit: 'min',
    meaning: 'minutes on the pitch, added time included',
    formula: 'seconds / 60',
    source: PROVIDERS,
    digits: 1,
  }),
  perNinety('goals'),
  perNinety('assists'),
  perNinety('shots'),
  share('pass_pct', 'share of passes completed', 'passes_completed', 'passes', PROVIDERS),
  share('shot_accuracy', 'share of shots on target', 'shots_on_target', 'shots', PROVIDERS),
  share('goals_per_shot', 'goals per shot', 'goals', 'shots', PROVIDERS),
  share('tackle_pct', 'share of tackles that won the ball', 'tackles_won', 'tackles', PROVIDERS),
  derived({
    name: 'goals_and_assists',
    unit: 'goals',
    meaning: 'goals scored and assisted',
    formula: 'goals + assists',
    source: PROVIDERS,
  }),
  perNinety('key_passes'),
  perNinety('tackles'),
  perNinety('interceptions'),
  perNinety('saves'),
];

const gameFigures: readonly GameFigure[] = [
  gameFigure('team', {
    name: 'pass_share',
    unit: '0 to 1',
    meaning: "share of both sides' passes: how possession is told where nobody keeps time of it",
    formula: 'passes / (passes + opponent.passes)',
    source: PROVIDERS,
  }),
  gameFigure('team', {
    name: 'save_pct',
    unit: '0 to 1',
    meaning: "share of the other side's shots on target that were saved",
    formula: 'saves / opponent.shots_on_target',
    source: PROVIDERS,
  }),
];

function plain(name: string, meaning: string, unit: string = name) {
  return { name, unit, meaning };
}

export const soccer: Sport = {
  code: 'soccer',
  name: 'Soccer',
  clock: { unit: 'seconds', period: 'half', runsOut: false },
  floorSize: 11,
  shortHanded: true,
  scoreCounter: 'goals',
  standing: { points: { win: 3, draw: 1, loss: 0, lateLoss: 0 }, tieBreaks: ['difference', 'scored'] },
  assisted: { by: 'assists', of: 'goals' },
  counters: [
    plain('games', 'matches in which the player has been on the pitch'),
    {
      name: 'seconds',
      unit: 's',
      meaning: 'time on the pitch by the match clock, added time included',
      accrues: 'elapsed',
      perUnit: 100,
      column: 'centiseconds',
      wide: true,
    },
    plain('goals', "goals; a team's include the opponents' own goals; no shoot-out"),
    plain('own_goals', 'goals into the own net', 'goals'),
    plain('assists', 'passes credited with the goal they led to, counted when the goal falls', 'passes'),
    plain('shots', 'attempts on goal, blocked ones included'),
    plain('shots_on_target', 'goals, and shots a goalkeeper had to save', 'shots'),
    plain('passes', 'passes of any kind: crosses, throw-ins, goal kicks and corners included'),
    plain('passes_completed', 'passes that reached a team-mate', 'passes'),
    plain('key_passes', 'passes that led to a shot, goals included', 'passes'),
    plain('crosses', 'crosses, completed or not', 'passes'),
    plain('corners', 'corners taken as passes', 'passes'),
    plain('tackles', 'tackles as the provider counts them, won or not'),
    plain('tackles_won', 'tackles that won the ball', 'tackles'),
    plain('interceptions', "the opponents' passes read and cut off"),
    plain('clearances', 'clearances'),
    plain('fouls', 'fouls committed'),
    plain('fouls_won', 'fouls suffered', 'fouls'),
    plain('offsides', 'times caught offside', 'offsides'),
    plain('yellow_cards', 'yellow cards, a second one included; players only', 'cards'),
    plain('second_yellows', 'second yellow cards of a match', 'cards'),
    plain('red_cards', 'sendings-off, by a second yellow card or straight', 'cards'),
    plain('saves', "goalkeepers' saves of shots on target"),
  ],
  derived: figures,
  gameFigures,
};
