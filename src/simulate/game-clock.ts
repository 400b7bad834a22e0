/** Hundredths of a second in a period: quarters of twelve minutes, overtimes of five. */
export function periodLength(period: number): number {
  return period <= 4 ? 72_000 : 30_000;
}

/** Game clock since the tip, in hundredths, from the period and what is left of it. */
export function elapsedAt(period: number, clock: number): number {
  const begun = period <= 5 ? (period - 1) * 72_000 : 4 * 72_000 + (period - 5) * 30_000;
  return begun + periodLength(period) - clock;
}
