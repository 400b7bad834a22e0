/** A closed loop: so many workers, each asking again as soon as it is answered, for a time. */
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

/** Mean and quantiles of latencies. */
export function describe(latencies: readonly number[]): Omit<Driven, 'perSecond' | 'asked'> {
  return { mean: mean(latencies), p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
