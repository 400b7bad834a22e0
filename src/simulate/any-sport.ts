/**
 * The generic mode: games of any sport made from its definition alone, as league-neutral plays. No rules of
 * the sport are known here; what every engine must bear is: ties, steps back of the wall clock, stamps of
 * every precision, comings and goings, somebody sent off, credits of every counter, to teams alone too.
 */
import type { NormalGame, PlayerRef, SeasonPart } from '../plays/game.ts';
import { type Credit, EMPTY_PLAY, type FloorChange, opponent, type Play, type Side } from '../plays/play.ts';
import { clockRules, type League } from '../sports/leagues.ts';
import { type ClockRules, type Counter, periodLength, type Sport } from '../sports/sport.ts';
import { Random } from './random.ts';
import { exactStamp, STAMP_STYLES, type StampStyle, settle, stampOf } from './stamps.ts';

export interface AnyGameOptions {
  readonly league: League;
  readonly seed: string;
  readonly id: string;
  readonly part: SeasonPart;
  /** Epoch milliseconds of the first play. */
  readonly startsAt: number;
  /** Teams by number; a team's players are numbered on from its number times the size of a squad. */
  readonly home: number;
  readonly away: number;
}

/** Where the feeds do not tell who is on, so many take part. */
const ACTORS = 5;
/** Players of a side beyond those who start. */
const BENCH = 2;
/** Order keys are spaced so that plays can be put between. */
const SPACING = 10_000;

/** Players of a team; the last one stays at home. */
export function squadSize(sport: Sport): number {
  return (sport.floorSize ?? ACTORS) + BENCH + 1;
}

/** Counters that plays may credit: neither counted by appearing nor run by the clock or the score. */
export function creditable(sport: Sport): readonly Counter[] {
  return sport.counters.filter((counter, position) => position > 0 && counter.accrues === undefined);
}

/** Whether a counter may be credited with less than nothing, as yards lost are. */
export function mayGoDown({ accrues, unit }: Counter): boolean {
  return accrues === 'margin' || unit === 'yards';
}

/** A whole game. The same options give the same game. */
export function anyGame(options: AnyGameOptions): NormalGame {
  const { league, seed, id, part, startsAt } = options;
  const random = new Random(`any ${league.code} ${seed}`);
  const squads = {
    home: squad(random, league.sport, options.home, 'home'),
    away: squad(random, league.sport, options.away, 'away'),
  };
  const scribe = new Scribe(random, league, part, squads, startsAt);
  // The last regulation period, too, so that some games go on beyond it.
  const first = random.pick([1, 1, clockRules(league, part).regulationPeriods]);
  const periods = random.chance(0.6) ? 1 : 2;
  for (let period = first; period < first + periods; period++) scribe.period(period, random.whole(2, 6));
  scribe.end();
  return settle({
    league: league.code,
    id,
    part,
    date: new Date(startsAt).toISOString().slice(0, 10),
    scheduledAt: null,
    feed: 'generic',
    version: null,
    home: team(options.home),
    away: team(options.away),
    players: [...squads.home, ...squads.away],
    officials: [],
    venue: null,
    plays: scribe.plays,
    box: null,
  });
}

function team(number: number) {
  return { id: String(number), tricode: `T${number}`, city: 'Town', name: `Team ${number}` };
}

/** Those who came, starters first. Who starts is not always said. */
function squad(random: Random, sport: Sport, number: number, side: Side): PlayerRef[] {
  const size = squadSize(sport);
  const said = random.chance(0.8);
  const came = random.shuffled(Array.from({ length: size - 1 }, (_, place) => number * size + place));
  return came.map((player, place) => ({
    id: String(player),
    name: playerName(player),
    side,
    starter: said ? place < (sport.floorSize ?? ACTORS) : null,
    position: null,
    played: null,
  }));
}

/** A name for a numbered player. */
export function playerName(player: number): string {
  return `Player ${player}`;
}

/** A random credit of the sport; a shared one of units that are halves, and losses, included. */
export function anyCredit(random: Random, sport: Sport, side: Side, playerId: string | null): Credit {
  const counter = random.chance(0.3)
    ? sport.counters.find(({ name }) => name === sport.scoreCounter)
    : random.pick(creditable(sport));
  if (counter === undefined) throw new RangeError(`${sport.code} has no counter ${sport.scoreCounter}`);
  const by = mayGoDown(counter) ? random.whole(-4, 25) || 1 : random.pick([1, 1, 1, 2, 3]);
  return { side, playerId, counter: counter.name, by };
}

/** Writes the plays of one game, keeping the floor and both clocks. */
class Scribe {
  readonly plays: Play[] = [];
  readonly #random: Random;
  readonly #league: League;
  readonly #rules: ClockRules;
  readonly #on: Record<Side, string[]>;
  readonly #off: Record<Side, string[]>;
  readonly #style: StampStyle;
  #at: number;
  #period = 1;
  #clock = 0;

  constructor(
    random: Random,
    league: League,
    part: SeasonPart,
    squads: Readonly<Record<Side, readonly PlayerRef[]>>,
    startsAt: number,
  ) {
    this.#random = random;
    this.#league = league;
    this.#rules = clockRules(league, part);
    this.#at = startsAt;
    this.#style = random.pick(STAMP_STYLES);
    const size = league.sport.floorSize;
    const split = (side: Side) => squads[side].map(({ id }) => id);
    this.#on = {
      home: split('home').slice(0, size ?? undefined),
      away: split('away').slice(0, size ?? undefined),
    };
    this.#off =
      size === null
        ? { home: [], away: [] }
        : { home: split('home').slice(size), away: split('away').slice(size) };
  }

  period(period: number, sequences: number): void {
    this.#period = period;
    this.#clock = periodLength(this.#rules, period);
    this.#add({ kind: 'period_start' }, false);
    for (let count = 0; count < sequences; count++) this.#sequence();
    if (this.#random.chance(0.8)) this.#clock = 0;
    this.#add({ kind: 'period_end', ends: 'period' }, false);
  }

  end(): void {
    this.#add({ kind: 'game_end', ends: 'game' }, false);
  }

  #sequence(): void {
    const random = this.#random;
    const { sport } = this.#league;
    const side = random.pick(['home', 'away'] as const);
    const kind = random.next();
    const hasMargin = sport.counters.some(({ accrues }) => accrues === 'margin');
    if (kind < 0.25 && sport.floorSize !== null) this.#change(side);
    else if (kind < 0.32) this.#act(side, 0);
    else if (kind < 0.42 && hasMargin) this.#late(side);
    else if (kind < 0.5) {
      this.#add({ kind: 'team', side, credits: [anyCredit(random, sport, side, null)] }, true);
    } else this.#act(side, random.whole(1, 3));
  }

  /** Somebody does something, often with a mate or against somebody of the other side. */
  #act(side: Side, credits: number): void {
    const random = this.#random;
    const playerId = random.pick(this.#on[side]);
    const added = Array.from({ length: credits }, (_, place): Credit => {
      const by = place === 0 ? side : random.pick([side, opponent(side)]);
      const who = place === 0 ? playerId : random.pick(this.#on[by]);
      return anyCredit(random, this.#league.sport, by, who);
    });
    const presence = [
      { side, playerId },
      ...added.flatMap((credit) =>
        credit.playerId === null ? [] : [{ side: credit.side, playerId: credit.playerId }],
      ),
    ];
    this.#add({ kind: 'act', side, playerId, credits: added, presence }, true);
  }

  /** A score that counts for those who were on when it was earned, with a change in between. */
  #late(side: Side): void {
    const { sport } = this.#league;
    const name = `earned ${this.plays.length}`;
    const playerId = this.#random.pick(this.#on[side]);
    this.#add({ kind: 'earned', side, playerId, markFloor: name, presence: [{ side, playerId }] }, true);
    if (sport.floorSize !== null && this.#random.chance(0.6)) this.#change(side, playerId);
    const credits = [{ side, playerId, counter: sport.scoreCounter, by: 1 }];
    this.#add({ kind: 'late', side, playerId, creditFloor: name, credits }, false);
  }

  /** One for another, told in one play or two; where the sport has it, one sent off for good. */
  #change(side: Side, staying: string | null = null): void {
    const random = this.#random;
    const [on, off] = [this.#on[side], this.#off[side]];
    const leaving = on.filter((player) => player !== staying);
    const [goes, comes] = [random.pick(leaving), off.length === 0 ? null : random.pick(off)];
    const sent = this.#league.sport.shortHanded === true && on.length > 8 && random.chance(0.3);
    if (!sent && comes === null) return;
    this.#on[side] = [...on.filter((player) => player !== goes), ...(sent || comes === null ? [] : [comes])];
    if (!sent) this.#off[side] = [...off.filter((player) => player !== comes), goes];
    if (!sent && random.chance(0.5)) this.#floor(side, [{ side, out: goes, in: comes }]);
    else {
      this.#floor(side, [{ side, out: goes, in: null }]);
      if (!sent) this.#floor(side, [{ side, out: null, in: comes }]);
    }
  }

  #floor(side: Side, changes: readonly FloorChange[]): void {
    this.#add({ kind: 'change', side, changes }, false);
  }

  #add(what: Partial<Play> & { readonly kind: string }, running: boolean): void {
    const random = this.#random;
    const length = periodLength(this.#rules, this.#period);
    if (running) this.#clock = Math.max(0, this.#clock - random.whole(0, Math.ceil(length / 8)));
    const step = random.next();
    if (step < 0.3) this.#at += 0;
    else if (step < 0.4) this.#at -= random.whole(1, 1500);
    else this.#at += random.whole(100, 25_000);
    const number = this.plays.length + 1;
    this.plays.push({
      ...EMPTY_PLAY,
      id: String(number),
      orderKey: number * SPACING,
      stamp: this.#style === 'exact' ? exactStamp(this.#at) : stampOf(this.#style, this.#at, random),
      period: this.#period,
      clock: this.#clock,
      editedAt: this.#at + 2000,
      raw: '{}',
      ...what,
    });
  }
}
