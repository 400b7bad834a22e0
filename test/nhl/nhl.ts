/** What the hockey tests share: the league, reading a document, and looking at lines. */
import type { Document } from '../../src/feeds/feed.ts';
import { NHL_FORMATS } from '../../src/feeds/nhl/formats.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';

export const nhl = leagueNamed('nhl');

/** A document read by the one format that recognises it. */
export function read(document: Document): NormalGame {
  const claims = NHL_FORMATS.flatMap((format) => {
    const claim = format.recognise(document.content);
    return claim === null ? [] : [{ format, claim }];
  });
  const [only] = claims;
  if (only?.format.readGame === undefined || claims.length !== 1 || only.claim.gameId === null) {
    throw new RangeError(`${document.file}: ${claims.length} formats recognise it`);
  }
  const { league, gameId } = only.claim;
  return only.format.readGame({ league, gameId, plays: document, companions: [], schedule: null });
}

export function fold(document: Document): FoldedGame {
  return foldGame(read(document), nhl);
}

/** A hand-made document. */
export function made(value: unknown): Document {
  return { file: 'made.json', content: { kind: 'json', value } };
}
