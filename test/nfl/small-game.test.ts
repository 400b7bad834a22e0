import { describe, expect, test } from 'vitest';
import { foldGame } from '../../src/fold/fold.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { nfl, readNfl } from './nfl-games.ts';
import { AWAY, HOME, play, row, smallGame } from './small-game.ts';

const read = (value: unknown): NormalGame => readNfl({ kind: 'json', value });
const byId = (game: NormalGame) => new Map(game.plays.map((each) => [each.id, each]));

/** The small game with some plays changed; a play not there is added. */
function withPlays(...changed: ReturnType<typeof play>[]) {
  const game = smallGame();
  const ids = new Set(changed.map(({ playId }) => playId));
  const plays = [...game.driveChart.plays.filter(({ playId }) => !ids.has(playId)), ...changed];
  return { ...game, driveChart: { ...game.driveChart, plays } };
}

const original = (id: number) => {
  const found = smallGame().driveChart.plays.find(({ playId }) => playId === id);
  if (found === undefined) throw new RangeError(`no play ${id}`);
  return found;
};

describe('a small NFL game', () => {
  test('becomes a game of the neutral kind', () => {
    const game = read(smallGame());
    expect(game).toMatchObject({
      league: 'nfl',
      feed: 'nfl_drives',
      part: { season: '2024', type: 'regular' },
      date: '2024-09-05',
      home: { id: HOME, tricode: 'KC', city: 'Kansas City', name: 'Chiefs' },
      away: { id: AWAY, tricode: 'BAL', city: 'Baltimore', name: 'Ravens' },
      box: { score: { home: 7, away: 0 }, lines: [] },
    });
    expect(game.plays.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '1 period_start',
      '40 kickoff',
      '60 pass',
      '80 extra_point',
      '100 rush',
      '120 game_end',
    ]);
    expect(JSON.parse(byId(game).get('60')?.raw ?? '')).toEqual(original(60));
  });

  test('counts a play at its end, or at its start where it has no end; seconds are whole seconds', () => {
    const plays = byId(read(smallGame()));
    const end = Date.parse('2024-09-06T00:25:16.500Z');
    const start = Date.parse('2024-09-06T00:26:02Z');
    expect(plays.get('60')?.stamp).toEqual({
      at: end,
      earliest: end,
      latest: end,
      precision: 'millisecond',
      method: 'feed',
    });
    expect(plays.get('80')?.stamp).toEqual({
      at: start,
      earliest: start,
      latest: start + 999,
      precision: 'second',
      method: 'feed',
    });
  });

  test('keeps the order of play where a whole second stands before the fraction it follows', () => {
    const late = { ...original(80), playStartTime: '2024-09-06T00:25:16Z' };
    const stamp = byId(read(withPlays(late))).get('80')?.stamp;
    expect(stamp?.at).toBe(Date.parse('2024-09-06T00:25:16.500Z'));
    expect(stamp?.earliest).toBe(Date.parse('2024-09-06T00:25:16.000Z'));
  });

  test('does not believe an end after the next start, and bounds the play by both', () => {
    const wrong = { ...original(60), playEndTime: '2024-09-06T00:26:40.000Z' };
    const found = byId(read(withPlays(wrong))).get('60');
    expect(found?.stamp).toMatchObject({ method: 'interpolated', precision: 'game' });
    expect(found?.stamp.latest).toBe(Date.parse('2024-09-06T00:26:40.000Z'));
    expect(found?.note).toContain('playEndTime');
  });

  test('takes quarter and clock of a row without them from the row before', () => {
    const timeout = play(85, { playType: 'TIMEOUT', quarter: 0, clockTime: null });
    const found = byId(read(withPlays(timeout))).get('85');
    expect(found).toMatchObject({ period: 1, clock: 87_000, kind: 'timeout' });
    expect(found?.stamp.method).toBe('interpolated');
  });

  test('folds to its score, with half a sack stored as one of two', () => {
    const folded = foldGame(read(smallGame()), nfl);
    const line = (id: string) => {
      const found = linesById(folded).get(id);
      if (found === undefined) throw new RangeError(`no line ${id}`);
      return finalLine(nfl, found);
    };
    expect(folded.discrepancies).toEqual([]);
    expect(line('qb')).toMatchObject({
      games: 1,
      pass_att: 1,
      pass_cmp: 1,
      pass_yds: 75,
      pass_td: 1,
      pts: 0,
    });
    expect(line('wr')).toMatchObject({ targets: 1, rec: 1, rec_yds: 75, rec_td: 1, pts: 6 });
    expect(line('rb')).toMatchObject({ rush_att: 1, rush_yds: -3 });
    expect(line('de')).toMatchObject({ sacks: 0.5, tackles_solo: 1 });
    expect(line('home')).toMatchObject({ pts: 7, first_downs: 1, xp_made: 1 });
  });

  test('counts nothing from a type of row it does not know, and says so', () => {
    const odd = { ...original(100), stats: [row(999, AWAY, 'rb', 4)] };
    const found = byId(read(withPlays(odd))).get('100');
    expect(found?.credits).toEqual([]);
    expect(found?.note).toBe('stat type 999 is not known: nothing was counted from it');
  });

  test('derives percentages, averages and the passer rating', () => {
    const of = (name: string, counters: Record<string, number | null>) =>
      nfl.sport.derived.find((derived) => derived.name === name)?.of(counters);
    const passer = { pass_att: 36, pass_cmp: 26, pass_yds: 342, pass_td: 3, pass_int: 0 };
    expect(of('passer_rating', passer)).toBe(129.6);
    expect(of('passer_rating', { ...passer, pass_cmp: 36, pass_yds: 900, pass_td: 9 })).toBe(158.3);
    expect(of('passer_rating', { ...passer, pass_att: 0 })).toBeNull();
    expect(of('passer_rating', { ...passer, pass_int: null })).toBeNull();
    expect(of('cmp_pct', passer)).toBe(0.722);
    expect(of('yds_per_rush', { rush_yds: -3, rush_att: 2 })).toBe(-1.5);
    expect(of('tackles', { tackles_solo: 3, tackles_helped: 1, tackle_assists: 2 })).toBe(6);
  });
});
