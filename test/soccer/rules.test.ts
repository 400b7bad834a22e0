import { describe, expect, test } from 'vitest';
import { foldGame } from '../../src/fold/fold.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { league } from './matches.ts';
import { creditsOf, named, q, statsBombGame, statsPerformGame } from './small-matches.ts';

const away = { contestantId: 'away', playerId: 'a1', playerName: 'A. One' };

describe('an event of Stats Perform', () => {
  const credits = (...list: Parameters<typeof statsPerformGame>[0]) =>
    creditsOf(statsPerformGame(list)).slice(2);

  test('that is an own goal counts for the player, and for the other team without one', () => {
    const game = statsPerformGame([{ typeId: 16, qualifier: q(28), ...away }]);
    expect(creditsOf(game)[2]).toEqual(['away a1 own_goals', 'home team goals']);
    const lines = linesById(foldGame(game, league));
    const goals = ['home', 'away', 'a1'].map((id) => {
      const line = lines.get(id);
      return line === undefined ? undefined : finalLine(league, line).goals;
    });
    expect(goals).toEqual([1, 0, 0]);
  });

  test('that is a goal brings its assist with it, if the pass before it is one', () => {
    const pass = { typeId: 1, eventId: 7, playerId: 'h2' };
    const goal = { typeId: 16, qualifier: [{ qualifierId: 55, value: '7' }] };
    const scored = ['home h1 goals', 'home h1 shots', 'home h1 shots_on_target'];
    expect(credits({ ...pass, assist: 1 }, goal)).toEqual([
      ['home h2 passes', 'home h2 passes_completed', 'home h2 key_passes'],
      [...scored, 'home h2 assists'],
    ]);
    expect(credits(pass, goal)[1]).toEqual(scored);
    // The other team numbers its events likewise.
    expect(credits({ ...pass, ...away, assist: 1 }, goal)[1]).toEqual(scored);
  });

  test('that is a blocked shot is not on target, and its block is no save', () => {
    expect(
      credits(
        { typeId: 15, qualifier: q(82) },
        { typeId: 10, qualifier: q(94), ...away },
        { typeId: 15 },
        { typeId: 10, ...away },
      ),
    ).toEqual([['home h1 shots'], [], ['home h1 shots', 'home h1 shots_on_target'], ['away a1 saves']]);
  });

  test('that is a second yellow card sends off; a card for the bench or a coach takes nobody off', () => {
    const { plays } = statsPerformGame([
      { typeId: 17, qualifier: q(31) },
      { typeId: 17, qualifier: q(32) },
      { typeId: 17, qualifier: q(33), playerId: 'h12' },
      { typeId: 17, qualifier: q(31), playerId: undefined },
    ]);
    expect(
      plays.slice(2).map((play) => [play.credits.map(({ counter }) => counter), play.changes.length]),
    ).toEqual([
      [['yellow_cards'], 0],
      [['yellow_cards', 'second_yellows', 'red_cards'], 1],
      [['red_cards'], 0],
      [[], 0],
    ]);
  });

  test('that the provider took back is no play', () => {
    const game = statsPerformGame([{ typeId: 43 }, { typeId: 13 }]);
    expect(game.plays.map(({ id }) => id)).toEqual(['1', '2', '101']);
  });

  test('of the shoot-out counts for nobody and takes no time', () => {
    const game = statsPerformGame([{ typeId: 16 }, { typeId: 16, periodId: 5, timeMin: 120, timeSec: 40 }]);
    const folded = foldGame(game, league);
    expect(creditsOf(game)[3]).toEqual([]);
    expect(folded.plays.at(-1)).toMatchObject({ home: 1, away: 0 });
  });

  test('keeps its key when another is put in before it', () => {
    const first = { typeId: 1, timeStamp: '2021-09-11T18:31:00Z', id: 7 };
    const keys = (game: ReturnType<typeof statsPerformGame>) =>
      game.plays.filter(({ id }) => id === '7').map(({ orderKey }) => orderKey);
    expect(keys(statsPerformGame([first]))).toEqual(keys(statsPerformGame([{}, {}, first])));
  });
});

describe('an event of StatsBomb', () => {
  const credits = (...list: Parameters<typeof statsBombGame>[0]) => creditsOf(statsBombGame(list));

  test('that is an own goal counts once, for the other team', () => {
    expect(
      credits(
        { type: named('Own Goal Against') },
        { type: named('Own Goal For'), team: { id: 211, name: 'Girona' }, player: { id: 9, name: 'Nine' } },
      ),
    ).toEqual([['home 1 own_goals', 'away team goals'], []]);
  });

  test('that is a pass to somebody offside counts for both', () => {
    const pass = { outcome: named('Pass Offside'), recipient: { id: 2, name: 'Two' } };
    expect(credits({ type: named('Pass'), pass })).toEqual([['home 1 passes', 'home 2 offsides']]);
  });

  test('that is a shot saved by the post or going wide is told apart from one saved', () => {
    const shots = ['Saved', 'Saved Off Target', 'Saved To Post', 'Off T'].map((outcome) => ({
      type: named('Shot'),
      shot: { outcome: named(outcome) },
    }));
    expect(credits(...shots).map((list) => list.length)).toEqual([2, 1, 2, 1]);
  });

  test('of a second yellow card sends off', () => {
    const { plays } = statsBombGame([
      { type: named('Starting XI'), player: undefined, tactics: { lineup: [lineUp(1)] } },
      { type: named('Bad Behaviour'), bad_behaviour: { card: named('Second Yellow') } },
    ]);
    expect(plays[1]?.changes).toEqual([{ side: 'home', out: '1', in: null }]);
    expect(plays[1]?.credits.map(({ counter }) => counter)).toEqual([
      'yellow_cards',
      'second_yellows',
      'red_cards',
    ]);
  });
});

const lineUp = (id: number) => ({ player: { id, name: String(id) }, position: named('Goalkeeper') });
