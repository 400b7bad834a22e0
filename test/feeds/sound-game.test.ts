import { expect, test } from 'vitest';
import { refuseUnsound } from '../../src/feeds/sound-game.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import type { Play } from '../../src/plays/play.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';

import { foldSimulated } from '../setup/simulated.ts';
import { small } from '../simulate/games.ts';

const [simulated] = simulateSeason(small(7));
if (simulated === undefined) throw new RangeError('a season without games');
const { game } = foldSimulated(simulated);
const began = game.plays[0]?.stamp.at ?? 0;
const acted = game.plays.findIndex(({ playerId }) => playerId !== null);
const second = game.plays.findIndex(({ period }) => period === 2);
const [player] = game.players;
if (player === undefined) throw new RangeError('a game without players');

const refused = (changed: Partial<NormalGame>) => () =>
  refuseUnsound({ ...game, ...changed }, leagueNamed('demo'), 'game.json');
const withPlay = (position: number, changed: Partial<Play>) =>
  game.plays.map((play, at) => (at === position ? { ...play, ...changed } : play));
const idOf = (position: number) => game.plays[position]?.id;
const other = game.plays[acted]?.side === 'home' ? 'away' : 'home';

test('a game as its feed has it is taken', () => {
  expect(refused({})).not.toThrow();
  expect(refused({ date: null, scheduledAt: null })).not.toThrow();
});

test.each<[string, Partial<NormalGame>, string]>([
  ['a player who is listed twice', { players: [...game.players, player] }, `players: player ${player.id} is`],
  [
    'a player on the other side',
    { plays: withPlay(acted, { side: other }) },
    `play ${idOf(acted)}: player ${game.plays[acted]?.playerId} is of the`,
  ],
  [
    'a credit for the other side',
    {
      plays: withPlay(3, {
        credits: [
          {
            ...player,
            playerId: player.id,
            side: player.side === 'home' ? 'away' : 'home',
            counter: 'pts',
            by: 1,
          },
        ],
      }),
    },
    `play ${idOf(3)}: player ${player.id} is of the ${player.side} side`,
  ],
  [
    'a player who comes on for the other side',
    {
      plays: withPlay(3, {
        changes: [{ side: player.side === 'home' ? 'away' : 'home', out: null, in: player.id }],
      }),
    },
    `play ${idOf(3)}: player ${player.id} is of the ${player.side} side`,
  ],
  [
    'a period that goes back',
    { plays: withPlay(second - 9, { period: 2 }) },
    `play ${idOf(second - 8)}: period 1 after period 2 of play ${idOf(second - 9)}`,
  ],
  ['a clock longer than its period', { plays: withPlay(5, { clock: 72_001 }) }, `play ${idOf(5)}: the clock`],
  ['a date that is another', { date: '2022-01-01' }, 'date: the game is dated 2022-01-01'],
  ['a start that is another', { scheduledAt: began - 4 * 86_400_000 }, 'scheduled start: '],
  [
    'a season that is another',
    { part: { season: '2019-20', type: 'regular' }, date: null },
    'season: the game is of the season 2019-20',
  ],
])('%s refuses the game, with the place', (_, changed, told) => {
  expect(refused(changed)).toThrow(`game.json: ${told}`);
});
