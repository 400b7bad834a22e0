/** Plays from StatsBomb events. `index` is the order of play and the file's order; `id` is identity. */
import { EMPTY_PLAY, type FloorChange, type Play, type Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { BadInput } from '../bad-input.ts';
import { unknownType } from '../unknown-type.ts';
import { clockLeft, rankWithinInstant } from './match-clock.ts';
import { Pitch } from './pitch.ts';
import { type AssistOf, creditsOf, sendsOff } from './statsbomb-credits.ts';
import type { Event, PlacedEvent } from './statsbomb-event.ts';
import { readOffset, stampsFrom } from './statsbomb-stamps.ts';

const KINDS: Readonly<Record<string, string>> = {
  'Starting XI': 'line_up',
  'Half Start': 'period_start',
  'Half End': 'period_end',
  'Ball Receipt*': 'ball_receipt',
  'Own Goal Against': 'own_goal',
  'Bad Behaviour': 'card',
};

/** The provider's types of events. */
const KNOWN = new Set([
  ...[
    '50/50',
    'Bad Behaviour',
    'Ball Receipt*',
    'Ball Recovery',
    'Block',
    'Camera On',
    'Camera off',
    'Carry',
  ],
  ...['Clearance', 'Dispossessed', 'Dribble', 'Dribbled Past', 'Duel', 'Error', 'Foul Committed', 'Foul Won'],
  ...['Goal Keeper', 'Half End', 'Half Start', 'Injury Stoppage', 'Interception', 'Miscontrol', 'Offside'],
  ...['Own Goal Against', 'Own Goal For', 'Pass', 'Player Off', 'Player On', 'Pressure', 'Referee Ball-Drop'],
  ...['Shield', 'Shot', 'Starting XI', 'Substitution', 'Tactical Shift'],
]);

/** Events that say nothing of their player's being on the pitch. */
const OFF_THE_BALL = new Set(['Substitution', 'Bad Behaviour', 'Player Off', 'Player On', 'Tactical Shift']);

export interface EventContext {
  readonly file: string;
  readonly kickOff: number;
  readonly sideOf: (event: Event, place: string) => Side;
  readonly starters: readonly string[];
}

interface Timed extends PlacedEvent {
  readonly offset: number;
  readonly note: string | null;
}

/** All plays, in order of play. */
export function toPlays(events: readonly PlacedEvent[], context: EventContext): Play[] {
  const timed = inTime(inOrder(events, context.file), context.file);
  const lengths = new Map(timed.map(({ event, offset }) => [event.period, offset] as const));
  const stampOf = stampsFrom(context.kickOff, lengths);
  const assistOf = assists(timed);
  const rank = rankWithinInstant();
  const pitch = new Pitch(context.starters);
  const last = timed.findLast(({ event }) => event.type.name === 'Half End');
  // Files are of matches played to the end; one cut short has no end of its last period.
  const over =
    last !== undefined && last.event.period > 1 && last.event.period === timed.at(-1)?.event.period;
  return timed.map(({ event, place, raw, offset, note }): Play => {
    const side = context.sideOf(event, place);
    const stamp = stampOf(event.period, offset);
    const playerId = event.player === undefined ? null : String(event.player.id);
    const ending = event.type.name === 'Half End';
    return {
      ...EMPTY_PLAY,
      id: event.id,
      orderKey: rank(stamp.at),
      stamp,
      period: event.period,
      clock: clockLeft(event.period, Math.floor(offset / 10), context.file, `${place}.timestamp`),
      kind: KINDS[event.type.name] ?? event.type.name.toLowerCase().replace(/\W+/g, '_'),
      side,
      playerId,
      credits: creditsOf(event, side, assistOf),
      changes: changesOf(event, side, playerId, pitch),
      presence: playerId === null || OFF_THE_BALL.has(event.type.name) ? [] : [{ side, playerId }],
      ends: !ending ? null : over && event.id === last?.event.id ? 'game' : 'period',
      note: KNOWN.has(event.type.name)
        ? note
        : [note, unknownType(event.type.name)].filter(Boolean).join('; '),
      raw,
    };
  });
}

/** By `index`; an id or index that stands twice, or an index left out, means that the file is not whole. */
function inOrder(events: readonly PlacedEvent[], file: string): PlacedEvent[] {
  const ids = new Map<string, string>();
  for (const { event, place } of events) {
    const twin = ids.get(event.id);
    if (twin !== undefined) {
      throw new BadInput(file, place, `event ${event.id} stands at ${twin} too`, 'fetch the file again');
    }
    ids.set(event.id, place);
  }
  const ordered = [...events].sort((a, b) => a.event.index - b.event.index);
  ordered.forEach(({ event, place }, position) => {
    if (event.index === position + 1) return;
    const reason = `index ${event.index} where ${position + 1} should be: events are missing or doubled`;
    throw new BadInput(file, `${place}.index`, reason, 'fetch the file again');
  });
  return ordered;
}

/** An event stamped before the one it follows (there is about one a match) happened with that one at the earliest. */
function inTime(events: readonly PlacedEvent[], file: string): Timed[] {
  let period = 0;
  let latest = 0;
  return events.map((placed) => {
    const { event, place } = placed;
    const stated = readOffset(event.timestamp, file, `${place}.timestamp`);
    if (event.period < period) {
      const reason = `period ${event.period} after period ${period}`;
      throw new BadInput(file, `${place}.period`, reason, 'fetch the file again');
    }
    if (event.period > period) latest = 0;
    period = event.period;
    const late = stated < latest;
    latest = Math.max(latest, stated);
    return {
      ...placed,
      offset: latest,
      note: late ? `stamped ${event.timestamp}, before the event it follows; placed with that one` : null,
    };
  });
}

function changesOf(event: Event, side: Side, playerId: string | null, pitch: Pitch): FloorChange[] {
  if (playerId === null || event.period === SHOOT_OUT) return [];
  switch (event.type.name) {
    case 'Substitution': {
      const replacement = event.substitution?.replacement;
      return [
        ...pitch.off(side, playerId),
        ...(replacement === undefined ? [] : pitch.on(side, String(replacement.id))),
      ];
    }
    case 'Player Off':
      return pitch.off(side, playerId);
    case 'Player On':
      return pitch.on(side, playerId);
    default:
      return sendsOff(event) ? pitch.off(side, playerId) : [];
  }
}

/** A pass names the shot it led to and says whether it was an assist. */
function assists(events: readonly PlacedEvent[]): AssistOf {
  const byShot = new Map<string, string>();
  for (const { event } of events) {
    const shot = event.pass?.goal_assist === true ? event.pass.assisted_shot_id : undefined;
    if (shot !== undefined && event.player !== undefined) byShot.set(shot, String(event.player.id));
  }
  return (shotId) => byShot.get(shotId) ?? null;
}
