/** The round numbers on either side of a value. */

export interface RoundMarks {
  /** The last one reached; 0 where none was. */
  readonly passed: number;
  readonly next: number;
  readonly step: number;
}

/** Steps of 5, 10, 50, 100, 500, 1000 … by how large the value is; null below what anybody would count. */
export function marksAround(value: number): RoundMarks | null {
  if (!Number.isFinite(value) || value < 10) return null;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = value >= 5 * magnitude ? magnitude : magnitude / 2;
  const passed = Math.floor(value / step) * step;
  return { passed, next: passed + step, step };
}
