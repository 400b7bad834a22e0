/**
 * What every feed adapter gives: it recognises a document by its content and turns it into neutral data.
 * Adapters know nothing of the database or of files.
 */
import type {
  NormalGame,
  Official,
  OfficialLine,
  PlayerRef,
  SeasonPart,
  TeamRef,
  Venue,
} from '../plays/game.ts';
import type { Score } from '../plays/play.ts';
import type { Content } from './document.ts';

/** What a document is good for. Reference data is loaded before the games that may need it. */
const ROLES = ['seasons', 'people', 'schedule', 'season_totals', 'plays', 'box', 'summary'] as const;
export type Role = (typeof ROLES)[number];

/** An adapter's word that a document is its own. */
export interface Claim {
  readonly format: string;
  /** Documents of one game belong together when they are of one feed. */
  readonly feed: string;
  readonly role: Role;
  readonly league: string;
  /** The game a document belongs to; null for documents about many games or none. */
  readonly gameId: string | null;
}

export interface Document {
  readonly file: string;
  readonly content: Content;
}

export interface ScheduleEntry {
  readonly gameId: string;
  readonly part: SeasonPart;
  readonly date: string;
  readonly scheduledAt: number | null;
  readonly home: ScheduledTeam;
  readonly away: ScheduledTeam;
  readonly venue: string | null;
}

/** A team of a schedule: some schedules name teams by three letters only. */
export interface ScheduledTeam {
  readonly id: string | null;
  readonly tricode: string;
  readonly city: string | null;
  readonly name: string | null;
}

export interface SeasonDates {
  readonly part: SeasonPart;
  /** `YYYY-MM-DD`, in the league's zone. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

/** Official totals of one player's season part; a counter not recorded then is null. */
export interface SeasonTotal {
  readonly playerId: string;
  readonly name: string;
  readonly part: SeasonPart;
  readonly team: string;
  readonly counters: Readonly<Record<string, number | null>>;
}

/** What a box score or a game summary adds to the plays. */
export interface GameFacts {
  readonly home: TeamRef | null;
  readonly away: TeamRef | null;
  readonly date: string | null;
  readonly scheduledAt: number | null;
  readonly players: readonly PlayerRef[];
  readonly officials: readonly Official[];
  readonly venue: Venue | null;
  readonly lines: readonly OfficialLine[];
  readonly tolerance: Readonly<Record<string, number>>;
  readonly score: Score | null;
}

/** The documents of one game, with what the schedule says of it. */
export interface GameBundle {
  readonly league: string;
  readonly gameId: string;
  readonly plays: Document;
  readonly companions: readonly { readonly role: Role; readonly document: Document }[];
  readonly schedule: ScheduleEntry | null;
}

/** The column of a CSV that names the game of a row. */
export interface GameColumn {
  readonly name: string;
  /** Whether a cell of it names a game. */
  isGame(cell: string): boolean;
}

/** A kind of document. Exactly one of the readers is there, by role. */
export interface Format {
  readonly name: string;
  /** By content; the file's name may only tell what the content leaves out, such as a match's id. */
  recognise(content: Content, file?: string): Claim | null;
  /** Of a CSV whose rows say of which game they are, so that one file may hold many: by its header. */
  readonly gameColumn?: (header: readonly string[]) => GameColumn | null;
  readonly readSchedule?: (document: Document, league: string) => ScheduleEntry[];
  readonly readSeasons?: (document: Document) => SeasonDates[];
  readonly readPeople?: (document: Document) => Person[];
  readonly readSeasonTotals?: (document: Document) => SeasonTotal[];
  readonly readGame?: (bundle: GameBundle) => NormalGame;
}
