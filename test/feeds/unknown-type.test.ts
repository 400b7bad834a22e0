import { expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { apiWeb, clock, feedLive } from '../nhl/made-games.ts';
import { made, read } from '../nhl/nhl.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { small } from '../simulate/games.ts';
import { named, statsBombGame, statsPerformGame } from '../soccer/small-matches.ts';
import { liveGame } from './live-actions.ts';
import { csv, readV2, TEAMS } from './v2-rows.ts';

const note = (type: string | number) => `event type ${type} is not known: nothing was counted from it`;

test.each([
  [
    'of the live feed',
    () => liveGame([{}, { actionType: 'brawl', value: 'seen' }]),
    `seen; ${note('brawl')}`,
  ],
  ['of playbyplayv2', () => readV2(csv([...TEAMS, { EVENTMSGTYPE: 77 }])), note(77)],
  ['of api-web', () => read(made(apiWeb([{ typeDescKey: 'brawl', ...clock(30) }]))), note('brawl')],
  ['of StatsAPI', () => read(made(feedLive([{ result: { eventTypeId: 'BRAWL' } }]))), note('BRAWL')],
  ['of Stats Perform', () => statsPerformGame([{ typeId: 999 }]), note(999)],
  ['of StatsBomb', () => statsBombGame([{ type: named('Brawl') }]), note('Brawl')],
])('an event %s whose type is not known counts nothing, and its note says so', (_, game, told) => {
  const noted = game().plays.filter((play) => play.note?.includes('is not known'));
  expect(noted).toMatchObject([{ note: told, credits: [] }]);
});

test('every type that the simulator writes is known', () => {
  const [game] = simulateSeason(small(3));
  if (game === undefined) throw new RangeError('a season without games');
  expect(foldSimulated(game).game.plays.filter((play) => play.note?.includes('not known'))).toEqual([]);
});
