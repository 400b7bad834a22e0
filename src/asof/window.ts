/**
 * A stretch of an entity's line, from the start of one of its games to the start of the next, as a basis knows it:
 * all that is needed to answer for any instant in it. Packed, for many are kept.
 */
import { PRECISIONS, type Precision, type Side } from '../plays/play.ts';
import type { Vector } from '../store/careers.ts';
import { countUpTo } from './count-up-to.ts';
import type { EntityRow } from './entity.ts';
import type { GamePlays } from './held-plays.ts';
import type { AsOf } from './query.ts';
import { packSpans, spanOf } from './spans.ts';

export interface Window {
  /** Instants from one, up to but without the other. */
  readonly from: number;
  readonly until: number;
  /** The game that began at `from`, and its end (`endOfGame`). */
  readonly game: { readonly key: number; readonly endedAt: number | null } | null;
  /** The last row before `from`, if there is one, and all rows in the stretch, in order. */
  readonly rows: PackedRows;
  /** The first row after the stretch. */
  readonly next: NextRow | null;
  readonly games: readonly GameLevel[];
  readonly parts: readonly PartLevel[];
}

export interface NextRow {
  readonly earliest: number | null;
  readonly gameKey: number | null;
}

export interface GameLevel {
  readonly key: number;
  readonly side: Side | null;
  readonly before: Vector | null;
}

/** A season part; `order` 0 stands before the first. */
export interface PartLevel {
  readonly order: number;
  readonly carry: Vector | null;
  readonly earlier: Vector | null;
  readonly stated: Vector | null;
  readonly statedAt: number | null;
  readonly gamesBefore: number | null;
  /** Of the part after it, where its totals wait for the end of the part and no plays tell it meanwhile. */
  readonly waitsFrom: number | null;
  readonly waitsUntil: number | null;
}

export interface RunningRow {
  readonly at: number;
  readonly gameKey: number | null;
  readonly seasonOrder: number;
  readonly elapsed: number | null;
  readonly margin: number | null;
  readonly precision: Precision;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly line: readonly number[];
}

interface PackedRows {
  readonly at: Float64Array;
  /** A row's `FIELDS`, then its counters. */
  readonly values: Int32Array;
  readonly width: number;
  /** Earliest and latest of each row, NaN for none; null where all rows are exact. */
  readonly spans: Float64Array | null;
}

/** Stands for null among packed integers. */
const NOTHING = -2_147_483_648;
const FIELDS = ['gameKey', 'seasonOrder', 'elapsed', 'margin', 'precision'] as const;

/** Pack rows, which stand in the order of their instants. */
export function packRows(rows: readonly RunningRow[]): PackedRows {
  const width = FIELDS.length + (rows[0]?.line.length ?? 0);
  const values = new Int32Array(rows.length * width);
  rows.forEach((row, position) => {
    values.set(
      [
        row.gameKey ?? NOTHING,
        row.seasonOrder,
        row.elapsed ?? NOTHING,
        row.margin ?? NOTHING,
        PRECISIONS.indexOf(row.precision),
        ...row.line,
      ],
      position * width,
    );
  });
  return { at: Float64Array.from(rows, ({ at }) => at), values, width, spans: packSpans(rows) };
}

/** The last instant that counts: instants are whole milliseconds, so what is before one is up to the one before. */
export function lastCounted({ at, boundary }: Pick<AsOf, 'at' | 'boundary'>): number {
  return boundary === 'at' ? at : at - 1;
}

/** About how many bytes it takes. */
export function weightOf({ rows, games, parts }: Window): number {
  const packed = rows.at.byteLength + rows.values.byteLength + (rows.spans?.byteLength ?? 0);
  return 800 + packed + (games.length + parts.length * 2) * rows.width * 16;
}

/** Key of the game whose plays the answer needs: the one that runs since the row, if the line is active. */
export function runningGame({ rows }: Window, asOf: AsOf): number | null {
  const start = (countUpTo(rows.at, lastCounted(asOf)) - 1) * rows.width;
  return start < 0 || rows.values[start + 2] === NOTHING ? null : orNull(rows.values[start]);
}

/** What `readEntity` reads with doubts sought, every season type counting. `plays` are the running game's. */
export function rowIn(window: Window, asOf: AsOf, basis: number, plays: GamePlays | null): EntityRow {
  const { rows, games, parts, game } = window;
  const last = lastCounted(asOf);
  const count = countUpTo(rows.at, last);
  const nextAt = count < rows.at.length ? nextIn(rows, count) : window.next;
  const shared = {
    basis,
    current_game_key: game !== null && (game.endedAt === null || game.endedAt >= asOf.at) ? game.key : null,
    next_earliest: nextAt?.earliest ?? null,
    next_game_key: nextAt?.gameKey ?? null,
  };
  const start = (count - 1) * rows.width;
  const order = count === 0 ? 0 : (rows.values[start + 1] ?? 0);
  const part = parts.find((each) => each.order === order);
  const waits =
    part?.waitsFrom != null && part.waitsUntil !== null && part.waitsFrom <= last && part.waitsUntil > last;
  const season_certain_at = waits ? part.waitsUntil : null;
  if (count === 0 || part === undefined) return { ...NOWHERE, ...shared, season_certain_at };
  const gameKey = orNull(rows.values[start]);
  const level = games.find((each) => each.key === gameKey);
  const play = plays?.upTo(last) ?? null;
  const [earliest, latest] = spanOf(rows.spans, count - 1);
  return {
    ...shared,
    season_certain_at,
    season_order: order,
    game_key: gameKey,
    wall_clock_time: play?.wall_clock_time ?? rows.at[count - 1] ?? null,
    precision: play?.precision ?? PRECISIONS[rows.values[start + 4] ?? 0] ?? null,
    earliest: play?.earliest ?? earliest,
    latest: play?.latest ?? latest,
    period: play?.period ?? null,
    clock: play?.clock ?? null,
    home_score: play?.home_score ?? null,
    away_score: play?.away_score ?? null,
    play_elapsed: play?.elapsed ?? null,
    line: Array.from(rows.values.subarray(start + FIELDS.length, start + rows.width)),
    elapsed: orNull(rows.values[start + 2]),
    margin: orNull(rows.values[start + 3]),
    side: level?.side ?? null,
    before: level?.before ?? null,
    carry: part.carry,
    earlier: part.earlier,
    stated: part.stated,
    stated_at: part.statedAt,
    games_before: part.gamesBefore,
  };
}

function nextIn(rows: PackedRows, position: number): NextRow {
  return { earliest: spanOf(rows.spans, position)[0], gameKey: orNull(rows.values[position * rows.width]) };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || value === NOTHING ? null : value;
}

/** Where nothing has happened yet. */
const NOWHERE = {
  season_order: null,
  game_key: null,
  wall_clock_time: null,
  precision: null,
  earliest: null,
  latest: null,
  period: null,
  clock: null,
  home_score: null,
  away_score: null,
  play_elapsed: null,
  line: null,
  elapsed: null,
  margin: null,
  side: null,
  before: null,
  carry: null,
  earlier: null,
  stated: null,
  stated_at: null,
  games_before: null,
};
