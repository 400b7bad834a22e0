/** What each play does, worked out in the feed's own order of play: counters, clock, score, floor. */
import type { NormalGame } from '../plays/game.ts';
import type { Play, Side } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { counterIndex, teamRate } from '../sports/sport.ts';
import { type FloorPlan, walkFloor } from './floor-walk.ts';
import type { Roster } from './roster.ts';

/** One addition: entity (see `Roster`), counter position, amount in stored units. */
export type Addition = readonly [entity: number, counter: number, by: number];

export interface Effect {
  readonly play: Play;
  readonly additions: readonly Addition[];
  /** Game clock this play adds to the game, centiseconds. */
  readonly elapsed: number;
  /** Points this play adds to home less those it adds to away. */
  readonly margin: number;
  /** Players on the floor after the play; the same object while unchanged. */
  readonly floor: ReadonlyMap<string, Side>;
  readonly strayOut: string | null;
}

/** The effects of all plays, in feed order. */
export function effectsOf(game: NormalGame, league: League, plan: FloorPlan, roster: Roster): Effect[] {
  const { sport } = league;
  const index = counterIndex(sport);
  const elapsedCounter = sport.counters.findIndex((counter) => counter.accrues === 'elapsed');
  const marginCounter = sport.counters.findIndex((counter) => counter.accrues === 'margin');
  const gamesCounter = index.get('games') ?? 0;
  const marks = new Map<string, { floor: ReadonlyMap<string, Side>; period: number; clock: number }>();
  const appeared = new Set<number>();
  const effects: Effect[] = [];
  let floorSeen: ReadonlyMap<string, Side> | null = null;

  for (const { play, ran, after, strayOut } of walkFloor(game, league, plan)) {
    const additions: Addition[] = [];
    const appear = (entity: number) => {
      if (appeared.has(entity)) return;
      appeared.add(entity);
      additions.push([entity, gamesCounter, 1]);
    };
    appear(roster.team('home'));
    appear(roster.team('away'));

    let elapsed = 0;
    for (const stretch of ran) {
      elapsed += stretch.by;
      if (elapsedCounter < 0) continue;
      for (const id of stretch.floor.keys()) {
        additions.push([roster.player(id), elapsedCounter, stretch.by]);
      }
    }
    if (elapsed > 0 && elapsedCounter >= 0) {
      for (const side of ['home', 'away'] as const) {
        additions.push([roster.team(side), elapsedCounter, elapsed * teamRate(sport)]);
      }
    }

    let margin = 0;
    for (const credit of play.credits) {
      const counter = index.get(credit.counter);
      if (counter === undefined) throw new UnknownCounterError(sport.code, credit.counter);
      additions.push([roster.team(credit.side), counter, credit.by]);
      if (credit.playerId !== null) additions.push([roster.player(credit.playerId), counter, credit.by]);
      if (credit.counter === sport.scoreCounter) margin += credit.side === 'home' ? credit.by : -credit.by;
    }

    if (play.markFloor !== null) {
      marks.set(play.markFloor, { floor: after, period: play.period, clock: play.clock });
    }
    if (margin !== 0 && marginCounter >= 0) {
      const mark = play.creditFloor === null ? undefined : marks.get(play.creditFloor);
      const same = mark !== undefined && mark.period === play.period && mark.clock === play.clock;
      for (const [id, side] of same ? mark.floor : after) {
        additions.push([roster.player(id), marginCounter, side === 'home' ? margin : -margin]);
      }
      additions.push([roster.team('home'), marginCounter, margin]);
      additions.push([roster.team('away'), marginCounter, -margin]);
    }

    if (after !== floorSeen) {
      floorSeen = after;
      for (const id of after.keys()) appear(roster.player(id));
    }
    // Where nobody knows the floor, acting is taking part.
    if (sport.floorSize === null) for (const { playerId } of play.presence) appear(roster.player(playerId));
    effects.push({ play, additions, elapsed, margin, floor: after, strayOut });
  }
  return effects;
}

/** An adapter credited a counter its sport does not declare. */
export class UnknownCounterError extends Error {
  override readonly name = 'UnknownCounterError';
  constructor(sport: string, counter: string) {
    super(`${sport} has no counter "${counter}"`);
  }
}
