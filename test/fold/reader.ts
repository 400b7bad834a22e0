/**
 * The reader's half of a running line, as the SQL does it: the last row at or before a play, and what accruing
 * counters have run since while the line was active.
 */
import type { FoldedGame, PlayerLine, TeamLine } from '../../src/fold/fold.ts';
import type { LineRows, Row } from '../../src/fold/running.ts';
import type { League } from '../../src/sports/leagues.ts';
import { teamRate } from '../../src/sports/sport.ts';

export type Counters = Readonly<Record<string, number>>;

/** The last row at or before a position. */
export function lastRow({ length, positions, active, values }: LineRows, position: number): Row | undefined {
  const row = positions.findLastIndex((candidate) => candidate <= position);
  const width = values.length / length;
  return row < 0
    ? undefined
    : {
        position: positions[row] ?? 0,
        values: values.subarray(row * width, (row + 1) * width),
        active: active[row] === 1,
      };
}

/** A line in published counters, in stored units, after the play at that position of the total order. */
export function lineAt(
  folded: FoldedGame,
  league: League,
  line: PlayerLine | TeamLine,
  position: number,
): Counters {
  const row = lastRow(line.rows, position);
  const then = folded.plays[row?.position ?? -1];
  const now = folded.plays[position];
  const side = 'side' in line ? line.side : line.player.side;
  const rate = 'side' in line ? teamRate(league.sport) : 1;
  const entries = league.sport.counters.map((counter, index): [string, number] => {
    const value = row?.values[index] ?? 0;
    if (counter.accrues === undefined || !row?.active || then === undefined || now === undefined) {
      return [counter.name, value];
    }
    if (counter.accrues === 'elapsed') return [counter.name, value + rate * (now.elapsed - then.elapsed)];
    const won = now.home - now.away - (then.home - then.away);
    return [counter.name, value + (side === 'home' ? won : -won)];
  });
  return Object.fromEntries(entries);
}

/** Final values in published units: seconds, not centiseconds. */
export function finalLine(league: League, line: PlayerLine | TeamLine): Counters {
  return Object.fromEntries(
    league.sport.counters.map((counter, index) => [
      counter.name,
      (line.final[index] ?? 0) / (counter.perUnit ?? 1),
    ]),
  );
}

/** All lines of a game by player id and side. */
export function linesById(folded: FoldedGame): Map<string, PlayerLine | TeamLine> {
  return new Map<string, PlayerLine | TeamLine>([
    ...folded.players.map((line) => [line.player.id, line] as const),
    ...folded.teams.map((line) => [line.side, line] as const),
  ]);
}
