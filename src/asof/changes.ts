/**
 * A game as everything that happened in it: plays, and each line's row at every play that changed it unforeseeably.
 * Whoever has it can tell any instant of the game (`game-fold.ts`) without asking again.
 */

import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { clockReader } from '../sports/clock.ts';
import type { League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { type Difference, readDifferences, readRemarks } from './box.ts';
import { type LineHead, type LineRow, readLineHeads, readLineRows } from './game-lines.ts';
import { describeGame, type GameRow, readGame } from './game-state.ts';
import { formatInstant } from './instant.ts';
import { type PublishedPlay, readPlays } from './plays.ts';
import type { Db } from './query.ts';

/** A line after a play. Values are stored integers, `per_unit` of which make one of the published unit. */
export interface ChangeRow {
  /** Position of the play. */
  readonly play: number;
  readonly values: Vector;
  /** The game's clock (centiseconds) and the side's margin at the play, while the line accrues; null otherwise. */
  readonly elapsed: number | null;
  readonly margin: number | null;
}

export interface ChangeLine {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly starter: boolean | null;
  readonly position: string | null;
  readonly rows: readonly ChangeRow[];
}

export interface GameChanges {
  readonly league: string;
  readonly basis: number;
  readonly game: ReturnType<typeof describeGame>['game'];
  readonly is_final: boolean;
  readonly precision: GameRow['game_precision'];
  /** Counters in the order of `values`, and how many stored units make a published one. */
  readonly counters: readonly { readonly name: string; readonly per_unit: number }[];
  readonly plays: readonly PublishedPlay[];
  readonly players: readonly ChangeLine[];
  readonly teams: readonly ChangeLine[];
  readonly late_edits: number;
  readonly differences: readonly Difference[];
}

/** More plays than any game has. */
const ALL = 100_000;
const FIRST = Date.UTC(1, 0);
const LAST = Date.UTC(9999, 11, 31);

/** The game at a basis, or null where it was not known. Run it on one snapshot. */
export async function readChanges(
  db: Db,
  league: League,
  id: string,
  basis: number | null,
): Promise<GameChanges | null> {
  const asked = { at: LAST, boundary: 'at', basis } as const;
  const row = await readGame(db, league.code, id, asked);
  if (row === null) return null;
  const { plays } = await readPlays(db, {
    league: league.code,
    gameKey: row.game_key,
    from: FIRST,
    to: LAST,
    after: null,
    editedAfter: null,
    limit: ALL,
    basis,
    clock: clockReader(league, row),
  });
  return {
    league: league.code,
    basis: row.basis,
    game: describeGame(league, row, asked).game,
    is_final: row.is_final,
    precision: row.game_precision,
    counters: league.sport.counters.map(({ name, perUnit }) => ({ name, per_unit: perUnit ?? 1 })),
    plays,
    players: await readLines(db, league, 'player', row, plays),
    teams: await readLines(db, league, 'team', row, plays),
    late_edits: (await readRemarks(db, league.code, row.game_key, asked)).late_edits,
    differences: await readDifferences(db, league.code, row.game_key, basis),
  };
}

async function readLines(
  db: Db,
  league: League,
  kind: Kind,
  game: GameRow,
  plays: readonly PublishedPlay[],
): Promise<ChangeLine[]> {
  const { game_key: key, first_play_at: from, last_play_at: to, basis } = game;
  const heads = await readLineHeads(db, league.code, kind, key, basis);
  if (from === null || to === null) return heads.map((head) => ({ ...head, rows: [] }));
  const positions = new Map(
    plays.map((play, position) => [`${play.wall_clock_time} ${play.order_key}`, position]),
  );
  const rows = Map.groupBy(
    await readLineRows(db, league.code, kind, { key, from, to }, basis),
    ({ id }) => id,
  );
  return heads.map((head: LineHead) => ({
    ...head,
    rows: (rows.get(head.id) ?? []).map((row) => placed(row, positions)),
  }));
}

function placed(row: LineRow, positions: ReadonlyMap<string, number>): ChangeRow {
  const play = positions.get(`${formatInstant(row.wall_clock_time)} ${row.order_key}`);
  if (play === undefined) throw new RangeError(`a running row of ${row.id} stands at no play`);
  return { play, values: row.line, elapsed: row.elapsed, margin: row.margin };
}
