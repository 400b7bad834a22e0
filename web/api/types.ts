/** Answers of the API, as far as the page reads them. */
import type { GameChanges } from '../../src/asof/changes.ts';
import type { readCorrections } from '../../src/asof/corrections.ts';
import type { answerGames } from '../../src/asof/game.ts';
import type { IngestRow } from '../../src/asof/ledger.ts';
import type { LeagueDifference, readLoaded } from '../../src/asof/loaded.ts';
import type { Counters, StatLine } from '../../src/asof/published.ts';
import type { Found } from '../../src/asof/search.ts';

export type { Found, GameChanges };

type Bodies<T extends (...given: never[]) => unknown> = Awaited<ReturnType<T>>;

export interface Loaded {
  readonly basis: number;
  readonly leagues: Bodies<typeof readLoaded>;
}
export type LoadedLeague = Loaded['leagues'][number];
export type Games = Bodies<typeof answerGames>;
export type GameOfDay = Games['games'][number];
export type Correction = Bodies<typeof readCorrections>['corrections'][number];

export interface Corrections {
  readonly basis: number;
  readonly corrections: readonly Correction[];
  readonly next_cursor: string | null;
}

export type Ingest = Omit<IngestRow, 'started_at' | 'committed_at'> & {
  readonly started_at: string;
  readonly committed_at: string;
};

export interface Ingests {
  readonly basis: number;
  readonly ingests: readonly Ingest[];
  readonly next_before: number | null;
}

export interface Search {
  readonly query: string;
  readonly results: readonly Found[];
}

export interface LeagueDifferences {
  readonly total: number;
  readonly differences: readonly LeagueDifference[];
}

export interface CountedPlay {
  readonly game_id: string | null;
  readonly wall_clock_time: string;
  readonly precision: string;
  readonly earliest: string;
  readonly latest: string;
}

/** Stats of a player or a team at an instant. */
export interface Stats {
  readonly league: string;
  readonly player?: {
    readonly id: string;
    readonly name: string;
    readonly birth_date: string | null;
    readonly age: {
      readonly precision: string;
      readonly years: number | null;
      readonly bounds: { readonly min: { readonly years: number }; readonly max: { readonly years: number } };
    } | null;
  };
  readonly team?: { readonly id: string; readonly name: string; readonly tricode: string | null };
  readonly as_of: string;
  readonly basis: number;
  readonly totals: {
    readonly game: (StatLine & { readonly game_id: string }) | null;
    readonly season: StatLine & { readonly season: string | null; readonly season_type: string | null };
    readonly career: StatLine;
  };
  readonly bounds: {
    readonly min: Readonly<Record<string, { readonly counters: Counters }>>;
    readonly max: Readonly<Record<string, { readonly counters: Counters }>>;
    readonly plays_in_doubt: number;
  } | null;
  readonly game: GameOfDay | null;
  readonly last_play: CountedPlay | null;
  readonly coverage: { readonly games_from_plays: number; readonly games_from_totals: number };
}

/** A step series. */
export interface Timeline {
  readonly player?: { readonly id: string; readonly name: string };
  readonly team?: { readonly id: string; readonly name: string };
  readonly basis: number;
  readonly start: { readonly as_of: string; readonly counters: Counters } | null;
  readonly points: readonly {
    readonly wall_clock_time: string;
    readonly precision: string;
    readonly earliest: string;
    readonly latest: string;
    readonly season: string;
    readonly game_id: string | null;
    readonly counters: Counters;
  }[];
}

/** Round numbers ahead. */
export interface MilestonesAhead {
  readonly milestones: readonly {
    readonly counter: string;
    readonly value: number;
    readonly next: readonly { readonly reaches: number; readonly distance: number }[];
  }[];
}

/** When a number was first reached; no instant where only season totals tell. */
export interface Reached {
  readonly reached: {
    readonly wall_clock_time: string | null;
    readonly earliest: string;
    readonly latest: string;
  } | null;
}
