/** What an event of api-web means. */
import type { SeasonType } from '../../../plays/game.ts';
import { type Credit, EMPTY_PLAY, type Play, type Side } from '../../../plays/play.ts';
import { BadInput } from '../../bad-input.ts';
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
import { clockOf } from '../periods.ts';
import type { ActorOf } from '../roster.ts';
import { decisionOf, winnersGoal } from '../shootout.ts';
import type { Event } from './document.ts';
import { inOrder, type Ordered } from './order.ts';
import { stampOf } from './pace.ts';

/** Roles that show a player on the ice. A penalty shows nobody there: it reaches the bench. */
const PLAYING = [
  'scoringPlayerId',
  'assist1PlayerId',
  'assist2PlayerId',
  'shootingPlayerId',
  'goalieInNetId',
  'blockingPlayerId',
  'winningPlayerId',
  'losingPlayerId',
  'hittingPlayerId',
  'hitteePlayerId',
  'playerId',
] as const;
type Role = (typeof PLAYING)[number] | 'committedByPlayerId';

/** The player an event is about, by type. */
const ABOUT: Readonly<Record<string, Role>> = {
  goal: 'scoringPlayerId',
  'shot-on-goal': 'shootingPlayerId',
  'missed-shot': 'shootingPlayerId',
  'failed-shot-attempt': 'shootingPlayerId',
  'blocked-shot': 'blockingPlayerId',
  faceoff: 'winningPlayerId',
  hit: 'hittingPlayerId',
  giveaway: 'playerId',
  takeaway: 'playerId',
  penalty: 'committedByPlayerId',
};

/** Types of which nothing is counted. */
const ASIDE = new Set([
  'stoppage',
  'delayed-penalty',
  'period-start',
  'period-end',
  'shootout-complete',
  'game-end',
]);

const OVER = new Set(['shootout-complete', 'game-end']);
const BENCH = 'BEN';

export interface Context {
  readonly file: string;
  readonly type: SeasonType;
  /** The scheduled start. */
  readonly start: number;
  readonly sideOfTeam: (id: number, place: string) => Side;
  readonly actorOf: ActorOf;
}

/** All plays, in the feed's order. */
export function toPlays(values: readonly unknown[], context: Context): Play[] {
  const ordered = inOrder(values, context.type, context.file);
  const decision = decisionOf(
    ordered.map((entry) => ({
      scored:
        entry.shootout && entry.event.typeDescKey === 'goal'
          ? actorIn(entry, 'scoringPlayerId', context).side
          : null,
      shootout: entry.shootout,
      over: OVER.has(entry.event.typeDescKey) || (entry.shootout && entry.event.typeDescKey === 'period-end'),
    })),
  );
  return ordered.map((entry, position) =>
    toPlay(entry, decision?.position === position ? winnersGoal(decision.winner) : [], context),
  );
}

function toPlay(entry: Ordered, won: Credit[], context: Context): Play {
  const { event, place, shootout } = entry;
  const { details } = event;
  const owner =
    details.eventOwnerTeamId === undefined
      ? null
      : context.sideOfTeam(details.eventOwnerTeamId, `${place}.details.eventOwnerTeamId`);
  const role = isBench(event) ? undefined : ABOUT[event.typeDescKey];
  const about = role === undefined ? null : maybeIn(entry, role, context);
  return {
    ...EMPTY_PLAY,
    id: String(event.eventId),
    orderKey: event.sortOrder,
    stamp: stampOf(entry.moment, context.type, context.start),
    period: event.periodDescriptor.number,
    clock: clockOf(entry.left, shootout),
    kind: event.typeDescKey.replaceAll('-', '_'),
    description: describe(event),
    side: about?.side ?? owner,
    playerId: about?.playerId ?? null,
    credits: [...(shootout ? [] : creditsOf(entry, owner, context)), ...won],
    presence:
      event.typeDescKey === 'penalty'
        ? []
        : PLAYING.flatMap((playing) => maybeIn(entry, playing, context) ?? []),
    statedScore:
      shootout || details.homeScore === undefined || details.awayScore === undefined
        ? null
        : { home: details.homeScore, away: details.awayScore },
    ends: event.typeDescKey === 'game-end' ? 'game' : event.typeDescKey === 'period-end' ? 'period' : null,
    note: noteOf(event),
    raw: entry.raw,
  };
}

function creditsOf(entry: Ordered, owner: Side | null, context: Context): Credit[] {
  const the = (role: Role) => actorIn(entry, role, context);
  const maybe = (role: Role) => maybeIn(entry, role, context);
  switch (entry.event.typeDescKey) {
    case 'goal': {
      const scorer = the('scoringPlayerId');
      const assists = [maybe('assist1PlayerId'), maybe('assist2PlayerId')].flatMap((actor) => actor ?? []);
      return goal(
        scorer,
        assists,
        maybe('goalieInNetId'),
        strengthOf(entry.event.situationCode, scorer.side),
      );
    }
    case 'shot-on-goal':
      return shotOnGoal(the('shootingPlayerId'), maybe('goalieInNetId'));
    case 'missed-shot':
      return missedShot(the('shootingPlayerId'));
    case 'blocked-shot':
      return blockedShot(maybe('shootingPlayerId'), maybe('blockingPlayerId'));
    case 'faceoff':
      return faceoff(the('winningPlayerId'), the('losingPlayerId'));
    case 'hit':
      return single(the('hittingPlayerId'), 'hits');
    case 'giveaway':
      return single(the('playerId'), 'giveaways');
    case 'takeaway':
      return single(the('playerId'), 'takeaways');
    case 'penalty':
      return penaltyCredits(entry, owner, maybe('committedByPlayerId'), context.file);
    default:
      return [];
  }
}

/**
 * Four digits: away's goalie, away's skaters, home's skaters, home's goalie. A goalie pulled for a skater is no
 * power play, so both count.
 */
export function strengthOf(situation: string | undefined, side: Side): Strength {
  if (situation === undefined) return 'even';
  const [awayGoalie = 0, away = 0, home = 0, homeGoalie = 0] = [...situation].map(Number);
  const lead = home + homeGoalie - (away + awayGoalie);
  const own = side === 'home' ? lead : -lead;
  return own > 0 ? 'power_play' : own < 0 ? 'short_handed' : 'even';
}

function isBench({ typeDescKey, details }: Event): boolean {
  return typeDescKey === 'penalty' && details.typeCode === BENCH;
}

function noteOf(event: Event): string | null {
  if (isBench(event)) return 'bench penalty: the team is charged';
  const { typeDescKey } = event;
  return typeDescKey in ABOUT || ASIDE.has(typeDescKey) ? null : unknownType(typeDescKey);
}

function penaltyCredits(
  { event, place }: Ordered,
  owner: Side | null,
  by: Actor | null,
  file: string,
): Credit[] {
  const minutes = event.details.duration;
  const side = by?.side ?? owner;
  if (minutes === undefined || side === null) {
    throw new BadInput(
      file,
      `${place}.details.${minutes === undefined ? 'duration' : 'eventOwnerTeamId'}`,
      'a penalty without its minutes, or without a team',
      'fetch the file again',
    );
  }
  return penalty(side, isBench(event) ? null : by, minutes);
}

function maybeIn({ event, place }: Ordered, role: Role, context: Context): Actor | null {
  const id = event.details[role];
  return id === undefined ? null : context.actorOf(id, `${place}.details.${role}`);
}

function actorIn(entry: Ordered, role: Role, context: Context): Actor {
  const actor = maybeIn(entry, role, context);
  if (actor !== null) return actor;
  throw new BadInput(
    context.file,
    `${entry.place}.details.${role}`,
    `a ${entry.event.typeDescKey} without it`,
    'fetch the file again',
  );
}

/** The feed has keys where others have sentences. */
function describe({ typeDescKey, details }: Event): string {
  const more = details.descKey ?? details.reason ?? details.shotType;
  const words = more === undefined ? typeDescKey : `${typeDescKey}: ${more}`;
  return words.replaceAll('-', ' ');
}
