import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeReal } from '../setup/real-data.ts';
import { foldDocument, lineAtInstant, mlb, realGame } from './league.ts';
import { earnings, rawGame } from './raw.ts';

const VERLANDER = '434378';

describeReal('lines of World Series game 5 of 2022', () => {
  const folded = foldDocument(realGame(), '715720');
  const raw = rawGame();
  const all = earnings(raw);
  const instants = folded.plays.map(({ play }) => play.stamp.at);
  const [first, last] = [instants[0] ?? 0, instants.at(-1) ?? 0];

  /** Plain sums of a set of players up to an instant. */
  function sums(ids: ReadonlySet<number>, at: number): Record<string, number> {
    const line: Record<string, number> = Object.fromEntries(mlb.sport.counters.map(({ name }) => [name, 0]));
    for (const earning of all) {
      if (earning.at > at || !ids.has(earning.id)) continue;
      line[earning.counter] = (line[earning.counter] ?? 0) + earning.by;
    }
    return line;
  }

  const moments = fc.oneof(
    fc.integer({ min: first - 1000, max: last + 1000 }),
    // Where something happens, and the milliseconds beside it.
    fc.tuple(fc.constantFrom(...instants), fc.integer({ min: -1, max: 1 })).map(([at, by]) => at + by),
  );

  test('are plain sums of what was earned, at any instant, for every player and both sides', () => {
    let pairs = 0;
    fc.assert(
      fc.property(moments, (at) => {
        for (const { player } of folded.players) {
          const { games, ...line } = lineAtInstant(folded, player.id, at);
          const { games: _, ...expected } = sums(new Set([Number(player.id)]), at);
          expect(line, `${player.name} at ${new Date(at).toISOString()}`).toEqual(expected);
          if (Object.values(expected).some((value) => value > 0)) expect(games).toBe(1);
          pairs += 1;
        }
        for (const side of ['home', 'away'] as const) {
          const ids = folded.players.filter(({ player }) => player.side === side);
          const { games: _, ...line } = lineAtInstant(folded, side, at);
          const { games: __, ...expected } = sums(new Set(ids.map(({ player }) => Number(player.id))), at);
          expect(line, side).toEqual(expected);
        }
      }),
      { numRuns: 120 },
    );
    expect(pairs).toBeGreaterThan(5000);
  });

  test('begin with the first pitch for starters, with the substitution for others', () => {
    const games = (id: string, at: string) => lineAtInstant(folded, id, Date.parse(at)).games;
    expect(games(VERLANDER, '2022-11-04T00:06:00.000Z')).toBe(0);
    expect(games(VERLANDER, '2022-11-04T00:06:10.637Z')).toBe(0);
    expect(games(VERLANDER, '2022-11-04T00:06:10.638Z')).toBe(1);
    const brogdon = '641401';
    expect(games(brogdon, '2022-11-04T01:15:34.428Z')).toBe(0);
    expect(games(brogdon, '2022-11-04T01:15:34.429Z')).toBe(1);
  });

  test('know Justin Verlander in the fifth inning, pitch by pitch', () => {
    const at = (instant: string) => lineAtInstant(folded, VERLANDER, Date.parse(instant));
    // Two out, Castellanos at the plate, the count 2-2 after four fouls; three pitches are still to come.
    expect(at('2022-11-04T01:57:00.000Z')).toMatchObject({
      ...{ games: 1, pa: 0, p_bf: 22, p_ab: 18, p_h: 4, p_doubles: 1, p_hr: 1, p_bb: 4, p_so: 6 },
      ...{ p_r: 1, p_er: 1, p_outs: 14, p_pitches: 91, p_balls: 35, p_strikes: 56 },
    });
    expect(at('2022-11-04T01:58:50.088Z')).toMatchObject({ p_bf: 22, p_outs: 14, p_pitches: 93 });
    const done = at('2022-11-04T01:58:50.089Z');
    expect(done).toMatchObject({ p_bf: 23, p_outs: 15, p_pitches: 94, p_balls: 36, p_strikes: 58 });
    const derived = (name: string) => mlb.sport.derived.find((each) => each.name === name)?.of(done);
    expect(derived('ip')).toBe(5);
    expect(derived('era')).toBe(1.8);
    expect(derived('whip')).toBe(1.6);
    expect(derived('avg')).toBeNull();
  });
});
