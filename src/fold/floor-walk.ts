/** Following the floor through a game: substitutions within periods, new fives between them. */
import type { NormalGame } from '../plays/game.ts';
import type { Play, Side } from '../plays/play.ts';
import { clockRules, type League } from '../sports/leagues.ts';
import { periodEnd, periodLength } from '../sports/sport.ts';

/** How it is known that a player started a period. */
export type StarterSource = 'acted' | 'box' | 'carried';

export interface Starter {
  readonly id: string;
  readonly source: StarterSource;
}

export interface PeriodFloor {
  readonly period: number;
  readonly side: Side;
  starters: Starter[];
}

export type FloorPlan = readonly PeriodFloor[];

/** The floor of both sides before and after one play, and the game clock that ran up to it. */
export interface FloorStep {
  readonly play: Play;
  /** Clock run, in centiseconds, each stretch with those who were on the floor during it. */
  readonly ran: readonly { readonly by: number; readonly floor: ReadonlyMap<string, Side> }[];
  readonly after: ReadonlyMap<string, Side>;
  /** A player taken off who was not on. */
  readonly strayOut: string | null;
}

/** Walk the plays in feed order. The floor maps are shared while unchanged: compare them by identity. */
export function* walkFloor(game: NormalGame, league: League, plan: FloorPlan): Generator<FloorStep> {
  const rules = clockRules(league, game.part);
  let floor: ReadonlyMap<string, Side> = new Map();
  let period = 0;
  let elapsed = 0;
  // Clock run before the period.
  let before = 0;
  let ended = false;
  for (const play of game.plays) {
    const ran: { by: number; floor: ReadonlyMap<string, Side> }[] = [];
    if (play.period > period) {
      // A period over by its last play is as long as was played. Some feeds have no row at its end: what was
      // left of it belongs to those who were on.
      const due = before + periodEnd(rules, play.period - 1) - periodEnd(rules, period - 1);
      const rest = ended ? 0 : due - elapsed;
      if (period > 0 && rest > 0) {
        ran.push({ by: rest, floor });
        elapsed += rest;
      }
      before = period > 0 ? elapsed : periodEnd(rules, play.period - 1);
      ended = false;
      period = play.period;
      floor = new Map(
        plan
          .filter((start) => start.period === period)
          .flatMap((start) => start.starters.map(({ id }) => [id, start.side] as const)),
      );
    }
    if (play.ends === 'period') ended = true;
    const now = before + periodLength(rules, period) - play.clock;
    if (play.period === period && now > elapsed) {
      ran.push({ by: now - elapsed, floor });
      elapsed = now;
    }
    let strayOut: string | null = null;
    if (play.changes.length > 0) {
      const next = new Map(floor);
      for (const change of play.changes) {
        if (change.out !== null && !next.delete(change.out)) strayOut = change.out;
        if (change.in !== null) next.set(change.in, change.side);
      }
      floor = next;
    }
    yield { play, ran, after: floor, strayOut };
  }
}

/** Centiseconds each player was on the floor under that plan. */
export function secondsPlayed(game: NormalGame, league: League, plan: FloorPlan): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const step of walkFloor(game, league, plan)) {
    for (const stretch of step.ran) {
      for (const id of stretch.floor.keys()) seconds.set(id, (seconds.get(id) ?? 0) + stretch.by);
    }
  }
  return seconds;
}

/** Players of a side on the floor when the period before `period` ended. */
export function floorBefore(
  game: NormalGame,
  league: League,
  plan: FloorPlan,
  period: number,
  side: Side,
): string[] {
  let last: ReadonlyMap<string, Side> = new Map();
  for (const step of walkFloor(game, league, plan)) {
    if (step.play.period >= period) break;
    last = step.after;
  }
  return [...last].filter(([, of]) => of === side).map(([id]) => id);
}
