import type { Dressed, GameDay } from './lineup.ts';
import type { Official } from './officials.ts';
import { opponent, type Play, type PlayContent, type SideName } from './play.ts';
import type { Random } from './random.ts';

/** A dressed player during the game, as his coach sees him. */
export interface Seat extends Dressed {
  readonly id: number;
  fouls: number;
  technicals: number;
  /** Hundredths of game clock played before the present stint, and when that (or the rest) began. */
  played: number;
  since: number;
}

/** One side during the game. */
export interface Side {
  readonly name: SideName;
  readonly day: GameDay;
  readonly seats: readonly Seat[];
  five: Seat[];
  score: number;
  /** Team fouls of the period, and of its last two minutes. */
  teamFouls: number;
  lateFouls: number;
  timeouts: number;
}

/** How the team came to the ball. */
export interface Touch {
  fromTurnover: boolean;
  secondChance: boolean;
  /** The defence is not set yet. */
  early: boolean;
}

/** The state of a running game, and the script written so far. */
export class Match {
  readonly random: Random;
  readonly home: Side;
  readonly away: Side;
  readonly officials: readonly Official[];
  readonly plays: Play[] = [];
  offense: SideName = 'home';
  touch: Touch = { fromTurnover: false, secondChance: false, early: false };
  period = 1;
  /** Hundredths left in the period, and played in all periods together. */
  clock = 0;
  elapsed = 0;
  /** Wall clock, ms since 1970. */
  wall: number;
  #nextId = 1;

  constructor(
    random: Random,
    days: { home: GameDay; away: GameDay },
    officials: readonly Official[],
    start: number,
  ) {
    this.random = random;
    this.home = side('home', days.home);
    this.away = side('away', days.away);
    this.officials = officials;
    this.wall = start;
  }

  side(name: SideName): Side {
    return name === 'home' ? this.home : this.away;
  }

  get attackers(): Side {
    return this.side(this.offense);
  }

  get defenders(): Side {
    return this.side(opponent(this.offense));
  }

  /** Points by which the attacking side leads. */
  get lead(): number {
    return this.attackers.score - this.defenders.score;
  }

  /** Writes a play at the present instant. Returns its id. */
  record(content: PlayContent, possession: SideName | null = this.offense): number {
    const id = this.takeId();
    const at = Math.round(this.wall / 100) * 100;
    const { period, clock } = this;
    this.plays.push({ id, period, clock, at, edited: 0, number: 0, order: 0, possession, ...content });
    return id;
  }

  /** A fresh identity for a play. */
  takeId(): number {
    return this.#nextId++;
  }

  /** Lets the game clock run by about so many seconds (whole ones before the last minute, then tenths). */
  run(seconds: number): void {
    const grain = this.clock - seconds * 100 >= 6000 ? 100 : 10;
    const left = Math.max(0, Math.round((this.clock - seconds * 100) / grain) * grain);
    const gone = this.clock - Math.min(left, this.clock);
    this.clock -= gone;
    this.elapsed += gone;
    this.wall += gone * 10 + this.random.between(0, 600);
  }

  /** Lets only the wall clock run, by between so many seconds. */
  wait(low: number, high: number): void {
    this.wall += this.random.between(low, high) * 1000;
  }

  /** Gives the ball to a side with a new possession. */
  handOver(to: SideName, touch: Partial<Touch> = {}): void {
    this.offense = to;
    this.touch = { fromTurnover: false, secondChance: false, early: false, ...touch };
  }

  official(): number {
    return this.random.pick(this.officials).personId;
  }
}

function side(name: SideName, day: GameDay): Side {
  const seats = day.dressed.map((dressed) => ({
    ...dressed,
    id: dressed.player.personId,
    fouls: 0,
    technicals: 0,
    played: 0,
    since: 0,
  }));
  return { name, day, seats, five: seats.slice(0, 5), score: 0, teamFouls: 0, lateFouls: 0, timeouts: 7 };
}
