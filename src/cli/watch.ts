/** `ask --watch`: ask again when an ingest commits, or as time passes, and print what has changed. */
import type pg from 'pg';
import { Bell } from '../asof/bell.ts';
import { followerOf } from '../asof/follower.ts';

/** An answer: as JSON, and as a page for people. */
export interface Answer {
  readonly body: object;
  readonly page: string;
}

/** Between questions that follow the clock, milliseconds. */
const TICK = 1_000;
/** Longest wait where only an ingest can change the answer, milliseconds. */
const LONG = 60_000;

/** Ask, print, and go on whenever the answer is another, until SIGINT or SIGTERM. */
export async function watch(
  pool: pg.Pool,
  question: () => Promise<Answer>,
  print: (answer: Answer) => void,
  followsClock: boolean,
): Promise<void> {
  const bell = new Bell();
  let over = false;
  const stop = () => {
    over = true;
    bell.ring();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const unsubscribe = followerOf(pool).subscribe(() => bell.ring());
  let shown = '';
  try {
    while (!over) {
      const answer = await question();
      const said = substance(answer.body);
      if (said !== shown) print(answer);
      shown = said;
      await bell.wait(followsClock ? TICK : LONG);
    }
  } finally {
    unsubscribe();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

/** What an answer says besides when and from what it was answered. */
function substance(body: object): string {
  return JSON.stringify({ ...body, as_of: null, basis: null, staleness_ms: null });
}
