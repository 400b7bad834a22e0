/** What a play of the drive chart means, in neutral terms. All counting is by its official stat rows. */
import {
  type Credit,
  EMPTY_PLAY,
  type Play,
  type Presence,
  type Score,
  type Side,
} from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import type { ReadPlay, StatRow } from './document.ts';
import type { Timed } from './stamps.ts';
import { creditsOfRow, isKnown, leadingRow } from './stat-types.ts';

const KINDS: Readonly<Record<string, string>> = {
  GAME_START: 'period_start',
  END_QUARTER: 'period_end',
  END_GAME: 'game_end',
  RUSH: 'rush',
  PASS: 'pass',
  SACK: 'sack',
  PUNT: 'punt',
  KICK_OFF: 'kickoff',
  FREE_KICK: 'kickoff',
  FIELD_GOAL: 'field_goal',
  XP_KICK: 'extra_point',
  PAT2: 'two_point_try',
  PENALTY: 'penalty',
  TIMEOUT: 'timeout',
};

export interface PlayContext {
  readonly file: string;
  readonly homeId: string;
  readonly awayId: string;
  /** Scores the file states after a play, by its id. */
  readonly statedScores: ReadonlyMap<number, Score>;
  /** What was mended besides the time, by play id. */
  readonly notes: ReadonlyMap<number, string>;
  readonly over: boolean;
}

/** A play with its stamp. */
export function toPlay(read: ReadPlay, timed: Timed, context: PlayContext): Play {
  const { play, place } = read;
  const sides = play.stats.map((row, index) => sideOf(row, place, index, context));
  const leading = leadingRow(play.stats);
  const credits: Credit[] = [];
  const presence: Presence[] = [];
  for (const [index, row] of play.stats.entries()) {
    const side = sides[index];
    if (side === undefined) continue;
    credits.push(...creditsOfRow(row, side));
    if (row.gsisPlayerId !== null) presence.push({ side, playerId: row.gsisPlayerId });
  }
  return {
    ...EMPTY_PLAY,
    id: String(play.playId),
    orderKey: read.orderKey,
    stamp: timed.stamp,
    period: read.period,
    clock: read.clock,
    kind: KINDS[play.playType] ?? 'other',
    description: play.playDescription ?? null,
    side: leading === undefined ? null : (sides[play.stats.indexOf(leading)] ?? null),
    playerId: leading?.gsisPlayerId ?? null,
    credits: merged(credits),
    presence,
    statedScore: context.statedScores.get(play.playId) ?? null,
    ends:
      play.playType === 'END_QUARTER'
        ? 'period'
        : play.playType === 'END_GAME' && context.over
          ? 'game'
          : null,
    note: notesOf(play.stats, timed.note, context.notes.get(play.playId)),
    raw: read.raw,
  };
}

function sideOf(row: StatRow, place: string, index: number, context: PlayContext): Side {
  if (row.teamId === context.homeId) return 'home';
  if (row.teamId === context.awayId) return 'away';
  throw new BadInput(
    context.file,
    `${place}.stats[${index}].teamId`,
    `team ${row.teamId} does not play in this game`,
    'fetch the file again',
  );
}

/** One credit a counter and player: two rows of a play may add to the same. */
function merged(credits: readonly Credit[]): Credit[] {
  const sums: Credit[] = [];
  for (const credit of credits) {
    const { side, playerId, counter, by } = credit;
    const place = sums.findIndex(
      (sum) => sum.counter === counter && sum.playerId === playerId && sum.side === side,
    );
    const sum = sums[place];
    if (sum === undefined) sums.push(credit);
    else sums[place] = { ...sum, by: sum.by + by };
  }
  return sums;
}

function notesOf(rows: readonly StatRow[], ...notes: (string | null | undefined)[]): string | null {
  const unknown = new Set(rows.filter(({ statType }) => !isKnown(statType)).map(({ statType }) => statType));
  const told = [
    ...notes.filter((note) => note != null),
    ...[...unknown].map((type) => `stat type ${type} is not known: nothing was counted from it`),
  ];
  return told.length === 0 ? null : told.join('; ');
}
