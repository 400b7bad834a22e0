/** A match from Stats Perform: the events of MA3, with the line-ups, score and lists of MA1 where it is there. */
import { z } from 'zod';
import type { NormalGame, PlayerRef } from '../../plays/game.ts';
import type { Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import type { GameBundle } from '../feed.ts';
import { refuseImplausible, SOME_DAYS } from '../plausible.ts';
import { readBox } from './statsperform-box.ts';
import { MINUTES_TOLERANCE } from './statsperform-box-lines.ts';
import { Event, QUALIFIER, qualifierValue, TYPE } from './statsperform-event.ts';
import { type Header, MatchInfo, readHeader } from './statsperform-header.ts';
import { type PlacedEvent, toPlays } from './statsperform-plays.ts';

const MatchEvents = z.looseObject({
  matchInfo: MatchInfo,
  liveData: z.looseObject({ event: z.array(z.unknown()).min(1, 'a match without events') }),
});

const STARTERS = 11;

/** Normalise a bundle of MA3 and, if there, MA1. */
export function readStatsPerformGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const match = check(MatchEvents, content.kind === 'json' ? content.value : null, file, '$');
  const header = readHeader(match.matchInfo, file);
  const events = match.liveData.event.map((value, position): PlacedEvent => {
    const place = `$.liveData.event[${position}]`;
    return { event: check(Event, value, file, place), place, raw: JSON.stringify(value) };
  });
  const boxFile = bundle.companions.find((companion) => companion.role === 'box')?.document;
  const box = boxFile === undefined ? null : readBox(boxFile, header);
  const players = playersOf(events, box?.players ?? setUp(events, header, file), header);
  const plays = toPlays(events, {
    file,
    homeId: header.home.id,
    awayId: header.away.id,
    starters: players.filter(({ starter }) => starter === true).map(({ id }) => id),
  });
  refuseImplausible(plays, {
    file,
    season: header.part.season,
    longestBreak: SOME_DAYS,
    placeOf: ({ id }) => events.find(({ event }) => String(event.id) === id)?.place ?? '$',
  });
  return {
    league: bundle.league,
    id: bundle.gameId,
    part: header.part,
    date: header.date,
    scheduledAt: header.scheduledAt,
    feed: 'stats_perform',
    version: { madeAt: header.madeAt, editedAt: Math.max(0, ...plays.map(({ editedAt }) => editedAt ?? 0)) },
    home: header.home,
    away: header.away,
    players,
    officials: box?.officials ?? [],
    venue: header.venue,
    plays,
    // A box of a match still going on may be a moment older or newer than the events: it proves nothing.
    box:
      box === null || !plays.some(({ ends }) => ends === 'game')
        ? null
        : { lines: box.lines, score: box.score, tolerance: { seconds: MINUTES_TOLERANCE } },
  };
}

/** Line-ups as the events give them: one of each team lists the players, those in the formation first. */
function setUp(events: readonly PlacedEvent[], header: Header, file: string): PlayerRef[] {
  return events.flatMap(({ event, place }) => {
    if (event.typeId !== TYPE.setUp || event.contestantId === undefined) return [];
    const side: Side = event.contestantId === header.home.id ? 'home' : 'away';
    const ids = listOf(qualifierValue(event, QUALIFIER.involved));
    const slots = listOf(qualifierValue(event, QUALIFIER.formationSlots));
    const starting = ids.filter((_, index) => Number(slots[index] ?? 0) > 0);
    if (starting.length !== STARTERS) {
      throw new BadInput(
        file,
        place,
        `the line-up has ${starting.length} players in the formation, not ${STARTERS}`,
        'fetch the file again, or load its MA1 with it',
      );
    }
    return ids.map((id) => ({
      id,
      name: id,
      side,
      starter: starting.includes(id),
      position: null,
      played: null,
    }));
  });
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',').map((part) => part.trim());
}

/** Everybody of the line-ups, and whoever the events name besides; names from the events where need be. */
function playersOf(
  events: readonly PlacedEvent[],
  lineUps: readonly PlayerRef[],
  header: Header,
): PlayerRef[] {
  const players = new Map(lineUps.map((player) => [player.id, player]));
  for (const { event } of events) {
    const { playerId: id, playerName, contestantId } = event;
    if (id === undefined || contestantId === undefined) continue;
    const known = players.get(id);
    if (known !== undefined && (known.name !== id || playerName === undefined)) continue;
    const side: Side = contestantId === header.home.id ? 'home' : 'away';
    players.set(id, {
      ...(known ?? { id, side, starter: false, position: null, played: null }),
      name: playerName ?? id,
    });
  }
  return [...players.values()];
}
