/** What no game of any feed can be, whatever its adapter has looked at: held before anything is counted. */
import type { NormalGame } from '../plays/game.ts';
import type { Play, Side } from '../plays/play.ts';
import { clockRules, type League } from '../sports/leagues.ts';
import { periodLength } from '../sports/sport.ts';
import { BadInput } from './bad-input.ts';
import { SOME_DAYS } from './plausible.ts';

const HOUR = 3_600_000;
/** The middle of a date in UTC is at most so far from the first play of a game of that date, wherever it is played. */
const A_DAY_AND_A_HALF = 36 * HOUR;

/** Refuse a game that contradicts itself: who plays for whom, when it was, how its clock runs. */
export function refuseUnsound(game: NormalGame, league: League, file: string): void {
  const refuse = (place: string, reason: string): never => {
    throw new BadInput(file, place, reason, 'compare the file with its source and fetch it again');
  };
  const sides = new Map<string, Side>();
  for (const { id, side } of game.players) {
    if (sides.has(id)) refuse('players', `player ${id} is listed twice`);
    sides.set(id, side);
  }
  refuseOtherDate(game, refuse);
  const rules = clockRules(league, game.part);
  let before: Play | null = null;
  for (const play of game.plays) {
    const place = `play ${play.id}`;
    for (const { id, side } of named(play)) {
      const own = sides.get(id);
      if (own !== undefined && own !== side)
        refuse(place, `player ${id} is of the ${own} side, not of the ${side} one`);
    }
    // Plays of one instant are in the feed's own order, which it corrects.
    if (before !== null && play.period < before.period && play.stamp.at > before.stamp.at) {
      refuse(
        place,
        `period ${play.period} after period ${before.period} of play ${before.id}, which it follows`,
      );
    }
    if (play.clock > periodLength(rules, play.period)) {
      refuse(place, `the clock shows more than period ${play.period} is long`);
    }
    before = play;
  }
}

type Refuse = (place: string, reason: string) => never;

/** A season, a date or a scheduled start that is not that of the plays. */
function refuseOtherDate({ part, date, scheduledAt, plays }: NormalGame, refuse: Refuse): void {
  const began = plays[0]?.stamp.at;
  if (began === undefined) return;
  const first = `the first play is at ${new Date(began).toISOString()}`;
  const years = new Date(began).getUTCFullYear() - Number(part.season.slice(0, 4));
  if (years !== 0 && years !== 1) refuse('season', `the game is of the season ${part.season}, and ${first}`);
  if (date !== null && Math.abs(Date.parse(`${date}T12:00:00Z`) - began) > A_DAY_AND_A_HALF) {
    refuse('date', `the game is dated ${date}, and ${first}`);
  }
  if (scheduledAt !== null && Math.abs(scheduledAt - began) > SOME_DAYS) {
    refuse(
      'scheduled start',
      `the game was to start at ${new Date(scheduledAt).toISOString()}, and ${first}`,
    );
  }
}

/** Whoever a play names, with the side it names him for. */
function* named(play: Play): Generator<{ readonly id: string; readonly side: Side }> {
  if (play.playerId !== null && play.side !== null) yield { id: play.playerId, side: play.side };
  for (const { playerId, side } of play.credits) if (playerId !== null) yield { id: playerId, side };
  for (const { playerId, side } of play.presence) yield { id: playerId, side };
  for (const change of play.changes) {
    if (change.out !== null) yield { id: change.out, side: change.side };
    if (change.in !== null) yield { id: change.in, side: change.side };
  }
}
