/** Stats Perform MA1: line-ups, goals, cards and substitutions, the final score, the officials. */
import { z } from 'zod';
import type { Official, OfficialLine, PlayerRef } from '../../plays/game.ts';
import type { Score, Side } from '../../plays/play.ts';
import { check } from '../check.ts';
import type { Document } from '../feed.ts';
import { officialLines } from './statsperform-box-lines.ts';
import { type Header, MatchInfo, readHeader } from './statsperform-header.ts';

const Player = z.looseObject({
  playerId: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  shortFirstName: z.string().optional(),
  shortLastName: z.string().optional(),
  knownName: z.string().optional(),
  matchName: z.string(),
  position: z.string(),
  subPosition: z.string().optional(),
});

const clock = z.string().regex(/^\d{1,3}:[0-5]\d$/, 'not a match clock like 60:46');
const happening = { contestantId: z.string(), periodId: z.int(), timeMinSec: clock };

export const Goal = z.looseObject({
  ...happening,
  type: z.string(),
  scorerId: z.string().optional(),
  assistPlayerId: z.string().optional(),
});
export const Card = z.looseObject({ ...happening, type: z.string(), playerId: z.string().optional() });
export const Substitute = z.looseObject({
  ...happening,
  playerOnId: z.string().optional(),
  playerOffId: z.string().optional(),
});

export const MatchBox = z.looseObject({
  matchInfo: MatchInfo,
  liveData: z.looseObject({
    matchDetails: z.looseObject({
      matchStatus: z.string().optional(),
      period: z
        .array(z.looseObject({ id: z.int(), lengthMin: z.int().optional(), lengthSec: z.int().optional() }))
        .default([]),
      scores: z.looseObject({ total: z.object({ home: z.int(), away: z.int() }).optional() }).optional(),
    }),
    goal: z.array(Goal).default([]),
    card: z.array(Card).default([]),
    substitute: z.array(Substitute).default([]),
    lineUp: z.array(z.looseObject({ contestantId: z.string(), player: z.array(Player).default([]) })),
    matchDetailsExtra: z
      .looseObject({
        matchOfficial: z
          .array(z.looseObject({ id: z.string(), firstName: z.string().default(''), lastName: z.string() }))
          .default([]),
      })
      .optional(),
  }),
});
export type MatchBox = z.infer<typeof MatchBox>;

export interface Box {
  readonly header: Header;
  readonly players: readonly PlayerRef[];
  readonly officials: readonly Official[];
  readonly lines: readonly OfficialLine[];
  readonly score: Score | null;
}

/** Everything MA1 adds to the events. */
export function readBox(document: Document): Box {
  const { file, content } = document;
  const box = check(MatchBox, content.kind === 'json' ? content.value : null, file, '$');
  const { liveData } = box;
  const header = readHeader(box.matchInfo, file);
  const cameOn = new Set(liveData.substitute.map(({ playerOnId }) => playerOnId));
  const players = liveData.lineUp.flatMap((lineUp) => {
    const side: Side = lineUp.contestantId === header.home.id ? 'home' : 'away';
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
  return {
    header,
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
