/** The round number before a value. */

/** The last one passed, on the scale of the next that is ahead; 0 where none was. */
export function passedBefore(
  value: number,
  next: { readonly reaches: number; readonly distance: number },
): number {
  const magnitude = Math.max(100, 10 ** Math.floor(Math.log10(Math.max(1, value))));
  const step = magnitude / 10;
  return Math.min(Math.floor(value / step) * step, next.reaches - step);
}
