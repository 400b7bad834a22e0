/** First pass over the files: what each is. Only claims are kept, so any number of files fits in memory. */
import { BadInput, renamed } from '../feeds/bad-input.ts';
import { parseHead } from '../feeds/document.ts';
import type { Claim, Role } from '../feeds/feed.ts';
import { recognise } from '../feeds/formats.ts';
import { placedInBundle } from './bundle/place.ts';
import { readText } from './files.ts';

/** A file on this disk, and what it is called in messages and in the ledger. */
export interface InputFile {
  readonly file: string;
  readonly source: string;
}

export interface SurveyedFile extends InputFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly claim: Claim;
}

export interface Refusal {
  readonly error: BadInput;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly claim: Claim | null;
}

/** A play-by-play with the files that belong to it. */
export interface GameFiles {
  readonly plays: SurveyedFile;
  readonly companions: readonly SurveyedFile[];
}

export interface Survey {
  /** In the order in which they must be loaded. */
  readonly reference: readonly SurveyedFile[];
  readonly games: readonly GameFiles[];
  readonly refusals: readonly Refusal[];
}

const REFERENCE: readonly Role[] = ['seasons', 'people', 'schedule', 'season_totals'];

/** Look at every file once. `onFile` is called after each. */
export function survey(files: readonly InputFile[], onFile: () => void): Survey {
  const known: SurveyedFile[] = [];
  const refusals: Refusal[] = [];
  const byHash = new Map<string, string>();
  for (const file of files) {
    const result = look(file.file, byHash, file.source);
    if ('claim' in result && !('error' in result)) known.push(result);
    else refusals.push(result);
    onFile();
  }
  const reference = REFERENCE.flatMap((role) => known.filter((entry) => entry.claim.role === role));
  const plays = known.filter((entry) => entry.claim.role === 'plays');
  const games = plays.map((entry) => ({
    plays: entry,
    companions: known.filter((other) => belongs(other, entry)),
  }));
  const used = new Set([...reference, ...plays, ...games.flatMap((game) => game.companions)]);
  for (const entry of known.filter((candidate) => !used.has(candidate))) {
    const { gameId, format } = entry.claim;
    const error =
      gameId === null
        ? new BadInput(
            entry.source,
            'start',
            `${format} that do not say which game they are of`,
            "name the file by the game's id, as its provider does, and load it with its play-by-play",
          )
        : new BadInput(
            entry.source,
            'start',
            `${format} of game ${gameId} without the play-by-play it belongs to`,
            'load both in one call',
          );
    refusals.push({ error, sha256: entry.sha256, bytes: entry.bytes, claim: entry.claim });
  }
  return { reference, games, refusals };
}

/** What one file is. `byHash` remembers contents, so that each is taken once. */
export function look(
  file: string,
  byHash: Map<string, string>,
  source: string = file,
): SurveyedFile | Refusal {
  let sha256: string | null = null;
  let bytes = 0;
  try {
    const read = readText(file);
    ({ sha256, bytes } = read);
    const twin = byHash.get(read.sha256);
    if (twin !== undefined) {
      throw new BadInput(file, 'start', `the same content as ${twin}`, 'give each file once');
    }
    byHash.set(read.sha256, source);
    return { file, source, sha256: read.sha256, bytes, claim: recognise(file, parseHead(file, read.text)) };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { error: renamed(placedInBundle(error), source), sha256, bytes, claim: null };
  }
}

function belongs(other: SurveyedFile, plays: SurveyedFile): boolean {
  return (
    plays.claim.gameId !== null &&
    other.claim.gameId === plays.claim.gameId &&
    other.claim.feed === plays.claim.feed &&
    other.claim.league === plays.claim.league &&
    (other.claim.role === 'box' || other.claim.role === 'summary')
  );
}
