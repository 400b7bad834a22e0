/**
 * Which rows of a CSV stand in another game's. Rows of many games stand one game after the other, or mixed. In a file of
 * the first kind a single row within a game that names another game has a wrong id: it would be missed where it stands,
 * and be one too many where it goes. In a mixed file nothing tells such a row from its neighbours.
 */

/** Lines, each with the member in which it stands. */
export type Astray = ReadonlyMap<number, string>;

/** Of so many rows at most one stands alone: where more do, the file is mixed. */
const ROWS_TO_ONE = 20;
/** More than these nobody would put right; the file is mixed. */
const MOST = 1000;

interface Run {
  readonly name: string;
  readonly line: number;
  rows: number;
}

/** Takes the runs of rows that go to one member. */
export class Runs {
  readonly #astray = new Map<number, string>();
  /** Members of which a run is over. */
  readonly #seen = new Set<string>();
  #isMixed = false;
  #rows = 0;
  /** Rows that stand alone between two other games. */
  #alone = 0;
  #before: Run | null = null;
  #run: Run | null = null;

  /** From this line on rows are of that member. */
  begin(name: string, line: number): void {
    const run = this.#run;
    if (run?.name === name) return;
    if (run?.rows === 1 && this.#before?.name === name) {
      this.#astray.set(run.line, name);
      if (this.#astray.size > MOST) this.#isMixed = true;
      this.#run = this.#before;
      this.#before = null;
      return;
    }
    this.#end(this.#before);
    this.#before = run;
    this.#run = { name, line, rows: 0 };
  }

  /** One more row. */
  row(): void {
    this.#rows++;
    if (this.#run !== null) this.#run.rows++;
  }

  /** Rows that stand in another game's, when all have been taken; none where the file is mixed. */
  astray(): Astray {
    this.#end(this.#before);
    this.#end(this.#run);
    const alone = this.#astray.size + this.#alone;
    return this.#isMixed || alone * ROWS_TO_ONE > this.#rows ? new Map() : this.#astray;
  }

  /** A run is over. A game that has one after another's stands mixed with it; a single row may be the one that is wrong. */
  #end(run: Run | null): void {
    if (run === null) return;
    if (run.rows === 1) {
      this.#alone++;
      return;
    }
    if (this.#seen.has(run.name)) this.#isMixed = true;
    this.#seen.add(run.name);
  }
}
