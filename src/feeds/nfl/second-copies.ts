/**
 * Plays that stand twice under other ids, without the deleted mark: 2011_13_DET_NO holds the end of its first quarter
 * and most of its second twice, the copies between the originals and in the third quarter.
 *
 * The file is suspected only when its own stat rows add up to more points in some quarter than its own scoreboard
 * shows. Then a play is a second copy of the nearest earlier one with the same quarter, drive, kind and situation (team,
 * down, distance and spot, `prePlayByPlay`) and a clock at most half a minute off; each play has one copy at most.
 * Texts and clocks of the copies differ a little, so they are not compared. The first in order of play is kept.
 * Only if the points of every quarter are then the scoreboard's are the copies dropped, and the kept plays say so.
 * Otherwise nothing is touched, and the difference stays to be seen.
 */
import type { Side } from '../../plays/play.ts';
import type { Game, QuarterScores, ReadPlay } from './document.ts';
import { pointsOfRow } from './stat-types.ts';

const CLOCK_SLACK = 3000;

export interface Deduplicated {
  readonly plays: readonly ReadPlay[];
  /** Id of the play kept, by id of the copy dropped. */
  readonly dropped: ReadonlyMap<number, number>;
}

/** The plays without second copies. */
export function withoutSecondCopies(plays: readonly ReadPlay[], game: Game): Deduplicated {
  const asTheyAre = { plays, dropped: new Map<number, number>() };
  const { summary } = game;
  if (!summary) return asTheyAre;
  const stated = [quarters(summary.homeTeam.score), quarters(summary.awayTeam.score)].flat();
  const counted = pointsByQuarter(plays, game);
  if (!counted.some((points, index) => points > (stated[index] ?? 0))) return asTheyAre;
  const dropped = copiesOf(plays);
  const rest = plays.filter(({ play }) => !dropped.has(play.playId));
  const mended = pointsByQuarter(rest, game).every((points, index) => points === stated[index]);
  return mended ? { plays: rest, dropped } : asTheyAre;
}

function quarters({ q1, q2, q3, q4, ot }: QuarterScores): number[] {
  return [q1, q2, q3, q4, ot];
}

/** Points of home's four quarters and overtime, then of away's. */
function pointsByQuarter(plays: readonly ReadPlay[], game: Game): number[] {
  const points: number[] = Array.from({ length: 10 }, () => 0);
  for (const { play, period } of plays) {
    for (const row of play.stats) {
      const side: Side = row.teamId === game.homeTeam.id ? 'home' : 'away';
      const cell = (side === 'home' ? 0 : 5) + Math.min(period, 5) - 1;
      points[cell] = (points[cell] ?? 0) + pointsOfRow(row);
    }
  }
  return points;
}

function copiesOf(plays: readonly ReadPlay[]): Map<number, number> {
  const originals = new Map<string, ReadPlay[]>();
  const dropped = new Map<number, number>();
  for (const each of plays) {
    const { play, period } = each;
    const key = JSON.stringify([period, play.driveSequence, play.playType, play.prePlayByPlay]);
    const candidates = originals.get(key) ?? [];
    const at = candidates.findLastIndex(({ clock }) => Math.abs(clock - each.clock) <= CLOCK_SLACK);
    const original = candidates[at];
    if (original === undefined) {
      originals.set(key, [...candidates, each]);
    } else {
      dropped.set(play.playId, original.play.playId);
      candidates.splice(at, 1);
    }
  }
  return dropped;
}
