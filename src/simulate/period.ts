import { changeBetweenPeriods, tellWhatIsNotShown } from './break.ts';
import { periodLength } from './game-clock.ts';
import type { Match, Side } from './match.ts';
import { opponent, type SideName } from './play.ts';
import { playOn } from './possession.ts';
import { TimeoutKeeper } from './timeouts.ts';

/** Plays a game to its end, overtimes included; the script is then in `match.plays`. */
export function playGame(match: Match): void {
  const timeouts = new TimeoutKeeper();
  let tipWinner: SideName = 'home';
  for (match.period = 1; match.period <= 4 || match.home.score === match.away.score; match.period += 1) {
    begin(match, timeouts);
    const began = { home: ids(match.home), away: ids(match.away) };
    if (match.period === 1 || match.period > 4) {
      const winner = tip(match);
      if (match.period === 1) tipWinner = winner;
    } else {
      // Who lost the tip begins the second and third quarters.
      match.handOver(match.period === 4 ? tipWinner : opponent(tipWinner));
    }
    while (match.clock > 0) playOn(match, timeouts);
    match.wait(6, 12);
    match.record({ kind: 'period-end' });
    tellWhatIsNotShown(match, began);
  }
  match.period -= 1;
  match.wait(10, 30);
  match.record({ kind: 'game-end' }, null);
}

function begin(match: Match, timeouts: TimeoutKeeper): void {
  match.clock = periodLength(match.period);
  timeouts.newPeriod(match);
  for (const side of [match.home, match.away]) {
    side.teamFouls = 0;
    side.lateFouls = 0;
  }
  if (match.period > 1) {
    // Fifteen minutes at half time, a little more than two elsewhere.
    if (match.period === 3) match.wait(870, 930);
    else match.wait(90, 120);
    changeBetweenPeriods(match);
    match.wait(50, 90);
  }
  match.record({ kind: 'period-start' }, match.period === 1 ? null : match.offense);
  if (match.period > 1) match.wait(2, 5);
}

/** The tip at the start of the game and of each overtime. */
function tip(match: Match): SideName {
  const { random } = match;
  const winner: SideName = random.chance(0.5) ? 'home' : 'away';
  match.run(random.between(1, 3.4));
  match.handOver(winner);
  const side = match.side(winner);
  match.record({
    kind: 'jumpball',
    side: winner,
    won: tallest(side),
    lost: tallest(match.side(opponent(winner))),
    to: random.chance(0.85) ? random.pick(side.five).id : 0,
  });
  return winner;
}

function tallest(side: Side): number {
  return side.five.reduce((a, b) => (b.ratings.block > a.ratings.block ? b : a)).id;
}

function ids(side: Side): number[] {
  return side.five.map((seat) => seat.id);
}
