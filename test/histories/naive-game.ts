/** One version of a game for the naive model: its plays in total order with what each adds. */
import { type Effect, effectsOf } from '../../src/fold/effects.ts';
import { inferFloor } from '../../src/fold/floor.ts';
import { type Roster, rosterOf } from '../../src/fold/roster.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import type { Play } from '../../src/plays/play.ts';
import { clockRules, type League } from '../../src/sports/leagues.ts';

export type Kind = 'player' | 'team';
export type Values = readonly number[];

/** A place in the total order of plays. */
export interface Place {
  readonly at: number;
  readonly order: number;
}

export class NaiveGame {
  readonly game: NormalGame;
  /** In total order. */
  readonly steps: readonly Effect[];
  readonly over: boolean;
  readonly #league: League;
  readonly #roster: Roster;

  constructor(game: NormalGame, league: League) {
    this.game = game;
    this.#league = league;
    this.#roster = rosterOf(game);
    this.steps = effectsOf(game, league, inferFloor(game, league), this.#roster).toSorted((a, b) =>
      comparePlaces(placeOf(a.play), placeOf(b.play)),
    );
    this.over = game.plays.some((play) => play.ends === 'game') || this.#endedWithLeader();
  }

  /** The last regulation period, or one beyond it, ended and somebody leads. */
  #endedWithLeader(): boolean {
    const last = this.game.plays.at(-1);
    if (last?.ends !== 'period' || last.period < clockRules(this.#league, this.game.part).regulationPeriods)
      return false;
    const { home, away } = this.board({ at: Infinity, order: Infinity });
    return home !== away;
  }

  get first(): number {
    return Math.min(...this.game.plays.map((play) => play.stamp.at));
  }

  get last(): number {
    return Math.max(...this.game.plays.map((play) => play.stamp.at));
  }

  has(kind: Kind, id: string): boolean {
    return this.#entity(kind, id) !== null;
  }

  get entities(): (readonly [Kind, string])[] {
    return [
      ...this.game.players.map(({ id }) => ['player', id] as const),
      ...[this.game.home, this.game.away].map(({ id }) => ['team', id] as const),
    ];
  }

  /** What a play adds to a player or team. */
  added(kind: Kind, id: string, step: Effect): number[] {
    const entity = this.#entity(kind, id);
    const values = this.#league.sport.counters.map(() => 0);
    for (const [who, counter, by] of step.additions) {
      if (who === entity) values[counter] = (values[counter] ?? 0) + by;
    }
    return values;
  }

  /** Counters in the game up to a place. */
  sum(kind: Kind, id: string, cut: Place): Values {
    const total = this.#league.sport.counters.map(() => 0);
    for (const step of this.steps) {
      if (comparePlaces(placeOf(step.play), cut) > 0) continue;
      this.added(kind, id, step).forEach((by, counter) => {
        total[counter] = (total[counter] ?? 0) + by;
      });
    }
    return total;
  }

  /** The last play up to a place that had to do with somebody: it counted for him, or he was on the floor. */
  lastMark(kind: Kind, id: string, cut: Place): Place | null {
    let mark: Place | null = null;
    let on = false;
    for (const [index, step] of this.steps.entries()) {
      const place = placeOf(step.play);
      if (comparePlaces(place, cut) > 0) break;
      const counted = this.added(kind, id, step).some((by) => by !== 0);
      const stays = this.#isOn(kind, id, index);
      if (counted || stays || on) mark = place;
      on = stays;
    }
    return mark;
  }

  /** Whether somebody's line runs on after the last play up to a place; null where nobody can know. */
  onFloor(kind: Kind, id: string, cut: Place): boolean | null {
    if (this.#league.sport.floorSize === null) return null;
    const index = this.#lastIndex(cut);
    return index >= 0 && this.#isOn(kind, id, index);
  }

  /** Period, clock and score as the last play up to a place leaves them. */
  board(cut: Place): { period: number; clock: number; home: number; away: number } {
    const last = this.steps[this.#lastIndex(cut)]?.play;
    const points = (side: string) =>
      this.steps
        .filter(({ play }) => comparePlaces(placeOf(play), cut) <= 0)
        .flatMap(({ play }) => play.credits)
        .filter((credit) => credit.side === side && credit.counter === this.#league.sport.scoreCounter)
        .reduce((sum, credit) => sum + credit.by, 0);
    return {
      period: last?.period ?? 0,
      clock: (last?.clock ?? 0) / 100,
      home: points('home'),
      away: points('away'),
    };
  }

  /** Plays that may or may not have happened by the instant, in order. */
  doubtful(at: number, boundary: 'at' | 'before'): Place[] {
    const holds = ({ stamp: { earliest, latest } }: Play) =>
      boundary === 'at' ? earliest <= at && at < latest : earliest < at && at <= latest;
    return this.steps
      .filter(({ play }) => play.stamp.earliest < play.stamp.latest && holds(play))
      .map(({ play }) => placeOf(play));
  }

  /** What is said of somebody who is not on. */
  get onNobody(): false | null {
    return this.#league.sport.floorSize === null ? null : false;
  }

  #isOn(kind: Kind, id: string, index: number): boolean {
    const ended = this.over && index === this.steps.length - 1;
    return (
      !ended &&
      this.#league.sport.floorSize !== null &&
      (kind === 'team' || (this.steps[index]?.floor.has(id) ?? false))
    );
  }

  #lastIndex(cut: Place): number {
    return this.steps.findLastIndex(({ play }) => comparePlaces(placeOf(play), cut) <= 0);
  }

  #entity(kind: Kind, id: string): number | null {
    if (kind === 'player')
      return this.#roster.players.some((player) => player.id === id) ? this.#roster.player(id) : null;
    if (this.game.home.id === id) return this.#roster.team('home');
    return this.game.away.id === id ? this.#roster.team('away') : null;
  }
}

export function placeOf(play: Play): Place {
  return { at: play.stamp.at, order: play.orderKey };
}

export function comparePlaces(a: Place, b: Place): number {
  return a.at - b.at || Math.sign(a.order - b.order);
}
