import { deadBall } from './changes-on-floor.ts';
import type { Match, Side } from './match.ts';

// Game clock left in the period, in hundredths, below which the next dead ball brings a mandatory timeout.
const MANDATORY_MARKS = [41_900, 17_900];

/** Decides at each dead ball whether play stops for a timeout. */
export class TimeoutKeeper {
  #marks: number[] = [];

  /** A new period: its two mandatory timeouts are open again (overtimes have none). */
  newPeriod(match: Match): void {
    this.#marks = match.period <= 4 ? [...MANDATORY_MARKS] : [];
    if (match.period > 4) for (const side of [match.home, match.away]) side.timeouts = 2;
  }

  /** Takes a timeout where one is due, or where a coach wants one. Returns whether play stopped. */
  consider(match: Match): boolean {
    const [mark] = this.#marks;
    if (mark !== undefined && match.clock <= mark && match.clock > 3000) {
      this.#marks.shift();
      return this.#take(match, this.#caller(match), true);
    }
    const side = match.attackers;
    const tight = match.period >= 4 && match.clock < 12_000 && Math.abs(match.lead) <= 8;
    const wanted = tight ? 0.12 : match.lead < -8 ? 0.02 : 0.006;
    if (side.timeouts > 0 && match.clock > 0 && match.random.chance(wanted))
      return this.#take(match, side, false);
    return false;
  }

  #caller(match: Match): Side {
    return match.home.timeouts >= match.away.timeouts ? match.home : match.away;
  }

  #take(match: Match, side: Side, mandatory: boolean): boolean {
    side.timeouts = Math.max(0, side.timeouts - 1);
    match.wait(3, 12);
    match.record({ kind: 'timeout', side: side.name, mandatory });
    match.wait(30, 60);
    deadBall(match);
    match.wait(mandatory ? 120 : 40, mandatory ? 160 : 80);
    return true;
  }
}
