/** Reading a game's files again and folding them: everything short of the database. */
import { BadInput } from '../feeds/bad-input.ts';
import { parseDocument } from '../feeds/document.ts';
import type { Document, ScheduleEntry } from '../feeds/feed.ts';
import { formatNamed } from '../feeds/formats.ts';
import { refuseUnsound } from '../feeds/sound-game.ts';
import { type FoldedGame, foldGame } from '../fold/fold.ts';
import { UnknownPlayerError } from '../fold/roster.ts';
import type { League } from '../sports/leagues.ts';
import { placedInBundle } from './bundle/place.ts';
import { readText } from './files.ts';
import type { GameFiles, SurveyedFile } from './survey.ts';

/** Parse, normalise and fold a game. Throws `BadInput` where its files cannot be loaded. */
export function prepareGame(files: GameFiles, league: League, schedule: ScheduleEntry | null): FoldedGame {
  try {
    return prepare(files, league, schedule);
  } catch (cause) {
    throw cause instanceof BadInput ? placedInBundle(cause) : cause;
  }
}

function prepare(files: GameFiles, league: League, schedule: ScheduleEntry | null): FoldedGame {
  const format = formatNamed(files.plays.claim.format);
  if (format.readGame === undefined) throw new RangeError(`${format.name} has no plays`);
  const game = format.readGame({
    league: league.code,
    gameId: files.plays.claim.gameId ?? '',
    plays: open(files.plays),
    companions: files.companions.map((file) => ({ role: file.claim.role, document: open(file) })),
    schedule,
  });
  refuseUnsound(game, league, files.plays.file);
  try {
    return foldGame(game, league);
  } catch (cause) {
    if (!(cause instanceof UnknownPlayerError)) throw cause;
    throw new BadInput(files.plays.file, 'plays', cause.message, 'fetch the file again', cause);
  }
}

/** Parse a surveyed file whole. */
export function open(file: SurveyedFile): Document {
  const read = readText(file.file);
  if (read.sha256 !== file.sha256) {
    throw new BadInput(file.file, 'start', 'the file changed while it was being loaded', 'load it again');
  }
  return { file: file.file, content: parseDocument(file.file, read.text) };
}
