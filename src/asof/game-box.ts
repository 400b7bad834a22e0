/** Both teams and all players of games at an instant, and the lines that figures within the game are made of. */
import { opponent, type Side } from '../plays/play.ts';
import type { GameLines } from '../sports/formula.ts';
import type { League } from '../sports/leagues.ts';
import type { Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import { type BoxFrame, type BoxRow, readBoxes, readFrames } from './box.ts';
import { totalOf, zeroValues } from './published.ts';
import type { AsOf, Db } from './query.ts';

export interface GameBox {
  readonly players: readonly BoxRow[];
  readonly teams: readonly BoxRow[];
}

/** Of a game with nobody in it. */
export const NOBODY: GameBox = { players: [], teams: [] };

/** Read those of several games. */
export async function readGameBoxes(
  db: Db,
  league: League,
  games: readonly BoxFrame[],
  basis: number | null,
): Promise<GameBox[]> {
  const players = await readBoxes(db, league, 'player', games, basis);
  const teams = await readBoxes(db, league, 'team', games, basis);
  return games.map((_, position) => ({ players: players[position] ?? [], teams: teams[position] ?? [] }));
}

/** Read those of games by key, as an instant has them; of those that are known. */
export async function readBoxesAt(
  db: Db,
  league: League,
  games: readonly number[],
  asOf: AsOf,
): Promise<Map<number, GameBox>> {
  const frames = await readFrames(db, league, games, asOf);
  const boxes = await readGameBoxes(db, league, frames, asOf.basis);
  return new Map(frames.map(({ key }, position) => [key, boxes[position] ?? NOBODY]));
}

/** The lines of a game as one side sees them. */
export function linesOfSide(sport: Sport, side: Side, { players, teams }: GameBox): GameLines<Vector> {
  const nothing = zeroValues(sport);
  const lineOf = (of: Side) => teams.find((row) => row.side === of)?.counters ?? nothing;
  const playersOf = (of: Side) =>
    totalOf(
      sport,
      players.filter((row) => row.side === of).map(({ counters }) => counters ?? nothing),
    );
  return {
    team: lineOf(side),
    opponent: lineOf(opponent(side)),
    players: playersOf(side),
    opposing: playersOf(opponent(side)),
  };
}

/** The same for both sides. */
export function linesOfSides(sport: Sport, box: GameBox): Readonly<Record<Side, GameLines<Vector>>> {
  return { home: linesOfSide(sport, 'home', box), away: linesOfSide(sport, 'away', box) };
}
