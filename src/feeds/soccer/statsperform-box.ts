/** Stats Perform MA1: line-ups, goals, cards and substitutions, the final score, the officials. */
import type { z } from 'zod';
import type { Official, OfficialLine, PlayerRef } from '../../plays/game.ts';
import { type Score, SIDES, type Side } from '../../plays/play.ts';
import { check, playersById, refuseOtherSide } from '../check.ts';
import type { Document } from '../feed.ts';
import { officialLines } from './statsperform-box-lines.ts';
import { type Header, readHeader } from './statsperform-header.ts';
import { MatchBox, type Player } from './statsperform-match.ts';

export interface Box {
  readonly players: readonly PlayerRef[];
  readonly officials: readonly Official[];
  readonly lines: readonly OfficialLine[];
  readonly score: Score | null;
}

/** Everything MA1 adds to the events, whose header says who plays whom. */
export function readBox(document: Document, match: Header): Box {
  const { file, content } = document;
  const box = check(MatchBox, content.kind === 'json' ? content.value : null, file, '$');
  const { liveData } = box;
  const header = readHeader(box.matchInfo, file);
  for (const side of SIDES) refuseOtherSide(header[side].id, match[side].id, file, '$.matchInfo.contestant');
  const cameOn = new Set(liveData.substitute.map(({ playerOnId }) => playerOnId));
  const players = liveData.lineUp.flatMap((lineUp, position) => {
    const side: Side = lineUp.contestantId === header.home.id ? 'home' : 'away';
    refuseOtherSide(
      lineUp.contestantId,
      header[side].id,
      file,
      `$.liveData.lineUp[${position}].contestantId`,
    );
    return lineUp.player.map((player): PlayerRef => {
      const starter = player.position !== 'Substitute';
      return {
        id: player.playerId,
        name: nameOf(player),
        side,
        starter,
        position: (starter ? player.position : player.subPosition) ?? null,
        played: starter || cameOn.has(player.playerId),
      };
    });
  });
  playersById(players, file, '$.liveData.lineUp');
  return {
    players,
    officials: (liveData.matchDetailsExtra?.matchOfficial ?? []).map((official) => ({
      id: official.id,
      name: `${official.firstName} ${official.lastName}`.trim(),
    })),
    lines: officialLines(liveData, players),
    score: liveData.matchDetails.scores?.total ?? null,
  };
}

/** Full names, because people are searched by them; events and match sheets abbreviate the first. */
function nameOf(player: z.infer<typeof Player>): string {
  if (player.knownName !== undefined) return player.knownName;
  const first = player.shortFirstName ?? player.firstName;
  const last = player.shortLastName ?? player.lastName;
  return first === undefined || last === undefined ? player.matchName : `${first} ${last}`;
}
