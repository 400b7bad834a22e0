/** Plays of a game as far as a line needs them: board and clock at any instant of it. Packed, for many are kept. */
import type pg from 'pg';
import { PRECISIONS, type Precision } from '../plays/play.ts';
import { countUpTo } from './count-up-to.ts';
import { cached } from './query.ts';
import { seenRows } from './seen.ts';
import { packSpans, spanOf } from './spans.ts';

/** A play, as the answer describes where a game stands. */
export interface BoardPlay {
  readonly wall_clock_time: number;
  readonly precision: Precision;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly period: number;
  readonly clock: number;
  readonly elapsed: number;
  readonly home_score: number;
  readonly away_score: number;
}

/** Clock, elapsed, board and the rest of a play: the board's sides two bytes each, period and precision together. */
const WIDTH = 4;
const SIDE = 0x1_0000;
const PERIOD = 8;

/** Plays by column, in the total order. */
export interface PlayColumns {
  readonly at: readonly number[];
  readonly clock: readonly number[];
  readonly elapsed: readonly number[];
  readonly home: readonly number[];
  readonly away: readonly number[];
  readonly period: readonly number[];
  readonly precision: readonly number[];
  /** Null where all plays are exact. */
  readonly earliest: readonly (number | null)[] | null;
  readonly latest: readonly (number | null)[] | null;
}

/** All plays of a game at a basis. */
export class GamePlays {
  readonly #at: Float64Array;
  readonly #values: Int32Array;
  readonly #spans: Float64Array | null;

  constructor(plays: PlayColumns) {
    const of = (column: readonly number[], position: number) => column[position] ?? 0;
    this.#at = Float64Array.from(plays.at);
    this.#values = new Int32Array(plays.at.length * WIDTH);
    plays.at.forEach((_, position) => {
      this.#values.set(
        [
          of(plays.clock, position),
          of(plays.elapsed, position),
          of(plays.home, position) * SIDE + of(plays.away, position),
          of(plays.period, position) * PERIOD + of(plays.precision, position),
        ],
        position * WIDTH,
      );
    });
    const { earliest, latest } = plays;
    this.#spans =
      earliest === null && latest === null
        ? null
        : packSpans(
            plays.at.map((_, position) => ({
              earliest: earliest?.[position] ?? null,
              latest: latest?.[position] ?? null,
            })),
          );
  }

  /** About how many bytes it takes. */
  get weight(): number {
    return 400 + this.#at.byteLength + this.#values.byteLength + (this.#spans?.byteLength ?? 0);
  }

  /** The last play at or before an instant; null before the first. */
  upTo(last: number): BoardPlay | null {
    const position = countUpTo(this.#at, last) - 1;
    if (position < 0) return null;
    const value = (field: number) => this.#values[position * WIDTH + field] ?? 0;
    const [earliest, latest] = spanOf(this.#spans, position);
    return {
      wall_clock_time: this.#at[position] ?? 0,
      precision: PRECISIONS[value(3) % PERIOD] ?? 'season',
      earliest,
      latest,
      period: Math.floor(value(3) / PERIOD),
      clock: value(0),
      elapsed: value(1),
      home_score: Math.floor(value(2) / SIDE),
      away_score: value(2) % SIDE,
    };
  }
}

const plays = cached((league: string) => {
  const rows = seenRows('x.*', `${league}.play_by_play`, 'x.game_key = $1', 'at_basis', '$2::int');
  const column = (value: string) => `array_agg(${value} order by wall_clock_time, order_key)`;
  const instants = (name: string) => column(`(extract(epoch from ${name}) * 1000)::bigint`);
  const spans = (name: string) => `case when count(${name}) > 0 then ${instants(name)} end as ${name}`;
  const precision = `array_position(array['${PRECISIONS.join("','")}'], precision::text) - 1`;
  return `select coalesce(${instants('wall_clock_time')}, '{}') as at, ${column('clock')} as clock,
      ${column('elapsed')} as elapsed, ${column('home_score::int')} as home, ${column('away_score::int')} as away,
      ${column('period::int')} as period, ${column(precision)} as precision, ${spans('earliest')}, ${spans('latest')}
    from (${rows}) told`;
});

/** All plays of a game at a basis. Read by column: a row a play would take five times as long. */
export async function readGamePlays(
  pool: pg.Pool,
  league: string,
  gameKey: number,
  basis: number,
): Promise<GamePlays> {
  const { rows } = await pool.query<PlayColumns>({ ...plays(league), values: [gameKey, basis] });
  const [columns] = rows;
  if (columns === undefined) throw new RangeError('a statement that always gives a row gave none');
  return new GamePlays(columns);
}
