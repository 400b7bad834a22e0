/** Later versions of a game: an early assist moved to and fro, and the first plays of a game still going on. */
import { floorBefore } from '../src/simulate/floor.ts';
import { type SimulatedGame, writeGame } from '../src/simulate/game.ts';
import type { Play, Shot } from '../src/simulate/play.ts';

const MINUTE = 60_000;

export interface Tug {
  /** The two players whose assist it is by turns. */
  readonly players: readonly [string, string];
  /** When the basket was made. */
  readonly at: number;
  /** The version after `times` moves. */
  version(times: number): SimulatedGame;
}

/** The game's first assist, moved to a team-mate and back: each move touches all later rows of both. */
export function tugOfAssist(game: SimulatedGame): Tug {
  const shot = game.script.find((play): play is Play & Shot => play.kind === 'shot' && play.assist > 0);
  if (shot === undefined) throw new RangeError('a game without an assist');
  const other = floorBefore(game.facts, game.script, shot.id)[shot.side].find(
    (id) => id !== shot.person && id !== shot.assist,
  );
  if (other === undefined) throw new RangeError('a shooter without team-mates');
  const edited = lastEdit(game.script);
  return {
    players: [String(shot.assist), String(other)],
    at: shot.at,
    version(times) {
      const moved: Play = {
        ...shot,
        assist: times % 2 === 1 ? other : shot.assist,
        edited: edited + times * MINUTE,
        note: 'assist moved',
      };
      const script = game.script.map((play) => (play === shot ? moved : play));
      return writeGame(game.facts, script, game.version + times);
    },
  };
}

/** The game as the feed tells it after so many of its plays. */
export function firstPlays(game: SimulatedGame, plays: number): SimulatedGame {
  let told = 0;
  const end = game.script.findIndex((play) => play.kind !== 'unencoded' && ++told > plays);
  return writeGame(game.facts, end < 0 ? game.script : game.script.slice(0, end), 1);
}

function lastEdit(script: readonly Play[]): number {
  return script.reduce((latest, { edited }) => Math.max(latest, edited), 0);
}
