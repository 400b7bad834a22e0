import { describe, expect, test } from 'vitest';
import { NothingToReviseError, reviseGame } from '../../src/simulate/revise.ts';
import { forGames } from './games.ts';
import { expectBoxMatches } from './naive.ts';

describe('a revision', () => {
  test.each(['assist moved', 'foul rescinded', 'play added'] as const)(
    '%s changes only what it says',
    (kind) => {
      let revised = 0;
      forGames((game) => {
        let revision: ReturnType<typeof reviseGame>;
        try {
          revision = reviseGame(game, 1, kind);
        } catch (error) {
          if (error instanceof NothingToReviseError) return;
          throw error;
        }
        revised += 1;
        const { game: later, actions, box } = revision;
        expectBoxMatches(later);
        const told = new Map(actions.map((change) => [change.actionNumber, change]));
        const old = new Map(game.playbyplay.game.actions.map((action) => [action.actionNumber, action]));
        const now = new Map(later.playbyplay.game.actions.map((action) => [action.actionNumber, action]));
        for (const number of new Set([...old.keys(), ...now.keys()])) {
          const change = told.get(number);
          const [was, is] = [old.get(number), now.get(number)];
          if (!change) expect(is).toEqual(was);
          else if (change.change === 'added') expect([was, is?.value]).toEqual([undefined, kind]);
          else if (change.change === 'removed') expect(is).toBeUndefined();
          else {
            const merged: Record<string, unknown> = { ...was };
            for (const [name, { after }] of Object.entries(change.fields)) merged[name] = after;
            expect(is).toEqual(merged);
            expect(Date.parse(is?.edited ?? '')).toBe(revision.at);
          }
        }
        const main = { 'assist moved': 'corrected', 'foul rescinded': 'removed', 'play added': 'added' }[
          kind
        ];
        expect(actions.some(({ change }) => change === main)).toBe(true);
        for (const key of ['homeTeam', 'awayTeam'] as const) {
          const was = game.boxscore.game[key];
          const is = structuredClone(later.boxscore.game[key]);
          for (const change of box.filter(({ teamId }) => teamId === is.teamId)) {
            const line =
              is.players.find(({ personId }) => personId === change.personId)?.statistics ?? is.statistics;
            Object.assign(line, { [change.statistic]: change.before });
          }
          expect(is).toEqual(was);
        }
        expect(reviseGame(game, 1, kind).game.playbyplay).toEqual(later.playbyplay);
      }, 6);
      expect(revised).toBeGreaterThan(0);
    },
  );
});
