/** Small documents made by hand: two sides of a few players, and the plate appearances a test asks for. */
import type { Document } from '../../src/feeds/feed.ts';

export type Json = Record<string, unknown>;

/** Home players are 11 to 15, away ones 21 to 25; 11 and 21 start as pitchers, 15 and 25 are on the bench. */
const HOME = [11, 12, 13, 14, 15] as const;
const AWAY = [21, 22, 23, 24, 25] as const;

/** Instant so many seconds after the first pitch. */
export const instant = (seconds: number): string =>
  new Date(Date.UTC(2023, 4, 1, 20) + seconds * 1000).toISOString();

interface EventSpec {
  readonly type?: 'pitch' | 'action' | 'pickoff' | 'no_pitch';
  readonly call?: 'ball' | 'strike' | 'in_play';
  readonly count?: readonly [balls: number, strikes: number, outs: number];
  readonly eventType?: string;
  readonly player?: number;
  readonly replaced?: number;
  readonly position?: string;
  readonly description?: string;
}

export interface RunnerSpec {
  readonly id: number;
  readonly end?: string | null;
  readonly out?: boolean;
  readonly reason?: string;
  readonly pitcher?: number;
  readonly earned?: boolean;
  readonly teamUnearned?: boolean;
  readonly at?: number;
  readonly credits?: readonly (readonly [id: number, credit: string])[];
}

export interface AppearanceSpec {
  readonly top?: boolean;
  readonly inning?: number;
  readonly batter?: number;
  readonly pitcher?: number;
  readonly result?: string | null;
  readonly rbi?: number;
  readonly outs?: number;
  readonly score?: readonly [away: number, home: number];
  readonly events?: readonly EventSpec[];
  readonly runners?: readonly RunnerSpec[];
}

function event(spec: EventSpec, index: number, start: number): Json {
  const { type = 'pitch', call, count = [0, 0, 0], eventType, player, replaced, position } = spec;
  const { description = `event ${index}` } = spec;
  const [balls, strikes, outs] = count;
  const calls = { isBall: call === 'ball', isStrike: call === 'strike', isInPlay: call === 'in_play' };
  return {
    index,
    type,
    isPitch: type === 'pitch',
    startTime: instant(start + 10 * index),
    endTime: instant(start + 10 * index + 5),
    count: { balls, strikes, outs },
    details: { description, eventType, ...(type === 'pitch' ? calls : {}) },
    ...(player === undefined ? {} : { player: { id: player } }),
    ...(replaced === undefined ? {} : { replacedPlayer: { id: replaced } }),
    ...(position === undefined ? {} : { position: { code: position }, isSubstitution: true }),
  };
}

function runner(spec: RunnerSpec, last: number): Json {
  return {
    movement: { end: spec.end ?? null, isOut: spec.out ?? false },
    details: {
      runner: { id: spec.id },
      eventType: 'event',
      movementReason: spec.reason ?? null,
      responsiblePitcher: spec.pitcher === undefined ? null : { id: spec.pitcher },
      earned: spec.earned ?? false,
      teamUnearned: spec.teamUnearned ?? false,
      playIndex: spec.at ?? last,
    },
    credits: (spec.credits ?? []).map(([id, credit]) => ({ player: { id }, credit })),
  };
}

/** A plate appearance; one pitch put in play and a groundout where nothing else is said. */
function appearance(spec: AppearanceSpec, index: number): Json {
  const top = spec.top ?? true;
  const start = index * 100;
  const events = spec.events ?? [{ call: 'in_play' } as const];
  const complete = spec.result !== null;
  const batter = spec.batter ?? (top ? 22 : 12);
  const [awayScore, homeScore] = spec.score ?? [0, 0];
  return {
    atBatIndex: index,
    about: {
      isTopInning: top,
      inning: spec.inning ?? 1,
      isComplete: complete,
      ...(complete ? { endTime: instant(start + 10 * Math.max(events.length - 1, 0) + 5) } : {}),
    },
    result: complete
      ? { eventType: spec.result ?? 'field_out', rbi: spec.rbi ?? 0, awayScore, homeScore }
      : {},
    count: { outs: spec.outs ?? 0 },
    matchup: { batter: { id: batter }, pitcher: { id: spec.pitcher ?? (top ? 11 : 21) } },
    runners: (spec.runners ?? []).map((each) => runner(each, events.length - 1)),
    playEvents: events.map((each, position) => event(each, position, start)),
  };
}

function boxTeam(ids: readonly number[]): Json {
  const stats = () => ({ batting: {}, pitching: {}, fielding: {} });
  const players = ids.map((id, position): [string, Json] => [
    `ID${id}`,
    {
      person: { id, fullName: `Player ${id}` },
      position: { abbreviation: position === 0 ? 'P' : 'IF' },
      ...(position > 0 && position < 4 ? { battingOrder: `${position}00` } : {}),
      stats: stats(),
    },
  ]);
  return {
    teamStats: stats(),
    players: Object.fromEntries(players),
    batters: ids.slice(0, 4),
    pitchers: ids.slice(0, 1),
  };
}

const team = (id: number, abbreviation: string): Json => ({ id, abbreviation, sport: { id: 1 } });

/** A document of those plate appearances. */
export function game(...specs: readonly AppearanceSpec[]): Json {
  return {
    gamePk: 900001,
    metaData: { timeStamp: '20230501_210000' },
    gameData: {
      game: { type: 'R', season: '2023' },
      datetime: { officialDate: '2023-05-01', dateTime: instant(-60) },
      status: { abstractGameState: 'Live' },
      teams: { home: team(1, 'HOM'), away: team(2, 'AWY') },
    },
    liveData: {
      plays: { allPlays: specs.map(appearance) },
      boxscore: { teams: { home: boxTeam(HOME), away: boxTeam(AWAY) } },
    },
  };
}

/** A copy with the value at a path replaced, or taken away where it is undefined. */
export function altered(document: Json, path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(document);
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(at), last);
  else Reflect.set(Object(at), last, value);
  return copy;
}

export const asDocument = (value: unknown): Document => ({
  file: 'game.json',
  content: { kind: 'json', value },
});
