/** Association football: the counters both providers can tell by the same rule, and what is derived from them. */
import type { ClockRules, CounterValues, Derived, Sport } from './sport.ts';

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

type Term = number | null | undefined;

function ratio(numerator: Term, denominator: Term, digits: number, factor = 1): number | null {
  if (numerator == null || denominator == null || denominator === 0) return null;
  const scale = 10 ** digits;
  return Math.round(((numerator * factor) / denominator) * scale) / scale;
}

function share(name: string, meaning: string, part: string, whole: string): Derived {
  return { name, meaning, formula: `${part} / ${whole}`, of: (c) => ratio(c[part], c[whole], 3) };
}

function perNinety(counter: string): Derived {
  return {
    name: `${counter}_per_90`,
    meaning: `${counter} per ninety minutes on the pitch`,
    formula: `${counter} * 5400 / seconds`,
    of: (c: CounterValues) => ratio(c[counter], c.seconds, 2, 5400),
  };
}

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
  derived: [
    {
      name: 'minutes',
      meaning: 'minutes on the pitch, added time included',
      formula: 'seconds / 60',
      of: (c) => ratio(c.seconds, 60, 1),
    },
    perNinety('goals'),
    perNinety('assists'),
    perNinety('shots'),
    share('pass_pct', 'share of passes completed, 0 to 1', 'passes_completed', 'passes'),
    share('shot_accuracy', 'share of shots on target, 0 to 1', 'shots_on_target', 'shots'),
    share('goals_per_shot', 'goals per shot', 'goals', 'shots'),
    share('tackle_pct', 'share of tackles that won the ball, 0 to 1', 'tackles_won', 'tackles'),
  ],
};
