import { describe, expect, test } from 'vitest';
import { type Counters, finalLine, linesById } from '../fold/reader.ts';
import { type AppearanceSpec, altered, asDocument, game, instant, type Json } from './fixture.ts';
import { foldDocument, lineAtInstant, mlb } from './league.ts';

const fold = (document: Json) => foldDocument(asDocument(document), '900001');

/** Final counters that are not zero, games apart. */
function finals(document: Json): Record<string, Counters> {
  const lines = [...linesById(fold(document))].map(([id, line]): [string, Counters] => {
    const counted = Object.entries(finalLine(mlb, line)).filter(([name, by]) => name !== 'games' && by !== 0);
    return [id, Object.fromEntries(counted)];
  });
  return Object.fromEntries(lines);
}

const PITCHES = { p_pitches: 1, p_strikes: 1 };
const ball = (balls: number, strikes = 0) => ({ call: 'ball', count: [balls, strikes, 0] }) as const;
const relief = (count: readonly [number, number, number]) =>
  ({ type: 'action', eventType: 'pitching_substitution', player: 15, position: '1', count }) as const;

describe('a result counts for batter and pitcher', () => {
  test.each<[string, Counters, Counters]>([
    ['single', { pa: 1, ab: 1, h: 1, tb: 1 }, { p_bf: 1, p_ab: 1, p_h: 1 }],
    ['triple', { pa: 1, ab: 1, h: 1, triples: 1, tb: 3 }, { p_bf: 1, p_ab: 1, p_h: 1, p_triples: 1 }],
    ['field_error', { pa: 1, ab: 1 }, { p_bf: 1, p_ab: 1 }],
    ['intent_walk', { pa: 1, bb: 1 }, { p_bf: 1, p_bb: 1 }],
    ['sac_bunt', { pa: 1, sh: 1 }, { p_bf: 1 }],
    ['sac_fly_double_play', { pa: 1, sf: 1 }, { p_bf: 1 }],
    ['catcher_interf', { pa: 1 }, { p_bf: 1 }],
    ['strikeout_double_play', { pa: 1, ab: 1, so: 1 }, { p_bf: 1, p_ab: 1, p_so: 1 }],
    ['pickoff_caught_stealing_2b', {}, {}],
    ['wild_pitch', {}, {}],
  ])('%s', (result, batter, pitcher) => {
    const lines = finals(game({ result }));
    expect(lines['22']).toEqual(batter);
    expect(lines['11']).toEqual({ ...pitcher, ...PITCHES });
    expect(lines.home).toEqual(lines['11']);
  });
});

describe('a runner’s movement counts at its own event', () => {
  const steal = game({
    events: [
      ball(1),
      { type: 'action', eventType: 'stolen_base_home', player: 23, count: [1, 0, 0] },
      { call: 'in_play' },
    ],
    runners: [
      { id: 23, end: 'score', reason: 'r_stolen_base_home', pitcher: 11, earned: true, at: 1 },
      { id: 22, out: true },
    ],
    score: [1, 0],
    outs: 1,
  });

  test('a steal of home is a run before the plate appearance is over', () => {
    const folded = fold(steal);
    const [before, then] = [instant(10), instant(25)].map(Date.parse) as [number, number];
    expect(lineAtInstant(folded, '23', before - 1)).toMatchObject({ sb: 0, r: 0 });
    expect(lineAtInstant(folded, '23', before)).toMatchObject({ sb: 1, r: 1 });
    expect(lineAtInstant(folded, '11', before)).toMatchObject({ p_r: 1, p_er: 1, p_bf: 0, p_outs: 0 });
    expect(lineAtInstant(folded, '11', then)).toMatchObject({ p_r: 1, p_bf: 1, p_outs: 1 });
    expect(folded.discrepancies).toEqual([]);
  });

  test('an out that ends the inning with the batter at the plate is no plate appearance', () => {
    const lines = finals(
      game({
        result: 'caught_stealing_2b',
        events: [ball(1), { type: 'action', eventType: 'caught_stealing_2b', player: 23 }],
        runners: [{ id: 23, out: true, reason: 'r_caught_stealing_2b' }],
        outs: 3,
      }),
    );
    expect(lines['23']).toEqual({ cs: 1 });
    expect(lines['22']).toEqual({});
    expect(lines['11']).toEqual({ p_outs: 1, p_pitches: 1, p_balls: 1 });
  });

  test('a plate appearance still going on has its pitches, and no result', () => {
    const folded = fold(game({}, { result: null, events: [ball(1)] }));
    expect(folded.plays.map(({ play }) => play.id)).toEqual(['0.0', '0', '1.0']);
    expect(folded.final).toBe(false);
  });
});

describe('a run is charged as the scorer has it', () => {
  const run = (rest: object) =>
    finals(game({ result: 'single', rbi: 1, score: [1, 0], runners: [{ id: 23, end: 'score', ...rest }] }));

  test('to the pitcher who let the runner on', () => {
    const lines = run({ pitcher: 15, earned: true });
    expect(lines['15']).toEqual({ p_r: 1, p_er: 1 });
    expect(lines['11']).not.toHaveProperty('p_r');
    expect(lines['22']).toMatchObject({ rbi: 1 });
    expect(lines.away).toMatchObject({ r: 1, rbi: 1 });
  });

  test('earned against the pitcher alone where the team’s run is unearned', () => {
    const lines = run({ pitcher: 11, earned: true, teamUnearned: true });
    expect(lines['11']).toMatchObject({ p_r: 1, p_er: 1 });
    expect(lines.home).toMatchObject({ p_r: 1 });
    expect(lines.home).not.toHaveProperty('p_er');
  });

  test('to the side alone where no pitcher is named', () => {
    const lines = run({});
    expect(lines.home).toMatchObject({ p_r: 1 });
    expect(lines['11']).not.toHaveProperty('p_r');
  });

  test('and an error goes to the fielder', () => {
    expect(run({ credits: [[13, 'f_throwing_error']] })['13']).toEqual({ e: 1 });
  });
});

describe('a change within a plate appearance', () => {
  test('leaves each pitch with its pitcher, and a walk from behind with the first (9.16(h))', () => {
    const events = [ball(1), ball(2), relief([2, 0, 0]), ball(3), ball(4)];
    const lines = finals(game({ pitcher: 11 }, { pitcher: 15, result: 'walk', events }));
    expect(lines['11']).toMatchObject({ p_bf: 2, p_bb: 1, p_pitches: 3 });
    expect(lines['15']).toEqual({ p_pitches: 2, p_balls: 2 });
  });

  test.each<[string, number, number, string]>([
    ['a walk from an even count', 1, 1, 'walk'],
    ['a single from behind', 2, 0, 'single'],
  ])('leaves %s with the reliever', (_, balls, strikes, result) => {
    const events = [ball(1), relief([balls, strikes, 0]), ball(4)];
    const lines = finals(game({ pitcher: 11 }, { pitcher: 15, result, events }));
    expect(lines['15']).toMatchObject({ p_bf: 1, p_pitches: 1 });
    expect(lines['11']).toMatchObject({ p_bf: 1, p_pitches: 2 });
  });

  test('leaves a strikeout with the batter who had two strikes (9.15(b)), anything else with the pinch hitter', () => {
    const pinch = { type: 'action', eventType: 'offensive_substitution', position: '11' } as const;
    const events = [
      { call: 'strike', count: [0, 2, 0] } as const,
      { ...pinch, player: 25, replaced: 22, count: [0, 2, 0] as const },
      { call: 'strike', count: [0, 3, 0] } as const,
    ];
    const struck = finals(game({ batter: 25, result: 'strikeout', events }));
    expect([struck['22'], struck['25']]).toEqual([{ pa: 1, ab: 1, so: 1 }, {}]);
    const hit = finals(game({ batter: 25, result: 'single', events }));
    expect([hit['22'], hit['25']]).toEqual([{}, { pa: 1, ab: 1, h: 1, tb: 1 }]);
  });
});

describe('before the first pitch', () => {
  const status = (description: string) =>
    ({ type: 'action', eventType: 'game_advisory', description: `Status Change - ${description}` }) as const;
  const ids = (...events: NonNullable<AppearanceSpec['events']>) =>
    fold(game({ events }, { result: null, events: [status('Delayed')] })).plays.map(({ play }) => play.id);

  test('a game begins when its status says so', () => {
    expect(ids(status('Warmup'), status('In Progress'), ball(1))).toEqual(['0.1', '0.2', '0', '1.0']);
  });

  test('or with the first pitch, where no status does', () => {
    expect(ids(status('Pre-Game'), status('Warmup'), ball(1))).toEqual(['0.2', '0', '1.0']);
  });

  test('there is no game to load', () => {
    const waiting = game({ result: null, events: [status('Warmup')] });
    expect(() => fold(waiting)).toThrow(/the game has not begun/);
  });
});

test('an automatic ball is no pitch, and the walk it makes is a walk', () => {
  const waved = { type: 'no_pitch', call: 'ball' } as const;
  const walk = game({ result: 'intent_walk', events: [waved, waved], runners: [{ id: 22, end: '1B' }] });
  expect(finals(walk)).toMatchObject({ '11': { p_bf: 1, p_bb: 1 }, '22': { pa: 1, bb: 1 } });
  expect(finals(walk).home).not.toHaveProperty('p_pitches');
});

test('averages are derived from the counters, and unknown where a counter is', () => {
  const derive = (counters: Record<string, number | null>) =>
    Object.fromEntries(mlb.sport.derived.map(({ name, of }) => [name, of(counters)]));
  const season = { ab: 3, h: 1, tb: 4, bb: 1, hbp: 1, sf: 1, p_outs: 17, p_er: 2, p_bb: 3, p_h: 5 };
  const expected = { avg: 0.333, obp: 0.5, slg: 1.333, ip: 5.667, era: 3.18, whip: 1.41 };
  expect(derive(season)).toMatchObject(expected);
  expect(derive({ ...season, sf: null, p_outs: 0 })).toMatchObject({
    ...expected,
    ...{ obp: null, ip: 0, era: null, whip: null },
  });
});

test('the game is over when the feed says so, a bottom half with its third out', () => {
  const half = (top: boolean, inning: number) => ({ top, inning, outs: 3 });
  const document = game(half(true, 1), half(false, 1), half(true, 2));
  expect(fold(document).plays.flatMap(({ play }) => play.ends ?? [])).toEqual(['period']);
  const final = altered(document, ['gameData', 'status', 'abstractGameState'], 'Final');
  expect(fold(final).final).toBe(true);
  expect(fold(final).plays.at(-1)?.play.ends).toBe('game');
});
