/** Rows a second of another sport's load, held against those of the games that the loading is measured with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Alternated, middle, ratio } from './alternate.ts';
import { atLeast, count, type Measure } from './measure.ts';

/** A little less than the same: a season of 285 games takes seconds, and varies. */
const REACH = 0.9;

export interface Rated {
  readonly games: number;
  readonly rows: number;
  readonly ms: number;
}

/** Folder of a real football season, where it is at hand. */
export function footballSeason(): string | null {
  const folder = join(process.env.PLAYCLOCK_REAL_DATA ?? '', 'nfl', '2024');
  return process.env.PLAYCLOCK_REAL_DATA !== undefined && existsSync(folder) ? folder : null;
}

/** @param loads football, and what it is held against, by turns */
export function rateMeasure(loads: Alternated<Rated>): Measure {
  const rate = ({ rows, ms }: Rated) => (rows / ms) * 1000;
  return atLeast(
    `\`load\` of an NFL season (${count(loads.a[0]?.games ?? 0)} games) / of the NBA games, rows a second`,
    REACH,
    ratio(loads, rate),
    `${count(middle(loads.a, rate))} / ${count(middle(loads.b, rate))} rows/s, one row a row written`,
  );
}
