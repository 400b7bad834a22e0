/** Intervals of the true instants of rows, packed: `earliest` and `latest` of each, NaN for none. */

/** Intervals of rows, or null where none has any. */
export function packSpans(
  rows: readonly { readonly earliest: number | null; readonly latest: number | null }[],
): Float64Array | null {
  if (rows.every(({ earliest, latest }) => earliest === null && latest === null)) return null;
  return Float64Array.from(
    rows.flatMap(({ earliest, latest }) => [earliest ?? Number.NaN, latest ?? Number.NaN]),
  );
}

/** Interval of a row. */
export function spanOf(
  spans: Float64Array | null,
  position: number,
): [earliest: number | null, latest: number | null] {
  const of = (offset: number) => {
    const value = spans?.[position * 2 + offset] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  return [of(0), of(1)];
}
