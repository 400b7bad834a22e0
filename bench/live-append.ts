/** Measure: one more play of a live game, early and late in the game, at the end of a short career and of a long one. */
import { createPool } from '../src/database/pool.ts';
import type { SimulatedGame } from '../src/simulate/game.ts';
import { firstPlays } from './career-edits.ts';
import { type LedgerRow, loadGame } from './game-load.ts';
import { count, type Measure, table } from './measure.ts';
import { mean, median } from './statistics.ts';

const PLACES = [50, 200, 400] as const;
/** Plays appended one by one at each place: what a play writes depends on what it is. */
const APPENDED = 12;
/** Rows grow with the game if the latest place writes so much more than the earliest. */
const GROWTH = 1.3;

export interface Appended {
  readonly play: number;
  readonly rows: readonly LedgerRow[];
}

/** Load the beginning of a game up to each place, then plays one by one. */
export async function appendPlays(url: string, game: SimulatedGame): Promise<Appended[]> {
  const pool = createPool({ url, max: 2, name: 'playclock bench', pipeline: true });
  try {
    const places: Appended[] = [];
    for (const play of PLACES) {
      await loadGame(pool, firstPlays(game, play));
      const rows: LedgerRow[] = [];
      for (let more = 1; more <= APPENDED; more++) {
        rows.push(await loadGame(pool, firstPlays(game, play + more)));
      }
      places.push({ play, rows });
    }
    return places;
  } finally {
    await pool.end();
  }
}

const meanRows = ({ rows }: Appended) => mean(rows.map((row) => row.rows));

export function appendMeasures(
  short: readonly Appended[],
  long: readonly Appended[],
  seasons: number,
): Measure[] {
  const rows = (places: readonly Appended[]) => places.map((place) => meanRows(place).toFixed(0)).join(', ');
  const [first, last] = [long[0], long.at(-1)];
  const growth = first === undefined || last === undefined ? Number.NaN : meanRows(last) / meanRows(first);
  const same = short.every((place, position) => {
    const other = long[position];
    return other !== undefined && place.rows.every((row, index) => row.rows === other.rows[index]?.rows);
  });
  return [
    {
      name: `one play appended to a live game: rows written at play ${PLACES.join(', ')}`,
      reach: 'do not grow with the game',
      measured: `**${rows(long)}** (means of ${APPENDED} plays each)`,
      met: growth <= GROWTH,
    },
    {
      name: `the same in a career of ${seasons} seasons and of 1`,
      reach: 'the same rows',
      measured: same ? `**the same** (${rows(short)})` : `**not the same** (${rows(short)} in 1 season)`,
      met: same,
    },
  ];
}

export function appendDetails(
  short: readonly Appended[],
  long: readonly Appended[],
  seasons: number,
): string {
  const cells = ({ rows }: Appended) => [
    `${count(meanRows({ play: 0, rows }))} (${Math.min(...rows.map((row) => row.rows))} to ${Math.max(...rows.map((row) => row.rows))})`,
    `${median(rows.map((row) => row.ms)).toFixed(0)} ms`,
  ];
  return [
    `One play appended, mean rows (least to most) and median database time of ${APPENDED} plays in a row:`,
    table(
      ['at play', 'rows, 1 season', 'time, 1 season', `rows, ${seasons} seasons`, `time, ${seasons} seasons`],
      short.map((place, position) => {
        const other = long[position];
        return [String(place.play), ...cells(place), ...(other === undefined ? [] : cells(other))];
      }),
    ),
  ].join('\n\n');
}
