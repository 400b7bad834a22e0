/**
 * Plays of a game. A plate appearance gives a play for each of its events, at that event's own instant, and one
 * for its result, at its end. Its identity is `atBatIndex`, an event's `atBatIndex.index`.
 *
 * A pitch or a throw counts when it is over (`endTime`); an action, such as a steal or a substitution, when it
 * begins (`startTime`), since the feed lets it last until the next event. Advisories, substitutions and throws from
 * before the plate appearance are stamped before its start, and keep those instants.
 */
import { EMPTY_PLAY, opponent, type Play, type Presence, type Side, type Stamp } from '../../plays/play.ts';
import { clockOfOuts, OUTS_PER_HALF } from '../../sports/baseball.ts';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import { type PlacedRunner, pitchCredits, resultCredits, runnerCredits } from './credits.ts';
import { MOST_EVENTS, PlateAppearance, PlayEvent } from './document.ts';
import type { Sides } from './roster.ts';
import { type Window, windowOf } from './window.ts';

/** Order keys of one plate appearance: its events by index, then its result. */
const KEYS = MOST_EVENTS + 1;
const RESULT_KEY = MOST_EVENTS;

/** The advisory with which a game begins. */
const IN_PROGRESS = 'Status Change - In Progress';

/** All plays, in the feed's order of play. `over`: the feed says that the game is. */
export function toPlays(allPlays: readonly unknown[], sides: Sides, over: boolean): Play[] {
  const pitching = new Map<Side, number>();
  const plays: Play[] = [];
  for (const [position, value] of allPlays.entries()) {
    const place = `$.liveData.plays.allPlays[${position}]`;
    const appearance = check(PlateAppearance, value, sides.file, place);
    inOrder(appearance.atBatIndex, position, 'atBatIndex', `${place}.atBatIndex`, sides.file);
    const events = appearance.playEvents.map((event, index) => {
      const at = `${place}.playEvents[${index}]`;
      const read = check(PlayEvent, event, sides.file, at);
      inOrder(read.index, index, 'index', `${at}.index`, sides.file);
      return read;
    });
    const batting = appearance.about.isTopInning ? 'away' : 'home';
    const fielding = opponent(batting);
    const window = windowOf(appearance, events, pitching.get(fielding) ?? null);
    pitching.set(fielding, window.pitcherAt(events.length));
    plays.push(...playsOf(window, { batting, place }, sides));
  }
  return withEnds(withStarters(begun(plays, sides.file), sides), over);
}

/** Positions and the feed's own numbers are the same thing; a hole or a twin is a piece lost or doubled. */
function inOrder(number: number, position: number, name: string, place: string, file: string): void {
  if (number === position) return;
  throw new BadInput(
    file,
    place,
    `${name} ${number} where ${position} must stand: something is missing, doubled or out of order`,
    'fetch the file again',
  );
}

interface Where {
  readonly batting: Side;
  readonly place: string;
}

function playsOf(window: Window, where: Where, sides: Sides): Play[] {
  const { appearance, events } = window;
  const complete = appearance.about.isComplete;
  const movements = movementsByEvent(window, where, sides, complete);
  const plays = events.map((event) =>
    eventPlay(event, window, where, sides, movements.get(event.index) ?? []),
  );
  if (complete) plays.push(resultPlay(window, where, sides, movements.get(null) ?? []));
  return plays;
}

/** Movements by the event they happened at; null is the result, where it is there. */
function movementsByEvent(
  { appearance, events, closing }: Window,
  { place }: Where,
  sides: Sides,
  complete: boolean,
): Map<number | null, PlacedRunner[]> {
  const last = events.length - 1;
  const found = new Map<number | null, PlacedRunner[]>();
  for (const [position, runner] of appearance.runners.entries()) {
    const at = `${place}.runners[${position}]`;
    const index = runner.details.playIndex ?? closing;
    if (index > last && last >= 0) {
      throw new BadInput(
        sides.file,
        `${at}.details.playIndex`,
        `event ${index} of ${events.length} is not there`,
        'fetch the file again',
      );
    }
    // The pitch put in play, and what it set going, is the result.
    const ofResult = complete && index === closing && events[closing]?.type !== 'action';
    const key = ofResult || last < 0 ? null : index;
    found.set(key, [...(found.get(key) ?? []), { runner, place: at }]);
  }
  return found;
}

function eventPlay(
  event: PlayEvent,
  window: Window,
  { batting, place }: Where,
  sides: Sides,
  movements: readonly PlacedRunner[],
): Play {
  const { appearance } = window;
  const at = `${place}.playEvents[${event.index}]`;
  const fielding = opponent(batting);
  const pitcher = sides.expect(window.pitcherAt(event.index), fielding, `${place}.matchup.pitcher.id`);
  const earned = runnerCredits(movements, pitcher, batting, sides);
  const subject = event.isPitch ? { side: fielding, playerId: pitcher } : subjectOf(event, at, sides);
  const presence: Presence[] = [...earned.presence];
  if (event.isPitch) {
    const batter = sides.expect(window.batterAt(event.index), batting, `${place}.matchup.batter.id`);
    presence.push({ side: fielding, playerId: pitcher }, { side: batting, playerId: batter });
  } else if (event.isSubstitution && subject !== null) presence.push(subject);
  return {
    ...EMPTY_PLAY,
    id: `${appearance.atBatIndex}.${event.index}`,
    orderKey: appearance.atBatIndex * KEYS + event.index,
    stamp: stampAt(event.type === 'action' ? event.startTime : (event.endTime ?? event.startTime)),
    period: appearance.about.inning,
    clock: clockOfOuts(appearance.about.isTopInning, event.count.outs),
    kind: event.details.eventType ?? event.type,
    description: event.details.description ?? null,
    side: subject?.side ?? null,
    playerId: subject?.playerId ?? null,
    credits: [...(event.isPitch ? pitchCredits(event, pitcher, fielding) : []), ...earned.credits],
    presence,
    raw: JSON.stringify(appearance.playEvents[event.index]),
  };
}

/** Whose event it is. Delays and changes of umpires name a player who has nothing to do with them. */
function subjectOf(event: PlayEvent, place: string, sides: Sides): Presence | null {
  const aside = ['game_advisory', 'umpire_substitution'].includes(event.details.eventType ?? '');
  if (aside || event.player == null) return null;
  return { side: sides.of(event.player.id, `${place}.player.id`), playerId: String(event.player.id) };
}

function resultPlay(window: Window, where: Where, sides: Sides, movements: readonly PlacedRunner[]): Play {
  const { appearance, closing } = window;
  const { about, result, count, atBatIndex } = appearance;
  const { batting, place } = where;
  const pitcher = sides.expect(
    window.pitcherAt(Math.max(closing, 0)),
    opponent(batting),
    `${place}.matchup.pitcher.id`,
  );
  const batter = sides.expect(window.batterAt(Math.max(closing, 0)), batting, `${place}.matchup.batter.id`);
  const earned = resultCredits(window, where, sides);
  const moved = runnerCredits(movements, pitcher, batting, sides);
  const { homeScore, awayScore } = result;
  // Its events have plays of their own, with their own rows.
  const { playEvents: _, ...row } = appearance;
  return {
    ...EMPTY_PLAY,
    id: String(atBatIndex),
    orderKey: atBatIndex * KEYS + RESULT_KEY,
    stamp: stampAt(endOf(window, place, sides.file)),
    period: about.inning,
    clock: clockOfOuts(about.isTopInning, count.outs),
    kind: result.eventType ?? 'result',
    description: result.description ?? null,
    side: batting,
    playerId: batter,
    credits: [...earned.credits, ...moved.credits],
    presence: [...earned.presence, ...moved.presence],
    statedScore:
      homeScore === undefined || awayScore === undefined ? null : { home: homeScore, away: awayScore },
    raw: JSON.stringify(row),
  };
}

function endOf({ appearance, events }: Window, place: string, file: string): string {
  const end = appearance.about.endTime ?? events.at(-1)?.endTime;
  if (end !== undefined) return end;
  throw new BadInput(
    file,
    `${place}.about.endTime`,
    'a plate appearance that is complete has no end',
    'fetch the file again',
  );
}

function stampAt(instant: string): Stamp {
  const at = Date.parse(instant);
  return { at, precision: 'millisecond', earliest: at, latest: at, method: 'feed' };
}

/**
 * Plays from the game's beginning on. The feed tells its first batter's plate appearance from hours before, when
 * nothing but the game's status changes; told as plays, they would have the game in progress all afternoon.
 */
function begun(plays: readonly Play[], file: string): readonly Play[] {
  const first = plays.findIndex((play) => play.kind !== 'game_advisory');
  if (first < 0) {
    throw new BadInput(
      file,
      '$.liveData.plays.allPlays',
      'the game has not begun: there is nothing but advisories',
      'load it when it has',
    );
  }
  const start = plays.slice(0, first).findLastIndex((play) => play.description === IN_PROGRESS);
  return plays.slice(start < 0 ? first : start);
}

/** A starter has played as soon as the first pitch is thrown, and not while the teams warm up. */
function withStarters(plays: readonly Play[], sides: Sides): Play[] {
  const begins = plays.findIndex((play) => play.kind === 'pitch' || play.credits.length > 0);
  const starters = sides.starters.map(({ id, side }) => ({ side, playerId: id }));
  return plays.map((play, position) =>
    position === begins ? { ...play, presence: [...starters, ...play.presence] } : play,
  );
}

/** An inning ends with the third out of its bottom half, the game with its last play. */
function withEnds(plays: readonly Play[], over: boolean): Play[] {
  const lastOf = new Map(plays.map((play, position) => [play.period, position]));
  return plays.map((play, position) => {
    if (over && position === plays.length - 1) return { ...play, ends: 'game' };
    const isBottom = play.clock <= clockOfOuts(false, OUTS_PER_HALF);
    return lastOf.get(play.period) === position && isBottom ? { ...play, ends: 'period' } : play;
  });
}
