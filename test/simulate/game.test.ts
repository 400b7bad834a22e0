import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { gameSimulator, seasonSchedule, simulateSeason } from '../../src/simulate/season.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { forGames, SEASON, seeds, small } from './games.ts';
import { expectBoxMatches, hundredths } from './naive.ts';

describe('a simulated game', () => {
  test('is the same, byte for byte, for the same seed, and in whatever order games are asked for', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const texts = [...simulateSeason(small(seed))].map((game) =>
          JSON.stringify([game.playbyplay, game.boxscore]),
        );
        const simulate = gameSimulator(small(seed));
        const again = seasonSchedule(small(seed))
          .toReversed()
          .map((scheduled) => simulate(scheduled));
        const backwards = again.map((game) => JSON.stringify([game.playbyplay, game.boxscore])).toReversed();
        expect(backwards).toEqual(texts);
      }),
      { numRuns: 4 },
    );
    const [one] = simulateSeason(small(1));
    const [other] = simulateSeason(small(2));
    expect(JSON.stringify(one?.playbyplay)).not.toBe(JSON.stringify(other?.playbyplay));
  });

  test('has a box score that an independent reading of its plays confirms', () => {
    forGames(expectBoxMatches, 30);
  });

  test('has changes that are not told, and is confirmed in spite of them', () => {
    const games = [...simulateSeason({ seed: 5, season: SEASON, teams: 8, gamesPerTeam: 10 })];
    const untold = games.filter(({ script }) => script.some(({ kind }) => kind === 'unencoded'));
    expect(untold.length).toBeGreaterThan(5);
    expect(untold.length).toBeLessThan(games.length);
    for (const game of untold) expectBoxMatches(game);
  });

  test('starts with five a side, and its periods add up to the final score', () => {
    forGames(({ boxscore, playbyplay }) => {
      const { homeTeam, awayTeam } = boxscore.game;
      const last = playbyplay.game.actions.at(-1);
      expect([Number(last?.scoreHome), Number(last?.scoreAway)]).toEqual([homeTeam.score, awayTeam.score]);
      expect(homeTeam.score).not.toBe(awayTeam.score);
      for (const team of [homeTeam, awayTeam]) {
        expect(team.players.filter(({ starter }) => starter === '1')).toHaveLength(5);
        expect(team.players.filter(({ status }) => status === 'INACTIVE')).toHaveLength(2);
        expect(team.players.every(({ statistics }) => statistics.foulsPersonal <= 6)).toBe(true);
        expect(team.periods.reduce((sum, { score }) => sum + score, 0)).toBe(team.score);
      }
      const total = [homeTeam, awayTeam].map(({ players }) =>
        players.reduce((sum, { statistics }) => sum + hundredths(statistics.minutes), 0),
      );
      const length = 240 + 25 * (boxscore.game.period - 4);
      expect(total).toEqual([length * 6000, length * 6000]);
    });
  });

  test('has the oddities of the real feed', () => {
    let numbersDown = 0;
    forGames(({ playbyplay }) => {
      const { actions } = playbyplay.game;
      let back = 0;
      let ties = 0;
      for (const [index, action] of actions.entries()) {
        const before = actions[index - 1];
        if (!before) continue;
        const step = Date.parse(action.timeActual) - Date.parse(before.timeActual);
        if (step < 0) {
          back += 1;
          expect(step).toBeGreaterThanOrEqual(-45_000);
          expect(step).toBeLessThanOrEqual(-300);
        }
        if (step === 0) ties += 1;
        if (action.actionNumber < before.actionNumber) numbersDown += 1;
        expect(action.orderNumber).toBeGreaterThan(before.orderNumber);
        expect(action.timeActual).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\dZ$/);
      }
      expect(back).toBeGreaterThanOrEqual(1);
      expect(back).toBeLessThanOrEqual(8);
      expect(ties).toBeGreaterThan(40);
      expect(new Set(actions.map(({ actionNumber }) => actionNumber)).size).toBe(actions.length);
      const late = actions.filter(
        ({ edited, timeActual }) => Date.parse(edited) - Date.parse(timeActual) > 60_000,
      );
      expect(late.length / actions.length).toBeGreaterThan(0.1);
      expect(late.length / actions.length).toBeLessThan(0.32);
    });
    // Most games have some; a few have none.
    expect(numbersDown).toBeGreaterThan(0);
  });

  test('looks like basketball on average', () => {
    const games = [...simulateSeason({ seed: 9, season: SEASON, gamesPerTeam: 4 })];
    const mean = (of: (game: SimulatedGame) => number): number =>
      games.reduce((sum, game) => sum + of(game), 0) / games.length;
    const score = mean(({ boxscore }) => (boxscore.game.homeTeam.score + boxscore.game.awayTeam.score) / 2);
    expect(score).toBeGreaterThan(105);
    expect(score).toBeLessThan(120);
    const count = mean(({ playbyplay }) => playbyplay.game.actions.length);
    expect(count).toBeGreaterThan(450);
    expect(count).toBeLessThan(560);
    const types = new Set(
      games.flatMap(({ playbyplay }) =>
        playbyplay.game.actions.map(({ actionType, subType }) => `${actionType} ${subType ?? ''}`),
      ),
    );
    for (const wanted of [
      'foul technical',
      'turnover shot clock',
      'freethrow 1 of 3',
      'turnover offensive foul',
    ]) {
      expect(types).toContain(wanted);
    }
  });
});

describeReal('beside the real feed', () => {
  test('every field is one the real feed has for that kind of action, with the same type', () => {
    const file = realPath('nba-live', 'playbyplay_0022000001.json');
    const real: { game: { actions: Record<string, unknown>[] } } = JSON.parse(readFileSync(file, 'utf8'));
    const fields = new Map<string, Set<string>>();
    const note = (action: object, known: Map<string, Set<string>>): void => {
      const kind = String(Object.entries(action).find(([name]) => name === 'actionType')?.[1]);
      // No three was blocked in the one real game; twos and threes have the same fields.
      const type = kind === '3pt' ? '2pt' : kind;
      for (const [name, value] of Object.entries(action)) {
        const key = `${type}.${name}`;
        known.set(key, (known.get(key) ?? new Set()).add(value === null ? 'null' : typeof value));
      }
    };
    for (const action of real.game.actions) note(action, fields);
    const ours = new Map<string, Set<string>>();
    for (const game of simulateSeason(small(1, 10)))
      for (const action of game.playbyplay.game.actions) note(action, ours);
    // The one real game has no technical foul, so no throw with a descriptor.
    ours.delete('freethrow.descriptor');
    for (const [key, types] of ours) {
      const known = fields.get(key) ?? new Set(['(not in the real feed)']);
      expect(
        [...types].filter((type) => !known.has(type)),
        key,
      ).toEqual([]);
    }
  });
});
