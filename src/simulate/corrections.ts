import { floorBefore } from './floor.ts';
import type { GameFacts } from './game-facts.ts';
import type { Foul, Play, Rebound, Shot } from './play.ts';
import type { Random } from './random.ts';
import { showsStarters } from './trace.ts';

/** The kinds of correction a league office makes after a game. */
export const CORRECTIONS = ['assist moved', 'foul rescinded', 'play added'] as const;
export type CorrectionKind = (typeof CORRECTIONS)[number];

/** A corrected script, and the ids of the plays that were corrected or added. */
export interface Corrected {
  readonly script: Play[];
  readonly touched: ReadonlySet<number>;
}

/** Corrects a copy of the script. Returns null where the game has no play for this kind of correction. */
export function correct(
  random: Random,
  kind: CorrectionKind,
  facts: GameFacts,
  script: readonly Play[],
): Corrected | null {
  const copy = script.map((play) => ({ ...play }));
  if (kind === 'assist moved') return moveAssist(random, facts, copy);
  return kind === 'foul rescinded' ? rescindFoul(random, facts, copy) : addPlay(random, copy);
}

/** An assist goes to another team-mate who was on the floor. */
function moveAssist(random: Random, facts: GameFacts, script: Play[]): Corrected | null {
  const assisted = script.filter((play): play is Play & Shot => play.kind === 'shot' && play.assist > 0);
  if (assisted.length === 0) return null;
  const shot = random.pick(assisted);
  const others = floorBefore(facts, script, shot.id)[shot.side].filter(
    (id) => id !== shot.person && id !== shot.assist,
  );
  shot.assist = random.pick(others);
  shot.note = 'assist moved';
  return { script, touched: new Set([shot.id]) };
}

/**
 * A personal foul without throws is struck out. Only one that changed nothing else is chosen: neither the
 * penalty of its period nor a sixth foul hung on it, and the plays still show who was on the floor.
 */
function rescindFoul(random: Random, facts: GameFacts, script: Play[]): Corrected | null {
  const fouls = script.filter(
    (play): play is Play & Foul => play.kind === 'foul' && play.subType !== 'technical',
  );
  const candidates = fouls.filter((foul) => {
    if (foul.subType !== 'personal' || foul.throws > 0) return false;
    const penalty = fouls.some(
      ({ period, side, qualifiers }) =>
        period === foul.period && side === foul.side && qualifiers.includes('inpenalty'),
    );
    const fouledOut = fouls.filter(({ person }) => person === foul.person).length >= 6;
    return !penalty && !fouledOut && stillShown(facts, script, foul);
  });
  if (candidates.length === 0) return null;
  const foul = random.pick(candidates);
  return { script: script.filter((play) => play !== foul), touched: new Set() };
}

function stillShown(facts: GameFacts, script: readonly Play[], foul: Play & Foul): boolean {
  const { period, side } = foul;
  if (!script.some((play) => play.kind === 'unencoded' && play.period === period && play.side === side))
    return true;
  const start = script.find((play) => play.kind === 'period-start' && play.period === period);
  if (!start) return false;
  const five = floorBefore(facts, script, start.id)[side];
  const rest = script.filter((play) => play !== foul);
  return showsStarters(rest, period, side, five);
}

/** A tip that missed, and the second rebound by the same player, are put in after his offensive rebound. */
function addPlay(random: Random, script: Play[]): Corrected | null {
  const spots = script.flatMap((play, index) => {
    const next = script[index + 1];
    const follows = next !== undefined && next.period === play.period && next.kind !== 'unencoded';
    const own = play.kind === 'rebound' && play.offensive && play.person > 0;
    return own && follows && next.order - play.order >= 3
      ? [{ play: play as Play & Rebound, next, index }]
      : [];
  });
  if (spots.length === 0) return null;
  const { play, next, index } = random.pick(spots);
  const ids = Math.max(...script.map(({ id }) => id));
  const numbers = Math.max(...script.map(({ number }) => number));
  const { side, person, period, clock, at, edited, possession } = play;
  const timing = { period, clock, at, edited, possession, note: 'play added' };
  const third = Math.floor((next.order - play.order) / 3);
  const miss: Play = {
    ...timing,
    id: ids + 1,
    number: numbers + 1,
    order: play.order + third,
    kind: 'shot',
    side,
    person,
    points: 2,
    made: false,
    subType: 'Layup',
    descriptor: 'tip',
    distance: 1.2,
    x: 6,
    y: 51,
    qualifiers: ['pointsinthepaint', '2ndchance'],
    assist: 0,
    block: 0,
  };
  const again: Play = {
    ...play,
    note: 'play added',
    id: ids + 2,
    number: numbers + 2,
    order: play.order + 2 * third,
    shot: miss.id,
  };
  script.splice(index + 1, 0, miss, again);
  return { script, touched: new Set([miss.id, again.id]) };
}
