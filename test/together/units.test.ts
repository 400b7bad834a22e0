/** What players did together adds up to what each of them did, in simulated and in real games. */
import { describe, expect, test } from 'vitest';
import { packSide, together } from '../../src/asof/packed-side.ts';
import { connectionsOf, type UnitLine, unitsOf } from '../../src/asof/units.ts';
import type { FoldedGame } from '../../src/fold/fold.ts';
import { rowsOf } from '../../src/fold/running.ts';
import { SIDES, type Side } from '../../src/plays/play.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { counterIndex } from '../../src/sports/sport.ts';
import { describeReal } from '../setup/real-data.ts';
import { realV2Game, realV2Ids, realV2Schedule } from '../setup/real-v2.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { forGames, small } from '../simulate/games.ts';

const { sport } = leagueNamed('nba');
const index = counterIndex(sport);
const counter = (name: string) => index.get(name) ?? -1;

function linesOf(folded: FoldedGame, side: Side): UnitLine[] {
  return folded.players
    .filter(({ player }) => player.side === side)
    .map(({ player, rows }) => ({
      id: player.id,
      rows: rowsOf(rows).map(({ position, values, active }) => ({ position, line: [...values], active })),
    }));
}

function sideOf(folded: FoldedGame, side: Side, counted = folded.plays.length) {
  const lines = linesOf(folded, side);
  const sign = side === 'home' ? 1 : -1;
  return {
    units: unitsOf(sport, lines, folded.plays, sign, counted),
    connections: connectionsOf(sport, lines, counted),
  };
}

/** Every player's time, plus/minus and assists, from the units and connections, must be those of his line. */
function expectSums(folded: FoldedGame): void {
  for (const side of SIDES) {
    const { units, connections } = sideOf(folded, side);
    for (const { player, final } of folded.players.filter((line) => line.player.side === side)) {
      const own = units.filter(({ players }) => players.includes(player.id));
      const sum = (of: (unit: (typeof units)[number]) => number) =>
        own.reduce((total, unit) => total + of(unit), 0);
      expect(
        { id: player.id, time: sum((unit) => unit.elapsed), margin: sum((unit) => unit.plusMinus) },
        folded.game.id,
      ).toEqual({ id: player.id, time: final[counter('seconds')], margin: final[counter('plus_minus')] });
      const given = connections.filter(({ from }) => from === player.id);
      expect(
        given.reduce((total, { count }) => total + count, 0),
        `${folded.game.id} ${player.id}`,
      ).toBe(final[counter('ast')]);
    }
  }
}

const [first] = simulateSeason(small(7));
if (first === undefined) throw new RangeError('no games');
const folded = foldSimulated(first);

describe('units', () => {
  test('add up to every player’s own time, plus/minus and assists in a simulated game', () => {
    forGames((game) => expectSums(foldSimulated(game)), 6);
  });

  test('of five hold the game’s clock once, of two ten times', () => {
    for (const side of SIDES) {
      const { units } = sideOf(folded, side);
      const clock = folded.plays.at(-1)?.elapsed ?? 0;
      const total = (size: number) =>
        together([packSide(units, [])], size).reduce((sum, group) => sum + group.elapsed, 0);
      expect(total(5)).toBe(clock);
      expect(total(2)).toBe(clock * 10);
      expect(together([packSide(units, [])], 5).every(({ players }) => new Set(players).size === 5)).toBe(
        true,
      );
    }
  });

  test('up to a play are those of the game cut off there', () => {
    const half = Math.floor(folded.plays.length / 2);
    const { units } = sideOf(folded, 'home', half);
    expect(units.reduce((sum, unit) => sum + unit.elapsed, 0)).toBe(folded.plays[half - 1]?.elapsed);
    const all = sideOf(folded, 'home').units;
    const later = new Map(all.map((unit) => [unit.players.join(' '), unit.elapsed]));
    for (const unit of units) {
      expect(later.get(unit.players.join(' ')) ?? 0).toBeGreaterThanOrEqual(unit.elapsed);
    }
  });

  test('of several games count each game once', () => {
    const { units } = sideOf(folded, 'home');
    const [once] = together([packSide(units, [])], 2);
    const [twice] = together([packSide(units, []), packSide(units, [])], 2);
    expect(twice).toEqual({
      players: once?.players,
      games: 2,
      elapsed: (once?.elapsed ?? 0) * 2,
      plusMinus: (once?.plusMinus ?? 0) * 2,
    });
  });
});

describeReal('units of real games', () => {
  test('add up to every player’s own time, plus/minus and assists', () => {
    const schedule = realV2Schedule();
    for (const id of realV2Ids().filter((_, position) => position % 40 === 0)) {
      expectSums(realV2Game(id, schedule.get(id) ?? null).folded);
    }
  });
});
