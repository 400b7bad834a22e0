/**
 * Official lines from the lists of MA1: who scored, assisted, was shown a card, came on and went off when.
 * MA1 gives clocks in whole seconds and rounds each period's length, so minutes are held to a tolerance.
 */
import type { OfficialLine, PlayerRef } from '../../plays/game.ts';
import { SIDES, type Side } from '../../plays/play.ts';
import { SHOOT_OUT } from '../../sports/soccer.ts';
import { CARDS } from './credits.ts';
import type { MatchBox } from './statsperform-match.ts';

/** Seconds by which minutes from whole-second clocks of a match may differ. */
export const MINUTES_TOLERANCE = 2;

/** Minute at which each period's clock starts. */
export const PERIOD_START_MINUTES: Readonly<Record<number, number>> = { 1: 0, 2: 45, 3: 90, 4: 105, 5: 120 };

const CARD_TYPES: Readonly<Record<string, readonly string[]>> = {
  YC: CARDS.yellow,
  Y2C: CARDS.second,
  RC: CARDS.red,
};

type LiveData = MatchBox['liveData'];
type Cells = Record<string, number>;

/** Lines of all who took part, and of both teams. */
export function officialLines(data: LiveData, players: readonly PlayerRef[]): OfficialLine[] {
  const cells = new Map<string, Cells>(
    players
      .filter(({ played }) => played === true)
      .map(({ id }) => [
        id,
        { games: 1, goals: 0, own_goals: 0, assists: 0, yellow_cards: 0, second_yellows: 0, red_cards: 0 },
      ]),
  );
  const add = (id: string | undefined, counter: string) => {
    const line = id === undefined ? undefined : cells.get(id);
    if (line !== undefined) line[counter] = (line[counter] ?? 0) + 1;
  };
  for (const goal of data.goal) {
    if (goal.periodId === SHOOT_OUT) continue;
    add(goal.scorerId, goal.type === 'OG' ? 'own_goals' : 'goals');
    if (goal.type !== 'OG') add(goal.assistPlayerId, 'assists');
  }
  for (const card of data.card) {
    for (const counter of CARD_TYPES[card.type] ?? []) add(card.playerId, counter);
  }
  for (const [id, seconds] of secondsOf(data, players)) {
    const line = cells.get(id);
    if (line !== undefined) line.seconds = seconds;
  }
  const lines = players.flatMap(({ id, side }): OfficialLine[] => {
    const counters = cells.get(id);
    return counters === undefined ? [] : [{ side, playerId: id, counters }];
  });
  return [...lines, ...SIDES.map((side) => teamLine(side, lines))];
}

/** A team's cards are its players': one shown to a coach is in nobody's figures. */
function teamLine(side: Side, lines: readonly OfficialLine[]): OfficialLine {
  const sum = (counter: string) =>
    lines.reduce((all, line) => all + (line.side === side ? (line.counters[counter] ?? 0) : 0), 0);
  const counters = ['own_goals', 'assists', 'yellow_cards', 'second_yellows', 'red_cards'];
  return {
    side,
    playerId: null,
    counters: Object.fromEntries(counters.map((counter) => [counter, sum(counter)])),
  };
}

/** Seconds on the pitch of everybody who played; none unless the header tells how long each period was. */
function secondsOf(data: LiveData, players: readonly PlayerRef[]): Map<string, number> {
  const lengths = new Map(
    data.matchDetails.period
      .filter(({ id }) => id !== SHOOT_OUT)
      .map(({ id, lengthMin, lengthSec }) => [
        id,
        lengthMin === undefined || lengthSec === undefined ? null : lengthMin * 60 + lengthSec,
      ]),
  );
  if (lengths.size === 0 || [...lengths.values()].includes(null)) return new Map();
  const before = (period: number) =>
    [...lengths].reduce((all, [id, length]) => all + (id < period ? (length ?? 0) : 0), 0);
  const played = ({ periodId, timeMinSec }: { periodId: number; timeMinSec: string }) => {
    const [minutes = 0, seconds = 0] = timeMinSec.split(':').map(Number);
    return before(periodId) + minutes * 60 + seconds - (PERIOD_START_MINUTES[periodId] ?? 0) * 60;
  };
  const whole = before(SHOOT_OUT);
  const seconds = new Map<string, number>();
  for (const { id, starter, played: tookPart } of players) {
    if (tookPart !== true) continue;
    const on = data.substitute.find(({ playerOnId }) => playerOnId === id);
    const off = data.substitute.find(({ playerOffId }) => playerOffId === id);
    const sent = data.card.find(
      ({ playerId, type }) => playerId === id && CARD_TYPES[type]?.includes('red_cards'),
    );
    const from = starter ? 0 : on === undefined ? whole : played(on);
    const ends = [off, sent].flatMap((end) => (end === undefined ? [] : [played(end)]));
    seconds.set(id, Math.max(0, Math.min(whole, ...ends) - from));
  }
  return seconds;
}
