/**
 * A game at an instant, worked out from its changes alone. Pure, so that a page scrubs a whole game after one
 * request; `test/asof/game-fold.test.ts` holds it equal to the server's answer at every play, at and before.
 */

import type { Kind } from '../plays/kind.ts';
import { opponent, SIDES, type Side } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { followsFloor, type Sport } from '../sports/sport.ts';
import type { Vector } from '../store/careers.ts';
import type { ChangeLine, GameChanges } from './changes.ts';
import { accrue } from './combine.ts';
import { type GameStatus, statusOf } from './game-status.ts';
import type { PublishedPlay } from './plays.ts';
import { type Counters, type StatLine, toGameLine, totalOf, zeroValues } from './published.ts';
import type { AsOf } from './query.ts';

export type Place = Pick<AsOf, 'at' | 'boundary'>;

export interface PlayerAt {
  readonly player: { readonly id: string; readonly name: string };
  readonly starter: boolean | null;
  readonly position: string | null;
  /** Null where the sport's feeds do not tell who is on. */
  readonly on_court: boolean | null;
  readonly counters: Counters;
  readonly derived: Counters;
}

export interface SideAt {
  readonly team: StatLine & { readonly id: string; readonly name: string };
  readonly players: readonly PlayerAt[];
}

export interface GameAt {
  /** How many plays count: the last of them is the one before this position. */
  readonly counted: number;
  readonly state: {
    readonly status: GameStatus;
    readonly period: number | null;
    readonly clock_seconds: number | null;
    readonly clock: PublishedPlay['clock'] | null;
    readonly home_score: number;
    readonly away_score: number;
  };
  readonly lineups: Readonly<Record<Side, readonly string[] | null>>;
  readonly box: Readonly<Record<Side, SideAt | null>>;
  readonly last: PublishedPlay | null;
  readonly bounds: DoubtfulScore | null;
}

export interface DoubtfulScore {
  readonly min: { readonly home_score: number; readonly away_score: number };
  readonly max: { readonly home_score: number; readonly away_score: number };
  readonly plays_in_doubt: number;
}

/** Changes with what a fold looks up made once: instants as numbers. */
export interface FoldableGame {
  readonly league: League;
  readonly changes: GameChanges;
  /** Instants of the plays, epoch milliseconds, ascending. */
  readonly times: readonly number[];
  readonly earliest: readonly number[];
  readonly latest: readonly number[];
}

/** Make a game ready to be folded at many instants. */
export function foldable(changes: GameChanges, league: League): FoldableGame {
  const instants = (of: (play: PublishedPlay) => string) => changes.plays.map((play) => Date.parse(of(play)));
  return {
    league,
    changes,
    times: instants((play) => play.wall_clock_time),
    earliest: instants((play) => play.earliest),
    latest: instants((play) => play.latest),
  };
}

/** How many plays count at a place. */
export function countedAt({ times }: Pick<FoldableGame, 'times'>, { at, boundary }: Place): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const time = times[middle] ?? 0;
    if (boundary === 'at' ? time <= at : time < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The game at a place: what the game route answers for that instant at the changes' basis. */
export function foldAt(game: FoldableGame, place: Place): GameAt {
  const { changes, times } = game;
  const counted = countedAt(game, place);
  const last = changes.plays[counted - 1] ?? null;
  const course = {
    wall_clock_time: times[counted - 1] ?? null,
    last_play_at: times.at(-1) ?? null,
    is_final: changes.is_final,
  };
  return {
    counted,
    state: {
      status: statusOf(course, place),
      period: last?.period ?? null,
      clock_seconds: last?.clock_seconds ?? null,
      clock: last?.clock ?? null,
      home_score: last?.home_score ?? 0,
      away_score: last?.away_score ?? 0,
    },
    lineups: bySide((side) =>
      followsFloor(game.league.sport)
        ? changes.players.filter((line) => line.side === side && isActive(line, counted)).map(({ id }) => id)
        : null,
    ),
    box: bySide((side) => sideAt(game, side, counted)),
    last,
    bounds: doubtfulScore(game, place),
  };
}

/** A line's counters in the game after so many plays, in stored units. */
export function lineAfter(
  sport: Sport,
  kind: Kind,
  line: ChangeLine,
  game: GameChanges,
  counted: number,
): Vector {
  const row = rowAt(line, counted);
  if (row === undefined) return zeroValues(sport);
  const play = game.plays[counted - 1];
  return accrue(sport, kind, row.values, {
    elapsed: row.elapsed,
    margin: row.margin,
    play_elapsed: play === undefined ? null : Math.round(play.elapsed_seconds * 100),
    home_score: play?.home_score ?? null,
    away_score: play?.away_score ?? null,
    side: line.side,
  });
}

/** Plays whose interval the instant lies in: each may or may not have happened. Their positions. */
export function inDoubt(game: FoldableGame, { at, boundary }: Place): number[] {
  const { earliest, latest } = game;
  return earliest.flatMap((from, position) => {
    const to = latest[position] ?? from;
    if (from >= to) return [];
    const open = boundary === 'at' ? from <= at && to > at : from < at && to >= at;
    return open ? [position] : [];
  });
}

function doubtfulScore(game: FoldableGame, place: Place): DoubtfulScore | null {
  const { precision, plays } = game.changes;
  if (precision === null || precision === 'millisecond') return null;
  const end = game.times.at(-1);
  const within: Place = end !== undefined && place.at > end ? { at: end, boundary: 'at' } : place;
  const doubtful = inDoubt(game, within);
  const [first, last] = [doubtful[0], doubtful.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = plays[countedAt(game, { at: game.times[first] ?? 0, boundary: 'before' }) - 1];
  return {
    min: { home_score: before?.home_score ?? 0, away_score: before?.away_score ?? 0 },
    max: { home_score: plays[last]?.home_score ?? 0, away_score: plays[last]?.away_score ?? 0 },
    plays_in_doubt: doubtful.length,
  };
}

function sideAt({ changes, league }: FoldableGame, side: Side, counted: number): SideAt | null {
  const team = changes.teams.find((line) => line.side === side);
  if (team === undefined) return null;
  const { sport } = league;
  const values = lineAfter(sport, 'team', team, changes, counted);
  const other = changes.teams.find((line) => line.side === opponent(side));
  const playersOf = (of: Side) =>
    changes.players
      .filter((line) => line.side === of)
      .map((line) => ({ line, own: lineAfter(sport, 'player', line, changes, counted) }));
  const players = playersOf(side);
  const sum = (of: typeof players) =>
    totalOf(
      sport,
      of.map(({ own }) => own),
    );
  const lines = {
    team: values,
    opponent: other === undefined ? zeroValues(sport) : lineAfter(sport, 'team', other, changes, counted),
    players: sum(players),
    opposing: sum(playersOf(opponent(side))),
  };
  return {
    team: { id: team.id, name: team.name, ...toGameLine(sport, 'team', values, lines) },
    players: players.map(({ line, own }) => ({
      player: { id: line.id, name: line.name },
      starter: line.starter,
      position: line.position,
      on_court: followsFloor(sport) ? isActive(line, counted) : null,
      ...toGameLine(sport, 'player', own, lines),
    })),
  };
}

function rowAt({ rows }: ChangeLine, counted: number) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.play ?? 0) < counted) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

function isActive(line: ChangeLine, counted: number): boolean {
  return rowAt(line, counted)?.elapsed != null;
}

function bySide<T>(of: (side: Side) => T): Readonly<Record<Side, T>> {
  const [home, away] = SIDES.map(of);
  return { home: home as T, away: away as T };
}
