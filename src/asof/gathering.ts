/**
 * Questions of one kind that wait at the same time are put to the database in one statement: to set up a statement over
 * six tables costs more than the descents of one question. A question waits while others are being asked, and is then asked
 * with all that came in meanwhile. Its statement begins after it came in: what was committed before it is seen.
 */
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';

/** A turn takes microseconds; what it saves is a statement. */
const MOST_TURNS = 8;

/** Wait as long as each turn of the event loop brings somebody else, a few turns at most. */
export async function gather(waiting: () => number): Promise<void> {
  for (let turn = 0, seen = 0; turn < MOST_TURNS && waiting() > seen; turn++) {
    seen = waiting();
    await setImmediate();
  }
}

/** Answers to questions, in their order. */
type Read<Q, A> = (questions: readonly Q[]) => Promise<readonly A[]>;

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Statements at once: with one, all wait while it runs; with many, each is asked for few.
 * Two share less, and were a third faster where others were at work on the machine.
 */
const AT_ONCE = 2;

/** Questions a statement at most: one that is slow holds up the others of its statement. */
const MOST_QUESTIONS = 64;

class Gathering<Q, A> {
  readonly #read: Read<Q, A>;
  #waiting: Waiting<Q, A>[] = [];
  #asking = 0;
  #isGathering = false;

  constructor(read: Read<Q, A>) {
    this.#read = read;
  }

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (!this.#isGathering && this.#asking < AT_ONCE) void this.#askAll();
    });
  }

  /** Ask until nobody waits, or somebody else gathers those who do. */
  async #askAll(): Promise<void> {
    this.#asking++;
    while (this.#waiting.length > 0 && !this.#isGathering) {
      this.#isGathering = true;
      await gather(() => this.#waiting.length);
      this.#isGathering = false;
      await this.#askSome(this.#waiting.splice(0, MOST_QUESTIONS));
    }
    this.#asking--;
  }

  async #askSome(some: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.#read(some.map(({ question }) => question));
      if (answers.length !== some.length) throw new RangeError('not as many answers as questions');
      some.forEach(({ resolve }, place) => {
        resolve(answers[place] as A);
      });
    } catch (cause) {
      for (const { reject } of some) reject(cause);
    }
  }
}

const gatherings = new WeakMap<pg.Pool, Map<string, unknown>>();

/** Ask together with all that wait for answers of the same kind; `kind` names what `read` reads. */
export function askTogether<Q, A>(pool: pg.Pool, kind: string, read: Read<Q, A>, question: Q): Promise<A> {
  let ofPool = gatherings.get(pool);
  if (ofPool === undefined) {
    ofPool = new Map();
    gatherings.set(pool, ofPool);
  }
  let gathering = ofPool.get(kind) as Gathering<Q, A> | undefined;
  if (gathering === undefined) {
    gathering = new Gathering(read);
    ofPool.set(kind, gathering);
  }
  return gathering.ask(question);
}

/** The least length of the arrays of a statement's questions. */
const LEAST = 16;

/**
 * A column of questions as a parameter, filled up with nulls. The planner takes an array it does not know for ten long: for
 * shorter ones it would plan the statement anew each time.
 */
export function filled<T>(column: readonly T[]): (T | null)[] {
  return [...column, ...Array.from({ length: Math.max(0, LEAST - column.length) }, () => null)];
}
