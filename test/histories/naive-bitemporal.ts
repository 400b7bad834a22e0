/**
 * The two clocks the slow way: a list of what was accepted under which basis, and plain sums over the plays of
 * the versions that were known then. No running rows, no prefixes, no database.
 */
import type { NormalGame, SeasonType } from '../../src/plays/game.ts';
import { PRECISIONS } from '../../src/plays/play.ts';
import type { League } from '../../src/sports/leagues.ts';
import { type Kind, NaiveGame, type Place, type Values } from './naive-game.ts';

/** A file as it says of itself. */
export interface Offer {
  readonly game: NormalGame;
  /** What tells these bytes from others. */
  readonly bytes: string;
  /** The feed's own version: when it was made, then its last edit; null where it has none. */
  readonly version: readonly [madeAt: number, editedAt: number] | null;
}

interface Accepted extends Offer {
  readonly basis: number;
  readonly naive: NaiveGame;
}

export interface Question {
  readonly kind: Kind;
  readonly id: string;
  readonly at: number;
  readonly boundary: 'at' | 'before';
  readonly basis: number;
  readonly seasonType: SeasonType | 'all';
}

export interface Lines {
  readonly game: Values;
  readonly season: Values;
  readonly career: Values;
}

/** What an answer must say. */
export interface Expected {
  readonly lines: Lines;
  readonly season: string | null;
  readonly seasonType: string | null;
  readonly bounds: { readonly min: Lines; readonly max: Lines; readonly playsInDoubt: number } | null;
  /** The game going on, and whether the player is on the floor. */
  readonly game: { readonly id: string; readonly onFloor: boolean | null; readonly state: State } | null;
  readonly lastPlay: { readonly gameId: string; readonly at: number } | null;
}

export interface State {
  readonly status: string;
  readonly period: number;
  readonly clock: number;
  readonly home: number;
  readonly away: number;
}

const PARTS: readonly SeasonType[] = ['preseason', 'regular', 'play_in', 'playoffs'];

export class NaiveBitemporal {
  readonly accepted: Accepted[] = [];
  readonly #league: League;

  constructor(league: League) {
    this.#league = league;
  }

  /** Take a version in, unless it is old, what answers already, or of the worse clock. Returns whether it counts. */
  learn(basis: number, offer: Offer): boolean {
    const current = this.accepted.findLast(({ game }) => game.id === offer.game.id);
    if (current?.bytes === offer.bytes) return false;
    if (current !== undefined) {
      const sameFeed = current.game.feed === offer.game.feed;
      if (!sameFeed && coarseness(current.game) < coarseness(offer.game)) return false;
      if (sameFeed && current.version !== null && offer.version !== null) {
        const [made, edited] = current.version;
        const older = offer.version[0] < made || (offer.version[0] === made && offer.version[1] < edited);
        if (older) return false;
      }
    }
    this.accepted.push({ ...offer, basis, naive: new NaiveGame(offer.game, this.#league) });
    return true;
  }

  /** The versions that answer at a basis, one a game. */
  knownAt(basis: number): NaiveGame[] {
    const latest = new Map<string, NaiveGame>();
    for (const entry of this.accepted) if (entry.basis <= basis) latest.set(entry.game.id, entry.naive);
    return [...latest.values()];
  }

  /** Whether anything had ever named the player or team by that basis. */
  hasHeardOf(kind: Kind, id: string, basis: number): boolean {
    return this.accepted.some((entry) => entry.basis <= basis && entry.naive.has(kind, id));
  }

  answer(question: Question): Expected | null {
    const { kind, id, at, boundary, basis } = question;
    if (!this.hasHeardOf(kind, id, basis)) return null;
    const games = this.knownAt(basis).filter((game) => game.has(kind, id));
    const cut: Place = { at, order: boundary === 'at' ? Infinity : -Infinity };
    const line = this.#line(question, games, cut);
    const current = games
      .filter((game) => (boundary === 'at' ? game.first <= at : game.first < at))
      .reduce<NaiveGame | null>(
        (best, game) => (best !== null && best.first > game.first ? best : game),
        null,
      );
    const going = current !== null && (!current.over || current.last >= at) ? current : null;
    const inGame = going !== null && line.newest === going;
    return {
      ...line,
      lines: inGame ? line.lines : { ...line.lines, game: this.#zeros() },
      bounds: this.#bounds(question, games),
      game:
        going === null
          ? null
          : {
              id: going.game.id,
              onFloor: inGame ? going.onFloor(kind, id, cut) : going.onNobody,
              state: this.#state(going, question, cut),
            },
      lastPlay:
        line.newest === null
          ? null
          : { gameId: line.newest.game.id, at: line.newest.lastMark(kind, id, cut)?.at ?? Number.NaN },
    };
  }

  #line({ kind, id, seasonType }: Question, all: readonly NaiveGame[], cut: Place) {
    const games = all.filter(({ game }) => seasonType === 'all' || game.part.type === seasonType);
    const newest = games
      .filter((game) => game.lastMark(kind, id, cut) !== null)
      .reduce<NaiveGame | null>(
        (best, game) => (best !== null && best.first > game.first ? best : game),
        null,
      );
    const part = newest?.game.part ?? null;
    const inSeason = games.filter(({ game }) => game.part.season === part?.season);
    const earlier = inSeason.filter(
      ({ game }) => part !== null && PARTS.indexOf(game.part.type) < PARTS.indexOf(part.type),
    );
    const sum = (of: readonly NaiveGame[]) =>
      of.reduce<Values>((total, game) => add(total, game.sum(kind, id, cut)), this.#zeros());
    const lines: Lines = {
      game: newest?.sum(kind, id, cut) ?? this.#zeros(),
      season: sum(inSeason),
      career: sum(games),
    };
    const mixed = (sum(earlier)[0] ?? 0) > 0;
    return {
      lines,
      newest,
      season: part?.season ?? null,
      seasonType: part === null ? null : mixed ? 'all' : part.type,
    };
  }

  /** Every play whose interval holds the instant may have happened or not; they happened in their order. */
  #bounds(question: Question, games: readonly NaiveGame[]): Expected['bounds'] {
    for (const game of games) {
      const doubtful = game.doubtful(question.at, question.boundary);
      const [first] = doubtful;
      if (first === undefined) continue;
      const cuts = [{ at: first.at, order: first.order - 1 }, ...doubtful];
      const steps = cuts.map((cut) => {
        const { lines, newest } = this.#line(question, games, cut);
        return newest === game ? lines : { ...lines, game: this.#zeros() };
      });
      const differing = steps.filter((step, place) => place > 0 && !same(step, steps[place - 1] ?? step));
      if (differing.length === 0) return null;
      const extreme = (pick: (...values: number[]) => number): Lines => {
        const of = (scope: keyof Lines) =>
          this.#zeros().map((_, counter) => pick(...steps.map((step) => step[scope][counter] ?? 0)));
        return { game: of('game'), season: of('season'), career: of('career') };
      };
      return { min: extreme(Math.min), max: extreme(Math.max), playsInDoubt: differing.length };
    }
    return null;
  }

  #state(game: NaiveGame, { at, boundary }: Question, cut: Place): State {
    const over = boundary === 'at' ? game.last <= at : game.last < at;
    return { status: game.over && over ? 'final' : 'in_progress', ...game.board(cut) };
  }

  #zeros(): number[] {
    return this.#league.sport.counters.map(() => 0);
  }
}

/** How badly the worst known play is known. */
function coarseness({ plays }: NormalGame): number {
  return Math.max(...plays.map(({ stamp }) => PRECISIONS.indexOf(stamp.precision)));
}

function add(a: Values, b: Values): Values {
  return a.map((value, position) => value + (b[position] ?? 0));
}

function same(a: Lines, b: Lines): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
