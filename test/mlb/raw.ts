/** The real document's JSON as it stands, and a naive reading of it that shares nothing with the adapter. */
import { realGame } from './league.ts';

interface Ref {
  readonly id: number;
}
type Stats = Readonly<Record<'batting' | 'pitching' | 'fielding', Record<string, number>>>;
type Half = Readonly<Record<'runs' | 'hits' | 'errors', number>>;

export interface RawPlay {
  readonly about: { readonly isTopInning: boolean; readonly inning: number; readonly endTime: string };
  readonly result: { readonly eventType: string; readonly rbi: number };
  readonly matchup: { readonly batter: Ref; readonly pitcher: Ref };
  readonly runners: readonly {
    readonly movement: { readonly end: string | null; readonly isOut: boolean };
    readonly details: {
      readonly eventType: string;
      readonly runner: Ref;
      readonly responsiblePitcher: Ref | null;
      readonly earned: boolean;
      readonly playIndex: number;
    };
    readonly credits: readonly { readonly player: Ref; readonly credit: string }[];
  }[];
  readonly playEvents: readonly {
    readonly type: string;
    readonly isPitch: boolean;
    readonly isSubstitution?: boolean;
    readonly player?: Ref;
    readonly startTime: string;
    readonly endTime: string;
    readonly details: { readonly isBall?: boolean; readonly isStrike?: boolean; readonly isInPlay?: boolean };
  }[];
}

export interface RawTeam {
  readonly team: { readonly id: number };
  readonly teamStats: Stats;
  readonly pitchers: readonly number[];
  readonly battingOrder: readonly number[];
  readonly players: Readonly<
    Record<string, { readonly person: Ref & { readonly fullName: string }; readonly stats: Stats }>
  >;
}

export interface RawDocument {
  readonly liveData: {
    readonly plays: { readonly allPlays: readonly RawPlay[] };
    readonly linescore: {
      readonly innings: readonly { readonly num: number; readonly home: Half; readonly away: Half }[];
      readonly teams: { readonly home: Half; readonly away: Half };
    };
    readonly boxscore: { readonly teams: Readonly<Record<'home' | 'away', RawTeam>> };
  };
}

export function rawGame(): RawDocument {
  const { content } = realGame();
  if (content.kind !== 'json') throw new TypeError('not JSON');
  return structuredClone(content.value) as RawDocument;
}

/** Something somebody earned, at the instant he earned it. */
export interface Earning {
  readonly id: number;
  readonly at: number;
  readonly counter: string;
  readonly by: number;
}

const HITS = ['single', 'double', 'triple', 'home_run'];
const NO_AT_BAT = ['walk', 'hit_by_pitch'];

/** Everything everybody earned; games apart. No pitcher of this game is changed within a plate appearance. */
export function earnings({ liveData }: RawDocument): Earning[] {
  const all: Earning[] = [];
  for (const { about, result, matchup, runners, playEvents } of liveData.plays.allPlays) {
    const end = Date.parse(about.endTime);
    const give = (id: number, counter: string, at = end, by = 1) => all.push({ id, at, counter, by });
    const both = (counter: string, against = `p_${counter}`) => {
      give(matchup.batter.id, counter);
      give(matchup.pitcher.id, against);
    };
    both('pa', 'p_bf');
    if (!NO_AT_BAT.includes(result.eventType)) both('ab');
    const bases = HITS.indexOf(result.eventType) + 1;
    if (bases > 0) {
      both('h');
      give(matchup.batter.id, 'tb', end, bases);
    }
    if (bases === 2) both('doubles');
    if (bases === 3) both('triples');
    if (bases === 4) both('hr');
    if (result.eventType === 'walk') both('bb');
    if (result.eventType === 'hit_by_pitch') both('hbp');
    if (result.eventType.startsWith('strikeout')) both('so');
    give(matchup.batter.id, 'rbi', end, result.rbi);
    for (const { isPitch, endTime, details } of playEvents) {
      if (!isPitch) continue;
      const at = Date.parse(endTime);
      give(matchup.pitcher.id, 'p_pitches', at);
      give(matchup.pitcher.id, details.isBall ? 'p_balls' : 'p_strikes', at);
    }
    for (const { movement, details, credits } of runners) {
      const event = playEvents[details.playIndex];
      const at = event?.type === 'action' ? Date.parse(event.startTime) : end;
      if (movement.isOut) give(matchup.pitcher.id, 'p_outs', at);
      if (details.eventType === 'stolen_base_2b') give(details.runner.id, 'sb', at);
      if (details.eventType === 'caught_stealing_2b') give(details.runner.id, 'cs', at);
      for (const { player, credit } of credits) {
        if (credit.endsWith('_error')) give(player.id, 'e', at);
      }
      if (movement.end !== 'score') continue;
      give(details.runner.id, 'r', at);
      const pitcher = details.responsiblePitcher?.id ?? 0;
      give(pitcher, 'p_r', at);
      if (details.earned) give(pitcher, 'p_er', at);
    }
  }
  return all;
}
