/** What an event of `feed/live` means. */
import type { SeasonType } from '../../../plays/game.ts';
import { type Credit, EMPTY_PLAY, type Play, type Side } from '../../../plays/play.ts';
import { BadInput } from '../../bad-input.ts';
import { check } from '../../check.ts';
import { unknownType } from '../../unknown-type.ts';
import {
  type Actor,
  blockedShot,
  faceoff,
  goal,
  missedShot,
  penalty,
  type Strength,
  shotOnGoal,
  single,
} from '../credits.ts';
import { clockOf, lengthOf, readSeconds } from '../periods.ts';
import type { ActorOf } from '../roster.ts';
import { decisionOf, winnersGoal } from '../shootout.ts';
import { Event } from './document.ts';
import { type Stamped, stampEvents } from './stamps.ts';

const KINDS: Readonly<Record<string, string>> = {
  GOAL: 'goal',
  SHOT: 'shot_on_goal',
  MISSED_SHOT: 'missed_shot',
  BLOCKED_SHOT: 'blocked_shot',
  FACEOFF: 'faceoff',
  HIT: 'hit',
  GIVEAWAY: 'giveaway',
  TAKEAWAY: 'takeaway',
  PENALTY: 'penalty',
  STOP: 'stoppage',
  PERIOD_START: 'period_start',
  PERIOD_END: 'period_end',
  SHOOTOUT_COMPLETE: 'shootout_complete',
  GAME_END: 'game_end',
};

/** Bookkeeping, of which nothing is counted. */
const ASIDE = new Set([
  'GAME_SCHEDULED',
  'GAME_OFFICIAL',
  'PERIOD_READY',
  'PERIOD_OFFICIAL',
  'EARLY_INT_START',
  'EARLY_INT_END',
  'EARLY_INTERMISSION_START',
  'EARLY_INTERMISSION_END',
  'EMERGENCY_GOALTENDER',
  'FAILED_SHOT_ATTEMPT',
  'CHALLENGE',
  'FIGHT',
  'SUBSTITUTION',
]);

const STRENGTHS: Readonly<Record<string, Strength>> = { PPG: 'power_play', SHG: 'short_handed' };

const OVER = new Set(['SHOOTOUT_COMPLETE', 'GAME_END']);

export interface Context {
  readonly file: string;
  readonly type: SeasonType;
  readonly sideOfTeam: (id: number, place: string) => Side;
  readonly actorOf: ActorOf;
}

/** An event with the players it names. */
interface Scene {
  readonly event: Event;
  readonly place: string;
  readonly shootout: boolean;
  readonly side: Side | null;
  /** Actors by role; a role may be named more than once. */
  readonly cast: readonly (readonly [role: string, actor: Actor])[];
}

/** All plays of the array. */
export function toPlays(values: readonly unknown[], context: Context): Play[] {
  const placeOf = (position: number) => `$.liveData.plays.allPlays[${position}]`;
  const events = values.map((value, position) => check(Event, value, context.file, placeOf(position)));
  refuseTwins(events, placeOf, context.file);
  const stamps = stampEvents(events, placeOf, context.file);
  const scenes = events.map((event, position) => sceneOf(event, placeOf(position), context));
  const decision = decisionOf(
    scenes.map(({ event, shootout, side }) => ({
      scored: shootout && event.result.eventTypeId === 'GOAL' ? side : null,
      shootout,
      over: OVER.has(event.result.eventTypeId) || (shootout && event.result.eventTypeId === 'PERIOD_END'),
    })),
  );
  return scenes.flatMap((scene, position) => {
    const stamped = stamps[position];
    if (stamped === undefined) return [];
    const won = decision?.position === position ? winnersGoal(decision.winner) : [];
    return [toPlay(scene, stamped, won, JSON.stringify(values[position]), context)];
  });
}

/** `eventId` is the identity: it stays with an event, while `eventIdx` is its place in this version of the file. */
function refuseTwins(events: readonly Event[], placeOf: (position: number) => string, file: string): void {
  const seen = new Map<number, number>();
  for (const [position, { about }] of events.entries()) {
    const twin = seen.get(about.eventId);
    if (twin !== undefined) {
      throw new BadInput(
        file,
        placeOf(position),
        `eventId ${about.eventId} stands at ${placeOf(twin)} too`,
        'fetch the file again',
      );
    }
    seen.set(about.eventId, position);
  }
}

function sceneOf(event: Event, place: string, context: Context): Scene {
  const cast = event.players.map(({ player, playerType }, index): readonly [string, Actor] => [
    playerType,
    context.actorOf(player.id, `${place}.players[${index}].player.id`),
  ]);
  const side = event.team === undefined ? null : context.sideOfTeam(event.team.id, `${place}.team.id`);
  return { event, place, shootout: event.about.periodType === 'SHOOTOUT', side, cast };
}

function toPlay(scene: Scene, stamped: Stamped, won: Credit[], raw: string, context: Context): Play {
  const { event, place, shootout, side, cast } = scene;
  const { about, result } = event;
  const length = lengthOf(about.period, context.type);
  const left = readSeconds(
    about.periodTimeRemaining,
    length,
    context.file,
    `${place}.about.periodTimeRemaining`,
  );
  const isPenalty = result.eventTypeId === 'PENALTY';
  // The feed's first name is the one the event is about; a bench penalty is about nobody.
  const first = isBench(event) ? undefined : cast[0]?.[1];
  return {
    ...EMPTY_PLAY,
    id: String(about.eventId),
    orderKey: stamped.orderKey,
    stamp: stamped.stamp,
    period: about.period,
    clock: clockOf(left, shootout),
    kind: KINDS[result.eventTypeId] ?? 'other',
    description: result.description ?? null,
    side: first?.side ?? side,
    playerId: first?.playerId ?? null,
    credits: [...(shootout ? [] : creditsOf(scene, context)), ...won],
    // A penalty reaches the bench; it does not show that anybody played.
    presence: isPenalty ? [] : cast.map(([, actor]) => actor),
    statedScore: shootout || won.length > 0 ? null : about.goals,
    ends: result.eventTypeId === 'GAME_END' ? 'game' : result.eventTypeId === 'PERIOD_END' ? 'period' : null,
    note: stamped.note ?? (isPenalty ? noteOfPenalty(scene) : noteOfType(result.eventTypeId)),
    raw,
  };
}

function creditsOf(scene: Scene, context: Context): Credit[] {
  const { event, cast } = scene;
  const all = (role: string) => cast.filter(([is]) => is === role).map(([, actor]) => actor);
  const maybe = (role: string) => all(role)[0] ?? null;
  const the = (role: string) => all(role)[0] ?? refuse(scene, role, context.file);
  switch (event.result.eventTypeId) {
    case 'GOAL':
      return goal(
        the('Scorer'),
        all('Assist'),
        maybe('Goalie'),
        STRENGTHS[event.result.strength?.code ?? ''] ?? 'even',
      );
    case 'SHOT':
      return shotOnGoal(the('Shooter'), maybe('Goalie'));
    case 'MISSED_SHOT':
      return missedShot(the('Shooter'));
    case 'BLOCKED_SHOT':
      return blockedShot(maybe('Shooter'), the('Blocker'));
    case 'FACEOFF':
      return faceoff(the('Winner'), the('Loser'));
    case 'HIT':
      return single(the('Hitter'), 'hits');
    case 'GIVEAWAY':
      return single(the('PlayerID'), 'giveaways');
    case 'TAKEAWAY':
      return single(the('PlayerID'), 'takeaways');
    case 'PENALTY':
      return penaltyCredits(scene, maybe('PenaltyOn'), context.file);
    default:
      return [];
  }
}

/** A bench penalty names as `PenaltyOn` the player who serves it. */
function isBench({ result }: Event): boolean {
  return result.eventTypeId === 'PENALTY' && /^bench/i.test(result.penaltySeverity ?? '');
}

function penaltyCredits({ event, place, side }: Scene, named: Actor | null, file: string): Credit[] {
  const minutes = event.result.penaltyMinutes;
  const team = named?.side ?? side;
  if (minutes === undefined || team === null) {
    throw new BadInput(
      file,
      `${place}.${minutes === undefined ? 'result.penaltyMinutes' : 'team'}`,
      'a penalty without its minutes, or without a team',
      'fetch the file again',
    );
  }
  return penalty(team, isBench(event) ? null : named, minutes);
}

function noteOfType(type: string): string | null {
  return type in KINDS || ASIDE.has(type) ? null : unknownType(type);
}

function noteOfPenalty({ event }: Scene): string | null {
  if (isBench(event)) return 'bench penalty: the team is charged, the player named only serves it';
  // Where the feed leaves the infraction out, the box score may leave the minutes out.
  return event.result.secondaryType === event.result.penaltySeverity
    ? 'the feed names no infraction for this penalty'
    : null;
}

function refuse({ event, place }: Scene, role: string, file: string): never {
  throw new BadInput(
    file,
    `${place}.players`,
    `a ${event.result.eventTypeId} that names no ${role}`,
    'fetch the file again',
  );
}
