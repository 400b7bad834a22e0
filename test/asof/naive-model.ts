/**
 * The as-of question answered the slow way: plain sums over the effects of every play at or before the instant.
 * No running rows, no prefixes, no database.
 */
import { type Effect, effectsOf } from '../../src/fold/effects.ts';
import { inferFloor } from '../../src/fold/floor.ts';
import { type Roster, rosterOf } from '../../src/fold/roster.ts';
import { type NormalGame, type SeasonType, seasonOrder } from '../../src/plays/game.ts';
import type { League } from '../../src/sports/leagues.ts';

export interface NaiveGame {
  readonly game: NormalGame;
  readonly roster: Roster;
  readonly effects: readonly Effect[];
  readonly first: number;
  readonly last: number;
}

export interface NaiveLine {
  readonly game: readonly number[] | null;
  readonly season: readonly number[];
  readonly career: readonly number[];
}

export class NaiveModel {
  readonly games: readonly NaiveGame[];
  readonly league: League;

  constructor(league: League, games: readonly NormalGame[]) {
    this.league = league;
    this.games = games.map((game) => {
      const roster = rosterOf(game);
      const times = game.plays.map((play) => play.stamp.at);
      return {
        game,
        roster,
        effects: effectsOf(game, league, inferFloor(game, league), roster),
        first: Math.min(...times),
        last: Math.max(...times),
      };
    });
  }

  /** Line of a player or team; `type` `all` counts every game. */
  line(
    kind: 'player' | 'team',
    id: string,
    at: number,
    boundary: 'at' | 'before',
    type: SeasonType | 'all',
  ): NaiveLine {
    const counts = (time: number) => (boundary === 'at' ? time <= at : time < at);
    const mine = this.games.filter(
      ({ game }) => entityOf(kind, id, game) !== null && (type === 'all' || game.part.type === type),
    );
    const sums = mine.map((entry) => ({ entry, sum: this.sumAt(entry, kind, id, counts) }));
    const marked = sums.filter(({ entry }) => this.#hasMark(entry, kind, id, counts));
    const newest = marked.reduce<NaiveGame | null>(
      (best, { entry }) => (best === null || entry.first > best.first ? entry : best),
      null,
    );
    const year = newest === null ? null : yearOf(newest);
    const total = (wanted: typeof sums) => this.#add(wanted.map(({ sum }) => sum));
    const current = this.games.find(
      ({ game, first, last }) => entityOf(kind, id, game) !== null && counts(first) && at <= last,
    );
    return {
      game: current === undefined ? null : this.sumAt(current, kind, id, counts),
      season: total(sums.filter(({ entry }) => yearOf(entry) === year)),
      career: total(sums),
    };
  }

  /** What somebody did in a game in the plays that count. */
  sumAt(entry: NaiveGame, kind: 'player' | 'team', id: string, counts: (time: number) => boolean): number[] {
    const entity = entityOf(kind, id, entry.game, entry.roster) ?? -1;
    const values = this.league.sport.counters.map(() => 0);
    for (const { play, additions } of entry.effects) {
      if (!counts(play.stamp.at)) continue;
      for (const [who, counter, by] of additions) {
        if (who === entity) values[counter] = (values[counter] ?? 0) + by;
      }
    }
    return values;
  }

  #hasMark(
    entry: NaiveGame,
    kind: 'player' | 'team',
    id: string,
    counts: (time: number) => boolean,
  ): boolean {
    return this.sumAt(entry, kind, id, counts).some((value) => value !== 0);
  }

  #add(vectors: readonly (readonly number[])[]): number[] {
    return this.league.sport.counters.map((_, position) =>
      vectors.reduce((sum, vector) => sum + (vector[position] ?? 0), 0),
    );
  }
}

/** Year in which the season of a game begins. */
export function yearOf({ game }: NaiveGame): number {
  return Math.floor(seasonOrder(game.part) / 10);
}

function entityOf(
  kind: 'player' | 'team',
  id: string,
  game: NormalGame,
  roster = rosterOf(game),
): number | null {
  if (kind === 'player') return game.players.some((player) => player.id === id) ? roster.player(id) : null;
  if (game.home.id === id) return roster.team('home');
  return game.away.id === id ? roster.team('away') : null;
}
