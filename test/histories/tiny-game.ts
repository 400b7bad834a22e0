/**
 * Tiny games: scripts of eight to thirty plays that are valid in the live format, with everything that makes
 * real ones hard: ties, small backward steps of the wall clock, changes between free throws, team rebounds.
 */
import { Random } from '../../src/simulate/random.ts';

export type Side = 'home' | 'away';

/** Places of a game in its league; dates are far enough apart that no game of a slot overlaps another's. */
export const SLOTS = [
  { kind: '2', year: 2021, start: Date.UTC(2021, 10, 1, 0, 10) },
  { kind: '2', year: 2021, start: Date.UTC(2021, 10, 11, 0, 10) },
  { kind: '4', year: 2021, start: Date.UTC(2022, 4, 20, 1, 0) },
  { kind: '1', year: 2022, start: Date.UTC(2022, 9, 5, 23, 0) },
  { kind: '2', year: 2022, start: Date.UTC(2023, 0, 15, 1, 40) },
  { kind: '2', year: 2022, start: Date.UTC(2023, 0, 25, 0, 40) },
  { kind: '4', year: 2023, start: Date.UTC(2024, 5, 1, 0, 30) },
] as const;

export const TEAMS = 3;
/** A team's players; the last stays at home unless a roster is revised. */
export const PLAYERS = 8;
const ON_FLOOR = 5;
const DRESSED = 7;
const PERIOD = 72_000;

/** What happened; players are numbered through all teams: team times `PLAYERS` plus the place in it. */
export type Happening =
  | { readonly kind: 'period_start' | 'period_end' | 'game_end' }
  | {
      readonly kind: 'shot';
      readonly side: Side;
      readonly player: number;
      readonly points: 2 | 3;
      readonly made: boolean;
      readonly assist: number | null;
    }
  | {
      readonly kind: 'free_throw';
      readonly side: Side;
      readonly player: number;
      readonly made: boolean;
      readonly technical: boolean;
    }
  | {
      readonly kind: 'rebound';
      readonly side: Side;
      readonly player: number | null;
      readonly offensive: boolean;
    }
  | { readonly kind: 'turnover'; readonly side: Side; readonly player: number | null }
  | { readonly kind: 'steal' | 'block'; readonly side: Side; readonly player: number }
  | { readonly kind: 'foul'; readonly side: Side; readonly player: number; readonly technical: boolean }
  | {
      readonly kind: 'substitution';
      readonly side: Side;
      readonly player: number;
      readonly way: 'out' | 'in';
    };

export interface TinyPlay {
  /** Identity. */
  readonly number: number;
  /** Place in the order of play. */
  readonly order: number;
  readonly at: number;
  readonly period: number;
  /** Centiseconds left. */
  readonly clock: number;
  readonly edited: number;
  readonly note: string | null;
  readonly what: Happening;
}

export interface TinyGame {
  readonly slot: number;
  readonly teams: Readonly<Record<Side, number>>;
  /** Dressed players, the first five start. */
  readonly roster: Readonly<Record<Side, readonly number[]>>;
  /** In order of play. */
  readonly plays: readonly TinyPlay[];
}

/** Orders are spaced so that plays can be put between. */
const SPACING = 10_000;

/** A whole game. */
export function tinyGame(slot: number, seed: number): TinyGame {
  const random = new Random(`tiny ${slot} ${seed}`);
  const [home = 0, away = 1] = random.shuffled([0, 1, 2]);
  const dressed = (team: number) =>
    random
      .shuffled(Array.from({ length: PLAYERS - 1 }, (_, place) => team * PLAYERS + place))
      .slice(0, DRESSED);
  const roster = { home: dressed(home), away: dressed(away) };
  const scribe = new Scribe(random, roster, SLOTS[slot]?.start ?? 0);
  const periods = random.chance(0.6) ? 1 : 2;
  for (let period = 1; period <= periods; period++) {
    scribe.period(period, random.whole(2, 7));
  }
  scribe.add({ kind: 'game_end' }, { stopped: true });
  return { slot, teams: { home, away }, roster, plays: scribe.plays };
}

/** Writes the plays of one game, keeping the floor and both clocks. */
class Scribe {
  readonly plays: TinyPlay[] = [];
  readonly #random: Random;
  readonly #roster: Readonly<Record<Side, readonly number[]>>;
  readonly #floor: Record<Side, number[]> = { home: [], away: [] };
  #at: number;
  #period = 1;
  #clock = PERIOD;

  constructor(random: Random, roster: Readonly<Record<Side, readonly number[]>>, start: number) {
    this.#random = random;
    this.#roster = roster;
    this.#at = start;
  }

  period(period: number, sequences: number): void {
    this.#period = period;
    this.#clock = PERIOD;
    if (period === 1) {
      this.#floor.home = this.#roster.home.slice(0, ON_FLOOR);
      this.#floor.away = this.#roster.away.slice(0, ON_FLOOR);
    }
    this.add({ kind: 'period_start' }, { stopped: true });
    for (let count = 0; count < sequences; count++) this.#sequence();
    if (this.#random.chance(0.8)) this.#clock = 0;
    this.add({ kind: 'period_end' }, { stopped: true });
  }

  add(what: Happening, { stopped = false } = {}): void {
    const random = this.#random;
    if (!stopped) this.#clock = Math.max(0, this.#clock - random.whole(10, 2500));
    const step = random.next();
    if (step < 0.3) this.#at += 0;
    else if (step < 0.42) this.#at -= random.whole(1, 1500);
    else this.#at += random.whole(100, 25_000);
    this.plays.push({
      number: this.plays.length + 2,
      order: (this.plays.length + 1) * SPACING,
      at: this.#at,
      period: this.#period,
      clock: this.#clock,
      edited: this.#at - (this.#at % 1000) + 2000,
      note: null,
      what,
    });
  }

  #sequence(): void {
    const random = this.#random;
    const side = random.pick(['home', 'away'] as const);
    const other = side === 'home' ? 'away' : 'home';
    const one = (of: Side) => random.pick(this.#floor[of]);
    const kind = random.next();
    if (kind < 0.3) {
      const player = one(side);
      const passer = one(side);
      const assist = passer === player ? null : passer;
      this.add({ kind: 'shot', side, player, points: random.chance(0.3) ? 3 : 2, made: true, assist });
    } else if (kind < 0.5) {
      const points = random.chance(0.3) ? 3 : 2;
      this.add({ kind: 'shot', side, player: one(side), points, made: false, assist: null });
      if (random.chance(0.3)) this.add({ kind: 'block', side: other, player: one(other) }, { stopped: true });
      this.#rebound(side);
    } else if (kind < 0.68) this.#throws(side, other);
    else if (kind < 0.85) {
      const own = random.chance(0.8);
      this.add({ kind: 'turnover', side, player: own ? one(side) : null });
      if (own && random.chance(0.6))
        this.add({ kind: 'steal', side: other, player: one(other) }, { stopped: true });
    } else this.#substitute(side);
  }

  #rebound(missedBy: Side): void {
    const offensive = this.#random.chance(0.35);
    const side = offensive ? missedBy : missedBy === 'home' ? 'away' : 'home';
    const player = this.#random.chance(0.15) ? null : this.#random.pick(this.#floor[side]);
    this.add({ kind: 'rebound', side, player, offensive });
  }

  #throws(side: Side, other: Side): void {
    const random = this.#random;
    const technical = random.chance(0.15);
    this.add({ kind: 'foul', side: other, player: random.pick(this.#floor[other]), technical });
    const player = random.pick(this.#floor[side]);
    const throws = technical ? 1 : random.whole(1, 2);
    for (let count = 0; count < throws; count++) {
      if (random.chance(0.35)) this.#substitute(random.pick([side, other]), player);
      const made = random.chance(0.7);
      this.add({ kind: 'free_throw', side, player, made, technical }, { stopped: true });
      if (!made && count === throws - 1 && !technical) this.#rebound(side);
    }
  }

  #substitute(side: Side, staying: number | null = null): void {
    const floor = this.#floor[side];
    const bench = this.#roster[side].filter((player) => !floor.includes(player));
    const leaving = floor.filter((player) => player !== staying);
    if (bench.length === 0 || leaving.length === 0) return;
    const [out, into] = [this.#random.pick(leaving), this.#random.pick(bench)];
    this.#floor[side] = [...floor.filter((player) => player !== out), into];
    this.add({ kind: 'substitution', side, player: out, way: 'out' }, { stopped: true });
    this.add({ kind: 'substitution', side, player: into, way: 'in' }, { stopped: true });
  }
}
