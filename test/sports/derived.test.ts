import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGameLine } from '../../src/asof/published.ts';
import type { CounterValues } from '../../src/sports/formula.ts';
import { FormulaError, readFormula } from '../../src/sports/formula.ts';
import { LEAGUES, leagueNamed } from '../../src/sports/leagues.ts';
import type { Sport } from '../../src/sports/sport.ts';

const SPORTS = [...new Map(LEAGUES.map(({ sport }) => [sport.code, sport])).values()];

function figure({ derived }: Sport, name: string) {
  const found = derived.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`no figure ${name}`);
  return found;
}

/** A figure of counters, those not given being zero. */
function of(code: string, name: string, counters: CounterValues): number | null {
  const { sport } = leagueNamed(code);
  const zeros = Object.fromEntries(sport.counters.map((counter) => [counter.name, 0]));
  return figure(sport, name).of({ ...zeros, ...counters });
}

describe.each(SPORTS.map((sport) => [sport.code, sport] as const))('%s', (_, sport) => {
  const all = [...sport.derived, ...sport.gameFigures];
  const counters = new Set(sport.counters.map(({ name }) => name));

  test('has each figure once, with unit, meaning and source, under no counter’s name', () => {
    const names = all.map(({ name }) => name);
    expect(new Set([...names, ...counters]).size).toBe(names.length + counters.size);
    expect(all.filter(({ unit, meaning, source }) => [unit, meaning, source].includes(''))).toEqual([]);
  });

  test('has formulas of counters of its own, of the team and the opponent in a game alone', () => {
    for (const { formula } of sport.derived) {
      expect(readFormula(formula).names.filter((name) => !counters.has(name))).toEqual([]);
    }
    for (const { formula, needs } of sport.gameFigures) {
      const { names } = readFormula(formula);
      const bare = names.map((name) => name.replace(/^(team|opponent|players|opposing)\./, ''));
      expect(bare.filter((name) => !counters.has(name))).toEqual([]);
      expect(needs).toBe(names.some((name) => /^oppo(nent|sing)\./.test(name)) ? 'game' : 'team');
    }
  });

  test('has every figure null, never NaN or infinite, where nothing has happened or nothing is known', () => {
    const nothing = Object.fromEntries([...counters].map((name) => [name, 0]));
    for (const { of: value } of sport.derived) {
      expect(Number.isFinite(value(nothing) ?? 0)).toBe(true);
      expect(value({})).toBeNull();
    }
  });

  test('computes what the formula says, as plain arithmetic does', () => {
    const value = fc.integer({ min: 0, max: 400 });
    const line = fc.record(Object.fromEntries([...counters].map((name) => [name, value])));
    fc.assert(
      fc.property(line, line, line, line, line, (own, team, opponent, players, opposing) => {
        for (const { formula } of all) {
          const numbers = formula
            .replace(/\bteam\.(\w+)/g, (_whole, name) => String(team[name]))
            .replace(/\bopponent\.(\w+)/g, (_whole, name) => String(opponent[name]))
            .replace(/\bplayers\.(\w+)/g, (_whole, name) => String(players[name]))
            .replace(/\bopposing\.(\w+)/g, (_whole, name) => String(opposing[name]))
            .replace(/\b[a-z]\w*/g, (name) =>
              /^(min|max)$/.test(name) ? `Math.${name}` : String(own[name]),
            );
          const plain: number = Function(`return ${numbers}`)();
          const computed = readFormula(formula).of({ own, team, opponent, players, opposing });
          expect(computed, formula).toBe(Number.isFinite(plain) ? plain : null);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test.each(['pts +', '(pts', 'pts fga', '2 ** 3', 'pts; fga', 'max()', 'his.pts', 'PTS', ''])(
  'a formula such as "%s" cannot be read',
  (text) => {
    expect(() => readFormula(text)).toThrow(FormulaError);
  },
);

/** Published season lines. */
describe('figures of the record books', () => {
  const kobe = { games: 1346, pts: 33643, fgm: 11719, fga: 26200, fg3m: 1827, fta: 10011, ftm: 8378 };
  const manning = {
    games: 16,
    pass_cmp: 336,
    pass_att: 497,
    pass_yds: 4557,
    pass_td: 49,
    pass_int: 10,
    sacked: 13,
    sack_yds_lost: 101,
  };
  const judge = { pa: 696, ab: 570, h: 177, bb: 111, hbp: 6, sf: 5, tb: 391, hr: 62, so: 175 };
  const verlander = { p_outs: 525, p_er: 34, p_h: 116, p_bb: 29, p_so: 185 };
  test.each<[string, string, CounterValues, number]>([
    ['nba', 'ppg', kobe, 25],
    ['nba', 'fg_pct', kobe, 0.447],
    ['nba', 'efg_pct', kobe, 0.482],
    ['nba', 'ts_pct', kobe, 0.55],
    ['nfl', 'passer_rating', manning, 121.1],
    ['nfl', 'adj_net_yds_per_pass', manning, 9.78],
    ['nfl', 'cmp_pct', manning, 0.676],
    ['nfl', 'td_pct', manning, 0.099],
    ['mlb', 'avg', judge, 0.311],
    ['mlb', 'obp', judge, 0.425],
    ['mlb', 'slg', judge, 0.686],
    ['mlb', 'ops', judge, 1.111],
    ['mlb', 'era', verlander, 1.75],
    ['mlb', 'whip', verlander, 0.83],
    ['mlb', 'k_per_9', verlander, 9.51],
  ])('%s %s', (code, name, counters, expected) => {
    expect(of(code, name, counters)).toBe(expected);
  });

  test('the passer rating keeps each of its parts between nothing and 2.375', () => {
    const perfect = { pass_att: 20, pass_cmp: 20, pass_yds: 400, pass_td: 5, pass_int: 0 };
    expect(of('nfl', 'passer_rating', perfect)).toBe(158.3);
    expect(of('nfl', 'passer_rating', { pass_att: 20, pass_int: 5 })).toBe(0);
  });

  test('thirty-six and ninety minutes are those on the floor and the pitch', () => {
    expect(of('nba', 'pts_per_36', { pts: 20, seconds: 24 * 60 })).toBe(30);
    expect(of('soccer', 'goals_per_90', { goals: 1, seconds: 60 * 60 })).toBe(1.5);
  });
});

describe('figures within a game', () => {
  const { sport } = leagueNamed('nba');
  const stored = (values: Record<string, number>) =>
    sport.counters.map(({ name, perUnit = 1 }) => (values[name] ?? 0) * perUnit);
  const seconds = 5 * 2880;
  const home = {
    seconds,
    pts: 112,
    fgm: 41,
    fga: 90,
    ftm: 20,
    fta: 25,
    oreb: 10,
    dreb: 35,
    reb: 45,
    tov: 12,
  };
  const away = { seconds, pts: 100, fgm: 38, fga: 88, ftm: 16, fta: 20, oreb: 8, dreb: 32, reb: 40, tov: 15 };

  // Besides what its players took, each team was given rebounds of its own.
  const lines = {
    team: stored({ ...home, oreb: 17, dreb: 37, reb: 54 }),
    opponent: stored({ ...away, oreb: 13, dreb: 33, reb: 46 }),
    players: stored(home),
    opposing: stored(away),
  };

  test('of a team, by hand', () => {
    // Home used 90 + 11 - 10 + 12 = 103 possessions, the visitors 88 + 8.8 - 8 + 15 = 103.8.
    const { derived } = toGameLine(sport, 'team', lines.team, lines);
    expect(derived).toMatchObject({
      possessions: 103.4,
      pace: 103.4,
      off_rtg: 108.3,
      def_rtg: 96.7,
      net_rtg: 11.6,
      oreb_pct: 0.238,
      dreb_pct: 0.814,
    });
    expect(derived).not.toHaveProperty('usg_pct');
  });

  test('of a player, by hand', () => {
    const his = { seconds: 1440, pts: 20, fgm: 8, fga: 15, fta: 5, ast: 6, reb: 9, tov: 3 };
    const { derived } = toGameLine(sport, 'player', stored(his), lines);
    // (15 + 2.2 + 3) of (90 + 11 + 12) in half of the game; 6 of half of 41 less his 8; 9 of half of 85.
    expect(derived).toMatchObject({ usg_pct: 0.358, ast_pct: 0.48, reb_pct: 0.212 });
    expect(derived).not.toHaveProperty('pace');
  });
});
