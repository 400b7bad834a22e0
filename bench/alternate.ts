/**
 * Two measurements by turns, A B A B …: whatever else the machine does falls on both, so their ratio holds
 * where their absolute values do not.
 */
import { median } from './statistics.ts';

export interface Alternated<T> {
  readonly a: readonly T[];
  readonly b: readonly T[];
}

/** Measure both `rounds` times. */
export async function alternate<T>(
  rounds: number,
  a: () => Promise<T>,
  b: () => Promise<T>,
): Promise<Alternated<T>> {
  const results: { a: T[]; b: T[] } = { a: [], b: [] };
  for (let round = 0; round < rounds; round++) {
    results.a.push(await a());
    results.b.push(await b());
  }
  return results;
}

/** Median over the rounds of a figure of A divided by the same of B. */
export function ratio<T>({ a, b }: Alternated<T>, figure: (result: T) => number): number {
  return median(a.map((result, round) => figure(result) / figure(b[round] ?? result)));
}

/** Median of a figure over rounds. */
export function middle<T>(results: readonly T[], figure: (result: T) => number): number {
  return median(results.map(figure));
}
