/** Basketball: the eighteen counters of a box score line and what is derived from them. */
import type { CounterValues, Derived, Sport } from './sport.ts';

type Term = number | null | undefined;

function ratio(numerator: Term, denominator: Term, digits: number): number | null {
  if (numerator == null || denominator == null || denominator === 0) return null;
  const scale = 10 ** digits;
  return Math.round((numerator / denominator) * scale) / scale;
}

function perGame(counter: string, name: string, label: string): Derived {
  return {
    name,
    meaning: `${label} per game`,
    formula: `${counter} / games`,
    of: (c) => ratio(c[counter], c.games, 1),
  };
}

function share(name: string, meaning: string, made: string, attempted: string): Derived {
  return { name, meaning, formula: `${made} / ${attempted}`, of: (c) => ratio(c[made], c[attempted], 3) };
}

function sum(a: Term, b: number | null): number | null {
  return a == null || b == null ? null : a + b;
}

function scaled(value: Term, factor: number): number | null {
  return value == null ? null : value * factor;
}

const derived: readonly Derived[] = [
  perGame('pts', 'ppg', 'points'),
  perGame('reb', 'rpg', 'rebounds'),
  perGame('ast', 'apg', 'assists'),
  {
    name: 'mpg',
    meaning: 'minutes per game',
    formula: 'seconds / 60 / games',
    of: (c) => ratio(scaled(c.seconds, 1 / 60), c.games, 1),
  },
  share('fg_pct', 'field goal percentage, 0 to 1', 'fgm', 'fga'),
  share('fg3_pct', 'three-point percentage, 0 to 1', 'fg3m', 'fg3a'),
  share('ft_pct', 'free throw percentage, 0 to 1', 'ftm', 'fta'),
  {
    name: 'efg_pct',
    meaning: 'effective field goal percentage: a three counts one and a half times',
    formula: '(fgm + 0.5 * fg3m) / fga',
    of: (c: CounterValues) => ratio(sum(c.fgm, scaled(c.fg3m, 0.5)), c.fga, 3),
  },
  {
    name: 'ts_pct',
    meaning: 'true shooting percentage: points per two shooting chances',
    formula: 'pts / (2 * (fga + 0.44 * fta))',
    of: (c: CounterValues) => ratio(c.pts, scaled(sum(c.fga, scaled(c.fta, 0.44)), 2), 3),
  },
];

export const basketball: Sport = {
  code: 'basketball',
  name: 'Basketball',
  clock: { unit: 'seconds', period: 'period', runsOut: true },
  floorSize: 5,
  scoreCounter: 'pts',
  standing: { points: null, tieBreaks: [] },
  assisted: { by: 'ast', of: 'fgm' },
  counters: [
    { name: 'games', unit: 'games', meaning: 'games in which the player has been on the floor' },
    {
      name: 'seconds',
      unit: 's',
      meaning: 'time on the floor by the game clock; five times the game clock for a team',
      accrues: 'elapsed',
      perUnit: 100,
      column: 'centiseconds',
      wide: true,
    },
    { name: 'pts', unit: 'points', meaning: 'points' },
    { name: 'fgm', unit: 'shots', meaning: 'field goals made' },
    { name: 'fga', unit: 'shots', meaning: 'field goals attempted' },
    { name: 'fg3m', unit: 'shots', meaning: 'three-point field goals made' },
    { name: 'fg3a', unit: 'shots', meaning: 'three-point field goals attempted' },
    { name: 'ftm', unit: 'shots', meaning: 'free throws made' },
    { name: 'fta', unit: 'shots', meaning: 'free throws attempted' },
    { name: 'oreb', unit: 'rebounds', meaning: 'offensive rebounds' },
    { name: 'dreb', unit: 'rebounds', meaning: 'defensive rebounds' },
    { name: 'reb', unit: 'rebounds', meaning: "rebounds; a team's include team rebounds" },
    { name: 'ast', unit: 'assists', meaning: 'assists' },
    { name: 'stl', unit: 'steals', meaning: 'steals' },
    { name: 'blk', unit: 'blocks', meaning: 'blocked shots' },
    { name: 'tov', unit: 'turnovers', meaning: "turnovers; a team's include team turnovers" },
    { name: 'pf', unit: 'fouls', meaning: 'personal fouls; technical fouls are not personal' },
    {
      name: 'plus_minus',
      unit: 'points',
      meaning: 'points by the own side less points by the other while on the floor',
      accrues: 'margin',
    },
  ],
  derived,
};
