/** What a figure may have been where plays are in doubt, the slow way: every state of the game folded from its changes. */
import type { ChangeLine } from '../../src/asof/changes.ts';
import { countedAt, type FoldableGame, inDoubt, lineAfter } from '../../src/asof/game-fold.ts';
import { toCounters, totalOf } from '../../src/asof/published.ts';
import { opponent, type Side } from '../../src/plays/play.ts';
import type { GameFigure, Sport } from '../../src/sports/sport.ts';
import { add, type Vector } from '../../src/store/careers.ts';

type Kind = 'player' | 'team';
interface Sums {
  readonly own: Vector;
  readonly team: Vector;
  readonly opponent: Vector;
  readonly players: Vector;
  readonly opposing: Vector;
}

/**
 * All values that a figure of somebody may have: `games` are the games that count, at most one of them in doubt. Where
 * nothing is in doubt that is one value; in states in which nothing has been told of him there is none.
 */
export function valuesInDoubt(
  sport: Sport,
  figure: GameFigure,
  id: string,
  games: readonly FoldableGame[],
  at: number,
): (number | null)[] {
  const place = { at, boundary: 'at' } as const;
  const mine = games.flatMap((game) => {
    const line = linesOf(game, figure.whose).find((each) => each.id === id);
    return line === undefined ? [] : [{ game, line }];
  });
  const doubtful = mine.find(({ game }) => inDoubt(game, place).length > 0);
  const positions = doubtful === undefined ? [] : inDoubt(doubtful.game, place);
  const [first] = positions;
  const states = first === undefined ? [null] : [first, ...positions.map((position) => position + 1)];
  return states.flatMap((state) => {
    const told = mine.flatMap(({ game, line }) => {
      const counted = state !== null && game === doubtful?.game ? state : countedAt(game, place);
      return line.rows.some(({ play }) => play < counted)
        ? [sumsOf(sport, figure.whose, game, line, counted)]
        : [];
    });
    if (told.length === 0) return [];
    const played = told.filter(({ own }) => own[0] === 1);
    const total = (of: keyof Sums) =>
      toCounters(
        sport,
        (of === 'own' ? told : played)
          .map((sums) => sums[of])
          .reduce(
            add,
            sport.counters.map(() => 0),
          ),
      );
    return [
      figure.of({
        own: total('own'),
        team: total('team'),
        opponent: total('opponent'),
        players: total('players'),
        opposing: total('opposing'),
      }),
    ];
  });
}

function linesOf({ changes }: FoldableGame, kind: Kind): readonly ChangeLine[] {
  return kind === 'player' ? changes.players : changes.teams;
}

function sumsOf(sport: Sport, kind: Kind, game: FoldableGame, line: ChangeLine, counted: number): Sums {
  const after = (of: Kind, one: ChangeLine) => lineAfter(sport, of, one, game.changes, counted);
  const side = (of: Kind, which: Side) =>
    totalOf(
      sport,
      linesOf(game, of)
        .filter((one) => one.side === which)
        .map((one) => after(of, one)),
    );
  return {
    own: after(kind, line),
    team: side('team', line.side),
    opponent: side('team', opponent(line.side)),
    players: side('player', line.side),
    opposing: side('player', opponent(line.side)),
  };
}
