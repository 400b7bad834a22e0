/** Counters of pitches, of runners' movements, and of the result of a plate appearance. */
import { type Credit, opponent, type Presence, type Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import type { PlayEvent, Runner } from './document.ts';
import { basesOf, outcomeOf, pitcherCounter } from './outcome.ts';
import type { Sides } from './roster.ts';
import type { Window } from './window.ts';

export interface Placed {
  readonly batting: Side;
  readonly place: string;
}

/** What a play earned, and who is thereby known to have taken part. */
export interface Earned {
  readonly credits: Credit[];
  readonly presence: Presence[];
}

/** A runner's movement with its place in the file. */
export interface PlacedRunner {
  readonly runner: Runner;
  readonly place: string;
}

/** A pitch: the pitcher's count of it. A ball in play is a strike. */
export function pitchCredits(event: PlayEvent, pitcher: string, side: Side): Credit[] {
  const credit = (counter: string): Credit => ({ side, playerId: pitcher, counter, by: 1 });
  const { isBall, isStrike, isInPlay } = event.details;
  return [
    credit('p_pitches'),
    ...(isBall ? [credit('p_balls')] : []),
    ...(isStrike || isInPlay ? [credit('p_strikes')] : []),
  ];
}

/** Steals, outs, runs and errors of movements that belong to one play, `pitcher` being on the mound. */
export function runnerCredits(
  movements: readonly PlacedRunner[],
  pitcher: string,
  batting: Side,
  sides: Sides,
): Earned {
  const fielding = opponent(batting);
  const credits: Credit[] = [];
  const presence: Presence[] = [];
  for (const { runner, place } of movements) {
    const { movement, details } = runner;
    const playerId = sides.expect(details.runner.id, batting, `${place}.details.runner.id`);
    presence.push({ side: batting, playerId });
    const add = (side: Side, id: string | null, counter: string, by = 1) =>
      credits.push({ side, playerId: id, counter, by });
    const how = details.movementReason ?? details.eventType ?? '';
    if (how.includes('stolen_base')) add(batting, playerId, 'sb');
    if (how.includes('caught_stealing')) add(batting, playerId, 'cs');
    if (movement.isOut === true) add(fielding, pitcher, 'p_outs');
    if (movement.end === 'score') {
      add(batting, playerId, 'r');
      // Where the scorer names no pitcher, the run is charged to the side alone: nobody is guessed.
      const charged = details.responsiblePitcher?.id;
      const responsible =
        charged === undefined
          ? null
          : sides.expect(charged, fielding, `${place}.details.responsiblePitcher.id`);
      add(fielding, responsible, 'p_r');
      if (details.earned) add(fielding, responsible, 'p_er');
      // Earned against the reliever, not against the team: the side takes its share back.
      if (details.earned && details.teamUnearned) add(fielding, null, 'p_er', -1);
    }
    for (const [position, { player, credit }] of runner.credits.entries()) {
      const id = sides.expect(player.id, fielding, `${place}.credits[${position}].player.id`);
      presence.push({ side: fielding, playerId: id });
      if (/error|catcher_interf/.test(credit)) add(fielding, id, 'e');
    }
  }
  return { credits, presence };
}

/** The result: the batter's counters and the pitcher's, charged as the rules of scoring have it. */
export function resultCredits(window: Window, { batting, place }: Placed, sides: Sides): Earned {
  const { result } = window.appearance;
  const outcome = result.eventType === undefined ? null : outcomeOf(result.eventType);
  if (outcome === null) {
    throw new BadInput(
      sides.file,
      `${place}.result.eventType`,
      `"${result.eventType ?? ''}" is no result of a plate appearance that is known`,
      'fetch the file again; a new word of the feed needs a line in src/feeds/mlb/outcome.ts',
    );
  }
  const fielding = opponent(batting);
  const charged = window.charge(outcome);
  const batter = sides.expect(charged.batter, batting, `${place}.matchup.batter.id`);
  const pitcher = sides.expect(charged.pitcher, fielding, `${place}.matchup.pitcher.id`);
  const credits: Credit[] = [];
  for (const counter of outcome) {
    credits.push({ side: batting, playerId: batter, counter, by: 1 });
    const against = pitcherCounter(counter);
    if (against !== undefined) credits.push({ side: fielding, playerId: pitcher, counter: against, by: 1 });
  }
  const bases = basesOf(outcome);
  if (bases > 0) credits.push({ side: batting, playerId: batter, counter: 'tb', by: bases });
  if (result.rbi > 0) credits.push({ side: batting, playerId: batter, counter: 'rbi', by: result.rbi });
  return {
    credits,
    presence: [
      { side: batting, playerId: batter },
      { side: fielding, playerId: pitcher },
    ],
  };
}
