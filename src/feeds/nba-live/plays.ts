/** What an action of the live feed means. Steals, blocks and each half of a substitution are actions of their own. */
import {
  type Credit,
  EMPTY_PLAY,
  type Play,
  type Presence,
  type Side,
  type StatedTotal,
} from '../../plays/play.ts';
import type { FreeThrowValue } from '../../sports/leagues.ts';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import { unknownType } from '../unknown-type.ts';
import { Action } from './action.ts';

const KINDS: Readonly<Record<string, string>> = {
  'period:start': 'period_start',
  'period:end': 'period_end',
  'game:end': 'game_end',
  jumpball: 'jump_ball',
  turnover: 'turnover',
  foul: 'foul',
  rebound: 'rebound',
  steal: 'steal',
  block: 'block',
  substitution: 'substitution',
  timeout: 'timeout',
  violation: 'violation',
  ejection: 'ejection',
  stoppage: 'stoppage',
};

const KNOWN = new Set([
  '2pt',
  '3pt',
  'freethrow',
  ...Object.keys(KINDS).map((key) => key.split(':')[0] ?? key),
]);

/** Actions whose person was on the floor. Technical fouls and ejections reach the bench. */
const ACTING = new Set([
  '2pt',
  '3pt',
  'freethrow',
  'rebound',
  'steal',
  'block',
  'turnover',
  'foul',
  'jumpball',
  'violation',
]);

/** Minutes of a period in any league, once or now; how long this one's are is held apart. */
const LONGEST_PERIOD = 20;

/** First believable year of a play; earlier stamps are a feed's placeholder. */
const FIRST_YEAR = 1946;

export interface LiveContext {
  readonly file: string;
  readonly homeId: string;
  readonly awayId: string;
  readonly sideOfPlayer: (id: string) => Side | null;
  readonly freeThrowValue: FreeThrowValue;
}

/** All plays of the array, in `orderNumber` order, which is the order of play. */
export function toLivePlays(actions: readonly unknown[], context: LiveContext): Play[] {
  const read = actions.map((value, position) => {
    const place = `$.game.actions[${position}]`;
    return { action: check(Action, value, context.file, place), place, raw: JSON.stringify(value) };
  });
  for (const key of ['actionNumber', 'orderNumber'] as const) refuseTwins(read, key, context.file);
  read.sort((a, b) => a.action.orderNumber - b.action.orderNumber);
  let score = 0;
  return read.map(({ action, place, raw }) => {
    const total = Number(action.scoreHome) + Number(action.scoreAway);
    const gain = total - score;
    score = total;
    return toPlay(action, place, raw, gain, context);
  });
}

function refuseTwins(
  read: readonly { readonly action: Action; readonly place: string }[],
  key: 'actionNumber' | 'orderNumber',
  file: string,
): void {
  const seen = new Map<number, string>();
  for (const { action, place } of read) {
    const twin = seen.get(action[key]);
    if (twin !== undefined) {
      throw new BadInput(file, place, `${key} ${action[key]} stands at ${twin} too`, 'fetch the file again');
    }
    seen.set(action[key], place);
  }
}

function toPlay(action: Action, place: string, raw: string, gain: number, context: LiveContext): Play {
  const side = sideOfTeam(action, place, context);
  const playerId = action.personId === 0 || side === null ? null : String(action.personId);
  const technical = action.subType === 'technical' || isTechnical(action);
  const at = readInstant(action.timeActual, context.file, `${place}.timeActual`);
  return {
    ...EMPTY_PLAY,
    id: String(action.actionNumber),
    orderKey: action.orderNumber,
    stamp: { at, precision: 'millisecond', earliest: at, latest: at, method: 'feed' },
    period: action.period,
    clock: readClock(action.clock, context.file, `${place}.clock`),
    kind: kindOf(action),
    description: action.description ?? null,
    side,
    playerId,
    credits: side === null ? [] : creditsOf(action, side, playerId, technical, gain, context.freeThrowValue),
    changes:
      action.actionType === 'substitution' && side !== null && playerId !== null
        ? [
            {
              side,
              out: action.subType === 'out' ? playerId : null,
              in: action.subType === 'in' ? playerId : null,
            },
          ]
        : [],
    presence: presenceOf(action, technical, context),
    markFloor: action.actionType === 'foul' ? (technical ? 'technical' : 'personal') : null,
    creditFloor: action.actionType === 'freethrow' ? (technical ? 'technical' : 'personal') : null,
    statedScore: { home: Number(action.scoreHome), away: Number(action.scoreAway) },
    statedTotals: side === null || playerId === null ? [] : statedTotals(action, side, playerId, context),
    ends: action.actionType === 'game' ? 'game' : kindOf(action) === 'period_end' ? 'period' : null,
    editedAt:
      action.edited === undefined ? null : readInstant(action.edited, context.file, `${place}.edited`),
    note: noteOf(action),
    raw,
  };
}

function kindOf(action: Action): string {
  switch (action.actionType) {
    case '2pt':
    case '3pt':
      return action.shotResult === 'Made' ? 'shot_made' : 'shot_missed';
    case 'freethrow':
      return action.shotResult === 'Made' ? 'free_throw_made' : 'free_throw_missed';
    default:
      return KINDS[action.actionType] ?? KINDS[`${action.actionType}:${action.subType}`] ?? 'other';
  }
}

function noteOf({ actionType, value }: Action): string | null {
  const told = [value ?? null, KNOWN.has(actionType) ? null : unknownType(actionType)].filter(
    (note) => note !== null,
  );
  return told.length === 0 ? null : told.join('; ');
}

function isTechnical(action: Action): boolean {
  return action.descriptor === 'technical' || action.qualifiers.includes('technical');
}

function sideOfTeam(action: Action, place: string, context: LiveContext): Side | null {
  if (action.teamId === undefined || action.teamId === 0) return null;
  const id = String(action.teamId);
  if (id === context.homeId) return 'home';
  if (id === context.awayId) return 'away';
  throw new BadInput(
    context.file,
    `${place}.teamId`,
    `team ${id} does not play in this game (${context.awayId} at ${context.homeId})`,
    'check that play-by-play and box score are of one game',
  );
}

function creditsOf(
  action: Action,
  side: Side,
  playerId: string | null,
  technical: boolean,
  gain: number,
  freeThrowValue: FreeThrowValue,
): Credit[] {
  const credit = (counter: string, by = 1): Credit => ({ side, playerId, counter, by });
  const made = action.shotResult === 'Made';
  switch (action.actionType) {
    case '2pt':
    case '3pt': {
      const three = action.actionType === '3pt';
      const counters = three
        ? ['fga', 'fg3a', ...(made ? ['fgm', 'fg3m'] : [])]
        : ['fga', ...(made ? ['fgm'] : [])];
      const credits = counters.map((counter) => credit(counter));
      if (made) credits.push(credit('pts', three ? 3 : 2));
      if (made && action.assistPersonId !== undefined && action.assistPersonId !== 0) {
        credits.push({ side, playerId: String(action.assistPersonId), counter: 'ast', by: 1 });
      }
      return credits;
    }
    case 'freethrow':
      return made ? [credit('fta'), credit('ftm'), credit('pts', freeThrowValue(gain))] : [credit('fta')];
    case 'rebound':
      return [credit(action.subType === 'offensive' ? 'oreb' : 'dreb'), credit('reb')];
    case 'steal':
      return [credit('stl')];
    case 'block':
      return [credit('blk')];
    case 'turnover':
      return [credit('tov')];
    case 'foul':
      return technical || playerId === null ? [] : [credit('pf')];
    default:
      return [];
  }
}

function presenceOf(action: Action, technical: boolean, context: LiveContext): Presence[] {
  if (!ACTING.has(action.actionType) || (technical && action.actionType === 'foul')) return [];
  const ids = [
    action.personId,
    action.assistPersonId,
    action.foulDrawnPersonId,
    action.jumpBallWonPersonId,
    action.jumpBallLostPersonId,
    action.jumpBallRecoverdPersonId,
  ];
  return ids.flatMap((id) => {
    const side = id === undefined || id === 0 ? null : context.sideOfPlayer(String(id));
    return side === null ? [] : [{ side, playerId: String(id) }];
  });
}

function statedTotals(action: Action, side: Side, playerId: string, context: LiveContext): StatedTotal[] {
  const totals: StatedTotal[] = [];
  const state = (id: string, counter: string, value: number | undefined) => {
    if (value !== undefined) totals.push({ side, playerId: id, counter, value });
  };
  state(playerId, 'pts', action.pointsTotal);
  state(playerId, 'reb', action.reboundTotal);
  state(playerId, 'oreb', action.reboundOffensiveTotal);
  state(playerId, 'dreb', action.reboundDefensiveTotal);
  state(playerId, 'tov', action.turnoverTotal);
  if (context.sideOfPlayer(playerId) !== null) state(playerId, 'pf', action.foulPersonalTotal);
  if (action.assistPersonId !== undefined) state(String(action.assistPersonId), 'ast', action.assistTotal);
  return totals;
}

/** "PT11M58.00S" is 71,800 centiseconds. */
function readClock(value: string, file: string, place: string): number {
  const match = /^PT(\d{1,3})M([0-5]\d)\.(\d{1,2})S$/.exec(value);
  if (match === null || Number(match[1]) > LONGEST_PERIOD) {
    throw new BadInput(
      file,
      place,
      `"${value}" is not a game clock like PT11M58.00S`,
      'fetch the file again',
    );
  }
  return Number(match[1]) * 6000 + Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
}

function readInstant(value: string, file: string, place: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).getUTCFullYear() < FIRST_YEAR || at > Date.UTC(2100, 0)) {
    throw new BadInput(file, place, `"${value}" is not a believable UTC instant`, 'fetch the file again');
  }
  return at;
}
