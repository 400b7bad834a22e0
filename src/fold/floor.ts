/**
 * Who was on the floor when each period began. Feeds do not say; a player who acts, or goes out, before he
 * comes in was there from the start. What that leaves open, the box score answers where there is one, and
 * the end of the period before where there is none. How each was known is recorded.
 */
import type { NormalGame } from '../plays/game.ts';
import { type Play, SIDES, type Side } from '../plays/play.ts';
import { clockRules, type League } from '../sports/leagues.ts';
import { periodLength } from '../sports/sport.ts';
import { type FloorPlan, floorBefore, type PeriodFloor, type Starter, secondsPlayed } from './floor-walk.ts';

/** A no-trace starter's missing time may differ from the period by the rounding of whole-second clocks. */
const BOX_SLACK_CENTISECONDS = 300;

interface Traces {
  /** Players there from the start. */
  readonly starters: ReadonlySet<string>;
  /** Everybody the period's plays name on that side. */
  readonly seen: ReadonlySet<string>;
}

/** Infer the floor at the start of every period of the game. */
export function inferFloor(game: NormalGame, league: League): FloorPlan {
  const size = league.sport.floorSize;
  if (size === null) return [];
  const periods = [...new Set(game.plays.map((play) => play.period))].sort((a, b) => a - b);
  const floors: PeriodFloor[] = [];
  const open: { floor: PeriodFloor; traces: Traces }[] = [];
  for (const period of periods) {
    const plays = game.plays.filter((play) => play.period === period);
    for (const side of SIDES) {
      const traces = traceStarters(plays, side);
      const starters: Starter[] = [...traces.starters].map((id) => ({ id, source: 'acted' }));
      const floor: PeriodFloor = { period, side, starters };
      floors.push(floor);
      if (period === periods[0]) fillFromBoxStarters(floor, game, size);
      if (floor.starters.length < size) open.push({ floor, traces });
    }
  }
  fillFromBoxMinutes(game, league, floors, open, size);
  for (const { floor, traces } of open) {
    if (floor.starters.length < size) fillFromPeriodBefore(game, league, floors, floor, traces, size);
  }
  return floors;
}

function traceStarters(plays: readonly Play[], side: Side): Traces {
  const first = new Map<string, 'acted' | 'out' | 'in'>();
  const cameInUnseen = new Set<string>();
  const gone = new Set<string>();
  for (const play of plays) {
    for (const change of play.changes) {
      if (change.side !== side) continue;
      if (change.out !== null) {
        if (!first.has(change.out)) first.set(change.out, 'out');
        gone.add(change.out);
      }
      if (change.in !== null) {
        if (!first.has(change.in)) first.set(change.in, 'in');
        // Acted from the bench (a technical, a row out of order), then came in: he was not there before.
        else if (first.get(change.in) === 'acted' && !gone.has(change.in)) cameInUnseen.add(change.in);
      }
    }
    for (const presence of play.presence) {
      if (presence.side === side && !first.has(presence.playerId)) first.set(presence.playerId, 'acted');
    }
  }
  const starters = [...first].filter(([id, how]) => how !== 'in' && !cameInUnseen.has(id)).map(([id]) => id);
  return { starters: new Set(starters), seen: new Set(first.keys()) };
}

function fillFromBoxStarters(floor: PeriodFloor, game: NormalGame, size: number): void {
  const flagged = game.players.filter((player) => player.side === floor.side && player.starter === true);
  if (flagged.length !== size) return;
  floor.starters = flagged.map((player) => ({ id: player.id, source: 'box' }));
}

/** Whoever the box gives a whole period more than his traces do, and whom the period does not name, was there. */
function fillFromBoxMinutes(
  game: NormalGame,
  league: League,
  floors: FloorPlan,
  open: readonly { floor: PeriodFloor; traces: Traces }[],
  size: number,
): void {
  const official = new Map<string, number>();
  for (const line of game.box?.lines ?? []) {
    const seconds = line.counters.seconds;
    if (line.playerId !== null && seconds !== undefined) official.set(line.playerId, seconds * 100);
  }
  if (official.size === 0) return;
  for (const { floor, traces } of open) {
    const counted = secondsPlayed(game, league, floors);
    const length = periodLength(clockRules(league, game.part), floor.period);
    const candidates = game.players
      .filter((player) => player.side === floor.side && !traces.seen.has(player.id))
      .map((player) => ({
        id: player.id,
        missing: (official.get(player.id) ?? 0) - (counted.get(player.id) ?? 0),
      }))
      .filter(({ missing }) => missing >= length - BOX_SLACK_CENTISECONDS)
      .sort((a, b) => b.missing - a.missing);
    const wanted = size - floor.starters.length;
    if (candidates.length < wanted) continue;
    for (const { id } of candidates.slice(0, wanted)) floor.starters.push({ id, source: 'box' });
  }
}

function fillFromPeriodBefore(
  game: NormalGame,
  league: League,
  floors: FloorPlan,
  floor: PeriodFloor,
  traces: Traces,
  size: number,
): void {
  const before = floorBefore(game, league, floors, floor.period, floor.side);
  const candidates = before.filter((id) => !traces.seen.has(id));
  // Where nobody replaces one sent off, as many start as were left.
  const wanted = league.sport.shortHanded ? before.length : size;
  if (candidates.length !== wanted - floor.starters.length) return;
  for (const id of candidates) floor.starters.push({ id, source: 'carried' });
}
