/** What a playbyplayv2 row means. Codes: data notes of the feed; checked against the totals in the text. */
import {
  type Credit,
  EMPTY_PLAY,
  type Play,
  type Presence,
  type Side,
  type Stamp,
  type StatedTotal,
} from '../../plays/play.ts';
import type { FreeThrowValue } from '../../sports/leagues.ts';
import { unknownType } from '../unknown-type.ts';
import type { Person, V2Row } from './row.ts';

/** EVENTMSGACTIONTYPE of fouls that are not personal fouls: technicals, delays, defensive three seconds … */
const NOT_PERSONAL = new Set([11, 12, 13, 16, 17, 18, 19, 25, 30]);
const DOUBLE_PERSONAL = 10;
const TECHNICAL_FREE_THROW = 16;

const KINDS: Readonly<Record<number, string>> = {
  1: 'shot_made',
  2: 'shot_missed',
  3: 'free_throw',
  4: 'rebound',
  5: 'turnover',
  6: 'foul',
  7: 'violation',
  8: 'substitution',
  9: 'timeout',
  10: 'jump_ball',
  11: 'ejection',
  12: 'period_start',
  13: 'period_end',
  18: 'replay_review',
};

/** Side of a person slot, or null for nobody. */
export function sideOf(person: Person): Side | null {
  if (person.id === 0) return null;
  if (person.type === 4 || person.type === 2 || person.type === 6) return 'home';
  return person.type === 5 || person.type === 3 || person.type === 7 ? 'away' : null;
}

/** Whether the slot holds a player (not a team, a coach or nobody). */
export function isPlayer(person: Person): boolean {
  return person.id !== 0 && (person.type === 4 || person.type === 5);
}

/** What must be remembered from row to row to read the next. */
interface Memory {
  lastMiss: Side | null;
  score: number;
  readonly offensive: Map<number, number>;
}

/** All plays of a game, from its rows and their stamps. */
export function toPlays(
  rows: readonly V2Row[],
  stamps: readonly Stamp[],
  orderKeys: readonly number[],
  freeThrowValue: FreeThrowValue,
): Play[] {
  const memory: Memory = { lastMiss: null, score: 0, offensive: new Map() };
  return rows.map((row, position) => {
    const stamp = stamps[position];
    if (stamp === undefined) throw new RangeError('a row without a stamp');
    const [first] = row.people;
    const text = [row.home, row.neutral, row.visitor].filter((part) => part !== null).join(' | ');
    const credits = creditsOf(row, text, memory, freeThrowValue);
    const personalFoul = row.type === 6 && !NOT_PERSONAL.has(row.action);
    return {
      ...EMPTY_PLAY,
      id: String(row.eventNumber),
      orderKey: orderKeys[position] ?? 0,
      stamp,
      period: row.period,
      clock: row.clock,
      kind: kindOf(row),
      description: text === '' ? null : text,
      side: sideOf(first),
      playerId: isPlayer(first) ? String(first.id) : null,
      credits,
      changes: changesOf(row),
      presence: presenceOf(row, personalFoul),
      markFloor: row.type === 6 ? (personalFoul ? 'personal' : 'technical') : null,
      creditFloor: row.type === 3 ? (row.action === TECHNICAL_FREE_THROW ? 'technical' : 'personal') : null,
      statedScore: row.score,
      statedTotals: statedTotals(row, text),
      ends: row.type === 13 ? 'period' : null,
      note: row.type in KINDS ? null : unknownType(row.type),
      raw: row.raw,
    };
  });
}

function kindOf(row: V2Row): string {
  if (row.type !== 3) return KINDS[row.type] ?? 'other';
  return row.score === null ? 'free_throw_missed' : 'free_throw_made';
}

function creditsOf(row: V2Row, text: string, memory: Memory, freeThrowValue: FreeThrowValue): Credit[] {
  const [first, second, third] = row.people;
  const credits: Credit[] = [];
  const credit = (person: Person, counter: string, by = 1) => {
    const side = sideOf(person);
    if (side === null || person.type === 6 || person.type === 7) return;
    credits.push({ side, playerId: isPlayer(person) ? String(person.id) : null, counter, by });
  };
  const total = row.score === null ? memory.score : row.score.home + row.score.away;
  const gain = row.score === null ? null : total - memory.score;
  memory.score = total;
  const three = text.includes('3PT');
  switch (row.type) {
    case 1:
      for (const counter of three ? ['fgm', 'fga', 'fg3m', 'fg3a'] : ['fgm', 'fga']) credit(first, counter);
      credit(first, 'pts', three ? 3 : 2);
      if (isPlayer(second)) credit(second, 'ast');
      break;
    case 2:
      for (const counter of three ? ['fga', 'fg3a'] : ['fga']) credit(first, counter);
      if (isPlayer(third)) credit(third, 'blk');
      memory.lastMiss = sideOf(first);
      break;
    case 3:
      credit(first, 'fta');
      if (row.score === null) memory.lastMiss = sideOf(first);
      else {
        credit(first, 'ftm');
        credit(first, 'pts', freeThrowValue(gain));
      }
      break;
    case 4:
      credit(first, offensive(row, text, memory) ? 'oreb' : 'dreb');
      credit(first, 'reb');
      break;
    case 5:
      credit(first, 'tov');
      if (isPlayer(second)) credit(second, 'stl');
      break;
    case 6:
      if (NOT_PERSONAL.has(row.action)) break;
      if (isPlayer(first)) credit(first, 'pf');
      if (row.action === DOUBLE_PERSONAL && isPlayer(second)) credit(second, 'pf');
      break;
  }
  return credits;
}

/** The text counts a player's offensive rebounds; a team rebound goes by who missed last. */
function offensive(row: V2Row, text: string, memory: Memory): boolean {
  const [first] = row.people;
  const stated = /\(Off:(\d+) Def:\d+\)/.exec(text)?.[1];
  if (stated === undefined) return sideOf(first) === memory.lastMiss;
  const before = memory.offensive.get(first.id) ?? 0;
  memory.offensive.set(first.id, Number(stated));
  return Number(stated) > before;
}

function changesOf(row: V2Row): Play['changes'] {
  const [out, comingIn] = row.people;
  const side = sideOf(out) ?? sideOf(comingIn);
  if (row.type !== 8 || side === null) return [];
  return [
    { side, out: isPlayer(out) ? String(out.id) : null, in: isPlayer(comingIn) ? String(comingIn.id) : null },
  ];
}

/** Technical fouls and ejections reach the bench, so they prove nothing; nor do substitutions, read apart. */
function presenceOf(row: V2Row, personalFoul: boolean): Presence[] {
  const acts = [1, 2, 3, 4, 5, 7, 10].includes(row.type) || personalFoul;
  if (!acts) return [];
  return row.people.flatMap((person) => {
    const side = sideOf(person);
    return side !== null && isPlayer(person) ? [{ side, playerId: String(person.id) }] : [];
  });
}

function statedTotals(row: V2Row, text: string): StatedTotal[] {
  const [first, second, third] = row.people;
  const totals: StatedTotal[] = [];
  const state = (person: Person, counter: string, value: string | undefined) => {
    const side = sideOf(person);
    if (value === undefined || side === null || !isPlayer(person)) return;
    totals.push({ side, playerId: String(person.id), counter, value: Number(value) });
  };
  state(first, 'pts', /\((\d+) PTS\)/.exec(text)?.[1]);
  state(second, 'ast', /\([^()]*?(\d+) AST\)/.exec(text)?.[1]);
  const rebounds = /\(Off:(\d+) Def:(\d+)\)/.exec(text);
  state(first, 'oreb', rebounds?.[1]);
  state(first, 'dreb', rebounds?.[2]);
  state(second, 'stl', /\((\d+) STL\)/.exec(text)?.[1]);
  state(third, 'blk', /\((\d+) BLK\)/.exec(text)?.[1]);
  const own = /\(P(\d+)[.)]/.exec(text)?.[1];
  if (row.type === 5) state(first, 'tov', own);
  if (row.type === 6) state(first, 'pf', own);
  return totals;
}
