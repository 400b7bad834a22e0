/**
 * Loading: find out what the files are, load reference data, then games in order of play. Each file or game is
 * one ingest in one transaction; one that is refused leaves a rejected row in the ledger and nothing else.
 */
import pg from 'pg';
import { BadInput, IncompleteInput, renamed } from '../feeds/bad-input.ts';
import type { ScheduleEntry } from '../feeds/feed.ts';
import { rivalFormats } from '../feeds/formats.ts';
import type { KeptGame } from '../fold/kept.ts';
import { findLeague, type League } from '../sports/leagues.ts';
import { acceptGame } from '../store/accept-game.ts';
import { analyzeLeagues } from '../store/analyze.ts';
import {
  blankEntry,
  contentsMet,
  ingest,
  type LedgerEntry,
  type LedgerFile,
  loadedBefore,
} from '../store/ledger.ts';
import { scheduledGames, UndatedSeasonError } from '../store/reference.ts';
import { unpacked } from './bundle/unpacked.ts';
import { findFiles } from './files.ts';
import { type Preparer, preparerFor } from './preparer.ts';
import { loadReference } from './reference.ts';
import { type GameFiles, type InputFile, type Refusal, type SurveyedFile, survey } from './survey.ts';

/**
 * Games after which the planner's statistics are renewed at once. Autovacuum comes a minute later, and until
 * then the as-of read scans a player's games where it should seek one.
 */
const ANALYZE_FROM = 50;

/** Running lines are one to an instant. */
const SAME_INSTANT = /cumulative_stats_open$/;

/** What became of one file or game. */
export interface LoadReport {
  readonly source: string;
  readonly outcome: LedgerEntry['outcome'];
  readonly basis: number;
  readonly league: string | null;
  readonly gameId: string | null;
  readonly format: string | null;
  readonly plays: number;
  readonly rowsWritten: number;
  readonly discrepancies: number;
  readonly durationMs: number;
  readonly place: string | null;
  /** Why it was rejected, or why nothing changed. */
  readonly reason: string | null;
  readonly remedy: string | null;
}

export interface LoadOptions {
  readonly pool: pg.Pool;
  readonly paths: readonly string[];
  readonly onProgress?: (progress: {
    readonly phase: 'survey' | 'load';
    readonly done: number;
    readonly total: number;
  }) => void;
  readonly onReport?: (report: LoadReport) => void;
}

/** Load files and folders. Rejected input is reported, not thrown; faults of the database are thrown. */
export async function load(options: LoadOptions): Promise<void> {
  const { files, refusals, remove } = await unpacked(findFiles(options.paths));
  try {
    await loadFiles(options, files, refusals);
  } finally {
    await remove();
  }
}

async function loadFiles(
  { pool, onProgress, onReport }: LoadOptions,
  files: readonly InputFile[],
  refused: readonly Refusal[],
): Promise<void> {
  let looked = 0;
  const found = survey(files, () => onProgress?.({ phase: 'survey', done: ++looked, total: files.length }));
  const refusals = [...refused, ...found.refusals];
  const total = refusals.length + found.reference.length + found.games.length;
  let done = 0;
  const report = (entry: LoadReport) => {
    onReport?.(entry);
    onProgress?.({ phase: 'load', done: ++done, total });
  };
  for (const refusal of refusals) report(await reject(pool, refusal));
  for (const [position, file] of found.reference.entries()) {
    report(await loadReferenceFile(pool, file, found.reference.slice(position + 1)));
  }

  const preparer = preparerFor(found.games.length);
  try {
    await loadInTurn(pool, preparer, await inOrderOfPlay(pool, found.games), report);
  } finally {
    await preparer.close();
  }
  if (found.games.length >= ANALYZE_FROM) {
    await analyzeLeagues(pool, [...new Set(found.games.map((game) => leagueOf(game.plays)))]);
  }
}

/** While the server writes one game, the next are read and folded. */
async function loadInTurn(
  pool: pg.Pool,
  preparer: Preparer,
  games: readonly DatedGame[],
  report: (entry: LoadReport) => void,
): Promise<void> {
  // Each content stands once in a call, so what none has met before the call none has met at its turn.
  const met = await contentsMet(
    pool,
    games.flatMap(({ game }) => hashesOf(game)),
  );
  const prepared = ({ game, schedule, later }: DatedGame) =>
    attempt(pool, game, async () => {
      const league = leagueOf(game.plays);
      const hashes = hashesOf(game);
      const known = hashes.every((hash) => met.has(hash))
        ? await loadedBefore(pool, { hashes, formats: [], later })
        : null;
      if (known !== null) return () => unchanged(pool, game, `loaded before, as ingest ${known}`);
      const folded = await preparer.prepare(game, league, schedule);
      return () => writePrepared(pool, game, league, folded);
    });

  const underWay: { readonly game: string; readonly written: Promise<void> }[] = [];
  for (const dated of games) {
    const game = gameOf(dated.game);
    // What was loaded before is known only once the last telling of the same game is in.
    while (underWay.length > preparer.ahead || underWay.some((other) => other.game === game)) {
      await underWay.shift()?.written;
    }
    const last = underWay.at(-1)?.written;
    const next = prepared(dated);
    const written = (async () => {
      await last;
      const write = await next;
      report(await write());
    })();
    // Whichever fails is met in its turn.
    next.catch(() => {});
    written.catch(() => {});
    underWay.push({ game, written });
  }
  for (const { written } of underWay) await written;
}

interface DatedGame {
  readonly game: GameFiles;
  readonly schedule: ScheduleEntry | null;
  /** Hashes of what tells of the same game later in the call. */
  readonly later: readonly string[];
}

type Write = () => Promise<LoadReport>;

/** Run the preparation and wrap the writing so that bad input in either becomes a rejection. */
async function attempt(pool: pg.Pool, game: GameFiles, prepare: () => Promise<Write>): Promise<Write> {
  const refuse = (cause: unknown) => {
    const error = asBadInput(cause, game.plays.file);
    const named = game.companions.find((file) => file.file === error.file) ?? game.plays;
    return reject(pool, { ...named, error: renamed(error, named.source) });
  };
  try {
    const write = await prepare();
    return () => write().catch(refuse);
  } catch (cause) {
    return () => refuse(cause);
  }
}

async function writePrepared(
  pool: pg.Pool,
  game: GameFiles,
  league: League,
  prepared: KeptGame,
): Promise<LoadReport> {
  const entry = await ingest(
    pool,
    Date.now(),
    async (client, basis): Promise<LedgerEntry> => ({
      ...gameEntry(game),
      ...(await acceptGame(client, league, prepared, basis)),
    }),
  );
  return toReport(entry);
}

async function unchanged(pool: pg.Pool, game: GameFiles, reason: string): Promise<LoadReport> {
  const entry = await ingest(pool, Date.now(), async () => ({
    ...gameEntry(game),
    outcome: 'unchanged' as const,
    reason,
  }));
  return toReport(entry);
}

async function loadReferenceFile(
  pool: pg.Pool,
  file: SurveyedFile,
  after: readonly SurveyedFile[],
): Promise<LoadReport> {
  const formats = rivalFormats(file.claim.format);
  const later = after
    .filter(({ claim }) => claim.league === file.claim.league && formats.includes(claim.format))
    .map(({ sha256 }) => sha256);
  const game: GameFiles = { plays: file, companions: [] };
  const write = await attempt(pool, game, async () => {
    const known = await loadedBefore(pool, { hashes: [file.sha256], formats, later });
    if (known !== null) return () => unchanged(pool, game, `loaded before, as ingest ${known}`);
    const league = leagueOf(file);
    return async () => {
      const entry = await ingest(pool, Date.now(), async (client, basis): Promise<LedgerEntry> => {
        const { records, written } = await loadReference(client, league, file, basis);
        return {
          ...gameEntry(game),
          ...(written === 0 ? { outcome: 'unchanged', reason: 'everything in it was known' } : null),
          rowsWritten: written,
          counts: { records },
        };
      });
      return toReport(entry);
    };
  });
  return write();
}

async function reject(pool: pg.Pool, refusal: Refusal): Promise<LoadReport> {
  const { error, claim } = refusal;
  const entry = await ingest(
    pool,
    Date.now(),
    async (): Promise<LedgerEntry> => ({
      ...blankEntry(error.file),
      league: claim?.league ?? null,
      format: claim?.format ?? null,
      gameId: claim?.gameId ?? null,
      outcome: 'rejected',
      place: error.place,
      reason: `${error.reason}; ${error.remedy}`,
      files:
        refusal.sha256 === null
          ? []
          : [
              {
                source: error.file,
                sha256: refusal.sha256,
                format: claim?.format ?? null,
                bytes: refusal.bytes,
              },
            ],
    }),
  );
  return { ...toReport(entry), reason: error.reason, remedy: error.remedy };
}

/**
 * Games by date where the schedule knows it, by file name where not: a career is cheapest to carry forward in time, and
 * names tell more of it than ids. By the ids of football's season two games in three came after a later one of theirs.
 */
async function inOrderOfPlay(pool: pg.Pool, games: readonly GameFiles[]): Promise<DatedGame[]> {
  const dated: Omit<DatedGame, 'later'>[] = [];
  for (const [code, group] of Map.groupBy(games, (game) => game.plays.claim.league)) {
    const ids = group.map((game) => game.plays.claim.gameId ?? '');
    const schedules = await scheduledGames(pool, code, ids);
    for (const game of group)
      dated.push({ game, schedule: schedules.get(game.plays.claim.gameId ?? '') ?? null });
  }
  const key = ({ game, schedule }: Omit<DatedGame, 'later'>) => `${schedule?.date ?? ''} ${game.plays.file}`;
  dated.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const told = new Map<string, readonly string[]>();
  return dated
    .toReversed()
    .map(({ game, schedule }) => {
      const later = told.get(gameOf(game)) ?? [];
      told.set(gameOf(game), [...hashesOf(game), ...later]);
      return { game, schedule, later };
    })
    .toReversed();
}

function gameOf({ plays }: GameFiles): string {
  return `${plays.claim.league} ${plays.claim.gameId}`;
}

/** League of a surveyed file. */
export function leagueOf(file: SurveyedFile): League {
  const league = findLeague(file.claim.league);
  if (league === undefined) throw new RangeError(`no league ${file.claim.league}`);
  return league;
}

function hashesOf(game: GameFiles): string[] {
  return [game.plays, ...game.companions].map((file) => file.sha256);
}

/** A ledger row for those files, before anything has become of them. */
export function gameEntry(game: GameFiles): LedgerEntry {
  const files: LedgerFile[] = [game.plays, ...game.companions].map((file) => ({
    source: file.source,
    sha256: file.sha256,
    format: file.claim.format,
    bytes: file.bytes,
  }));
  const { claim, source } = game.plays;
  const { league, format, gameId } = claim;
  return { ...blankEntry(source), league, format, gameId, outcome: 'loaded', files };
}

/** A ledger row as a report. */
export function toReport(entry: LedgerEntry & { basis: number; durationMs: number }): LoadReport {
  const { files: _files, counts: _counts, ...report } = entry;
  return { ...report, remedy: null };
}

/** Data the database refuses (values out of range, broken text) is bad input too; its faults are not. */
export function asBadInput(cause: unknown, file: string): BadInput {
  if (cause instanceof BadInput) return cause;
  if (cause instanceof UndatedSeasonError) {
    return new IncompleteInput(
      file,
      'season',
      cause.message,
      'load the season dates (seasons CSV) with it or before it',
      cause,
    );
  }
  if (cause instanceof pg.DatabaseError && SAME_INSTANT.test(cause.constraint ?? '')) {
    return new BadInput(
      file,
      'plays',
      'somebody in it has a play of another game at the same instant',
      'load one of the two: it may be the same game under another id',
      cause,
    );
  }
  if (cause instanceof pg.DatabaseError && /^2[23]/.test(cause.code ?? '')) {
    const place = [cause.table, cause.column, cause.constraint].filter(Boolean).join('.') || 'values';
    return new BadInput(file, place, `the database refuses it: ${cause.message}`, 'correct the value', cause);
  }
  throw cause;
}
