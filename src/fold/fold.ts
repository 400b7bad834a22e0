/**
 * The fold: plays in, running lines out. Pure: no clock, no I/O.
 *
 * Effects are worked out in the feed's order of play (that is how referees count); lines run in the total
 * order of instants (that is how they are asked for). The two differ where a feed's clock steps back.
 */
import type { NormalGame, PlayerRef } from '../plays/game.ts';
import { comparePlays, type Play, type Side } from '../plays/play.ts';
import { clockRules, type League } from '../sports/leagues.ts';
import { effectsOf } from './effects.ts';
import { inferFloor } from './floor.ts';
import type { FloorPlan } from './floor-walk.ts';
import { type Discrepancy, reconcile } from './reconcile.ts';
import { rosterOf } from './roster.ts';
import { type LineRows, NO_ROWS, runningRows } from './running.ts';

/** A play in its place, with the game's running clock and score after it. */
export interface FoldedPlay {
  readonly play: Play;
  /** Centiseconds of game clock run. */
  readonly elapsed: number;
  readonly home: number;
  readonly away: number;
}

export interface PlayerLine {
  readonly player: PlayerRef;
  /** Null where neither the floor nor the feed tells. */
  readonly starter: boolean | null;
  /** Changes of the running line, in total order; empty for somebody who left no mark. */
  readonly rows: LineRows;
  readonly final: Int32Array;
}

export interface TeamLine {
  readonly side: Side;
  readonly rows: LineRows;
  readonly final: Int32Array;
}

export interface FoldedGame {
  readonly game: NormalGame;
  /** In total order. */
  readonly plays: readonly FoldedPlay[];
  readonly players: readonly PlayerLine[];
  readonly teams: readonly TeamLine[];
  readonly floor: FloorPlan;
  readonly final: boolean;
  readonly discrepancies: readonly Discrepancy[];
}

/** Fold a game's plays into running lines and reconcile them with what the feed itself states. */
export function foldGame(game: NormalGame, league: League): FoldedGame {
  const roster = rosterOf(game);
  const floor = inferFloor(game, league);
  const effects = effectsOf(game, league, floor, roster);
  const final = isFinal(
    game,
    league,
    effects.reduce((sum, effect) => sum + effect.margin, 0),
  );
  const ordered = [...effects].sort((a, b) => comparePlays(a.play, b.play));
  const { rows, finals } = runningRows(ordered, league.sport, roster, final);

  let elapsed = 0;
  const score = { home: 0, away: 0 };
  const plays = ordered.map((effect) => {
    elapsed += effect.elapsed;
    for (const credit of effect.play.credits) {
      if (credit.counter === league.sport.scoreCounter) score[credit.side] += credit.by;
    }
    return { play: effect.play, elapsed, home: score.home, away: score.away };
  });

  const first = Math.min(...floor.map((start) => start.period));
  const started = new Set(
    floor.filter((start) => start.period === first).flatMap((start) => start.starters.map(({ id }) => id)),
  );
  const players = game.players.map((player, entity) => ({
    player,
    // Where nobody follows the floor, the feed's own word stands.
    starter: league.sport.floorSize === null ? player.starter : started.has(player.id),
    rows: rows[entity] ?? NO_ROWS,
    final: finals[entity] ?? new Int32Array(),
  }));
  const teams = (['home', 'away'] as const).map((side) => ({
    side,
    rows: rows[roster.team(side)] ?? NO_ROWS,
    final: finals[roster.team(side)] ?? new Int32Array(),
  }));
  const discrepancies = reconcile({ game, league, roster, effects, floor, finals });
  return { game, plays, players, teams, floor, final, discrepancies };
}

/** Over when the feed says so, or when a period from the last regulation one on ended with a leader. */
function isFinal(game: NormalGame, league: League, margin: number): boolean {
  const last = game.plays.at(-1);
  if (last === undefined) return false;
  if (game.plays.some((play) => play.ends === 'game')) return true;
  return (
    last.ends === 'period' && last.period >= clockRules(league, game.part).regulationPeriods && margin !== 0
  );
}
