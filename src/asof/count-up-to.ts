/** How many of ascending values are at most `limit`, from position `from` up to but without `to`; `from` counts as well. */
export function countUpTo(values: ArrayLike<number>, limit: number, from = 0, to = values.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
