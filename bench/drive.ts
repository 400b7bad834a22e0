/** A closed loop: so many workers, each asking again as soon as it is answered, for a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { mean, quantile } from './statistics.ts';

export interface Driven {
  /** All that were asked, the warm-up's included. */
  readonly asked: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
}

/** Time before the clock starts: caches and plans settle. */
const WARM_UP_MS = 300;

/** Drive workers for `seconds`; `ask` gets a number that goes up with every question of any worker. */
export async function drive(
  workers: readonly ((question: number) => Promise<unknown>)[],
  seconds: number,
): Promise<Driven> {
  const begin = performance.now() + WARM_UP_MS;
  const end = begin + seconds * 1000;
  const latencies: number[] = [];
  let question = 0;
  await Promise.all(
    workers.map(async (ask) => {
      for (;;) {
        const asked = performance.now();
        if (asked >= end) return;
        await ask(question++);
        const answered = performance.now();
        if (asked >= begin && answered <= end) latencies.push(answered - asked);
      }
    }),
  );
  return { ...describe(latencies), asked: question, perSecond: latencies.length / seconds };
}

/**
 * An open loop: so many questions a second, whether they are answered in time or not. What comes due while a worker
 * still waits for an answer counts from when it was due.
 */
export async function drivePaced(
  workers: readonly ((question: number) => Promise<unknown>)[],
  seconds: number,
  perSecond: number,
): Promise<Driven> {
  const begin = performance.now() + WARM_UP_MS;
  const end = begin + seconds * 1000;
  const every = (workers.length * 1000) / perSecond;
  const latencies: number[] = [];
  let question = 0;
  await Promise.all(
    workers.map(async (ask, position) => {
      let due = performance.now() + (position * every) / workers.length;
      for (; due < end; due += every) {
        const wait = due - performance.now();
        if (wait > 0) await sleep(wait);
        // A timer may ring late: that is the asker's fault, not the server's.
        const asked = wait > 0 ? performance.now() : due;
        await ask(question++);
        if (asked >= begin) latencies.push(performance.now() - asked);
      }
    }),
  );
  return { ...describe(latencies), asked: question, perSecond: latencies.length / seconds };
}

/** A closed loop of so many questions, the first of them included. */
export async function driveCounted(
  workers: readonly ((question: number) => Promise<unknown>)[],
  questions: number,
): Promise<Driven> {
  const begin = performance.now();
  const latencies: number[] = [];
  let question = 0;
  await Promise.all(
    workers.map(async (ask) => {
      while (question < questions) {
        const asked = performance.now();
        await ask(question++);
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  return { ...describe(latencies), asked: question, perSecond: latencies.length / seconds };
}

/** Mean and quantiles of latencies. */
function describe(latencies: readonly number[]): Omit<Driven, 'perSecond' | 'asked'> {
  return { mean: mean(latencies), p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
