import { expect, test } from 'vitest';
import { foldGame } from '../../src/fold/fold.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { AWAY_TEAM, type Cells, HOME_TEAM, liveGame } from '../feeds/live-actions.ts';
import { finalLine } from './reader.ts';

const demo = leagueNamed('demo');
const home = (personId: number) => ({ teamId: HOME_TEAM, personId });
const away = (personId: number) => ({ teamId: AWAY_TEAM, personId });
const change = [
  { actionType: 'substitution', subType: 'out', ...home(1) },
  { actionType: 'substitution', subType: 'in', ...home(6) },
];
const point = { actionType: 'freethrow', subType: '1 of 1', shotResult: 'Made', ...home(2), scoreHome: '1' };

/** Plus/minus of the players of the home side, by id. */
function plusMinus(...list: Cells[]): Record<string, number> {
  const at = (cells: Cells): Cells => ({ clock: 'PT10M00.00S', ...cells });
  const folded = foldGame(liveGame([{ actionType: 'period', subType: 'start' }, ...list.map(at)]), demo);
  return Object.fromEntries(
    folded.players
      .filter(({ player }) => player.side === 'home')
      .map((line) => [line.player.id, finalLine(demo, line).plus_minus ?? Number.NaN]),
  );
}

test('a free throw counts for the ten on the floor when the foul was called', () => {
  const foul = { actionType: 'foul', subType: 'personal', ...away(11) };
  expect(plusMinus(foul, ...change, point)).toEqual({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 0, 7: 0 });
});

test('a free throw without a foul at its game clock counts for those on the floor at the throw', () => {
  const foul = { actionType: 'foul', subType: 'personal', clock: 'PT11M00.00S', ...away(11) };
  const expected = { 1: 0, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 0 };
  expect(plusMinus(foul, ...change, point)).toEqual(expected);
  expect(plusMinus(...change, point)).toEqual(expected);
});

test('a technical free throw goes by the technical foul, others by the personal one', () => {
  const personal = { actionType: 'foul', subType: 'personal', ...away(11) };
  const technical = { actionType: 'foul', subType: 'technical', ...away(12) };
  const ofTechnical = { ...point, descriptor: 'technical' };
  const second = { ...point, scoreHome: '2' };
  expect(plusMinus(personal, ...change, technical, ofTechnical)).toEqual({
    1: 0,
    2: 1,
    3: 1,
    4: 1,
    5: 1,
    6: 1,
    7: 0,
  });
  expect(plusMinus(personal, ...change, technical, ofTechnical, second)).toEqual({
    1: 1,
    2: 2,
    3: 2,
    4: 2,
    5: 2,
    6: 1,
    7: 0,
  });
});

test('a basket counts for those on the floor at the basket', () => {
  const foul = { actionType: 'foul', subType: 'personal', ...away(11) };
  const basket = { actionType: '2pt', shotResult: 'Made', ...home(2), scoreHome: '2' };
  expect(plusMinus(foul, ...change, basket)).toEqual({ 1: 0, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 0 });
});
