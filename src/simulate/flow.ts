import type { SideName } from './play.ts';

/** How a side's score ran against the other's. */
export interface SideFlow {
  biggestLead: number;
  /** "visitors-home" at that lead. */
  biggestLeadScore: string;
  biggestRun: number;
  biggestRunScore: string;
  /** Hundredths of game clock in the lead. */
  timeLeading: number;
}

/** The course of the score: leads, runs, ties. Told of each score in order. */
export class Flow {
  readonly home: SideFlow = noFlow();
  readonly away: SideFlow = noFlow();
  leadChanges = 0;
  /** The level score at the tip is no tie. */
  timesTied = 0;
  #run = 0;
  #runSide: SideName = 'home';
  #leader: SideName | null = null;
  #lastLeader: SideName | null = null;
  #since = 0;

  /** The score after a basket or throw of `side` worth `points`; `elapsed` in hundredths since the tip. */
  score(side: SideName, points: number, home: number, away: number, elapsed: number): void {
    const text = `${away}-${home}`;
    this.#run = side === this.#runSide ? this.#run + points : points;
    this.#runSide = side;
    const own = this[side];
    if (this.#run > own.biggestRun) {
      own.biggestRun = this.#run;
      own.biggestRunScore = text;
    }
    this.#lead(home - away, text, elapsed);
  }

  /** The end of the game. */
  end(elapsed: number): void {
    if (this.#leader) this[this.#leader].timeLeading += elapsed - this.#since;
    this.#since = elapsed;
  }

  #lead(margin: number, text: string, elapsed: number): void {
    this.end(elapsed);
    this.#leader = margin > 0 ? 'home' : margin < 0 ? 'away' : null;
    if (!this.#leader) {
      this.timesTied += 1;
      return;
    }
    if (this.#lastLeader && this.#lastLeader !== this.#leader) this.leadChanges += 1;
    this.#lastLeader = this.#leader;
    const own = this[this.#leader];
    if (Math.abs(margin) > own.biggestLead) {
      own.biggestLead = Math.abs(margin);
      own.biggestLeadScore = text;
    }
  }
}

function noFlow(): SideFlow {
  return { biggestLead: 0, biggestLeadScore: '0-0', biggestRun: 0, biggestRunScore: '0-0', timeLeading: 0 };
}
