/** Holding the fold against what the feed states: running totals, scoreboard, official box, and itself. */
import type { NormalGame, OfficialLine } from '../plays/game.ts';
import { type Credit, SIDES, type Side } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { counterIndex } from '../sports/sport.ts';
import type { Effect } from './effects.ts';
import type { FloorPlan } from './floor-walk.ts';
import type { Roster } from './roster.ts';

export const DISCREPANCY_KINDS = ['stated_total', 'scoreboard', 'box', 'sum', 'floor'] as const;

/** Something that does not add up: stored and shown, never hidden. Values are in published units. */
export interface Discrepancy {
  readonly kind: (typeof DISCREPANCY_KINDS)[number];
  readonly side: Side;
  readonly playerId: string | null;
  readonly counter: string | null;
  readonly playId: string | null;
  readonly stated: number | null;
  readonly counted: number | null;
  readonly note: string;
}

interface Folded {
  readonly game: NormalGame;
  readonly league: League;
  readonly roster: Roster;
  /** In feed order. */
  readonly effects: readonly Effect[];
  readonly floor: FloorPlan;
  readonly finals: readonly Int32Array[];
}

/** Everything about the game that does not reconcile. */
export function reconcile(folded: Folded): Discrepancy[] {
  return [...statements(folded), ...boxCells(folded), ...sums(folded), ...floors(folded)];
}

function* statements({ league, roster, effects }: Folded): Generator<Discrepancy> {
  const index = counterIndex(league.sport);
  const width = league.sport.counters.length;
  const running = Array.from({ length: roster.size }, () => new Int32Array(width));
  const scored = index.get(league.sport.scoreCounter) ?? 0;
  for (const { play, additions } of effects) {
    for (const [entity, counter, by] of additions) {
      const line = running[entity];
      if (line !== undefined) line[counter] = (line[counter] ?? 0) + by;
    }
    for (const total of play.statedTotals) {
      const counted = running[roster.player(total.playerId)]?.[index.get(total.counter) ?? 0] ?? 0;
      if (counted === total.value) continue;
      yield {
        kind: 'stated_total',
        side: total.side,
        playerId: total.playerId,
        counter: total.counter,
        playId: play.id,
        stated: total.value,
        counted,
        note: 'the play states another running total',
      };
    }
    if (play.statedScore === null) continue;
    for (const side of SIDES) {
      const counted = running[roster.team(side)]?.[scored] ?? 0;
      if (counted === play.statedScore[side]) continue;
      yield {
        kind: 'scoreboard',
        side,
        playerId: null,
        counter: league.sport.scoreCounter,
        playId: play.id,
        stated: play.statedScore[side],
        counted,
        note: 'the scoreboard at the play shows another score',
      };
    }
  }
}

function* boxCells({ game, league, roster, finals }: Folded): Generator<Discrepancy> {
  if (game.box === null) return;
  const scored = counterIndex(league.sport).get(league.sport.scoreCounter) ?? 0;
  for (const side of game.box.score === null ? [] : SIDES) {
    const stated = game.box.score?.[side] ?? 0;
    const counted = finals[roster.team(side)]?.[scored] ?? 0;
    if (stated === counted) continue;
    yield {
      kind: 'scoreboard',
      side,
      playerId: null,
      counter: league.sport.scoreCounter,
      playId: null,
      stated,
      counted,
      note: 'the official final score is another',
    };
  }
  for (const line of game.box.lines) {
    const entity = line.playerId === null ? roster.team(line.side) : roster.player(line.playerId);
    for (const [position, counter] of league.sport.counters.entries()) {
      const stated = line.counters[counter.name];
      if (stated === undefined) continue;
      const counted = (finals[entity]?.[position] ?? 0) / (counter.perUnit ?? 1);
      if (Math.abs(counted - stated) <= (game.box.tolerance[counter.name] ?? 0)) continue;
      yield {
        kind: 'box',
        side: line.side,
        playerId: line.playerId,
        counter: counter.name,
        playId: null,
        stated,
        counted,
        note: ['the official box score has another final value', ...remarks(game, line, counter.name)].join(
          '; ',
        ),
      };
    }
  }
}

/** What the feed notes on the plays that count for a cell: often the very reason why it differs. */
function remarks(game: NormalGame, { side, playerId }: OfficialLine, counter: string): string[] {
  const counts = (credit: Credit) =>
    credit.side === side && credit.counter === counter && (playerId === null || credit.playerId === playerId);
  return game.plays
    .filter((play) => play.note !== null && play.credits.some(counts))
    .map((play) => `play ${play.id}: ${play.note}`);
}

/** Time and margin of a full floor add up to the team's: a side's five share every second and every point. */
function* sums({ league, roster, finals }: Folded): Generator<Discrepancy> {
  const size = league.sport.floorSize;
  if (size === null || league.sport.shortHanded) return;
  for (const [position, counter] of league.sport.counters.entries()) {
    if (counter.accrues === undefined) continue;
    for (const side of SIDES) {
      const unit = counter.perUnit ?? 1;
      const team = (finals[roster.team(side)]?.[position] ?? 0) / unit;
      const stated = counter.accrues === 'margin' ? team * size : team;
      let counted = 0;
      roster.players.forEach((player, entity) => {
        if (player.side === side) counted += (finals[entity]?.[position] ?? 0) / unit;
      });
      if (Math.abs(stated - counted) < 0.005) continue;
      yield {
        kind: 'sum',
        side,
        playerId: null,
        counter: counter.name,
        playId: null,
        stated,
        counted,
        note: `the players' sum is not the team's`,
      };
    }
  }
}

function* floors({ league, floor, effects }: Folded): Generator<Discrepancy> {
  const size = league.sport.floorSize;
  if (size === null) return;
  for (const { period, side, starters } of floor) {
    const before = league.sport.shortHanded
      ? effects.findLast(({ play }) => play.period < period)
      : undefined;
    const due = before === undefined ? size : [...before.floor.values()].filter((of) => of === side).length;
    if (starters.length === due) continue;
    yield {
      kind: 'floor',
      side,
      playerId: null,
      counter: null,
      playId: null,
      stated: due,
      counted: starters.length,
      note: `period ${period}: ${starters.length} of ${due} starters could be told from the plays`,
    };
  }
  for (const { play, strayOut } of effects) {
    if (strayOut === null) continue;
    yield {
      kind: 'floor',
      side: play.side ?? 'home',
      playerId: strayOut,
      counter: null,
      playId: play.id,
      stated: null,
      counted: null,
      note: 'a player went out who was not on the floor',
    };
  }
}
