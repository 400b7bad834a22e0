/** Step series: values from an instant on, and between what values they lie where instants are not known exactly. */

export interface Point {
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  readonly value: number | null;
}

export interface Stepped {
  /** Instants, ascending. */
  readonly x: readonly number[];
  readonly best: readonly (number | null)[];
  readonly least: readonly (number | null)[];
  readonly most: readonly (number | null)[];
  /** Whether anything is in doubt anywhere. */
  readonly isDoubtful: boolean;
}

/**
 * The series at every instant where its best value or its bounds change. At an instant, points whose `latest`
 * has passed surely count; those whose `earliest` has passed may.
 */
export function stepped(points: readonly Point[], start: number | null, from: number, to: number): Stepped {
  const within = (at: number) => Math.min(to, Math.max(from, at));
  const instants = points.flatMap((point) => [point.at, point.earliest, point.latest].map(within));
  const x = [...new Set([from, ...instants, to])].sort((a, b) => a - b);
  const best: (number | null)[] = [];
  const least: (number | null)[] = [];
  const most: (number | null)[] = [];
  const valueAfter = (count: number) => (count === 0 ? start : (points[count - 1]?.value ?? null));
  let [counted, certain, possible] = [0, 0, 0];
  for (const at of x) {
    while ((points[counted]?.at ?? Number.POSITIVE_INFINITY) <= at) counted++;
    while ((points[certain]?.latest ?? Number.POSITIVE_INFINITY) <= at) certain++;
    while ((points[possible]?.earliest ?? Number.POSITIVE_INFINITY) <= at) possible++;
    const values: number[] = [];
    for (let count = Math.min(certain, counted); count <= Math.max(possible, counted); count++) {
      const value = valueAfter(count);
      if (value !== null) values.push(value);
    }
    best.push(valueAfter(counted));
    least.push(values.length === 0 ? null : Math.min(...values));
    most.push(values.length === 0 ? null : Math.max(...values));
  }
  const isDoubtful = x.some((_, position) => least[position] !== most[position]);
  return { x, best, least, most, isDoubtful };
}

/** Several series over one row of instants, each holding its value until its next. */
export function together(series: readonly Stepped[]): {
  readonly x: readonly number[];
  readonly rows: readonly {
    readonly best: (number | null)[];
    readonly least: (number | null)[];
    readonly most: (number | null)[];
  }[];
} {
  const x = [...new Set(series.flatMap((one) => one.x))].sort((a, b) => a - b);
  const rows = series.map((one) => {
    let position = -1;
    const row = {
      best: [] as (number | null)[],
      least: [] as (number | null)[],
      most: [] as (number | null)[],
    };
    for (const at of x) {
      while ((one.x[position + 1] ?? Number.POSITIVE_INFINITY) <= at) position++;
      const inside = position >= 0 && at <= (one.x.at(-1) ?? at);
      row.best.push(inside ? (one.best[position] ?? null) : null);
      row.least.push(inside ? (one.least[position] ?? null) : null);
      row.most.push(inside ? (one.most[position] ?? null) : null);
    }
    return row;
  });
  return { x, rows };
}
