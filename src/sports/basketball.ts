/** Basketball: the eighteen counters of a box score line and what is derived from them. */
import { derived, gameFigure, share } from './derived.ts';
import type { Derived, GameFigure, Sport } from './sport.ts';

const BOX = 'box scores of the NBA';
const OLIVER = 'Dean Oliver, Basketball on Paper (2004)';
const REFERENCE = 'basketball-reference.com, glossary';

function perGame(name: string, counter: string, label: string): Derived {
  const formula = `${counter} / games`;
  return derived({ name, unit: 'a game', meaning: `${label} per game`, formula, source: BOX, digits: 1 });
}

function perThirtySix(counter: string, label: string): Derived {
  return derived({
    name: `${counter}_per_36`,
    unit: 'in 36 minutes',
    meaning: `${label} in 36 minutes on the floor; a team's minutes are those of its five together`,
    formula: `${counter} * 2160 / seconds`,
    source: REFERENCE,
    digits: 1,
  });
}

const figures: readonly Derived[] = [
  perGame('ppg', 'pts', 'points'),
  perGame('rpg', 'reb', 'rebounds'),
  perGame('apg', 'ast', 'assists'),
  derived({
    name: 'mpg',
    unit: 'min a game',
    meaning: 'minutes per game',
    formula: 'seconds / 60 / games',
    source: BOX,
    digits: 1,
  }),
  share('fg_pct', 'field goal percentage', 'fgm', 'fga', BOX),
  share('fg3_pct', 'three-point percentage', 'fg3m', 'fg3a', BOX),
  share('ft_pct', 'free throw percentage', 'ftm', 'fta', BOX),
  derived({
    name: 'efg_pct',
    unit: 'a shot',
    meaning:
      'effective field goal percentage: a three counts one and a half times; first of the four factors',
    formula: '(fgm + 0.5 * fg3m) / fga',
    source: OLIVER,
  }),
  derived({
    name: 'ts_pct',
    unit: 'a chance',
    meaning: 'true shooting percentage: points per two shooting chances',
    formula: 'pts / (2 * (fga + 0.44 * fta))',
    source: REFERENCE,
  }),
  perGame('spg', 'stl', 'steals'),
  perGame('bpg', 'blk', 'blocks'),
  perGame('tovpg', 'tov', 'turnovers'),
  perThirtySix('pts', 'points'),
  perThirtySix('reb', 'rebounds'),
  perThirtySix('ast', 'assists'),
  perThirtySix('stl', 'steals'),
  perThirtySix('blk', 'blocks'),
  perThirtySix('tov', 'turnovers'),
  derived({
    name: 'tov_pct',
    unit: '0 to 1',
    meaning: 'turnovers per play that ended in a shot, throws or a turnover; second of the four factors',
    formula: 'tov / (fga + 0.44 * fta + tov)',
    source: OLIVER,
  }),
  derived({
    name: 'ft_rate',
    unit: 'a shot',
    meaning: 'free throws made per field goal tried; fourth of the four factors',
    formula: 'ftm / fga',
    source: OLIVER,
  }),
  share('fg3_rate', 'share of field goals tried from three', 'fg3a', 'fga', REFERENCE),
  derived({
    name: 'ast_to_tov',
    unit: 'a turnover',
    meaning: 'assists per turnover',
    formula: 'ast / tov',
    source: BOX,
    digits: 2,
  }),
];

// The sources mean the rebounds of an official box, which are players'. Plays give a team one of its own even for a missed
// throw that is not the last: with those, two real games had nine and ten possessions fewer.
const OWN_POSSESSIONS = '(fga + 0.44 * fta - players.oreb + tov)';
const POSSESSIONS = `((${OWN_POSSESSIONS} + (opponent.fga + 0.44 * opponent.fta - opposing.oreb + opponent.tov)) / 2)`;

const gameFigures: readonly GameFigure[] = [
  gameFigure('team', {
    name: 'possessions',
    unit: 'possessions',
    meaning: 'possessions of either side: the mean of what both sides used',
    formula: POSSESSIONS,
    source: OLIVER,
    digits: 1,
  }),
  gameFigure('team', {
    name: 'pace',
    unit: 'in 48 minutes',
    meaning: 'possessions in 48 minutes of the game clock',
    formula: `${POSSESSIONS} * 2880 / (seconds / 5)`,
    source: REFERENCE,
    digits: 1,
  }),
  gameFigure('team', {
    name: 'off_rtg',
    unit: 'points',
    meaning: 'offensive rating: points in a hundred possessions',
    formula: `100 * pts / ${POSSESSIONS}`,
    source: OLIVER,
    digits: 1,
  }),
  gameFigure('team', {
    name: 'def_rtg',
    unit: 'points',
    meaning: 'defensive rating: points allowed in a hundred possessions',
    formula: `100 * opponent.pts / ${POSSESSIONS}`,
    source: OLIVER,
    digits: 1,
  }),
  gameFigure('team', {
    name: 'net_rtg',
    unit: 'points',
    meaning: 'offensive less defensive rating',
    formula: `100 * (pts - opponent.pts) / ${POSSESSIONS}`,
    source: OLIVER,
    digits: 1,
  }),
  gameFigure('team', {
    name: 'oreb_pct',
    unit: '0 to 1',
    meaning: "share of the players' rebounds at the other basket; third of the four factors",
    formula: 'players.oreb / (players.oreb + opposing.dreb)',
    source: OLIVER,
  }),
  gameFigure('team', {
    name: 'dreb_pct',
    unit: '0 to 1',
    meaning: "share of the players' rebounds at the own basket",
    formula: 'players.dreb / (players.dreb + opposing.oreb)',
    source: OLIVER,
  }),
  gameFigure('player', {
    name: 'usg_pct',
    unit: '0 to 1',
    meaning: "share of the team's plays that he ended while on the floor, by his share of its minutes",
    formula:
      '(fga + 0.44 * fta + tov) * (team.seconds / 5) / (seconds * (team.fga + 0.44 * team.fta + team.tov))',
    source: REFERENCE,
  }),
  gameFigure('player', {
    name: 'ast_pct',
    unit: '0 to 1',
    meaning:
      "share of the team-mates' field goals that he assisted while on the floor, by his share of the minutes",
    formula: 'ast / max(0, seconds / (team.seconds / 5) * team.fgm - fgm)',
    source: REFERENCE,
  }),
  gameFigure('player', {
    name: 'reb_pct',
    unit: '0 to 1',
    meaning: "share of all players' rebounds that he took while on the floor, by his share of the minutes",
    formula: 'reb * (team.seconds / 5) / (seconds * (players.reb + opposing.reb))',
    source: REFERENCE,
  }),
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
  derived: figures,
  gameFigures,
};
