/**
 * Plays from the events of MA3. The file's order is the order of play: `timeStamp` never goes back in it, and
 * `eventId` (numbered by team) and `id` (in order of entry) do not follow it.
 */
import { EMPTY_PLAY, type FloorChange, type Play, type Presence, type Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { BadInput } from '../bad-input.ts';
import { unknownType } from '../unknown-type.ts';
import { clockLeft, fullClock, rankWithinInstant } from './match-clock.ts';
import { Pitch } from './pitch.ts';
import { PERIOD_START_MINUTES } from './statsperform-box-lines.ts';
import { type AssistOf, creditsOf, sendsOff } from './statsperform-credits.ts';
import { type Event, QUALIFIER, qualifierValue, readInstant, TYPE } from './statsperform-event.ts';

const KINDS: Readonly<Record<number, string>> = {
  1: 'pass',
  2: 'offside_pass',
  3: 'take_on',
  4: 'foul',
  5: 'ball_out',
  6: 'corner_awarded',
  7: 'tackle',
  8: 'interception',
  10: 'save',
  11: 'claim',
  12: 'clearance',
  13: 'shot_off_target',
  14: 'shot_post',
  15: 'shot_saved',
  16: 'goal',
  17: 'card',
  18: 'substitution',
  19: 'substitution',
  20: 'player_off',
  21: 'player_on',
  27: 'stoppage_start',
  28: 'stoppage_end',
  30: 'period_end',
  32: 'period_start',
  34: 'line_up',
  40: 'formation_change',
  41: 'punch',
  44: 'aerial',
  45: 'challenge',
  49: 'recovery',
  50: 'dispossessed',
  52: 'pick_up',
  61: 'ball_touch',
  74: 'blocked_pass',
};

/** The provider numbers its types from 1 to this. */
const LAST_TYPE = 84;

/** Events of a player at the ball or in a duel: whoever has one is on the pitch. */
const ON_THE_BALL = new Set([
  1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 41, 44, 45, 49, 50, 52, 61, 74,
]);

/** Ids of events outside play: before the match, and after it. The others between 10 and 13 are breaks. */
const BEFORE_MATCH = new Set([15, 16]);
const AFTER_MATCH = 14;

/** An event with its place in the file. */
export interface PlacedEvent {
  readonly event: Event;
  readonly place: string;
  readonly raw: string;
}

export interface EventContext {
  readonly file: string;
  readonly homeId: string;
  readonly awayId: string;
  readonly starters: readonly string[];
}

/** All plays, in file order. Events taken back by the provider are no plays. */
export function toPlays(events: readonly PlacedEvent[], context: EventContext): Play[] {
  refuseTwins(events, context.file);
  const kept = events.filter(({ event }) => event.typeId !== TYPE.deleted);
  const assistOf = assists(kept);
  const rank = rankWithinInstant();
  const pitch = new Pitch(context.starters);
  const now = { period: 1, clock: fullClock(1) };
  return kept.map(({ event, place, raw }) => {
    const side = sideOf(event, place, context);
    const at = readInstant(event.timeStamp, context.file, `${place}.timeStamp`);
    Object.assign(now, placeOf(event, now, context.file, place));
    return {
      ...EMPTY_PLAY,
      id: String(event.id),
      orderKey: rank(at),
      stamp: { at, precision: 'millisecond', earliest: at, latest: at, method: 'feed' },
      period: now.period,
      clock: now.clock,
      kind: kindOf(event),
      side,
      playerId: side === null ? null : (event.playerId ?? null),
      credits: side === null ? [] : creditsOf(event, side, assistOf),
      changes: side === null ? [] : changesOf(event, side, pitch),
      presence: side === null ? [] : presenceOf(event, side),
      ends: event.typeId === TYPE.end ? (event.periodId === AFTER_MATCH ? 'game' : 'period') : null,
      editedAt:
        event.lastModified === undefined
          ? null
          : readInstant(event.lastModified, context.file, `${place}.lastModified`),
      note: event.typeId >= 1 && event.typeId <= LAST_TYPE ? null : unknownType(event.typeId),
      raw,
    } satisfies Play;
  });
}

function refuseTwins(events: readonly PlacedEvent[], file: string): void {
  const seen = new Map<number, string>();
  for (const { event, place } of events) {
    const twin = seen.get(event.id);
    if (twin !== undefined) {
      throw new BadInput(file, place, `event ${event.id} stands at ${twin} too`, 'fetch the file again');
    }
    seen.set(event.id, place);
  }
}

function sideOf(event: Event, place: string, context: EventContext): Side | null {
  if (event.contestantId === undefined) return null;
  if (event.contestantId === context.homeId) return 'home';
  if (event.contestantId === context.awayId) return 'away';
  throw new BadInput(
    context.file,
    `${place}.contestantId`,
    `team ${event.contestantId} does not play in this match (${context.homeId} v ${context.awayId})`,
    'fetch the file again',
  );
}

/** Period and clock; what is outside play stands where play was last, or at the kick-off. */
function placeOf(
  event: Event,
  last: { readonly period: number; readonly clock: number },
  file: string,
  place: string,
): { readonly period: number; readonly clock: number } {
  const start = PERIOD_START_MINUTES[event.periodId];
  if (start === undefined) {
    if (BEFORE_MATCH.has(event.periodId) || (event.periodId >= 10 && event.periodId <= AFTER_MATCH)) {
      return last;
    }
    throw new BadInput(
      file,
      `${place}.periodId`,
      `there is no period ${event.periodId}`,
      'fetch the file again',
    );
  }
  const run = (event.timeMin - start) * 6000 + event.timeSec * 100;
  return { period: event.periodId, clock: clockLeft(event.periodId, run, file, `${place}.timeMin`) };
}

function kindOf(event: Event): string {
  if (event.typeId === TYPE.end && event.periodId === AFTER_MATCH) return 'game_end';
  return KINDS[event.typeId] ?? 'other';
}

function changesOf(event: Event, side: Side, pitch: Pitch): FloorChange[] {
  const { playerId } = event;
  if (playerId === undefined || event.periodId === SHOOT_OUT) return [];
  switch (event.typeId) {
    case TYPE.off:
    case TYPE.retired:
      return pitch.off(side, playerId);
    case TYPE.on:
    case TYPE.returned:
      return pitch.on(side, playerId);
    default:
      return sendsOff(event) ? pitch.off(side, playerId) : [];
  }
}

function presenceOf(event: Event, side: Side): Presence[] {
  return event.playerId === undefined || !ON_THE_BALL.has(event.typeId)
    ? []
    : [{ side, playerId: event.playerId }];
}

/** A goal names the event before it by its team's own numbering; that pass says whether it is an assist. */
function assists(events: readonly PlacedEvent[]): AssistOf {
  const byNumber = new Map<string, Event>(
    events.map(({ event }) => [`${event.contestantId} ${event.eventId}`, event] as const),
  );
  return (goal) => {
    const related = qualifierValue(goal, QUALIFIER.relatedEvent);
    const pass = related === undefined ? undefined : byNumber.get(`${goal.contestantId} ${related}`);
    return pass?.assist === 1 ? (pass.playerId ?? null) : null;
  };
}
